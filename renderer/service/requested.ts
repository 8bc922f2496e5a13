/** What a request gives, as one union: no page can show a result and forget the failure. */
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { preferences } from '../preferences/preferences.ts';
import { AWAY_MS, isAway, ServiceError, unreachable } from './service-error.ts';

export type Requested<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: ServiceError; readonly again: () => void }
  | {
      readonly state: 'ready';
      readonly data: T;
      /** Whether this is the answer to the question before, shown until the new one is there. */
      readonly stale: boolean;
      /** Why it could not be asked for again; the answer from before is shown on. */
      readonly failing: ServiceError | null;
    };

export interface RequestOptions<T> {
  readonly key: QueryKey;
  readonly ask: (signal: AbortSignal) => Promise<T>;
  readonly enabled?: boolean;
  /** Keep showing the answer to the question before while this one is asked. */
  readonly keepPrevious?: boolean;
  /** Ask again every so many milliseconds, as long as the answer wants it. */
  readonly every?: (data: T | undefined) => number | false;
}

export function useRequested<T>({ key, ask, enabled, keepPrevious, every }: RequestOptions<T>): Requested<T> {
  const query = useQuery<T>({
    queryKey: key,
    queryFn: ({ signal }) => ask(signal),
    enabled: enabled ?? true,
    ...(keepPrevious ? { placeholderData: (previous: T | undefined) => previous as never } : {}),
    ...(every ? { refetchInterval: ({ state }) => (isAway(state.error) ? AWAY_MS : every(state.data)) } : {}),
  });
  // While a failed request is asked again, it has still failed: a page must not blink between its error and its skeleton.
  const failure = useRef<{ readonly key: string; readonly error: ServiceError } | null>(null);
  const id = JSON.stringify(key);
  if (query.data !== undefined && !(query.isError && query.isPlaceholderData)) {
    failure.current = null;
    const failing = query.isError ? asServiceError(query.error) : null;
    return { state: 'ready', data: query.data, stale: query.isPlaceholderData, failing };
  }
  if (query.isError) failure.current = { key: id, error: asServiceError(query.error) };
  if (failure.current?.key === id)
    return { state: 'failed', error: failure.current.error, again: () => void query.refetch() };
  return { state: 'waiting' };
}

export function asServiceError(error: unknown): ServiceError {
  return error instanceof ServiceError ? error : unreachable(error, preferences().language);
}
