/** How fast an import goes and how long it will still take. Pure. */
import type { ImportRun } from '../../../indexer/contract.ts';

export interface Rate {
  readonly bytesPerSecond: number;
  /** Null until enough is known to say. */
  readonly secondsLeft: number | null;
}

// Before that, one large file makes the estimate jump about.
const ENOUGH_SECONDS = 2;

/** The rate of a run at an instant (milliseconds); null before it has read anything, and once it has ended. */
export function rateOf(run: ImportRun, now: number): Rate | null {
  const seconds = (now - Date.parse(run.startedAt)) / 1000;
  if (run.finishedAt !== null || run.bytesDone <= 0 || !(seconds > 0)) return null;
  const bytesPerSecond = run.bytesDone / seconds;
  const left = Math.max(0, run.bytesTotal - run.bytesDone) / bytesPerSecond;
  return { bytesPerSecond, secondsLeft: seconds < ENOUGH_SECONDS ? null : left };
}

/** Share of the bytes that are done, 0 to 1; of the files when sizes are not known yet. */
export function shareDone(run: ImportRun): number {
  if (run.state === 'done') return 1;
  if (run.bytesTotal > 0) return Math.min(1, run.bytesDone / run.bytesTotal);
  return run.filesTotal > 0 ? run.filesDone / run.filesTotal : 0;
}
