/** What the search reads of the catalogue in bulk: the heads of all documents, known numbers, and single provisions. */
import type { Database } from './database.ts';
import { all, one, run } from './statements.ts';

export interface DocumentHead {
  readonly key: number;
  readonly title: string;
  readonly attached: readonly string[];
  readonly number: string | null;
  readonly printedOn: string | null;
  readonly addressee: string | null;
}

interface HeadRow {
  readonly key: number;
  readonly title: string;
  readonly attached: string;
  readonly number: string | null;
  readonly printed_on: string | null;
  readonly addressee: string | null;
}

/** Heads of all documents, or of those with these keys; by ascending key. */
export function documentHeads(database: Database, keys: readonly number[] | null = null): DocumentHead[] {
  const only = keys === null ? '' : 'WHERE key IN (SELECT value FROM json_each(?))';
  const rows = all(
    database,
    `SELECT key, title, attached, number, printed_on, addressee FROM documents ${only} ORDER BY key`,
    ...(keys === null ? [] : [JSON.stringify(keys)]),
  ) as unknown as HeadRow[];
  return rows.map((row) => ({
    key: row.key,
    title: row.title,
    attached: row.attached === '[]' ? [] : (JSON.parse(row.attached) as string[]),
    number: row.number,
    printedOn: row.printed_on,
    addressee: row.addressee,
  }));
}

/** Every number that a document has or cites, or that those with these keys do. */
export function knownNumbers(database: Database, keys: readonly number[] | null = null): string[] {
  const only = (column: string): string => (keys === null ? '' : `AND ${column} IN (SELECT value FROM json_each(?1))`);
  const row = one(
    database,
    `SELECT group_concat(number, char(10)) AS numbers FROM (
       SELECT number FROM documents WHERE number IS NOT NULL ${only('key')}
       UNION SELECT number FROM citations WHERE number IS NOT NULL ${only('document_key')})`,
    ...(keys === null ? [] : [JSON.stringify(keys)]),
  );
  return typeof row?.numbers === 'string' ? row.numbers.split('\n') : [];
}

export interface ProvisionPlace {
  readonly ordinal: number;
  readonly kind: string;
  readonly label: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The provisions of a document whose text begins in [start, end) of the body, in order. */
export function provisionsBetween(
  database: Database,
  documentKey: number,
  start: number,
  end: number,
): ProvisionPlace[] {
  const rows = all(
    database,
    'SELECT ordinal, kind, label, path, start, length FROM provisions WHERE document_key = ? AND start >= ? AND start < ? ORDER BY ordinal',
    documentKey,
    start,
    end,
  ) as unknown as (Omit<ProvisionPlace, 'end'> & { length: number })[];
  return rows.map(({ ordinal, kind, label, path, start: from, length }) => ({
    ordinal,
    kind,
    label,
    path,
    start: from,
    end: from + length,
  }));
}

/** Clauses, by their first provision, that are articles of this label: in one document, or in all. */
export function articlesLabelled(
  database: Database,
  label: string,
  documentKey: number | null,
): { documentKey: number; clause: number }[] {
  const columns = 'SELECT document_key AS documentKey, clause FROM provisions';
  const rows =
    documentKey === null
      ? all(database, `${columns} WHERE kind = 'article' AND label = ?`, label)
      : all(database, `${columns} WHERE document_key = ? AND kind = 'article' AND label = ?`, documentKey, label);
  return rows as unknown as { documentKey: number; clause: number }[];
}

/** Pairs of characters in the library that begin with this one, those in most clauses first: 景 gives 景区, 景观, 景点. */
export function pairsBeginning(database: Database, character: string, limit: number): string[] {
  run(database, 'CREATE VIRTUAL TABLE IF NOT EXISTS temp.gram_counts USING fts5vocab(main, clause_text, row)');
  const rows = all(
    database,
    'SELECT term FROM gram_counts WHERE term > ? AND term < ? ORDER BY doc DESC LIMIT ?',
    character,
    `${character}\u{10ffff}`,
    limit,
  );
  return rows.map(({ term }) => String(term)).filter((term) => /^\p{Script=Han}{2}$/u.test(term));
}

export function bodyOf(database: Database, documentKey: number): string {
  return String(one(database, 'SELECT body FROM documents WHERE key = ?', documentKey)?.body ?? '');
}
