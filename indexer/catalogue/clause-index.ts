/**
 * The exact full-text index of the catalogue: which clauses contain a run of characters, wherever a segmenter would cut.
 * FTS5 keeps the grams of text/grams.ts with their positions and no text of its own; texts are read back from the bodies.
 * Every document has one entry for its head (title and facts) and one for each clause, numbered without gaps.
 */
import type { Provision } from '../model.ts';
import { foldText } from '../text/fold.ts';
import { gramsOf, phraseGrams } from '../text/grams.ts';
import type { Database } from './database.ts';
import { all, one, run } from './statements.ts';

export const clauseIndexMigration = `
CREATE TABLE clause_keys (next INTEGER NOT NULL) STRICT;
INSERT INTO clause_keys VALUES (1);
-- Key first_key is the head of the document, the clauses follow; spans holds ordinal, start and end in the body of each.
CREATE TABLE clause_sets (
  document_key INTEGER PRIMARY KEY, first_key INTEGER NOT NULL UNIQUE, clauses INTEGER NOT NULL, spans BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE clause_text USING fts5(title, text, content='', contentless_delete=1, tokenize='ascii');
`;

export interface DocumentHead {
  readonly title: string;
  readonly attached: readonly string[];
  readonly number: string | null;
  readonly registration: string | null;
  readonly issuers: readonly string[];
}

export interface IndexedDocument extends DocumentHead {
  readonly key: number;
  readonly body: string;
  readonly provisions: readonly Pick<Provision, 'ordinal' | 'clause' | 'span'>[];
}

/** The clauses of one document as the search holds them in memory. */
export interface ClauseSet {
  readonly documentKey: number;
  /** Key of the head; the first clause has the next one. */
  readonly firstKey: number;
  /** Ordinal of the first provision, start and end in the body: three numbers a clause. */
  readonly spans: Int32Array;
}

/** Adds the head and the clauses of a document; in the transaction that writes it. */
export function writeClauses(database: Database, document: IndexedDocument): void {
  const next = nextClauseKey(database);
  addHead(database, next, document);
  const spans = clauseSpans(document.provisions);
  const count = spans.length / 3;
  for (let i = 0; i < count; i += 1)
    addEntry(database, next + 1 + i, '', document.body.slice(spans[i * 3 + 1], spans[i * 3 + 2]));
  const hex = Buffer.from(spans.buffer).toString('hex');
  run(database, 'INSERT INTO clause_sets VALUES (?, ?, ?, unhex(?))', document.key, next, count, hex);
  run(database, 'UPDATE clause_keys SET next = ?', next + 1 + count);
}

/** Title and facts anew, while the clauses stay. */
export function replaceHead(database: Database, head: DocumentHead & { readonly key: number }): void {
  const set = one(database, 'SELECT first_key FROM clause_sets WHERE document_key = ?', head.key);
  if (set === null) return;
  run(database, 'DELETE FROM clause_text WHERE rowid = ?', Number(set.first_key));
  addHead(database, Number(set.first_key), head);
}

function addHead(
  database: Database,
  rowKey: number,
  { title, attached, number, registration, issuers }: DocumentHead,
): void {
  const facts = [number, registration, ...issuers].filter((fact) => fact !== null);
  addEntry(database, rowKey, [title, ...attached].join('\n'), facts.join('\n'));
}

function addEntry(database: Database, rowKey: number, title: string, text: string): void {
  const sql = 'INSERT INTO clause_text (rowid, title, text) VALUES (?, ?, ?)';
  run(database, sql, rowKey, gramsOf(foldText(title)), gramsOf(foldText(text)));
}

export function removeClauses(database: Database, documentKey: number): void {
  const set = one(database, 'SELECT first_key, clauses FROM clause_sets WHERE document_key = ?', documentKey);
  if (set === null) return;
  const first = Number(set.first_key);
  run(database, 'DELETE FROM clause_text WHERE rowid BETWEEN ? AND ?', first, first + Number(set.clauses));
  run(database, 'DELETE FROM clause_sets WHERE document_key = ?', documentKey);
}

/** Ordinal of the first provision, start and end of every clause, in reading order. */
function clauseSpans(provisions: IndexedDocument['provisions']): Int32Array {
  const spans: number[] = [];
  let clause = -1;
  for (const provision of provisions) {
    if (provision.clause === clause && spans.length > 0) spans[spans.length - 1] = provision.span.end;
    else spans.push(provision.ordinal, provision.span.start, provision.span.end);
    clause = provision.clause;
  }
  return Int32Array.from(spans);
}

export type ClauseColumn = 'title' | 'text';

/**
 * The query that matches exactly where this run of characters stands: 增设电梯 gives `"增设 设电 电梯"`. With a column, only in titles
 * or only in texts. Null when the run holds nothing to look for.
 */
export function phraseQuery(phrase: string, column: ClauseColumn | null = null): string | null {
  const found = phraseGrams(foldText(phrase));
  if (found === null) return null;
  return `${column === null ? '' : `${column} : `}"${found.grams}"${found.prefix ? ' *' : ''}`;
}

/** Keys from `first` on of the heads and clauses that match a query of phraseQuery, ascending. */
export function clausesMatching(database: Database, query: string, first = 0): Int32Array {
  // One string instead of thousands of rows: the binding's cost is by the row.
  const sql = 'SELECT group_concat(rowid) AS keys FROM clause_text WHERE clause_text MATCH ? AND rowid >= ?';
  return readKeys(String(one(database, sql, query, first)?.keys ?? ''));
}

/** The key that the next head gets; all that are in use are smaller. */
export function nextClauseKey(database: Database): number {
  return Number(one(database, 'SELECT next FROM clause_keys')?.next ?? 1);
}

/** Whether any head or clause matches: much cheaper than to fetch them all. */
export function matchesAnywhere(database: Database, query: string): boolean {
  return one(database, 'SELECT 1 FROM clause_text WHERE clause_text MATCH ? LIMIT 1', query) !== null;
}

/** The clause sets of all documents, or of those with these keys; by ascending first key. */
export function clauseSets(database: Database, keys: readonly number[] | null = null): ClauseSet[] {
  const only = keys === null ? '' : 'WHERE document_key IN (SELECT value FROM json_each(?))';
  const sql = `SELECT document_key, first_key, spans FROM clause_sets ${only} ORDER BY first_key`;
  const wanted = keys === null ? [] : [JSON.stringify(keys)];
  const rows = all(database, sql, ...wanted) as unknown as {
    document_key: number;
    first_key: number;
    spans: ArrayBuffer;
  }[];
  return rows.map((row) => ({
    documentKey: row.document_key,
    firstKey: row.first_key,
    spans: new Int32Array(row.spans),
  }));
}

/** `3,17,240` as numbers. */
function readKeys(list: string): Int32Array {
  let count = list === '' ? 0 : 1;
  for (let at = list.indexOf(','); at >= 0; at = list.indexOf(',', at + 1)) count += 1;
  const keys = new Int32Array(count);
  let key = 0;
  let filled = 0;
  for (let at = 0; at < list.length; at += 1) {
    const digit = list.charCodeAt(at) - 48;
    if (digit >= 0) {
      key = key * 10 + digit;
    } else {
      keys[filled++] = key;
      key = 0;
    }
  }
  if (count > 0) keys[filled] = key;
  return keys;
}
