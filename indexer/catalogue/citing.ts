/** Reads citations in both directions, and the validity that follows from them. What a citation means is found when it is asked for. */
import type { Validity } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import type { CitationRecord } from './catalogue.ts';
import { readHandSetValidity } from './corrections.ts';
import type { Database } from './database.ts';
import { Resolver } from './resolving.ts';
import { type Row, toCitation } from './rows.ts';
import { all, one } from './statements.ts';
import { type IncomingCitation, type ValidityFacts, validityOn } from './validity.ts';

export function readCitationsFrom(database: Database, id: string): CitationRecord[] {
  const resolver = new Resolver(database);
  const rows = all(
    database,
    `SELECT c.* FROM documents d JOIN citations c ON c.document_key = d.key WHERE d.id = ? ORDER BY c.id`,
    id,
  );
  return rows.map((row) => {
    const target = resolver.resolve(citedIn(row));
    return toCitation(row, id, target === id ? null : target);
  });
}

/** Newest first. */
export function readCitationsTo(database: Database, id: string): CitationRecord[] {
  return incoming(database, id, 'any').map((row) => toCitation(row, String(row.citing), id));
}

/** What someone vouches for comes before every rule. */
export function readValidity(database: Database, id: string, day: string): Validity {
  const byHand = readHandSetValidity(database, id, day);
  if (byHand !== null) return byHand;
  const row = one(
    database,
    'SELECT written_on, effective_on, expires_on, type, evidence FROM documents WHERE id = ?',
    id,
  );
  const facts: ValidityFacts = {
    writtenOn: (row?.written_on ?? null) as string | null,
    effectiveOn: (row?.effective_on ?? null) as string | null,
    expiresOn: (row?.expires_on ?? null) as string | null,
    type: (row?.type ?? null) as string | null,
    evidence: JSON.parse(String(row?.evidence ?? '{}')) as ValidityFacts['evidence'],
  };
  return validityOn(day, facts, incoming(database, id, 'changes').map(toIncoming));
}

function toIncoming(row: Row): IncomingCitation {
  const { relation, pin, quote, documentId } = toCitation(row, String(row.citing), null);
  return {
    relation,
    pin,
    quote,
    documentId,
    effectiveOn: row.citing_effective_on as string | null,
    writtenOn: row.citing_written_on as string | null,
  };
}

/** Rows of citations that mean this document and no other, with the document that they stand in. */
function incoming(database: Database, id: string, which: 'any' | 'changes'): Row[] {
  const cited = one(database, 'SELECT key, number, title FROM documents WHERE id = ?', id);
  if (cited === null) return [];
  const key = Number(cited.key);
  const attached = all(database, 'SELECT title_key FROM attached_titles WHERE document_key = ?', key);
  const titles = [bareTitleKey(String(cited.title)), ...attached.map(({ title_key }) => String(title_key))];
  const rows = all(database, INCOMING[which], key, cited.number ?? null, JSON.stringify(titles));
  const resolver = new Resolver(database);
  return rows.filter((row) => resolver.resolve(citedIn(row)) === id);
}

const incomingSql = (condition: string): string =>
  `SELECT c.*, d.id AS citing, d.effective_on AS citing_effective_on, d.written_on AS citing_written_on
   FROM (SELECT id FROM citations WHERE number = ?2 UNION SELECT id FROM citations WHERE title_key IN (SELECT value FROM json_each(?3))) found
   JOIN citations c ON c.id = found.id JOIN documents d ON d.key = c.document_key
   WHERE c.document_key <> ?1 ${condition} ORDER BY d.written_on DESC, c.id`;

const INCOMING = { any: incomingSql(''), changes: incomingSql("AND c.relation IN ('repeals', 'amends')") };

const citedIn = (row: Row): { number: string | null; title: string | null } => ({
  number: row.number as string | null,
  title: row.title as string | null,
});
