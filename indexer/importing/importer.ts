/**
 * Imports as the user sees them: started, followed, cancelled, taken up again. One run at a time; everything that taking
 * it up needs is in the catalogue, so the process may die at any instant.
 */
import type { CatalogueStore } from '../catalogue/store.ts';
import type { ImportEvent, ImportRun } from '../contract.ts';
import { AppError, type Language } from '../errors.ts';
import type { Importer } from '../importing.ts';
import type { ParsedFile } from '../model.ts';
import { clearIncoming } from './originals.ts';
import { RunEvents } from './run-events.ts';
import { RunLog } from './run-log.ts';
import { scanPaths } from './scan.ts';
import { workOff } from './work-off.ts';

export interface ImporterOptions {
  readonly catalogue: CatalogueStore;
  readonly originals: string;
  readonly parse: (bytes: Uint8Array, fileName: string) => Promise<ParsedFile>;
  /** How many files are in work at once. */
  readonly concurrency: number;
  /** Called after each filed file: the index has something to take in. */
  readonly afterFiling: () => void;
  /** Resolves when the index has caught up, or cannot. */
  readonly indexSettled: () => Promise<void>;
  /** Called when a run has ended, with the paths it was given. */
  readonly afterRun?: (paths: readonly string[]) => void;
  readonly language: Language;
}

interface ActiveRun {
  readonly id: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export function openImporter(options: ImporterOptions): Importer {
  const log = new RunLog(options.catalogue.database, options.language);
  const events = new RunEvents((id) => log.run(id));
  let active: ActiveRun | null = null;
  let closing = false;
  clearIncoming(options.originals);

  function begin(id: string): ImportRun {
    const stop = new AbortController();
    // The run is answered before its first file is touched.
    const done = Promise.resolve().then(() => carryOut(id, stop.signal));
    active = { id, stop, done };
    const run = log.run(id) as ImportRun;
    if (run.state === 'cancelling') stop.abort();
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
    log.end(id, failure ?? (signal.aborted ? 'cancelled' : 'done'));
    const run = log.run(id) as ImportRun;
    events.ended(run);
    options.afterRun?.(run.paths);
  }

  async function scanAndWork(id: string, signal: AbortSignal): Promise<void> {
    if (log.state(id) === 'scanning') {
      const files = await scanPaths(log.paths(id), signal);
      if (signal.aborted) return;
      log.addFiles(id, files);
      events.changed(id);
    }
    const { catalogue, originals, parse, concurrency } = options;
    await workOff({ runId: id, parts: { catalogue, log, originals, parse, concurrency }, signal }, (position) => {
      events.fileDone(id, () => log.file(id, position));
      options.afterFiling();
    });
  }

  return {
    start(paths) {
      if (active !== null) throw new AppError('import_running');
      return begin(log.create(paths));
    },
    resume() {
      if (active !== null) return null;
      const id = log.interrupted();
      return id === null ? null : begin(id);
    },
    cancel(id) {
      if (active?.id === id && !active.stop.signal.aborted) {
        log.setCancelling(id);
        active.stop.abort();
        events.changed(id);
      }
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
      active?.stop.abort();
      await active?.done;
      events.close();
    },
  };
}
