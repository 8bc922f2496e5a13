/** Reads citations in both directions, with what each means. What a citation means is found when it is asked for. */
import { bareTitleKey } from '../text/title-key.ts';
import type { CitationRecord } from './catalogue.ts';
import type { Database } from './database.ts';
import { type Cited, type Citing, type Resolution, Resolver, writingsOf } from './resolving.ts';
import { type Row, toCitation } from './rows.ts';
import { all, one } from './statements.ts';
import { shortKeysOf } from './title-names.ts';
import type { IncomingCitation } from './validity.ts';

/** With the columns of the document that the citation stands in, as `citing…`. */
const WITH_CITING =
  'c.*, d.id AS citing, d.effective_on AS citing_effective_on, d.written_on AS citing_written_on, d.issuers AS citing_issuers, p.start AS provision_start';
const PLACE = 'LEFT JOIN provisions p ON p.document_key = c.document_key AND p.ordinal = c.provision';
const FROM = `SELECT ${WITH_CITING} FROM documents d JOIN citations c ON c.document_key = d.key ${PLACE} WHERE d.id = ? ORDER BY c.id`;
const ONE = `SELECT ${WITH_CITING} FROM citations c JOIN documents d ON d.key = c.document_key ${PLACE} WHERE c.id = ?`;
/** What ends or changes a text, and what keeps it: 继续有效 in a list of what stays. */
const CHANGING = `(c.relation IN ('repeals', 'amends') OR (c.relation = 'mentions' AND (c.trigger_words LIKE '%有效%' OR c.trigger_words LIKE '%保留%' OR c.trigger_words LIKE '%继续执行%')))`;
const changesSql = (condition: string): string =>
  `SELECT ${WITH_CITING} FROM citations c JOIN documents d ON d.key = c.document_key ${PLACE} WHERE ${CHANGING} ${condition}`;
const CHANGES = {
  all: changesSql(''),
  byId: changesSql('AND c.id IN (SELECT value FROM json_each(?))'),
  ofDocuments: changesSql('AND c.document_key IN (SELECT value FROM json_each(?))'),
};
const toSql = (condition: string): string =>
  `SELECT ${WITH_CITING}
   FROM (SELECT id FROM citations WHERE number IN (SELECT value FROM json_each(?2)) UNION SELECT id FROM citations WHERE title_key IN (SELECT value FROM json_each(?3))) found
   JOIN citations c ON c.id = found.id JOIN documents d ON d.key = c.document_key ${PLACE}
   WHERE c.document_key <> ?1 ${condition} ORDER BY d.written_on DESC, c.id`;
const TO = { any: toSql(''), changes: toSql(`AND ${CHANGING}`) };

export function readCitationsFrom(database: Database, id: string): CitationRecord[] {
  const resolver = new Resolver(database);
  return all(database, FROM, id).map((row) => resolveRow(resolver, row));
}

/** Those that mean this document and no other; newest first. */
export function readCitationsTo(database: Database, id: string, which: keyof typeof TO = 'any'): CitationRecord[] {
  const resolver = new Resolver(database);
  return rowsNaming(database, id, which)
    .map((row) => ({ row, resolution: resolver.resolve(citedIn(row), citingOf(row)) }))
    .filter(({ resolution }) => resolution.target?.id === id)
    .map(({ row, resolution }) => record(resolver, row, resolution));
}

/** By the id that a record carries; null when there is none. */
export function readCitation(database: Database, id: string): CitationRecord | null {
  const row = /^\d{1,15}$/.test(id) ? one(database, ONE, Number(id)) : null;
  return row && resolveRow(new Resolver(database), row);
}

/** How many mentions `readCitationsFrom` and `readCitationsTo` would give. */
export function countCitations(database: Database, id: string): { out: number; in: number } {
  const out = one(
    database,
    'SELECT count(*) AS count FROM documents d JOIN citations c ON c.document_key = d.key WHERE d.id = ?',
    id,
  );
  const resolver = new Resolver(database);
  const naming = rowsNaming(database, id, 'any');
  const incoming = naming.filter((row) => resolver.resolve(citedIn(row), citingOf(row)).target?.id === id);
  return { out: Number(out?.count ?? 0), in: incoming.length };
}

