/** The answer to the search in the address; the answer before stays until it is there, and a request overtaken is cancelled. */
import type { SearchResponse, SuggestResponse } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';
import { type SearchState, searchRequest } from './search-state.ts';

export function useSearch(state: SearchState): Requested<SearchResponse> {
  const request = searchRequest(state);
  return useRequested({
    key: ['search', request.toString()],
    ask: (signal) => client.search(request, signal),
    keepPrevious: true,
  });
}

const MAX_SUGGESTED = 60;

/** Suggestions for what is being typed; a pasted title or sentence needs none. */
export function useSuggestions(q: string): SuggestResponse['suggestions'] {
  const text = q.trim();
  const answer = useRequested({
    key: ['suggest', text],
    ask: (signal) => client.suggest(text, signal),
    enabled: text !== '' && text.length <= MAX_SUGGESTED,
    keepPrevious: true,
  });
  // A suggestion is a courtesy: when it fails, the search itself says so.
  return text !== '' && answer.state === 'ready' ? answer.data.suggestions : [];
}
