/** Parses in worker threads, so that the service goes on answering; a file that kills or stalls its worker fails alone. */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { AppError } from '../errors.ts';
import type { ParsedFile } from '../model.ts';
import type { ReadOptions } from '../read/read-text.ts';
import type { ParseOutcome } from './parse-worker.ts';

export interface ParseLimits {
  readonly threads: number;
  readonly memoryMegabytes: number;
  readonly milliseconds: number;
}

/** One core is left to the service and the search engine. */
const LIMITS: ParseLimits = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  memoryMegabytes: 1024,
  milliseconds: 120_000,
};

/** Of what a thread makes hardly anything outlives its file: more would only be kept from the rest of the machine. */
export const YOUNG_MEGABYTES = 12;

export interface ParsePool {
  readonly threads: number;
  /** Throws AppError: what the reader says of the file, or parse_failed. */
  parse(bytes: Uint8Array, fileName: string, options?: ReadOptions): Promise<ParsedFile>;
  close(): Promise<void>;
}

/** `worker` is the path of the bundled parse-worker. Threads start with the first file and end when idle. */
export function openParsePool(worker: string, limits: ParseLimits = LIMITS): ParsePool {
  const { threads, memoryMegabytes, milliseconds } = limits;
  const pool = new Piscina({
    filename: worker,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const turns = new Turns(threads);
  return {
    threads,
    async parse(bytes, fileName, options = {}) {
      // The pool would queue as well, but then a file's time would run while another is parsed.
      await turns.take();
      const deadline = AbortSignal.timeout(milliseconds);
      try {
        const outcome = (await pool.run({ bytes, fileName, options }, { signal: deadline })) as ParseOutcome;
        if ('failed' in outcome) throw new AppError(outcome.failed.code, outcome.failed.details);
        return outcome.parsed;
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        const message = cause instanceof Error ? cause.message : String(cause);
        const reason = deadline.aborted ? `> ${milliseconds / 1000} s` : message;
        throw new AppError('parse_failed', { reason }, { cause });
      } finally {
        turns.give();
      }
    },
    close: () => pool.destroy(),
  };
}

/** So many may go at once; the others wait in line. */
class Turns {
  readonly #line: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#line.push(go));
  }

  give(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
