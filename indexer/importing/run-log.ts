/**
 * Import runs and their files as the catalogue keeps them, so that a run survives a crash and a restart. Every
 * statement that changes the two tables of runs stands here; the files are read in run-files.ts.
 */
import { randomUUID } from 'node:crypto';
import type { FilingResult } from '../catalogue/catalogue.ts';
import { type Database, inTransaction } from '../catalogue/database.ts';
import { prepared, type Value } from '../catalogue/statements.ts';
import type {
  ImportDetailRequest,
  ImportFile,
  ImportFormat,
  ImportOutcome,
  ImportRun,
  ImportState,
  SourceChanges,
} from '../contract.ts';
import { AppError, type Language, wordError } from '../errors.ts';
import { type Pace, readPace } from './estimate.ts';
import { foundSidecars } from './found-sidecars.ts';
import { readableReason } from './reason-words.ts';
import { fileOfRun, filesOfRun, totalsOfRun } from './run-files.ts';
import { type RunRow, type TotalsRow, toRun } from './run-rows.ts';

export interface QueuedFile {
  readonly position: number;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly format: ImportFormat;
  /** Set for a source that is parsed again. */
  readonly sha256: string | null;
  /** Given by hand where the guess was wrong. */
  readonly encoding: string | null;
}

/** A file as a run is given it. */
export interface ListedFile extends Pick<QueuedFile, 'path' | 'name' | 'size' | 'format'> {
  readonly sha256?: string;
  readonly encoding?: string | null;
  readonly failure: string | null;
}

/** What became of a file. */
export type FileResult = (
  | { readonly outcome: 'known' | 'queued' }
  | { readonly outcome: 'failed'; readonly failure: AppError }
  | { readonly outcome: 'changed' | 'unchanged'; readonly changes: SourceChanges; readonly warnings: number }
  | FilingResult
) & {
  readonly sha256?: string;
  /** What the user is told of a file that was filed all the same. */
  readonly told?: AppError;
};

/** Which failed files are taken up again. */
export interface RetryChoice {
  readonly positions?: readonly number[] | undefined;
  readonly encoding?: string | undefined;
}

const BATCH = 100;
const MOST_RUNS = 200;
const PACE = 'import_pace';

export class RunLog {
  readonly #database: Database;
  readonly #language: Language;
  /** Stops that a full disk kept from being saved: shown until the program ends, after which the run is taken up again. */
  readonly #unsaved = new Map<string, Pick<ImportRun, 'state' | 'finishedAt' | 'problem'>>();
  /** The files in work, the oldest first: what a crash cuts off is only waiting again. */
  #reading: readonly Pick<QueuedFile, 'position' | 'name'>[] = [];
  /** When the run at work was taken up. */
  readonly #since = new Map<string, number>();
  /** Sums of runs that have ended: the list of all runs is asked for again and again. */
  readonly #ended = new Map<string, { readonly at: string; readonly totals: TotalsRow[] }>();

  constructor(database: Database, language: Language) {
    this.#database = database;
    this.#language = language;
  }

