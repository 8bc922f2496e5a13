/** What the ranking of questions reads of the catalogue in bulk: where headings stand, and what the library's texts cite. */
import type { Database } from './database.ts';
import { all, one } from './statements.ts';

const HEADINGS = "kind IN ('part', 'subpart', 'chapter', 'section')";

/** One provision in twenty is a heading: they are found without a look at the others. */
export const headingsMigration = `
CREATE INDEX provisions_headings ON provisions(document_key, ordinal, kind) WHERE ${HEADINGS};
`;

/** Ordinals of the headings of parts, chapters and sections, by document key. */
export function headingOrdinals(database: Database): Map<number, { ordinal: number; section: boolean }[]> {
  // One string instead of thousands of rows: the binding's cost is by the row.
  const sql = `SELECT group_concat(document_key || ' ' || ordinal || ' ' || (kind = 'section')) AS headings FROM provisions WHERE ${HEADINGS}`;
  const byDocument = new Map<number, { ordinal: number; section: boolean }[]>();
  for (const heading of String(one(database, sql)?.headings ?? '').split(',')) {
    const [document, ordinal, section] = heading.split(' ').map(Number);
    if (document === undefined || ordinal === undefined) continue;
    const headings = byDocument.get(document) ?? [];
    headings.push({ ordinal, section: section === 1 });
    byDocument.set(document, headings);
  }
  return byDocument;
}

/** The same of the documents with these keys. */
export function headingOrdinalsIn(database: Database, keys: readonly number[]): ReturnType<typeof headingOrdinals> {
  const rows = all(
    database,
    `SELECT document_key AS document, ordinal, kind = 'section' AS section FROM provisions
     WHERE document_key IN (SELECT value FROM json_each(?)) AND kind IN ('part', 'subpart', 'chapter', 'section')`,
    JSON.stringify(keys),
  ) as unknown as { document: number; ordinal: number; section: number }[];
  const byDocument = new Map<number, { ordinal: number; section: boolean }[]>();
  for (const { document, ordinal, section } of rows) {
    const headings = byDocument.get(document) ?? [];
    headings.push({ ordinal, section: section === 1 });
    byDocument.set(document, headings);
  }
  return byDocument;
}

/** In how many documents each title is cited, by the key of the title without 中华人民共和国. Of all, or of those with these keys. */
export function citingDocuments(database: Database, keys: readonly number[] | null = null): Map<string, number> {
  const rows = all(
    database,
    `SELECT title_key AS title, count(DISTINCT document_key) AS citing FROM citations
     WHERE title_key IS NOT NULL ${only('document_key', keys)} GROUP BY 1`,
    ...wanted(keys),
  ) as unknown as { title: string; citing: number }[];
  return new Map(rows.map(({ title, citing }) => [title, citing]));
}

/** How often each provision is cited: `title_key` and 第六条, as written. By all documents, or by those with these keys. */
export function pinsCited(
  database: Database,
  keys: readonly number[] | null = null,
): { title: string; pin: string; times: number }[] {
  return all(
    database,
    `SELECT title_key AS title, pin, count(*) AS times FROM citations
     WHERE title_key IS NOT NULL AND pin IS NOT NULL ${only('document_key', keys)} GROUP BY 1, 2`,
    ...wanted(keys),
  ) as unknown as { title: string; pin: string; times: number }[];
}

/** The key by which citations name each document, or each of those with these keys. */
export function titleKeys(database: Database, keys: readonly number[] | null = null): Map<number, string> {
  const rows = all(
    database,
    `SELECT key, bare_title_key AS title FROM documents WHERE true ${only('key', keys)}`,
    ...wanted(keys),
  ) as unknown as { key: number; title: string }[];
  return new Map(rows.map(({ key, title }) => [key, title]));
}

const only = (column: string, keys: readonly number[] | null): string =>
  keys === null ? '' : `AND ${column} IN (SELECT value FROM json_each(?))`;
const wanted = (keys: readonly number[] | null): string[] => (keys === null ? [] : [JSON.stringify(keys)]);
