/** Puts texts side by side in a thread of its own, so that the service goes on answering however long they are. */
import { Piscina } from 'piscina';
import type { Aligned, AlignJob } from './align-texts.ts';

export interface AlignPool {
  readonly align: (job: AlignJob) => Promise<Aligned>;
  readonly close: () => Promise<void>;
}

/** `worker` is the path of the bundled parse-worker, which can do this too. The thread starts when it is needed and ends when idle. */
export function openAlignPool(worker: string): AlignPool {
  const pool = new Piscina({ filename: worker, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 });
  return {
    align: (job) => pool.run(job, { name: 'align' }) as Promise<Aligned>,
    close: () => pool.destroy(),
  };
}
