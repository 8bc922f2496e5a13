/**
 * Imports as the user sees them: started, followed, cancelled, taken up again. One run at a time; everything that taking
 * it up needs is in the catalogue, so the process may die at any instant.
 */
import type { CatalogueStore } from '../catalogue/store.ts';
import type { ImportEvent, ImportFile, ImportFormat, ImportRun, ImportState } from '../contract.ts';
import { AppError, type Language } from '../errors.ts';
import type { Importer } from '../importing.ts';
import { learnPace } from './estimate.ts';
import { foundSidecars, keepSidecar } from './found-sidecars.ts';
import { listReparse } from './listed-sources.ts';
import { MemberReader } from './members.ts';
import { clearIncoming } from './originals.ts';
import { Passwords } from './passwords.ts';
import { RunEvents } from './run-events.ts';
import { type QueuedFile, RunLog } from './run-log.ts';
import { type FoundFile, scanPaths } from './scan.ts';
import { type WorkParts, workOff } from './work-off.ts';
import { type Writer, writeHere } from './writer.ts';

export interface ImporterOptions {
  readonly catalogue: CatalogueStore;
  /** Files what was parsed; in the thread of the caller when there is none. */
  readonly writer?: Writer;
  readonly originals: string;
  readonly parse: WorkParts['parse'];
  /** How many files are in work at once. */
  readonly concurrency: number;
  /** Called after each filed file: the index has something to take in. */
  readonly afterFiling: () => void;
  /** Resolves when the index has caught up, or cannot. */
  readonly indexSettled: () => Promise<void>;
  /** Called when a run has ended, with the paths it was given and those of its files that failed. */
  readonly afterRun?: (paths: readonly string[], failed: readonly string[]) => void;
  /** Resolves when nobody is searching: an answer comes before an import. */
  readonly quiet?: () => Promise<void>;
  /** Those that were given for encrypted files. */
  readonly passwords?: Passwords;
  readonly language: Language;
}

