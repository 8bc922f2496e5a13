/**
 * Pages of originals, shown and recognised in worker threads of their own: one draws pages for readers, another recognises
 * in the background, so that neither waits for the other. Both start when first needed and end when idle, and give back
 * their memory with that.
 */
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
  /** The lines of a page that has no text of its own, in reading order; the signal stops it at once. Throws as `image` does. */
  recognise(page: OriginalPage, signal?: AbortSignal): Promise<readonly SourceLine[]>;
  close(): Promise<void>;
}

const IMAGE_MILLISECONDS = 30_000;
const RECOGNISE_MILLISECONDS = 180_000;
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
  return {
    async image({ path, page, password }, dpi) {
      const signal = AbortSignal.timeout(IMAGE_MILLISECONDS);
      const outcome = await runJob(drawing, { kind: 'image', path, page, dpi, password: password ?? null }, signal);
      if (!('image' in outcome)) throw new Error('The page worker gave no image');
      return outcome.image;
    },
    async recognise({ path, page, password }, signal) {
      const limit = AbortSignal.timeout(RECOGNISE_MILLISECONDS);
      const job: PageJob = { kind: 'recognise', path, page, dpi: RECOGNISE_DPI, password: password ?? null };
      const outcome = await runJob(reading, job, signal === undefined ? limit : AbortSignal.any([signal, limit]));
      if (!('lines' in outcome)) throw new Error('The page worker gave no lines');
      return outcome.lines;
    },
    async close() {
      await Promise.all([drawing.destroy(), reading.destroy()]);
    },
  };
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
