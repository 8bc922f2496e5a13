/** The catalogue on SQLite: opens the file and answers what catalogue.ts promises. Writing is in writing.ts. */

import { bareTitleKey } from '../text/title-key.ts';
import type { Catalogue, CitationRecord, DocumentFacts, DocumentRecord, OutboxEntry } from './catalogue.ts';
import { type Database, guard, inTransaction, openDatabase, SCHEMA } from './database.ts';
import { resolveCitation } from './resolving.ts';
import {
  DOCUMENT_COLUMNS,
  type Row,
  toCitation,
  toDocument,
  toIssue,
  toProblems,
  toProvision,
  toSource,
} from './rows.ts';
import { validityOn } from './validity.ts';
import { fileParsed } from './writing.ts';

/** The search reads the clause index through `database`, and the importer keeps its runs there; nobody else uses it. */
export interface CatalogueStore extends Catalogue {
  readonly database: Database;
}

/** Throws library_newer, library_read_only, library_damaged or disk_full. `now` gives the time of an import. */
export function openCatalogue(file: string, now: () => Date = () => new Date()): CatalogueStore {
  const database = openDatabase(file);
  let revision = 0;
  const all = (sql: string, ...values: (string | number | null)[]): Row[] =>
    database.prepare(sql).all(...values) as Row[];
  const one = (sql: string, ...values: (string | number | null)[]): Row | null =>
    (database.prepare(sql).get(...values) as Row | undefined) ?? null;

  const topicsOf = (key: number) =>
    all('SELECT subject, score FROM document_topics WHERE document_key = ? ORDER BY rank', key).map((row) => ({
      subject: String(row.subject),
      score: Number(row.score),
    }));
  const document = (row: Row | null): DocumentRecord | null =>
    row === null ? null : toDocument(row, topicsOf(Number(row.key)));
  const select = (where: string, ...values: (string | number | null)[]): DocumentRecord[] =>
    all(`SELECT ${DOCUMENT_COLUMNS} FROM documents ${where}`, ...values).map((row) =>
      toDocument(row, topicsOf(Number(row.key))),
    );
  const keyOf = (id: string): number | null => {
    const row = one('SELECT key FROM documents WHERE id = ?', id);
    return row === null ? null : Number(row.key);
  };

  const citationsTo = (id: string): CitationRecord[] => {
    const cited = one('SELECT key, number, title FROM documents WHERE id = ?', id);
    if (cited === null) return [];
    const titles = [
      bareTitleKey(String(cited.title)),
      ...all('SELECT title_key FROM attached_titles WHERE document_key = ?', cited.key ?? 0).map((row) =>
        String(row.title_key),
      ),
    ];
    const rows = all(
      `SELECT c.*, d.id AS citing FROM citations c JOIN documents d ON d.key = c.document_key
       WHERE c.document_key <> ?1 AND (c.number = ?2 OR (c.title_key IN (${titles.map((_, i) => `?${i + 3}`).join(', ')}))) ORDER BY d.written_on DESC, c.id`,
      cited.key ?? 0,
      cited.number ?? null,
      ...titles,
    );
    return rows
      .filter(
        (row) =>
          resolveCitation(database, { number: row.number as string | null, title: row.title as string | null })?.id ===
          id,
      )
      .map((row) => toCitation(row, String(row.citing), id));
  };

  const store: CatalogueStore = {
    database,
    path: file,
    schema: SCHEMA,
    get revision() {
      return revision;
    },
    sourceBySha256: (sha256) => {
      const row = one('SELECT * FROM sources WHERE sha256 = ?', sha256);
      return row && toSource(row);
    },
    source: (id) => {
      const row = one('SELECT * FROM sources WHERE id = ?', id);
      return row && toSource(row);
    },
    file: (source, parsed, within) =>
      guard(file, () => {
        const result = inTransaction(database, () => {
          const filed = fileParsed(database, source, parsed, now().toISOString());
          within?.(filed);
          return filed;
        });
        if (result.outcome !== 'known') revision += 1;
        return result;
      }),
    document: (id) => document(one(`SELECT ${DOCUMENT_COLUMNS} FROM documents WHERE id = ?`, id)),
    documentByKey: (key) => document(one(`SELECT ${DOCUMENT_COLUMNS} FROM documents WHERE key = ?`, key)),
    documentsByNumber: (number) => select('WHERE number = ?', number),
    documents: (ids) => ids.flatMap((id) => store.document(id) ?? []),
    body: (id) => {
      const row = one('SELECT body FROM documents WHERE id = ?', id);
      return row && String(row.body);
    },
    provisions: (id) => {
      const row = one('SELECT key, body FROM documents WHERE id = ?', id);
      if (row === null) return [];
      const body = String(row.body);
      return all('SELECT * FROM provisions WHERE document_key = ? ORDER BY ordinal', row.key ?? 0).map((provision) =>
        toProvision(provision, id, body),
      );
    },
    sources: (id) =>
      all(
        `SELECT s.*, ds.first_line, ds.last_line, ds.leads FROM document_sources ds JOIN sources s ON s.id = ds.source_id
         JOIN documents d ON d.key = ds.document_key WHERE d.id = ? ORDER BY ds.leads DESC, s.imported_at`,
        id,
      ).map((row) => ({
        ...toSource(row),
        lines: [Number(row.first_line), Number(row.last_line)] as const,
        leads: row.leads === 1,
      })),
    citationsFrom: (id) => {
      const key = keyOf(id);
      if (key === null) return [];
      return all('SELECT * FROM citations WHERE document_key = ? ORDER BY id', key).map((row) => {
        const target = resolveCitation(database, {
          number: row.number as string | null,
          title: row.title as string | null,
        });
        return toCitation(row, id, target === null || target.id === id ? null : target.id);
      });
    },
    citationsTo,
    problems: (id) => {
      const row = one('SELECT problems FROM documents WHERE id = ?', id);
      return row === null ? [] : toProblems(row);
    },
    validity: (id, day) => {
      const row = one('SELECT written_on, effective_on, expires_on, type, evidence FROM documents WHERE id = ?', id);
      const facts = {
        writtenOn: (row?.written_on ?? null) as string | null,
        effectiveOn: (row?.effective_on ?? null) as string | null,
        expiresOn: (row?.expires_on ?? null) as string | null,
        type: (row?.type ?? null) as string | null,
        evidence: JSON.parse(String(row?.evidence ?? '{}')) as DocumentRecord['evidence'],
      };
      const incoming = citationsTo(id)
        .filter(({ relation }) => relation === 'repeals' || relation === 'amends')
        .map((citation) => {
          const citing = one('SELECT effective_on, written_on FROM documents WHERE id = ?', citation.documentId);
          return {
            relation: citation.relation,
            pin: citation.pin,
            quote: citation.quote,
            documentId: citation.documentId,
            effectiveOn: (citing?.effective_on ?? null) as string | null,
            writtenOn: (citing?.written_on ?? null) as string | null,
          };
        });
      return validityOn(day, facts, incoming);
    },
    facts: () => readFacts(all),
    issues: () => all(`${ISSUES} GROUP BY i.id ORDER BY i.year DESC, i.number DESC, i.publication`).map(toIssue),
    issue: (id) => {
      const row = one(`${ISSUES} WHERE i.id = ? GROUP BY i.id`, id);
      return row && toIssue(row);
    },
    documentsOfIssue: (id) =>
      select(
        `WHERE key IN (SELECT ds.document_key ${OF_ISSUE}) ORDER BY (SELECT min(ds.first_line) ${OF_ISSUE} AND ds.document_key = key)`,
        id,
        id,
      ),
    outbox: (limit) =>
      all('SELECT sequence, document_key, document_id, change FROM outbox ORDER BY sequence LIMIT ?', limit).map(
        (row): OutboxEntry => ({
          sequence: Number(row.sequence),
          documentKey: Number(row.document_key),
          documentId: String(row.document_id),
          change: row.change === 'delete' ? 'delete' : 'put',
        }),
      ),
    clearOutbox: (sequences) => {
      database
        .prepare('DELETE FROM outbox WHERE sequence IN (SELECT value FROM json_each(?))')
        .run(JSON.stringify(sequences));
    },
    refillOutbox: () => {
      database.exec(
        "BEGIN IMMEDIATE; DELETE FROM outbox; INSERT INTO outbox (document_key, document_id, change) SELECT key, id, 'put' FROM documents ORDER BY key; COMMIT",
      );
    },
    counts: () => {
      const row = one(
        `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM provisions) AS provisions, (SELECT count(*) FROM sources) AS sources,
           (SELECT count(*) FROM issues) AS issues, (SELECT coalesce(sum(length(body)), 0) FROM documents) AS characters,
           (SELECT count(*) FROM citations) AS citations, (SELECT count(DISTINCT document_key) FROM outbox) AS pending`,
      );
      const count = (name: string): number => Number(row?.[name] ?? 0);
      return {
        documents: count('documents'),
        provisions: count('provisions'),
        sources: count('sources'),
        issues: count('issues'),
        characters: count('characters'),
        citations: count('citations'),
        indexPending: count('pending'),
      };
    },
    setting: (name) => {
      const row = one('SELECT value FROM settings WHERE name = ?', name);
      return row && String(row.value);
    },
    setSetting: (name, value) => {
      database
        .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
        .run(name, value);
    },
    close: () => {
      database.close();
    },
  };
  return store;
}

