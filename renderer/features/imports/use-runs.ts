/** All import runs, newest first, asked for again while one is going. */
import type { ImportsResponse } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';

const SOON_MS = 1000;

export function useRuns(): Requested<ImportsResponse> {
  return useRequested({
    key: ['imports'],
    ask: (signal) => client.imports(signal),
    every: (data) => (data?.imports.some((run) => run.finishedAt === null) ? SOON_MS : false),
  });
}