interface ActiveRun {
  readonly id: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

const SCAN_BATCH = 500;

export function openImporter(options: ImporterOptions): Importer & { readonly log: RunLog } {
  const log = new RunLog(options.catalogue.database, options.language);
  const events = new RunEvents((id) => log.run(id));
  const { passwords = new Passwords(), writer = writeHere(options) } = options;
  let active: ActiveRun | null = null;
  let closing = false;
  clearIncoming(options.originals);

  function begin(id: string): ImportRun {
    const stop = new AbortController();
    log.setRunning(id);
    // The run is answered before its first file is touched.
    const done = Promise.resolve().then(() => carryOut(id, stop.signal));
    active = { id, stop, done };
    const run = log.run(id) as ImportRun;
    if (run.state === 'cancelling') stop.abort('cancelled');
    return run;
  }

  async function carryOut(id: string, signal: AbortSignal): Promise<void> {
    let failure: AppError | null = null;
    try {
      await scanAndWork(id, signal);
    } catch (error) {
      failure = error instanceof AppError ? error : new AppError('internal', {}, { cause: error });
    }
    active = null;
    // Closed, not cancelled: it is taken up again at the next start.
    if (closing) return;
    if (log.state(id) === 'ready' || signal.reason === 'paused' || failure?.code === 'disk_full') {
      if (log.state(id) !== 'ready') log.pause(id, failure);
      events.changed(id);
      options.afterRun?.([], []);
      return;
    }
    log.end(id, failure ?? (signal.aborted ? 'cancelled' : 'done'));
    tellEnd(id);
  }

  function cancelPutBy(id: string): void {
    if (closing || active?.id === id || !['ready', 'paused'].includes(log.state(id) ?? '')) return;
    log.end(id, 'cancelled');
    tellEnd(id);
  }

  function tellEnd(id: string): void {
    const run = log.run(id) as ImportRun;
    events.ended(run);
    options.afterRun?.(
      run.paths,
      failedFiles(log, id).map(({ path }) => path),
    );
  }

  async function scanAndWork(id: string, signal: AbortSignal): Promise<void> {
    if (log.state(id) === 'scanning') {
      await scan(id, signal);
      if (signal.aborted) return;
      events.changed(id);
      if (log.state(id) === 'ready') return;
    }
    const amounts = new Measured(log);
    const { catalogue, originals, parse, concurrency, quiet = async () => undefined } = options;
    const { read, close } = new MemberReader();
    const parts = {
      catalogue,
      log,
      writer,
      originals,
      parse,
      read,
      concurrency,
      quiet,
      passwords,
      onRead: amounts.add,
    };
    const onDone = (position: number): void => {
      events.fileDone(id, () => log.file(id, position));
      options.afterFiling();
    };
    try {
      await workOff({ runId: id, parts, signal }, onDone);
    } finally {
      await close();
      await writer.release();
    }
    amounts.save();
  }

  async function scan(id: string, signal: AbortSignal): Promise<void> {
    log.clearFiles(id);
    let skipped = 0;
    let batch: FoundFile[] = [];
    const onSkip = (): void => {
      skipped += 1;
    };
    const tables: string[] = [];
    const onSidecar = (path: string): void => void tables.push(path);
    for await (const file of scanPaths(log.paths(id), { signal, onSkip, onSidecar })) {
      batch.push(file);
      if (batch.length < SCAN_BATCH) continue;
      log.addFiles(id, batch);
      events.changed(id);
      batch = [];
    }
    if (signal.aborted) return;
    const { originals, catalogue } = options;
    for (const path of tables) await keepSidecar({ database: catalogue.database, originals, runId: id }, path);
    log.addFiles(id, batch);
    log.setScanned(id, skipped);
  }

  const openRun = (id: string, states: readonly ImportState[]): boolean => {
    const state = log.state(id);
    if (state === null || !states.includes(state)) return false;
    if (active !== null) throw new AppError('import_running');
    return true;
  };

  return {
    log,
    start(paths, { confirm = false } = {}) {
      if (active !== null) throw new AppError('import_running');
      return begin(log.create(paths, { confirm }));
    },
    sidecars: (id) => foundSidecars(options.catalogue.database, id),
    reparse(request = {}) {
      if (active !== null) throw new AppError('import_running');
      return begin(listReparse(options.catalogue, log, request));
    },
    isBusy: () => active !== null,
    resume() {
      if (active !== null) return null;
      const id = log.interrupted();
      return id === null ? null : begin(id);
    },
    pause(id) {
      if (active?.id === id && !active.stop.signal.aborted) {
        log.pause(id, null);
        active.stop.abort('paused');
        events.changed(id);
      }
      return log.run(id);
    },
    takeUp: (id) => (openRun(id, ['ready', 'paused']) ? begin(id) : log.run(id)),
    retry(id, { positions, encoding, password }) {
      if (!openRun(id, ['done', 'cancelled', 'failed'])) return log.run(id);
      if (password !== undefined) passwords.give(password);
      return log.retry(id, { positions, encoding }) === 0 ? log.run(id) : begin(id);
    },
    cancel(id) {
      if (active?.id === id && !active.stop.signal.aborted) {
        log.setCancelling(id);
        active.stop.abort('cancelled');
        events.changed(id);
      } else if (active?.id === id && active.stop.signal.reason === 'paused') {
        // It is still putting away what it had in work.
        void active.done.then(() => cancelPutBy(id));
      } else if (active?.id !== id) cancelPutBy(id);
      return log.run(id);
    },
    runs: () => log.runs(),
    run: (id) => log.run(id),
    files: (id, page) => log.files(id, page),
    follow: (id, listener: (event: ImportEvent) => void) => events.follow(id, listener),
    async finished(id) {
      if (active?.id === id) await active.done;
      await options.indexSettled();
      const run = log.run(id);
      if (run === null) throw new AppError('not_found', { what: id });
      return run;
    },
    async close() {
      closing = true;
      active?.stop.abort('closed');
      await active?.done;
      events.close();
    },
  };
}

function failedFiles(log: RunLog, id: string): readonly ImportFile[] {
  return log.files(id, { offset: 0, limit: 100_000, outcome: 'failed' }).files;
}

/** What the files of a run took, by format, for the estimates of the next. */
class Measured {
  readonly #log: RunLog;
  readonly #amounts = new Map<ImportFormat, { files: number; bytes: number; milliseconds: number }>();

  constructor(log: RunLog) {
    this.#log = log;
  }

  readonly add = ({ format, size }: QueuedFile, milliseconds: number): void => {
    const amount = this.#amounts.get(format) ?? { files: 0, bytes: 0, milliseconds: 0 };
    amount.files += 1;
    amount.bytes += size;
    amount.milliseconds += milliseconds;
    this.#amounts.set(format, amount);
  };

  save(): void {
    let pace = this.#log.pace();
    for (const [format, { files, bytes, milliseconds }] of this.#amounts)
      pace = learnPace(pace, { format, files, bytes }, milliseconds);
    if (this.#amounts.size > 0) this.#log.setPace(pace);
  }
}
