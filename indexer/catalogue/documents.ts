/** Reads documents: their records, texts, provisions and sources, and the facts that the search holds in memory. */
import type { ParsedDocument, TopicSuggestion } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import {
  type DocumentFacts,
  type DocumentRecord,
  type DocumentSource,
  type ProvisionRecord,
  SECOND_TOPIC,
  type SourceName,
} from './catalogue.ts';
import type { Database } from './database.ts';
import { countPages } from './pages.ts';
import { DOCUMENT_COLUMNS, toDocument, toProblems, toProvision, toSource } from './rows.ts';
import { all, one, type Value } from './statements.ts';

/** Topics that count as a document's own; further ones are guesses. */
const FACET_TOPICS = 2;

export function readDocuments(database: Database, where: string, ...values: readonly Value[]): DocumentRecord[] {
  const rows = all(database, `SELECT ${DOCUMENT_COLUMNS} FROM documents ${where}`, ...values);
  return rows.map((row) => toDocument(row, readTopics(database, Number(row.key))));
}

export function readDocument(database: Database, where: string, value: Value): DocumentRecord | null {
  return readDocuments(database, where, value)[0] ?? null;
}

export function readDocumentsOfSource(database: Database, sourceId: string): DocumentRecord[] {
  const where = `JOIN document_sources ds ON ds.document_key = documents.key WHERE ds.source_id = ? ORDER BY ds.first_line`;
  return readDocuments(database, where, sourceId);
}

const BY_TITLE = `WHERE bare_title_key = ?1
  OR key IN (SELECT document_key FROM attached_titles WHERE title_key = ?1)
  ORDER BY coalesce(effective_on, written_on, '') DESC, key`;

/** Citing a text that was issued with a notice (某市停车办法) means the notice. */
export function readDocumentsByTitle(database: Database, title: string): DocumentRecord[] {
  return readDocuments(database, BY_TITLE, bareTitleKey(title));
}

export function readTitles(database: Database): { id: string; title: string }[] {
  return all(database, 'SELECT id, title FROM documents').map(({ id, title }) => ({
    id: String(id),
    title: String(title),
  }));
}

function readTopics(database: Database, key: number): TopicSuggestion[] {
  const rows = all(
    database,
    'SELECT subject, second, score FROM document_topics WHERE document_key = ? ORDER BY rank',
    key,
  );
  return rows.map(({ subject, second, score }) => ({
    subject: String(subject),
    second: second as string | null,
    score: Number(score),
  }));
}

export function readBody(database: Database, id: string): string | null {
  const row = one(database, 'SELECT body FROM documents WHERE id = ?', id);
  return row && String(row.body);
}

export function readProvisions(database: Database, id: string): ProvisionRecord[] {
  const document = one(database, 'SELECT key, body FROM documents WHERE id = ?', id);
  if (document === null) return [];
  const body = String(document.body);
  const rows = all(database, 'SELECT * FROM provisions WHERE document_key = ? ORDER BY ordinal', Number(document.key));
  return rows.map((row) => toProvision(row, id, body));
}

export function readSourcesWithProblem(database: Database, code: string): string[] {
  const rows = all(
    database,
    `SELECT DISTINCT ds.source_id AS id FROM documents d JOIN document_sources ds ON ds.document_key = d.key
     WHERE d.problems <> '[]' AND EXISTS (SELECT 1 FROM json_each(d.problems) WHERE json_extract(value, '$.code') = ?)`,
    code,
  );
  return rows.map(({ id }) => String(id));
}

const NAMES_AT_ONCE = 2000;

/** In parts, because there may be a hundred thousand. */
export function* readSourceNames(database: Database): Generator<SourceName[], void> {
  let last = 0;
  for (;;) {
    const rows = all(
      database,
      'SELECT rowid AS at, id, file_name, path FROM sources WHERE rowid > ? ORDER BY rowid LIMIT ?',
      last,
      NAMES_AT_ONCE,
    );
    if (rows.length === 0) return;
    last = Number(rows.at(-1)?.at);
    yield rows.map((row) => ({ id: String(row.id), fileName: String(row.file_name), path: String(row.path) }));
  }
}

