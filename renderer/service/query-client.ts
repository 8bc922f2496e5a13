/** How answers are kept: the service is on this machine, so asking again is cheap and a failure is told at once. */
import { QueryClient } from '@tanstack/react-query';
import { ServiceError } from './service-error.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        // While the program starts, nobody answers yet; anything else will not be better the second time.
        retry: (count, error) => count < 2 && error instanceof ServiceError && error.status === 0,
        retryDelay: 800,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
