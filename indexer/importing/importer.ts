/**
 * An import run: scan, then file after file read, kept, parsed in workers and filed in one transaction each. Everything
 * that a resumption needs is in the catalogue, so the process may die at any instant.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogueStore } from '../catalogue/store.ts';
import type { ImportEvent, ImportOutcome, ImportRun } from '../contract.ts';
import { AppError, type Language } from '../errors.ts';
import type { Importer } from '../importing.ts';
import type { ParsedFile } from '../model.ts';
import { keepOriginal } from './originals.ts';
import { problemOf, type QueuedFile, RunLog } from './run-log.ts';
import { scanPaths } from './scan.ts';

/** What is larger is no text of a gazette; it would only exhaust the memory of an office PC. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;
const EVENT_INTERVAL_MS = 100;

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

export function openImporter(options: ImporterOptions): Importer {
  const log = new RunLog(options.catalogue.database);
  const listeners = new Map<string, Set<(event: ImportEvent) => void>>();
  const cancelled = new Set<string>();
  let active: { id: string; done: Promise<void> } | null = null;
  let closing = false;

  const view = (id: string): ImportRun | null => log.run(id, options.catalogue.counts().indexPending);
  const emit = (id: string, event: ImportEvent): void => {
    for (const listener of listeners.get(id) ?? []) listener(event);
  };
  const throttled = throttle((id: string) => {
    const run = view(id);
    if (run !== null) emit(id, { event: 'run', data: run });
  });

  async function work(id: string, scan: boolean): Promise<void> {
    try {
      if (scan) {
        await nextTurn();
        const files = scanPaths(log.paths(id));
        log.addFiles(id, files, (failure, file) => problemOf(failureOf(failure, file.path), options.language));
      }
      await workOff(id);
      if (closing) return; // taken up again at the next start
      const stopped = cancelled.has(id);
      if (stopped) log.cancelWaiting(id);
      log.setState(id, stopped ? 'cancelled' : 'done', new Date().toISOString());
    } catch (error) {
      if (closing) return;
      const failure = error instanceof AppError ? error : new AppError('internal', {}, { cause: error });
      log.cancelWaiting(id);
      log.setState(id, 'failed', new Date().toISOString(), problemOf(failure, options.language));
    } finally {
      active = null;
      throttled.flush();
      const run = view(id);
      if (run !== null && !closing) {
        emit(id, { event: 'end', data: run });
        options.afterRun?.(run.paths);
      }
    }
  }

  async function workOff(id: string): Promise<void> {
    const inWork = new Set<Promise<void>>();
    let broken: unknown = null;
    while (broken === null && !cancelled.has(id) && !closing) {
      const [next] = log.waiting(id, 1);
      if (next === undefined) break;
      log.setFile(id, next.position, { outcome: 'reading' });
      throttled(id);
      const job = importFile(id, next)
        .catch((error: unknown) => {
          broken = error;
        })
        .finally(() => inWork.delete(job));
      inWork.add(job);
      if (inWork.size >= options.concurrency) await Promise.race(inWork);
    }
    await Promise.all(inWork);
    if (broken !== null) throw broken;
  }

  async function importFile(id: string, file: QueuedFile): Promise<void> {
    try {
      log.setFile(id, file.position, await takeIn(file));
      options.afterFiling();
    } catch (error) {
      const failure = toFileError(error, file.path);
      // A full disk, or a fault of ours, is no fault of this file: the run stops and the file waits.
      if (failure === null || failure.code === 'disk_full' || failure.code === 'library_read_only') throw error;
      log.setFile(id, file.position, { outcome: 'failed', problem: problemOf(failure, options.language) });
    }
    emit(id, { event: 'file', data: log.file(id, file.position) });
    throttled(id);
  }

  async function takeIn(
    file: QueuedFile,
  ): Promise<{ outcome: ImportOutcome; newDocuments?: number; mergedDocuments?: number; warnings?: number }> {
    const { size } = await stat(file.path);
    if (size > LARGEST_FILE_BYTES)
      throw new AppError('file_too_large', { size: megabytes(size), limit: megabytes(LARGEST_FILE_BYTES) });
    const bytes = await readFile(file.path);
    if (bytes.length === 0) throw new AppError('file_empty');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (options.catalogue.sourceBySha256(sha256) !== null) return { outcome: 'known' };
    const fileName = file.name.split('/').at(-1) ?? file.name;
    const parsed = await options.parse(bytes, fileName);
    if (parsed.documents.length === 0) throw new AppError('file_no_document');
    await keepOriginal(options.originals, sha256, bytes);
    const source = { sha256, fileName, path: file.path, size, mediaType: parsed.mediaType, encoding: parsed.encoding };
    return options.catalogue.file(source, parsed);
  }

  function begin(id: string, scan: boolean): void {
    active = { id, done: Promise.resolve() };
    active.done = work(id, scan);
  }

  const importer: Importer = {
    start(paths) {
      if (active !== null) throw new AppError('import_running');
      const id = log.create(paths, new Date().toISOString());
      begin(id, true);
      return view(id) as ImportRun;
    },
    resume() {
      if (active !== null) return null;
      const id = log.unfinished();
      if (id === null) return null;
      const run = view(id);
      if (run?.state === 'cancelling') cancelled.add(id);
      begin(id, run?.state === 'scanning');
      return view(id);
    },
    cancel(id) {
      if (active?.id === id) {
        cancelled.add(id);
        log.setState(id, 'cancelling');
        throttled(id);
      }
      return view(id);
    },
    runs: () => log.ids().flatMap((id) => view(id) ?? []),
    run: view,
    files: (id, page) => log.files(id, page),
    follow(id, listener) {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set);
      set.add(listener);
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(id);
      };
    },
    async finished(id) {
      if (active?.id === id) await active.done;
      await options.indexSettled();
      return view(id) as ImportRun;
    },
    async close() {
      closing = true;
      await active?.done;
    },
  };
  return importer;
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function failureOf(code: string, path: string): AppError {
  if (code === 'ENOENT') return new AppError('path_missing', { path });
  return new AppError('file_unreadable', { reason: code });
}

/** What a failure says of this file; null when it says nothing of it. */
function toFileError(error: unknown, path: string): AppError | null {
  if (error instanceof AppError) return error;
  const { code, path: where } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new AppError('disk_full', {}, { cause: error });
  if (where !== path || code === undefined) return null;
  return code === 'ENOENT'
    ? new AppError('file_vanished', {}, { cause: error })
    : new AppError('file_unreadable', { reason: code }, { cause: error });
}

/** Calls at most once in an interval, and once more for the last call. */
function throttle(call: (id: string) => void): ((id: string) => void) & { flush: () => void } {
  let timer: NodeJS.Timeout | null = null;
  const throttled = (id: string): void => {
    timer ??= setTimeout(() => {
      timer = null;
      call(id);
    }, EVENT_INTERVAL_MS).unref();
  };
  return Object.assign(throttled, {
    flush: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  });
}
