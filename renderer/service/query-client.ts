/** How answers are kept: the service is on this machine, so asking again is cheap and a failure is told at once. */
import { QueryClient } from '@tanstack/react-query';
import { ServiceError } from './service-error.ts';

const AWAY_MS = 2000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        // While the service starts, or comes back, nobody answers yet; any other failure will not be better the second time.
        retry: (count, error) => count < 2 && isAway(error),
        retryDelay: 800,
        refetchInterval: (query) => (isAway(query.state.error) ? AWAY_MS : false),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

function isAway(error: unknown): boolean {
  return error instanceof ServiceError && (error.code === 'unreachable' || error.code === 'service_not_running');
}
