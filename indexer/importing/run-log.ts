/** Import runs and their files as the catalogue keeps them, so that a run survives a crash and a restart. */
import { randomUUID } from 'node:crypto';
import type { FilingResult } from '../catalogue/catalogue.ts';
import { type Database, inTransaction } from '../catalogue/database.ts';
import { prepared, type Value } from '../catalogue/statements.ts';
import type { ImportFile, ImportOutcome, ImportRun, ImportState } from '../contract.ts';
import { AppError, type Language, wordError } from '../errors.ts';
import { type FileRow, type RunRow, type TotalsRow, toFile, toRun } from './run-rows.ts';
import type { FoundFile } from './scan.ts';

export interface QueuedFile {
  readonly position: number;
  readonly path: string;
  readonly name: string;
}

/** What became of a file. */
export type FileResult =
  | { readonly outcome: 'reading' | 'known' }
  | { readonly outcome: 'failed'; readonly failure: AppError }
  | FilingResult;

const BATCH = 100;
const MOST_RUNS = 200;

export class RunLog {
  readonly #database: Database;
  readonly #language: Language;
  /** Ends that a full disk kept from being saved: shown until the program ends, after which the run is taken up again. */
  readonly #unsavedEnds = new Map<string, Pick<ImportRun, 'state' | 'finishedAt' | 'problem'>>();

  constructor(database: Database, language: Language) {
    this.#database = database;
    this.#language = language;
  }

