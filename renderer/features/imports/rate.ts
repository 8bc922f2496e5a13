/** How fast an import goes. Pure; how long it will still take the service knows, which has measured the formats. */
import type { ImportRun } from '../../../indexer/contract.ts';

/** Bytes a second while it was at work; null before it has read anything, and once it has ended. */
export function rateOf({ finishedAt, bytesDone, activeSeconds }: ImportRun): number | null {
  return finishedAt !== null || bytesDone <= 0 || !(activeSeconds > 0) ? null : bytesDone / activeSeconds;
}

/** Share of the bytes that are done, 0 to 1; of the files when sizes are not known yet. */
export function shareDone(run: ImportRun): number {
  if (run.state === 'done') return 1;
  if (run.bytesTotal > 0) return Math.min(1, run.bytesDone / run.bytesTotal);
  return run.filesTotal > 0 ? run.filesDone / run.filesTotal : 0;
}
