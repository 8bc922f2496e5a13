/** How answers are kept: the service is on this machine, so asking again is cheap and a failure is told at once. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { AWAY_MS, isAway } from './service-error.ts';
import { STATUS_KEY } from './use-status.ts';

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // Whoever first finds nobody there has the header say so.
      onError: (error, { queryKey }) => {
        if (isAway(error) && queryKey[0] !== STATUS_KEY[0]) void client.invalidateQueries({ queryKey: STATUS_KEY });
      },
    }),
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
  return client;
}
