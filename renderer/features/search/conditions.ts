/** The conditions of a search as the reader chose them, each with the search that remains without it. Pure. */
import type { FacetName, SearchResponse } from '../../../indexer/contract.ts';
import { type Words, wordFor } from '../../words/words.ts';
import {
  changeSearch,
  FACET_NAMES,
  readExclusion,
  type SearchState,
  toggleExclusion,
  toggleValue,
} from './search-state.ts';

export interface Condition {
  readonly key: string;
  readonly facet: string;
  readonly value: string;
  readonly excluded: boolean;
  readonly without: SearchState;
}

interface Wording {
  readonly words: Words;
  readonly day: (iso: string) => string;
}

export function chosenConditions(
  state: SearchState,
  facets: SearchResponse['facets'] | null,
  { words, day }: Wording,
): Condition[] {
  const nameOf = (facet: FacetName, value: string): string => {
    if (facet === 'validity') return wordFor(words.validity, value);
    const label = facets?.[facet].find((one) => one.value === value)?.label ?? value;
    return label === '' ? words.common.unknown : label;
  };
  const chosen = FACET_NAMES.flatMap((facet) =>
    state.chosen[facet].map((value) => ({
      key: `${facet}:${value}`,
      facet: words.search.facets[facet],
      value: nameOf(facet, value),
      excluded: false,
      without: toggleValue(state, facet, value),
    })),
  );
  const excluded = state.not.flatMap((text) => {
    const exclusion = readExclusion(text);
    if (exclusion === null) return [];
    const { facet, value } = exclusion;
    const without = toggleExclusion(state, facet, value);
    return [
      { key: `not ${text}`, facet: words.search.facets[facet], value: nameOf(facet, value), excluded: true, without },
    ];
  });
  const from = state.from === null ? [] : [dateCondition(words.search.dateFrom, day(state.from), { from: null })];
  const to = state.to === null ? [] : [dateCondition(words.search.dateTo, day(state.to), { to: null })];
  return [...chosen, ...excluded, ...from, ...to];

  function dateCondition(facet: string, value: string, change: Partial<SearchState>): Condition {
    return { key: facet, facet, value, excluded: false, without: changeSearch(state, change) };
  }
}
