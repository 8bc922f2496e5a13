/** GET /search and /suggest. */
import { SearchRequest, SearchResponse, SuggestRequest, SuggestResponse } from '../../contract.ts';
import type { Parts, Server } from '../parts.ts';

export function searchRoutes(server: Server, { search }: Parts): void {
  server.get(
    '/search',
    {
      schema: {
        summary: 'Search by words, phrases, numbers and fields',
        tags: ['search'],
        querystring: SearchRequest,
        response: { 200: SearchResponse },
      },
    },
    async (request) => {
      const gone = new AbortController();
      request.raw.once('close', () => gone.abort());
      return search.search(request.query, gone.signal);
    },
  );

  server.get(
    '/suggest',
    {
      schema: {
        summary: 'Documents, numbers, issuers and words that begin like this',
        tags: ['search'],
        querystring: SuggestRequest,
        response: { 200: SuggestResponse },
      },
    },
    async (request) => search.suggest(request.query),
  );
}