/** A citation that ends, changes or keeps a document, and whom it means. */
export interface Change extends IncomingCitation {
  /** Of the citation. */
  readonly id: number;
  readonly targetId: string | null;
  /** Ids of all documents that go by the name or number; when one of them changes, another may be meant. */
  readonly candidates: readonly string[];
}

/** In no order. */
export function readChanges(database: Database): Change[] {
  const resolver = new Resolver(database);
  return all(database, CHANGES.all).map((row) => toChange(resolver, row));
}

/** Those with these ids, those in these documents, and those that may mean one of these documents; in no order. */
export function readChangesAround(
  database: Database,
  citations: readonly number[],
  documents: readonly { readonly key: number; readonly id: string }[],
): Change[] {
  const rows = [
    ...all(database, CHANGES.byId, JSON.stringify(citations)),
    ...all(database, CHANGES.ofDocuments, JSON.stringify(documents.map(({ key }) => key))),
    ...documents.flatMap(({ id }) => rowsNaming(database, id, 'changes')),
  ];
  const resolver = new Resolver(database);
  return [...new Map(rows.map((row) => [Number(row.id), row])).values()].map((row) => toChange(resolver, row));
}

function toChange(resolver: Resolver, row: Row): Change {
  const cited = citedIn(row);
  return {
    id: Number(row.id),
    relation: cited.relation,
    pin: cited.pin,
    quote: String(row.quote),
    trigger: row.trigger_words as string | null,
    documentId: String(row.citing),
    writtenOn: row.citing_written_on as string | null,
    effectiveOn: row.citing_effective_on as string | null,
    targetId: resolver.resolve(cited, citingOf(row)).target?.id ?? null,
    candidates: resolver.candidates(cited),
  };
}

/** Rows of other documents that use a number or name of this one; whom they mean is still to be found out. */
function rowsNaming(database: Database, id: string, which: keyof typeof TO): Row[] {
  const cited = one(database, 'SELECT key, number, title FROM documents WHERE id = ?', id);
  if (cited === null) return [];
  const key = Number(cited.key);
  const others = all(
    database,
    'SELECT title_key AS name FROM attached_titles WHERE document_key = ?1 UNION SELECT key FROM title_names WHERE document_key = ?1',
    key,
  );
  const names = [bareTitleKey(String(cited.title)), ...others.map(({ name }) => String(name))];
  const keys = names.flatMap(shortKeysOf);
  const numbers = cited.number === null ? [] : writingsOf(String(cited.number));
  return all(database, TO[which], key, JSON.stringify(numbers), JSON.stringify(keys));
}

function resolveRow(resolver: Resolver, row: Row): CitationRecord {
  return record(resolver, row, resolver.resolve(citedIn(row), citingOf(row)));
}

function record(resolver: Resolver, row: Row, resolution: Resolution): CitationRecord {
  const { target } = resolution;
  const start = row.start === null ? null : Number(row.start) - Number(row.provision_start);
  const provisions = target === null ? null : resolver.provisions(target, citedIn(row));
  return {
    ...toCitation(row, String(row.citing), target?.id ?? null),
    place: start === null ? null : { start, end: start + Number(row.length) },
    resolution: {
      ...resolution,
      provisions: provisions?.ordinals ?? [],
      missing: provisions?.missing ?? [],
    },
    citing: {
      writtenOn: row.citing_written_on as string | null,
      effectiveOn: row.citing_effective_on as string | null,
    },
  };
}

const citedIn = (row: Row): Required<Cited> => ({
  number: row.number as string | null,
  title: row.title as string | null,
  relation: String(row.relation) as CitationRecord['relation'],
  pin: row.pin as string | null,
});

const citingOf = (row: Row): Citing => ({
  id: String(row.citing),
  on: (row.citing_written_on ?? row.citing_effective_on) as string | null,
  issuers: JSON.parse(String(row.citing_issuers)) as string[],
});