  create(paths: readonly string[], { kind = 'import', confirm = false }: Partial<CreateOptions> = {}): string {
    const id = randomUUID();
    this.#run(
      `INSERT INTO import_runs (id, sequence, state, paths, started_at, kind, confirm)
       VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM import_runs), 'scanning', ?, ?, ?, ?)`,
      [id, JSON.stringify(paths), new Date().toISOString(), kind, confirm ? 1 : 0],
    );
    return id;
  }

  /** Begins the list of files anew: a scan that a crash cut off is done again. */
  clearFiles(id: string): void {
    this.#run('DELETE FROM import_files WHERE run_id = ?', [id]);
  }

  /** Adds files behind those there are. */
  addFiles(id: string, files: readonly ListedFile[]): void {
    if (files.length === 0) return;
    this.#together(() => {
      const { next } = prepared(
        this.#database,
        'SELECT coalesce(max(position), -1) + 1 AS next FROM import_files WHERE run_id = ?',
      ).get(id) as { next: number };
      for (const [index, { path, name, size, format, sha256, encoding, failure }] of files.entries()) {
        const problem = failure === null ? null : this.#word(scanFailure(failure, path));
        this.#run(
          `INSERT INTO import_files (run_id, position, path, name, size, format, sha256, encoding, outcome, problem, code)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [
            id,
            next + index,
            path,
            name,
            size,
            format,
            sha256 ?? null,
            encoding ?? null,
            problem === null ? 'waiting' : 'failed',
            problem && JSON.stringify(problem),
            problem?.code ?? null,
          ],
        );
      }
    });
  }

  /** The list is whole: the run goes on to working it off, or waits to be told to. */
  setScanned(id: string, skipped: number): ImportState {
    const state = this.#row(id)?.confirm === 1 ? 'ready' : 'running';
    this.#run('UPDATE import_runs SET state = ?, skipped = ? WHERE id = ?', [state, skipped, id]);
    return state;
  }

  /** The files still to be taken up, in order; read in batches, for there may be a hundred thousand. */
  *waiting(id: string): Generator<QueuedFile, void> {
    const batch = prepared(
      this.#database,
      `SELECT position, path, name, size, format, sha256, encoding FROM import_files
       WHERE run_id = ? AND outcome = 'waiting' AND position > ? ORDER BY position LIMIT ${BATCH}`,
    );
    let last = -1;
    for (;;) {
      const files = batch.all(id, last) as QueuedFile[];
      for (const file of files) yield { ...file };
      // Parsing again may have added some behind the last.
      if (files.length === 0) return;
      last = files.at(-1)?.position ?? last;
    }
  }

  /** These are read at the moment. */
  setReading(files: readonly Pick<QueuedFile, 'position' | 'name'>[]): void {
    this.#reading = files;
  }

  setFile(id: string, position: number, result: FileResult): void {
    const { newDocuments = 0, mergedDocuments = 0, warnings: found = 0 } = result as Partial<FilingResult>;
    const told = 'failure' in result ? result.failure : result.told;
    const problem = told === undefined ? null : JSON.stringify(this.#word(told));
    const changes = 'changes' in result ? JSON.stringify(result.changes) : null;
    const [outcome, code, sha256] = [outcomeOf(result), told?.code ?? null, result.sha256 ?? null];
    // Of a name nothing can be checked.
    const warnings = outcome === 'unconverted' ? 0 : found;
    this.#run(
      `UPDATE import_files SET outcome = ?, new_documents = ?, merged_documents = ?, warnings = ?, problem = ?, code = ?,
       changes = ?, sha256 = coalesce(?, sha256) WHERE run_id = ? AND position = ?`,
      [outcome, newDocuments, mergedDocuments, warnings, problem, code, changes, sha256, id, position],
    );
  }

  /** Failed files wait again and the run is open; how many. */
  retry(id: string, { positions, encoding }: RetryChoice): number {
    return inTransaction(this.#database, () => {
      const chosen = positions === undefined ? null : JSON.stringify(positions);
      const { count } = prepared(
        this.#database,
        `SELECT count(*) AS count FROM import_files WHERE run_id = ?1 AND outcome = 'failed'
         AND (?2 IS NULL OR position IN (SELECT value FROM json_each(?2)))`,
      ).get(id, chosen) as { count: number };
      if (count === 0) return 0;
      this.#run(
        `UPDATE import_files SET outcome = 'waiting', problem = NULL, code = NULL, encoding = coalesce(?3, encoding)
         WHERE run_id = ?1 AND outcome = 'failed' AND (?2 IS NULL OR position IN (SELECT value FROM json_each(?2)))`,
        [id, chosen, encoding ?? null],
      );
      this.#run("UPDATE import_runs SET state = 'running', finished_at = NULL, problem = NULL WHERE id = ?", [id]);
      return count;
    });
  }

  /** The run is at work from now on. */
  setRunning(id: string): void {
    this.#unsaved.delete(id);
    this.#since.set(id, Date.now());
    this.#run("UPDATE import_files SET outcome = 'waiting' WHERE run_id = ? AND outcome = 'reading'", [id]);
    this.#run(
      "UPDATE import_runs SET state = 'running', problem = NULL WHERE id = ? AND state IN ('ready', 'paused')",
      [id],
    );
  }

  setCancelling(id: string): void {
    this.#run("UPDATE import_runs SET state = 'cancelling' WHERE id = ?", [id]);
  }

  /** Puts the run by, to be taken up when somebody says so. Never throws: a full disk is what pauses it. */
  pause(id: string, problem: AppError | null): void {
    this.#save(id, 'paused', problem, 'waiting');
  }

  /** Ends the run; what it has not reached counts as cancelled. Never throws: a full disk must not keep a run from ending. */
  end(id: string, how: 'done' | 'cancelled' | AppError): void {
    const failed = how instanceof AppError;
    this.#save(id, failed ? 'failed' : how, failed ? how : null, 'cancelled');
  }

  /** The run that a crash or a stop interrupted, made ready to be taken up; null when there is none. */
  interrupted(): string | null {
    const row = prepared(
      this.#database,
      "SELECT id FROM import_runs WHERE state IN ('scanning', 'running', 'cancelling') ORDER BY sequence LIMIT 1",
    ).get() as { id: string } | undefined;
    return row?.id ?? null;
  }

  state(id: string): ImportState | null {
    return this.#unsaved.get(id)?.state ?? (this.#row(id)?.state as ImportState | undefined) ?? null;
  }

  kind(id: string): ImportRun['kind'] {
    return (this.#row(id)?.kind ?? 'import') as ImportRun['kind'];
  }

  paths(id: string): string[] {
    return JSON.parse(this.#row(id)?.paths ?? '[]') as string[];
  }

  /** Newest first. */
  runs(): ImportRun[] {
    const rows = prepared(this.#database, `SELECT id FROM import_runs ORDER BY sequence DESC LIMIT ${MOST_RUNS}`).all();
    return (rows as { id: string }[]).flatMap(({ id }) => this.run(id) ?? []);
  }

  run(id: string): ImportRun | null {
    const row = this.#row(id);
    if (row === undefined) return null;
    const totals = this.#totalsOf(row);
    const run = toRun(row, totals, {
      currentFile: this.#since.has(id) ? (this.#reading[0]?.name ?? null) : null,
      indexPending: this.#indexPending(),
      sidecars: foundSidecars(this.#database, id).length,
      activeSeconds: (row.active_ms + this.#elapsed(id)) / 1000,
      pace: this.pace(),
    });
    return { ...run, ...this.#unsaved.get(id) };
  }

  files(id: string, request: ImportDetailRequest): { files: ImportFile[]; total: number } {
    const { files, total } = filesOfRun(this.#database, id, request);
    return { files: files.map((file) => this.#asItStands(id, file)), total };
  }

  file(id: string, position: number): ImportFile {
    return this.#asItStands(id, fileOfRun(this.#database, id, position));
  }

  pace(): Pace {
    const row = prepared(this.#database, 'SELECT value FROM settings WHERE name = ?').get(PACE);
    return readPace((row as { value: string } | undefined)?.value ?? null);
  }

  setPace(pace: Pace): void {
    this.#run('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', [PACE, JSON.stringify(pace)]);
  }

  #asItStands(id: string, file: ImportFile): ImportFile {
    const isRead = this.#since.has(id) && this.#reading.some(({ position }) => position === file.position);
    return isRead && file.outcome === 'waiting' ? { ...file, outcome: 'reading' } : file;
  }

  #totalsOf({ id, finished_at: at }: RunRow): TotalsRow[] {
    const ended = this.#ended.get(id);
    if (ended !== undefined && ended.at === at) return ended.totals;
    const totals = totalsOfRun(this.#database, id);
    // A file that waits for OCR comes to its outcome when the run is over.
    if (at !== null && totals.every(({ outcome }) => outcome !== 'queued')) this.#ended.set(id, { at, totals });
    return totals;
  }

  #elapsed(id: string): number {
    const since = this.#since.get(id);
    return since === undefined ? 0 : Date.now() - since;
  }

  #save(id: string, state: ImportState, failure: AppError | null, open: 'waiting' | 'cancelled'): void {
    const problem = failure && this.#word(failure);
    const finishedAt = state === 'paused' ? null : new Date().toISOString();
    const elapsed = this.#elapsed(id);
    this.#since.delete(id);
    this.#reading = [];
    try {
      inTransaction(this.#database, () => {
        this.#run("UPDATE import_files SET outcome = ? WHERE run_id = ? AND outcome IN ('waiting', 'reading')", [
          open,
          id,
        ]);
        this.#run(
          'UPDATE import_runs SET state = ?, finished_at = ?, problem = ?, active_ms = active_ms + ? WHERE id = ?',
          [state, finishedAt, problem && JSON.stringify(problem), elapsed, id],
        );
      });
    } catch {
      this.#unsaved.set(id, { state, finishedAt, problem });
    }
  }

  /** One transaction, or part of the one that is open. */
  #together(action: () => void): void {
    if (this.#database.inTransaction) action();
    else inTransaction(this.#database, action);
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
    const { reason } = failure.details;
    const details =
      typeof reason === 'string'
        ? { ...failure.details, reason: readableReason(reason, this.#language) }
        : failure.details;
    const { sentence, hint } = wordError(failure.code, details, this.#language);
    return { code: failure.code, message: sentence, hint };
  }
}

interface CreateOptions {
  readonly kind: ImportRun['kind'];
  /** The run waits when it is scanned. */
  readonly confirm: boolean;
}

/** What is known by its name only is no document that was taken in: it has something for the user to do. */
function outcomeOf({ outcome, told }: FileResult & { readonly told?: AppError }): ImportOutcome {
  const isTaken = outcome === 'new' || outcome === 'merged';
  return isTaken && told?.code === 'file_needs_converter' ? 'unconverted' : outcome;
}

/** A member of an archive goes by its own name. */
export const fileNameOf = ({ name }: Pick<QueuedFile, 'name'>): string => name.split('/').at(-1) ?? name;

const scanFailure = (code: string, path: string): AppError =>
  code === 'ENOENT' ? new AppError('path_missing', { path }) : new AppError('file_unreadable', { reason: code });
