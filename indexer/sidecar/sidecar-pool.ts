/** Reads tables in a thread of its own: a workbook of ten thousand rows takes a second, and may be made to take an hour. */
import { Piscina } from 'piscina';
import { AppError, type ErrorCode, type ErrorDetails } from '../errors.ts';
import type { Sidecar } from './sidecar.ts';

export type SidecarOutcome =
  | { readonly sidecar: Sidecar }
  | { readonly failed: { readonly code: ErrorCode; readonly details: ErrorDetails } };

export interface SidecarPool {
  /** Throws what the reader says of the file, or file_damaged when it takes too long or too much memory. */
  readonly read: (bytes: Uint8Array) => Promise<Sidecar>;
  readonly close: () => Promise<void>;
}

const MOST_MS = 60_000;
const MEMORY_MEGABYTES = 512;

/** `worker` is the path of the bundled parse-worker, which can do this too. */
export function openSidecarPool(worker: string): SidecarPool {
  const pool = new Piscina({
    filename: worker,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  return {
    async read(bytes) {
      const options = { name: 'sidecar', signal: AbortSignal.timeout(MOST_MS) };
      const outcome = (await pool.run(bytes, options).catch((cause: unknown) => {
        throw new AppError('file_damaged', { reason: `> ${MOST_MS / 1000} s / ${MEMORY_MEGABYTES} MB` }, { cause });
      })) as SidecarOutcome;
      if ('failed' in outcome) throw new AppError(outcome.failed.code, outcome.failed.details);
      return outcome.sidecar;
    },
    close: () => pool.destroy(),
  };
}
