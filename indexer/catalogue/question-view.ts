/** What the ranking of questions reads of the catalogue in bulk: where headings stand, and what the library's texts cite. */
import type { Database } from './database.ts';
import { all } from './statements.ts';

/** Ordinals of the headings of parts, chapters and sections, by document key. */
export function headingOrdinals(database: Database): Map<number, { ordinal: number; section: boolean }[]> {
  const rows = all(
    database,
    "SELECT document_key AS document, ordinal, kind = 'section' AS section FROM provisions WHERE kind IN ('part', 'subpart', 'chapter', 'section') ORDER BY document_key, ordinal",
  ) as unknown as { document: number; ordinal: number; section: number }[];
  const byDocument = new Map<number, { ordinal: number; section: boolean }[]>();
  for (const { document, ordinal, section } of rows) {
    const headings = byDocument.get(document) ?? [];
    headings.push({ ordinal, section: section === 1 });
    byDocument.set(document, headings);
  }
  return byDocument;
}

/** In how many documents each title is cited, by the key of the title without 中华人民共和国. */
export function citingDocuments(database: Database): Map<string, number> {
  const rows = all(
    database,
    'SELECT title_key AS title, count(DISTINCT document_key) AS citing FROM citations WHERE title_key IS NOT NULL GROUP BY 1',
  ) as unknown as { title: string; citing: number }[];
  return new Map(rows.map(({ title, citing }) => [title, citing]));
}

/** How often each provision is cited: `title_key` and 第六条, as written. */
export function pinsCited(database: Database): { title: string; pin: string; times: number }[] {
  return all(
    database,
    'SELECT title_key AS title, pin, count(*) AS times FROM citations WHERE title_key IS NOT NULL AND pin IS NOT NULL GROUP BY 1, 2',
  ) as unknown as { title: string; pin: string; times: number }[];
}

/** The key by which citations name each document. */
export function titleKeys(database: Database): Map<number, string> {
  const rows = all(database, 'SELECT key, bare_title_key AS title FROM documents') as unknown as {
    key: number;
    title: string;
  }[];
  return new Map(rows.map(({ key, title }) => [key, title]));
}
