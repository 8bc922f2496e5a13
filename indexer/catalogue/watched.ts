/** Folders that are watched, and the files that were seen in them, so that a restart knows what is new and what is gone. */
import type { Database } from './database.ts';
import { all, one, run } from './statements.ts';

export const watchedMigration = `
CREATE TABLE watched_folders (path TEXT PRIMARY KEY, added_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE watched_files (
  path TEXT PRIMARY KEY, folder TEXT NOT NULL REFERENCES watched_folders(path) ON DELETE CASCADE,
  size INTEGER NOT NULL, modified INTEGER NOT NULL, vanished_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_files_folder ON watched_files(folder, vanished_at);
`;

export interface WatchedFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds. */
  readonly modified: number;
}

export interface FolderCounts {
  readonly path: string;
  readonly addedAt: string;
  readonly files: number;
  readonly vanished: number;
}

export function addFolder(database: Database, path: string, addedAt: string): void {
  run(database, 'INSERT OR IGNORE INTO watched_folders VALUES (?, ?)', path, addedAt);
}

/** What was imported from it stays. */
export function removeFolder(database: Database, path: string): void {
  run(database, 'DELETE FROM watched_folders WHERE path = ?', path);
}

export function readFolders(database: Database): FolderCounts[] {
  const rows = all(
    database,
    `SELECT w.path, w.added_at, count(f.path) AS files, sum(f.vanished_at IS NOT NULL) AS vanished
     FROM watched_folders w LEFT JOIN watched_files f ON f.folder = w.path GROUP BY w.path ORDER BY w.added_at, w.path`,
  );
  return rows.map((row) => ({
    path: String(row.path),
    addedAt: String(row.added_at),
    files: Number(row.files),
    vanished: Number(row.vanished ?? 0),
  }));
}

/** Whether this very file was seen before; one that had vanished and is back is as it was. */
export function isSeen(database: Database, { path, size, modified }: WatchedFile): boolean {
  const row = one(database, 'SELECT size, modified, vanished_at FROM watched_files WHERE path = ?', path);
  if (row === null || Number(row.size) !== size || Number(row.modified) !== modified) return false;
  if (row.vanished_at !== null) run(database, 'UPDATE watched_files SET vanished_at = NULL WHERE path = ?', path);
  return true;
}

export function setSeen(database: Database, folder: string, { path, size, modified }: WatchedFile): void {
  // The folder may have been taken off meanwhile.
  const sql = `INSERT OR REPLACE INTO watched_files (path, folder, size, modified)
    SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM watched_folders WHERE path = ?2)`;
  run(database, sql, path, folder, size, modified);
}

/** Paths of a folder that are there as far as we know. */
export function presentFiles(database: Database, folder: string): string[] {
  const sql = 'SELECT path FROM watched_files WHERE folder = ? AND vanished_at IS NULL ORDER BY path';
  return all(database, sql, folder).map(({ path }) => String(path));
}

export function setVanished(database: Database, paths: readonly string[], at: string): void {
  const sql = 'UPDATE watched_files SET vanished_at = ? WHERE path IN (SELECT value FROM json_each(?))';
  run(database, sql, at, JSON.stringify(paths));
}

/** Files that were imported and are no longer where they were. */
export function vanishedFiles(database: Database, limit: number): { readonly path: string; readonly since: string }[] {
  const sql =
    'SELECT path, vanished_at FROM watched_files WHERE vanished_at IS NOT NULL ORDER BY vanished_at DESC, path LIMIT ?';
  return all(database, sql, limit).map((row) => ({ path: String(row.path), since: String(row.vanished_at) }));
}
