/** The queue of pages that OCR has still to read, and what it has read, as SQLite keeps them. */
import type { SourceLine } from '../read/read-text.ts';
import type { Database } from './database.ts';
import type { Row } from './rows.ts';
import { all, one, run } from './statements.ts';

export interface ScannedFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly path: string;
  readonly size: number;
  /** The file of the import that waits for it. */
  readonly runId: string | null;
  readonly position: number | null;
}

export interface QueuedPage {
  readonly sha256: string;
  readonly fileName: string;
  readonly page: number;
}

export interface FileProgress extends ScannedFile {
  readonly pages: number;
  readonly done: number;
  readonly failed: number;
  readonly problem: string | null;
}

/** Part of the transaction that files what the other pages say. Pages that were recognised stay so; those that failed wait again. */
export function queuePages(database: Database, file: ScannedFile, pages: readonly number[]): void {
  const { sha256, fileName, path, size, runId, position } = file;
  run(
    database,
    `INSERT INTO recognition_files (sha256, sequence, file_name, path, size, run_id, position)
     VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM recognition_files), ?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET run_id = excluded.run_id, position = excluded.position, filed = 0, problem = NULL`,
    ...[sha256, fileName, path, size, runId, position],
  );
  for (const page of pages)
    run(
      database,
      `INSERT INTO recognition_pages (sha256, page) VALUES (?, ?)
       ON CONFLICT (sha256, page) DO UPDATE SET state = 'waiting', problem = NULL WHERE state = 'failed'`,
      ...[sha256, page],
    );
}

/** What was recognised of a file, by page; undefined when nothing was. */
export function recognisedPages(database: Database, sha256: string): Map<number, readonly SourceLine[]> | undefined {
  const rows = all(
    database,
    "SELECT page, lines FROM recognition_pages WHERE sha256 = ? AND state = 'done' ORDER BY page",
    sha256,
  );
  if (rows.length === 0) return undefined;
  return new Map(rows.map(({ page, lines }) => [Number(page), JSON.parse(String(lines)) as readonly SourceLine[]]));
}

/** In the order in which files came; null when none waits. */
export function nextPage(database: Database): QueuedPage | null {
  const row = one(
    database,
    `SELECT p.sha256, f.file_name, p.page FROM recognition_pages p JOIN recognition_files f ON f.sha256 = p.sha256
     WHERE p.state = 'waiting' ORDER BY f.sequence, p.page LIMIT 1`,
  );
  return row && { sha256: String(row.sha256), fileName: String(row.file_name), page: Number(row.page) };
}

export function setRecognised(
  database: Database,
  { sha256, page }: Pick<QueuedPage, 'sha256' | 'page'>,
  { lines, milliseconds }: { readonly lines: readonly SourceLine[]; readonly milliseconds: number },
): void {
  const sql =
    "UPDATE recognition_pages SET state = 'done', lines = ?, milliseconds = ?, problem = NULL WHERE sha256 = ? AND page = ?";
  run(database, sql, JSON.stringify(lines), Math.round(milliseconds), sha256, page);
}

export function setUnrecognised(
  database: Database,
  { sha256, page }: Pick<QueuedPage, 'sha256' | 'page'>,
  problem: string,
): void {
  run(
    database,
    "UPDATE recognition_pages SET state = 'failed', problem = ? WHERE sha256 = ? AND page = ?",
    problem,
    sha256,
    page,
  );
}

/** A file whose pages are all done and that has not been filed from them; null when there is none. */
export function nextWholeFile(database: Database): ScannedFile | null {
  const row = one(
    database,
    `SELECT * FROM recognition_files f WHERE filed = 0 AND NOT EXISTS
       (SELECT 1 FROM recognition_pages p WHERE p.sha256 = f.sha256 AND p.state = 'waiting') ORDER BY sequence LIMIT 1`,
  );
  return row && toScannedFile(row);
}

export function setFiled(database: Database, sha256: string, problem: string | null): void {
  run(database, 'UPDATE recognition_files SET filed = 1, problem = ? WHERE sha256 = ?', problem, sha256);
}

/** Pages that failed wait again; how many. */
export function retryPages(database: Database): number {
  const { failed } = countPagesByState(database);
  const files = "SELECT sha256 FROM recognition_pages WHERE state = 'failed'";
  run(database, `UPDATE recognition_files SET filed = 0, problem = NULL WHERE sha256 IN (${files})`);
  run(database, "UPDATE recognition_pages SET state = 'waiting', problem = NULL WHERE state = 'failed'");
  return failed;
}

/** The file is not to be recognised; what was recognised of it is forgotten. */
export function dropFile(database: Database, sha256: string): ScannedFile | null {
  const row = one(database, 'SELECT * FROM recognition_files WHERE sha256 = ?', sha256);
  run(database, 'DELETE FROM recognition_files WHERE sha256 = ?', sha256);
  return row && toScannedFile(row);
}

export interface PageCounts {
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
  /** Mean of the pages done; null when none is. */
  readonly secondsAPage: number | null;
}

export function countPagesByState(database: Database): PageCounts {
  const rows = all(
    database,
    'SELECT state, count(*) AS pages, avg(milliseconds) AS mean FROM recognition_pages GROUP BY state',
  );
  const of = (state: string): Row | undefined => rows.find((row) => row.state === state);
  const count = (state: string): number => Number(of(state)?.pages ?? 0);
  const mean = of('done')?.mean ?? null;
  return {
    waiting: count('waiting'),
    done: count('done'),
    failed: count('failed'),
    secondsAPage: mean === null ? null : Number(mean) / 1000,
  };
}

/** Files that are not filed yet, and those of which something failed, in their order. */
export function filesInQueue(database: Database, limit: number): FileProgress[] {
  const rows = all(
    database,
    `SELECT f.*, count(p.page) AS pages, sum(p.state = 'done') AS done, sum(p.state = 'failed') AS failed,
       coalesce(f.problem, max(p.problem)) AS why
     FROM recognition_files f JOIN recognition_pages p ON p.sha256 = f.sha256 GROUP BY f.sha256
     HAVING f.filed = 0 OR why IS NOT NULL ORDER BY f.filed, f.sequence LIMIT ?`,
    limit,
  );
  return rows.map((row) => ({
    ...toScannedFile(row),
    pages: Number(row.pages),
    done: Number(row.done),
    failed: Number(row.failed),
    problem: row.why === null ? null : String(row.why),
  }));
}

function toScannedFile(row: Row): ScannedFile {
  return {
    sha256: String(row.sha256),
    fileName: String(row.file_name),
    path: String(row.path),
    size: Number(row.size),
    runId: row.run_id === null ? null : String(row.run_id),
    position: row.position === null ? null : Number(row.position),
  };
}