  create(paths: readonly string[]): string {
    const id = randomUUID();
    this.#run(
      `INSERT INTO import_runs (id, sequence, state, paths, started_at)
       VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM import_runs), 'scanning', ?, ?)`,
      [id, JSON.stringify(paths), new Date().toISOString()],
    );
    return id;
  }

  /** Adds all files that a scan found, or none, and has the run go on to working them off. */
  addFiles(id: string, files: readonly FoundFile[]): void {
    inTransaction(this.#database, () => {
      const add = prepared(
        this.#database,
        'INSERT INTO import_files (run_id, position, path, name, size, outcome, problem) VALUES (?, ?, ?, ?, ?, ?, ?)',
      );
      for (const [position, { path, name, size, failure }] of files.entries()) {
        const problem = failure === null ? null : JSON.stringify(this.#word(scanFailure(failure, path)));
        add.run(id, position, path, name, size, problem === null ? 'waiting' : 'failed', problem);
      }
      this.#run("UPDATE import_runs SET state = 'running' WHERE id = ?", [id]);
    });
  }

  /** The files still to be taken up, in order; read in batches, for there may be a hundred thousand. */
  *waiting(id: string): Generator<QueuedFile, void> {
    const batch = prepared(
      this.#database,
      `SELECT position, path, name FROM import_files
       WHERE run_id = ? AND outcome = 'waiting' AND position > ? ORDER BY position LIMIT ${BATCH}`,
    );
    let last = -1;
    for (;;) {
      const files = batch.all(id, last) as QueuedFile[];
      for (const { position, path, name } of files) yield { position, path, name };
      last = files.at(-1)?.position ?? -1;
      if (files.length < BATCH) return;
    }
  }

  setFile(id: string, position: number, result: FileResult): void {
    const counts = 'newDocuments' in result ? result : { newDocuments: 0, mergedDocuments: 0, warnings: 0 };
    const problem = 'failure' in result ? JSON.stringify(this.#word(result.failure)) : null;
    this.#run(
      `UPDATE import_files SET outcome = ?, new_documents = ?, merged_documents = ?, warnings = ?, problem = ?
       WHERE run_id = ? AND position = ?`,
      [result.outcome, counts.newDocuments, counts.mergedDocuments, counts.warnings, problem, id, position],
    );
  }

  setCancelling(id: string): void {
    this.#run("UPDATE import_runs SET state = 'cancelling' WHERE id = ?", [id]);
  }

  /** Ends the run; what it has not reached counts as cancelled. Never throws: a full disk must not keep a run from ending. */
  end(id: string, how: 'done' | 'cancelled' | AppError): void {
    const state = how instanceof AppError ? 'failed' : how;
    const problem = how instanceof AppError ? this.#word(how) : null;
    const finishedAt = new Date().toISOString();
    try {
      inTransaction(this.#database, () => {
        this.#run(
          "UPDATE import_files SET outcome = 'cancelled' WHERE run_id = ? AND outcome IN ('waiting', 'reading')",
          [id],
        );
        this.#run('UPDATE import_runs SET state = ?, finished_at = ?, problem = ? WHERE id = ?', [
          state,
          finishedAt,
          problem && JSON.stringify(problem),
          id,
        ]);
      });
    } catch {
      this.#unsavedEnds.set(id, { state, finishedAt, problem });
    }
  }

  /** The run that a crash or a stop interrupted, made ready to be taken up; null when there is none. */
  interrupted(): string | null {
    const row = prepared(
      this.#database,
      "SELECT id FROM import_runs WHERE state IN ('scanning', 'running', 'cancelling') ORDER BY sequence LIMIT 1",
    ).get() as { id: string } | undefined;
    if (row === undefined) return null;
    this.#run("UPDATE import_files SET outcome = 'waiting' WHERE run_id = ? AND outcome = 'reading'", [row.id]);
    return row.id;
  }

  state(id: string): ImportState | null {
    return (this.#row(id)?.state as ImportState | undefined) ?? null;
  }

  paths(id: string): string[] {
    return JSON.parse(this.#row(id)?.paths ?? '[]') as string[];
  }

  /** Newest first. */
  runs(): ImportRun[] {
    const rows = prepared(
      this.#database,
      `SELECT id FROM import_runs ORDER BY sequence DESC LIMIT ${MOST_RUNS}`,
    ).all() as {
      id: string;
    }[];
    return rows.flatMap(({ id }) => this.run(id) ?? []);
  }

  run(id: string): ImportRun | null {
    const row = this.#row(id);
    if (row === undefined) return null;
    const totals = prepared(
      this.#database,
      `SELECT outcome, count(*) AS files, sum(size) AS bytes, sum(new_documents) AS fresh, sum(merged_documents) AS merged,
                min(position) AS first FROM import_files WHERE run_id = ? GROUP BY outcome`,
    ).all(id) as TotalsRow[];
    const first = totals.find(({ outcome }) => outcome === 'reading')?.first;
    const run = toRun(row, totals, {
      currentFile: first === undefined ? null : this.file(id, first).name,
      indexPending: this.#indexPending(),
    });
    return { ...run, ...this.#unsavedEnds.get(id) };
  }

  files(
    id: string,
    options: { readonly offset: number; readonly limit: number; readonly outcome?: ImportOutcome | undefined },
  ): { files: ImportFile[]; total: number } {
    const where = 'run_id = ?1 AND (?2 IS NULL OR outcome = ?2)';
    const { offset, limit, outcome = null } = options;
    const { total } = prepared(this.#database, `SELECT count(*) AS total FROM import_files WHERE ${where}`).get(
      id,
      outcome,
    ) as {
      total: number;
    };
    const rows = prepared(
      this.#database,
      `SELECT * FROM import_files WHERE ${where} ORDER BY position LIMIT ?3 OFFSET ?4`,
    ).all(id, outcome, limit, offset) as FileRow[];
    return { files: rows.map(toFile), total };
  }

  file(id: string, position: number): ImportFile {
    const row = prepared(this.#database, 'SELECT * FROM import_files WHERE run_id = ? AND position = ?').get(
      id,
      position,
    ) as FileRow;
    return toFile(row);
  }

  #row(id: string): RunRow | undefined {
    return prepared(this.#database, 'SELECT * FROM import_runs WHERE id = ?').get(id) as RunRow | undefined;
  }

  #run(sql: string, values: readonly Value[]): void {
    prepared(this.#database, sql).run(...values);
  }

  #indexPending(): number {
    const row = prepared(this.#database, 'SELECT count(DISTINCT document_key) AS pending FROM outbox').get();
    return (row as { pending: number }).pending;
  }

  #word(failure: AppError): NonNullable<ImportFile['problem']> {
    const { sentence, hint } = wordError(failure.code, failure.details, this.#language);
    return { code: failure.code, message: sentence, hint };
  }
}

const scanFailure = (code: string, path: string): AppError =>
  code === 'ENOENT' ? new AppError('path_missing', { path }) : new AppError('file_unreadable', { reason: code });
