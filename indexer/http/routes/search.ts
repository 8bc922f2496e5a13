/** GET /search, its facets, and /suggest. */
import { z } from 'zod';
import {
  FACETS,
  FacetRequest,
  FacetResponse,
  SearchRequest,
  SearchResponse,
  SuggestRequest,
  SuggestResponse,
} from '../../contract.ts';
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
    '/search/facets/:facet',
    {
      schema: {
        summary: 'All values of one facet of a search, by part of their name',
        tags: ['search'],
        params: z.object({ facet: z.enum(FACETS) }),
        querystring: SearchRequest.extend(FacetRequest.shape),
        response: { 200: FacetResponse },
      },
    },
    async (request) => search.facet(request.params.facet, request.query, request.query),
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
