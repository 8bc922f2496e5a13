/** Import runs and their files as the catalogue keeps them, so that a run survives a crash and a restart. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../catalogue/database.ts';
import { inTransaction } from '../catalogue/database.ts';
import type { ImportFile, ImportOutcome, ImportRun, ImportState } from '../contract.ts';
import { type AppError, type Language, wordError } from '../errors.ts';
import type { FoundFile } from './scan.ts';

export interface QueuedFile {
  readonly position: number;
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

export type FileProblem = NonNullable<ImportFile['problem']>;
type Row = Record<string, string | number | null>;

/** A failure as one sentence and what to do. */
export function problemOf(error: AppError, language: Language): FileProblem {
  const { sentence, hint } = wordError(error.code, error.details, language);
  return { code: error.code, message: sentence, hint };
}

export class RunLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  create(paths: readonly string[], startedAt: string): string {
    const id = randomUUID();
    this.#database
      .prepare(
        "INSERT INTO import_runs (id, sequence, state, paths, started_at) VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM import_runs), 'scanning', ?, ?)",
      )
      .run(id, JSON.stringify(paths), startedAt);
    return id;
  }

  /** Adds the files that a scan found, at once. */
  addFiles(id: string, files: readonly FoundFile[], problem: (failure: string, file: FoundFile) => FileProblem): void {
    inTransaction(this.#database, () => {
      const add = this.#database.prepare(
        'INSERT INTO import_files (run_id, position, path, name, size, outcome, problem) VALUES (?, ?, ?, ?, ?, ?, ?)',
      );
      for (const [position, file] of files.entries()) {
        const failed = file.failure === null ? null : JSON.stringify(problem(file.failure, file));
        add.run(id, position, file.path, file.name, file.size, failed === null ? 'waiting' : 'failed', failed);
      }
      this.setState(id, 'running');
    });
  }

  setState(id: string, state: ImportState, finishedAt: string | null = null, problem: FileProblem | null = null): void {
    this.#database
      .prepare('UPDATE import_runs SET state = ?, finished_at = ?, problem = ? WHERE id = ?')
      .run(state, finishedAt, problem === null ? null : JSON.stringify(problem), id);
  }

  /** Next files to take up, in order. */
  waiting(id: string, limit: number): QueuedFile[] {
    const rows = this.#database
      .prepare(
        "SELECT position, path, name, size FROM import_files WHERE run_id = ? AND outcome = 'waiting' ORDER BY position LIMIT ?",
      )
      .all(id, limit) as Row[];
    return rows.map((row) => ({
      position: Number(row.position),
      path: String(row.path),
      name: String(row.name),
      size: Number(row.size),
    }));
  }

  setFile(
    id: string,
    position: number,
    result: {
      outcome: ImportOutcome;
      newDocuments?: number;
      mergedDocuments?: number;
      warnings?: number;
      problem?: FileProblem;
    },
  ): void {
    const { outcome, newDocuments = 0, mergedDocuments = 0, warnings = 0, problem } = result;
    this.#database
      .prepare(
        'UPDATE import_files SET outcome = ?, new_documents = ?, merged_documents = ?, warnings = ?, problem = ? WHERE run_id = ? AND position = ?',
      )
      .run(
        outcome,
        newDocuments,
        mergedDocuments,
        warnings,
        problem === undefined ? null : JSON.stringify(problem),
        id,
        position,
      );
  }

  /** Files that were being read when the service died wait again; returns the run to take up, if any. */
  unfinished(): string | null {
    const row = this.#database
      .prepare(
        "SELECT id FROM import_runs WHERE state IN ('scanning', 'running', 'cancelling') ORDER BY sequence LIMIT 1",
      )
      .get() as Row | undefined;
    if (row === undefined) return null;
    this.#database
      .prepare("UPDATE import_files SET outcome = 'waiting' WHERE run_id = ? AND outcome = 'reading'")
      .run(row.id);
    return String(row.id);
  }

  cancelWaiting(id: string): void {
    this.#database
      .prepare("UPDATE import_files SET outcome = 'cancelled' WHERE run_id = ? AND outcome IN ('waiting', 'reading')")
      .run(id);
  }

  paths(id: string): string[] {
    const row = this.#database.prepare('SELECT paths FROM import_runs WHERE id = ?').get(id) as Row | undefined;
    return row === undefined ? [] : (JSON.parse(String(row.paths)) as string[]);
  }

  ids(): string[] {
    return (this.#database.prepare('SELECT id FROM import_runs ORDER BY sequence DESC LIMIT 200').all() as Row[]).map(
      (row) => String(row.id),
    );
  }

  run(id: string, indexPending: number): ImportRun | null {
    const row = this.#database.prepare('SELECT * FROM import_runs WHERE id = ?').get(id) as Row | undefined;
    if (row === undefined) return null;
    const groups = this.#database
      .prepare(
        `SELECT outcome, count(*) AS files, sum(size) AS bytes, sum(new_documents) AS fresh, sum(merged_documents) AS merged
         FROM import_files WHERE run_id = ? GROUP BY outcome`,
      )
      .all(id) as Row[];
    const of = (outcome: ImportOutcome, column: string): number =>
      Number(groups.find((group) => group.outcome === outcome)?.[column] ?? 0);
    const sum = (column: string): number => groups.reduce((total, group) => total + Number(group[column] ?? 0), 0);
    const open = of('waiting', 'files') + of('reading', 'files');
    const openBytes = of('waiting', 'bytes') + of('reading', 'bytes');
    const reading = this.#database
      .prepare("SELECT name FROM import_files WHERE run_id = ? AND outcome = 'reading' ORDER BY position LIMIT 1")
      .get(id) as Row | undefined;
    return {
      id,
      state: String(row.state) as ImportState,
      startedAt: String(row.started_at),
      finishedAt: row.finished_at === null ? null : String(row.finished_at),
      paths: JSON.parse(String(row.paths)) as string[],
      filesTotal: sum('files'),
      filesDone: sum('files') - open,
      bytesTotal: sum('bytes'),
      bytesDone: sum('bytes') - openBytes,
      counts: {
        new: of('new', 'files'),
        known: of('known', 'files'),
        merged: of('merged', 'files'),
        failed: of('failed', 'files'),
        cancelled: of('cancelled', 'files'),
      },
      newDocuments: sum('fresh'),
      mergedDocuments: sum('merged'),
      currentFile: reading === undefined ? null : String(reading.name),
      indexPending,
      problem: row.problem === null ? null : (JSON.parse(String(row.problem)) as FileProblem),
    };
  }

  files(
    id: string,
    options: { offset: number; limit: number; outcome?: ImportOutcome | undefined },
  ): { files: ImportFile[]; total: number } {
    const { offset, limit, outcome = null } = options;
    const where = 'run_id = ?1 AND (?2 IS NULL OR outcome = ?2)';
    const { total } = this.#database
      .prepare(`SELECT count(*) AS total FROM import_files WHERE ${where}`)
      .get(id, outcome) as { total: number };
    const rows = this.#database
      .prepare(`SELECT * FROM import_files WHERE ${where} ORDER BY position LIMIT ?3 OFFSET ?4`)
      .all(id, outcome, limit, offset) as Row[];
    return { files: rows.map(toFile), total };
  }

  file(id: string, position: number): ImportFile {
    return toFile(
      this.#database.prepare('SELECT * FROM import_files WHERE run_id = ? AND position = ?').get(id, position) as Row,
    );
  }
}

function toFile(row: Row): ImportFile {
  return {
    path: String(row.path),
    name: String(row.name),
    size: Number(row.size),
    outcome: String(row.outcome) as ImportOutcome,
    newDocuments: Number(row.new_documents),
    mergedDocuments: Number(row.merged_documents),
    warnings: Number(row.warnings),
    problem: row.problem === null ? null : (JSON.parse(String(row.problem)) as FileProblem),
  };
}
