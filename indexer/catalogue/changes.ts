/**
 * Which documents changed lately, in the order of their last change: what holds the library in memory reads anew only these. The
 * list is kept in the library, so that every connection and every thread sees it. It grows no longer than the library.
 */
import type { Database } from './database.ts';
import { all, one, run } from './statements.ts';

export const changesMigration = `
CREATE TABLE document_changes (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, document_key INTEGER NOT NULL UNIQUE
) STRICT;
`;

/** Part of the transaction that changes the document. */
export function noteChange(database: Database, key: number): void {
  run(database, 'INSERT OR REPLACE INTO document_changes (document_key) VALUES (?)', key);
}

/** 0 when nothing has changed since the list is kept. */
export function lastChange(database: Database): number {
  return Number(one(database, 'SELECT max(sequence) AS last FROM document_changes')?.last ?? 0);
}

export interface Changes {
  /** Keys of documents that were written or removed. */
  readonly keys: readonly number[];
  /** The last change that is among them. */
  readonly until: number;
}

/** The earliest so many changes behind one. */
export function changesSince(database: Database, sequence: number, most: number): Changes {
  const sql = 'SELECT sequence, document_key FROM document_changes WHERE sequence > ? ORDER BY sequence LIMIT ?';
  const rows = all(database, sql, sequence, most);
  return {
    keys: rows.map(({ document_key }) => Number(document_key)),
    until: Number(rows.at(-1)?.sequence ?? sequence),
  };
}