/** The one that leads comes first. */
export function readSources(database: Database, id: string): DocumentSource[] {
  const rows = all(
    database,
    `SELECT s.*, ds.first_line, ds.last_line, ds.leads FROM documents d
     JOIN document_sources ds ON ds.document_key = d.key JOIN sources s ON s.id = ds.source_id
     WHERE d.id = ? ORDER BY ds.leads DESC, s.imported_at, s.id, ds.first_line`,
    id,
  );
  return rows.map((row) => ({
    ...toSource(row),
    lines: [Number(row.first_line), Number(row.last_line)] as const,
    leads: row.leads === 1,
    pages: countPages(database, String(row.id)),
  }));
}

export function readProblems(database: Database, id: string): ParsedDocument['problems'] {
  const row = one(database, 'SELECT problems FROM documents WHERE id = ?', id);
  return row === null ? [] : toProblems(row);
}

type Keys = readonly number[] | null;

/** Of every document that is not hidden, or of those with these keys; by ascending key. */
export function readFacts(database: Database, keys: Keys = null): DocumentFacts[] {
  const topics = readLists(database, TOPICS, keys);
  const seconds = readLists(database, SECOND_TOPICS, keys);
  const issues = readLists(database, ISSUES, keys);
  const rows = all(
    database,
    `SELECT key, id, issuers, type, written_on, effective_on, expires_on FROM documents
     WHERE id NOT IN (SELECT document_id FROM hidden_documents) ${only('key', keys)} ORDER BY key`,
    ...wanted(keys),
  );
  return rows.map((row) => {
    const key = Number(row.key);
    const writtenOn = row.written_on as string | null;
    return {
      key,
      id: String(row.id),
      issuers: JSON.parse(String(row.issuers)) as string[],
      year: writtenOn === null ? null : Number(writtenOn.slice(0, 4)),
      type: row.type as string | null,
      topics: topics.get(key) ?? [],
      secondTopics: seconds.get(key) ?? [],
      issueIds: issues.get(key) ?? [],
      writtenOn,
      effectiveOn: row.effective_on as string | null,
      expiresOn: row.expires_on as string | null,
    };
  });
}

const only = (column: string, keys: Keys): string =>
  keys === null ? '' : `AND ${column} IN (SELECT value FROM json_each(?))`;
const wanted = (keys: Keys): string[] => (keys === null ? [] : [JSON.stringify(keys)]);

const TOPICS = (keys: Keys): string => `SELECT document_key, subject AS value FROM document_topics
  WHERE rank < ${FACET_TOPICS} ${only('document_key', keys)} ORDER BY document_key, rank`;
const SECOND_TOPICS = (keys: Keys): string =>
  `SELECT document_key, subject || '${SECOND_TOPIC}' || second AS value FROM document_topics
   WHERE rank < ${FACET_TOPICS} AND second IS NOT NULL ${only('document_key', keys)} ORDER BY document_key, rank`;
const ISSUES = (keys: Keys): string =>
  `SELECT DISTINCT ds.document_key, s.issue_id AS value FROM document_sources ds JOIN sources s ON s.id = ds.source_id
   WHERE s.issue_id IS NOT NULL ${only('ds.document_key', keys)} ORDER BY ds.document_key, s.issue_id`;

/** The values of each document, in their order, by its key. */
function readLists(database: Database, sql: (keys: Keys) => string, keys: Keys): Map<number, string[]> {
  const lists = new Map<number, string[]>();
  for (const { document_key, value } of all(database, sql(keys), ...wanted(keys))) {
    const key = Number(document_key);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [String(value)]);
    else list.push(String(value));
  }
  return lists;
}
