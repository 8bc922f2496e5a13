/** The conditions of a search as the reader chose them, each with the search that remains without it. Pure. */
import type { Words } from '../../words/words.ts';
import type { NameOfValue } from './facet-name.ts';
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

export interface Wording {
  readonly words: Words;
  readonly nameOf: NameOfValue;
  readonly day: (iso: string) => string;
}

/** Chosen values in the order of the facets, then what is excluded, then the ends of the range of dates. */
export function chosenConditions(state: SearchState, { words, nameOf, day }: Wording): Condition[] {
  const { facets, dateFrom, dateTo, asOf } = words.search;
  const chosen = FACET_NAMES.flatMap((facet) =>
    state.chosen[facet].map((value) => ({
      key: `${facet}:${value}`,
      facet: facets[facet],
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
    return [{ key: `not ${text}`, facet: facets[facet], value: nameOf(facet, value), excluded: true, without }];
  });
  const ends = [
    { key: 'from', facet: dateFrom, value: state.from, without: changeSearch(state, { from: null }) },
    { key: 'to', facet: dateTo, value: state.to, without: changeSearch(state, { to: null }) },
    { key: 'asOf', facet: asOf, value: state.asOf, without: changeSearch(state, { asOf: null }) },
  ].flatMap((end) => (end.value === null ? [] : [{ ...end, value: day(end.value), excluded: false }]));
  return [...chosen, ...excluded, ...ends];
}
