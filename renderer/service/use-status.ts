/** Library, index and engine, asked for again while something is still going on. */
import type { StatusResponse } from '../../indexer/contract.ts';
import { client } from './client.ts';
import { type Requested, useRequested } from './requested.ts';

export const STATUS_KEY = ['status'];
const SOON_MS = 1500;
const LATER_MS = 20_000;

export function useStatus(): Requested<StatusResponse> {
  return useRequested({
    key: STATUS_KEY,
    ask: (signal) => client.status(signal),
    every: (status) => (status === undefined || isGoingOn(status) ? SOON_MS : LATER_MS),
  });
}

/** A first start may import the samples by itself. */
function isGoingOn({ engine, library, firstRun }: StatusResponse): boolean {
  return engine.state !== 'ready' || library.indexPending > 0 || firstRun;
}
