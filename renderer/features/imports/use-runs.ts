/** All import runs, newest first, asked for again, often while one is going. */
import type { ImportsResponse } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';

const SOON_MS = 1000;
/** A watched folder may begin one by itself. */
const NOW_AND_THEN_MS = 10_000;

export function useRuns(): Requested<ImportsResponse> {
  return useRequested({
    key: ['imports'],
    ask: (signal) => client.imports(signal),
    every: (data) => (data?.imports.some((run) => run.finishedAt === null) ? SOON_MS : NOW_AND_THEN_MS),
  });
}
