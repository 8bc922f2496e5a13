/**
 * Pages of originals, shown and recognised in worker threads of their own: one draws pages for readers, another recognises
 * in the background, so that neither waits for the other. Both start when first needed and end when idle, and give back
 * their memory with that.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Piscina } from 'piscina';
import { AppError } from '../errors.ts';
import type { SourceLine } from '../read/read-text.ts';
import type { PageImage } from './encode-page.ts';
import type { PageJob, PageOutcome } from './page-worker.ts';

export interface OriginalPage {
  /** Path of the original. */
  readonly path: string;
  /** From 1. */
  readonly page: number;
  readonly password?: string | undefined;
}

export interface PagePool {
  /** Throws AppError: what opening the original throws, not_found, or page_failed. */
  image(page: OriginalPage, dpi: number): Promise<PageImage>;
  /**
   * The lines of a page that has no text of its own, in reading order; given up at once when the signal says so. Throws as
   * `image` does.
   */
  recognise(page: OriginalPage, signal?: AbortSignal): Promise<readonly SourceLine[]>;
  close(): Promise<void>;
}

const IMAGE_MILLISECONDS = 30_000;
const RECOGNISE_MILLISECONDS = 180_000;
/**
 * A thread that is ended in the middle of a model takes the whole process with it. So it is asked to stop, which it does
 * between two lines, and only ended when it does not.
 */
const PATIENCE_MILLISECONDS = 6000;
const IDLE_MILLISECONDS = 45_000;
const MEMORY_MEGABYTES = 512;
/** Characters of 9 points are 25 pixels high. */
const RECOGNISE_DPI = 200;

/** `worker` is the path of the bundled page-worker. */
export function openPagePool(worker: string): PagePool {
  const thread = (): Piscina =>
    new Piscina({
      filename: worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MILLISECONDS,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    });
  const drawing = thread();
  const reading = thread();
  const recognising = new Set<AtWork>();
  return {
    async image({ path, page, password }, dpi) {
      const signal = AbortSignal.timeout(IMAGE_MILLISECONDS);
      const outcome = await runJob(
        drawing,
        { kind: 'image', path, page, dpi, password: password ?? null, stop: null },
        signal,
      );
      if (!('image' in outcome)) throw new Error('The page worker gave no image');
      return outcome.image;
    },
    async recognise({ path, page, password }, signal) {
      const stop = new Int32Array(new SharedArrayBuffer(4));
      const job: PageJob = { kind: 'recognise', path, page, dpi: RECOGNISE_DPI, password: password ?? null, stop };
      const work = runJob(reading, job, AbortSignal.timeout(RECOGNISE_MILLISECONDS + PATIENCE_MILLISECONDS));
      const atWork: AtWork = { stop, ended: work.then(nothing, nothing).then(() => void recognising.delete(atWork)) };
      recognising.add(atWork);
      const limit = AbortSignal.timeout(RECOGNISE_MILLISECONDS);
      const given = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      const outcome = await unlessGivenUp(work, given, () => {
        Atomics.store(stop, 0, 1);
        return new AppError('page_failed', { page, reason: 'stopped' });
      });
      if (!('lines' in outcome)) throw new Error('The page worker gave no lines');
      return outcome.lines;
    },
    async close() {
      for (const { stop } of recognising) Atomics.store(stop, 0, 1);
      const ended = Promise.all([...recognising].map(({ ended }) => ended));
      await Promise.race([ended, pause(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
      await Promise.all([drawing.destroy(), reading.destroy()]);
    },
  };
}

/** A page that is being recognised, or waits to be. */
interface AtWork {
  readonly stop: Int32Array;
  readonly ended: Promise<void>;
}

const nothing = (): void => undefined;

/** What the work gives; or rejects with what `giveUp` returns as soon as the signal says so. */
function unlessGivenUp<T>(work: Promise<T>, signal: AbortSignal, giveUp: () => AppError): Promise<T> {
  return new Promise((done, failed) => {
    const stop = (): void => failed(giveUp());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(done, failed).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function runJob(pool: Piscina, job: PageJob, signal: AbortSignal): Promise<PageOutcome> {
  let outcome: PageOutcome;
  try {
    outcome = (await pool.run(job, { signal })) as PageOutcome;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('page_failed', { page: job.page, reason }, { cause });
  }
  if ('failed' in outcome) throw new AppError(outcome.failed.code, outcome.failed.details);
  return outcome;
}
