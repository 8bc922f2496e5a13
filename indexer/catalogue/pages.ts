/** The pages of a source as it is printed, and where its lines stand on them, so that a clause can be shown in its original. */
import type { PrintedPage } from '../model.ts';
import type { Database } from './database.ts';
import { all, one, run } from './statements.ts';

/** `lines` is JSON: for each line from `first_line` on its PrintedPlace, in whole points. */
export const pagesMigration = `
CREATE TABLE source_pages (
  source_id TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  page INTEGER NOT NULL, width REAL NOT NULL, height REAL NOT NULL, scanned INTEGER NOT NULL,
  first_line INTEGER NOT NULL, lines TEXT NOT NULL,
  PRIMARY KEY (source_id, page)
) STRICT, WITHOUT ROWID;
`;

/** Takes the place of what was kept of the source before. */
export function writePages(database: Database, sourceId: string, pages: readonly PrintedPage[]): void {
  run(database, 'DELETE FROM source_pages WHERE source_id = ?', sourceId);
  for (const { page, width, height, scanned, firstLine, lines } of pages)
    run(
      database,
      'INSERT INTO source_pages (source_id, page, width, height, scanned, first_line, lines) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[sourceId, page, width, height, scanned ? 1 : 0, firstLine, JSON.stringify(lines)],
    );
}

/** In their order; none for a format without pages. */
export function readPages(database: Database, sourceId: string): PrintedPage[] {
  const rows = all(database, 'SELECT * FROM source_pages WHERE source_id = ? ORDER BY page', sourceId);
  return rows.map((row) => ({
    page: Number(row.page),
    width: Number(row.width),
    height: Number(row.height),
    scanned: row.scanned === 1,
    firstLine: Number(row.first_line),
    lines: JSON.parse(String(row.lines)) as PrintedPage['lines'],
  }));
}

export function countPages(database: Database, sourceId: string): number {
  return Number(one(database, 'SELECT count(*) AS pages FROM source_pages WHERE source_id = ?', sourceId)?.pages ?? 0);
}
