/** Parses in worker threads, so that the service goes on answering; a file that kills or stalls its worker fails alone. */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { AppError } from '../errors.ts';
import type { ParsedFile } from '../model.ts';
import type { ParseOutcome } from './parse-worker.ts';

const WORKER_MEMORY_MB = 1024;
const LONGEST_PARSE_MS = 120_000;

export interface ParsePool {
  readonly threads: number;
  /** Throws AppError: what the reader says of the file, or parse_failed. */
  parse(bytes: Uint8Array, fileName: string): Promise<ParsedFile>;
  close(): Promise<void>;
}

/** `worker` is the path of the bundled parse-worker. Threads start with the first file and end when idle. */
export function openParsePool(worker: string): ParsePool {
  const threads = Math.max(1, Math.min(4, availableParallelism() - 1));
  const pool = new Piscina({
    filename: worker,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
  });
  return {
    threads,
    async parse(bytes, fileName) {
      const deadline = AbortSignal.timeout(LONGEST_PARSE_MS);
      let outcome: ParseOutcome;
      try {
        outcome = (await pool.run({ bytes, fileName }, { signal: deadline })) as ParseOutcome;
      } catch (cause) {
        const reason = deadline.aborted
          ? `> ${LONGEST_PARSE_MS / 1000} s`
          : cause instanceof Error
            ? cause.message
            : String(cause);
        throw new AppError('parse_failed', { reason }, { cause });
      }
      if ('failed' in outcome) throw new AppError(outcome.failed.code, outcome.failed.details);
      return outcome.parsed;
    },
    close: () => pool.destroy(),
  };
}