const ISSUES = `SELECT i.*, count(DISTINCT ds.document_key) AS documents FROM issues i LEFT JOIN sources s ON s.issue_id = i.id
  LEFT JOIN document_sources ds ON ds.source_id = s.id`;

const OF_ISSUE = 'FROM document_sources ds JOIN sources s ON s.id = ds.source_id WHERE s.issue_id = ?';

function readFacts(all: (sql: string) => Row[]): DocumentFacts[] {
  const topics = new Map<number, string[]>();
  for (const row of all(
    'SELECT document_key, subject FROM document_topics WHERE rank < 2 ORDER BY document_key, rank',
  )) {
    const key = Number(row.document_key);
    topics.set(key, [...(topics.get(key) ?? []), String(row.subject)]);
  }
  const issues = new Map<number, string[]>();
  for (const row of all(
    'SELECT DISTINCT ds.document_key, s.issue_id FROM document_sources ds JOIN sources s ON s.id = ds.source_id WHERE s.issue_id IS NOT NULL',
  )) {
    const key = Number(row.document_key);
    issues.set(key, [...(issues.get(key) ?? []), String(row.issue_id)]);
  }
  return all('SELECT key, id, issuers, type, written_on, effective_on, expires_on FROM documents ORDER BY key').map(
    (row) => ({
      key: Number(row.key),
      id: String(row.id),
      issuers: JSON.parse(String(row.issuers)) as string[],
      year: row.written_on === null ? null : Number(String(row.written_on).slice(0, 4)),
      type: row.type as string | null,
      topics: topics.get(Number(row.key)) ?? [],
      issueIds: issues.get(Number(row.key)) ?? [],
      writtenOn: row.written_on as string | null,
      effectiveOn: row.effective_on as string | null,
      expiresOn: row.expires_on as string | null,
    }),
  );
}
