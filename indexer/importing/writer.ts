/**
 * Files what was parsed in a thread of its own with a connection of its own: filing a large document takes a tenth of a
 * second, and whoever searches meanwhile must not wait for it. SQLite lets the searches read beside one that writes.
 */
import { Piscina } from 'piscina';
import type { CatalogueStore } from '../catalogue/store.ts';
import { AppError, type Language } from '../errors.ts';
import { YOUNG_MEGABYTES } from './parse-pool.ts';
import { RunLog } from './run-log.ts';
import { failureOf, type SettleJob, settle, toFailure } from './settle.ts';
import type { WriterJob, WriterOutcome } from './writer-worker.ts';

export interface Writer {
  /** Settles files in the order in which they are handed over. Throws what `settle` throws. */
  settle(job: SettleJob): Promise<void>;
  /** Lets go of the catalogue, and of the memory, until there is something to file again. */
  release(): Promise<void>;
}

export interface WriterOptions {
  readonly catalogue: CatalogueStore;
  readonly language: Language;
}

/** As much as a parser may use: what it gave is filed whole. */
const MEMORY_MEGABYTES = 1024;

/** `worker` is the path of the bundled writer-worker. The thread starts with the first file and ends with `release`. */
export function openWriter(worker: string, { catalogue, language }: WriterOptions): Writer {
  const library = { file: catalogue.path, language };
  let pool: Piscina | null = null;
  const carryOut = async (thread: Piscina, job: WriterJob): Promise<void> => {
    const outcome = (await thread.run(job)) as WriterOutcome;
    if (outcome.failed !== null) throw new AppError(outcome.failed.code, outcome.failed.details);
  };
  return {
    async settle(job) {
      pool ??= thread(worker);
      try {
        await carryOut(pool, { kind: 'settle', library, job });
      } catch (error) {
        if (error instanceof AppError) throw error;
        // The file was too much for the thread, which takes nothing else with it.
        const prepared = { kind: 'failed', failure: toFailure(failureOf(error)) } as const;
        await carryOut(pool, { kind: 'settle', library, job: { ...job, prepared } });
      }
    },
    async release() {
      const ending = pool;
      pool = null;
      if (ending === null) return;
      await carryOut(ending, { kind: 'release' }).finally(() => ending.destroy());
    },
  };
}

/** It never ends by itself: its connection must be closed first. */
const thread = (worker: string): Piscina =>
  new Piscina({
    filename: worker,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });

/** Files in the thread that calls it: for programs that do nothing else meanwhile. */
export function writeHere({ catalogue, language }: WriterOptions): Writer {
  const log = new RunLog(catalogue.database, language);
  return {
    settle: async (job) => settle({ catalogue, log }, job),
    release: async () => undefined,
  };
}
