/** The filters beside the results: six facets with exact counts, and a range of dates. */

import type { FacetName, FacetValue, SearchResponse } from '../../../indexer/contract.ts';
import { useWords } from '../../words/use-words.ts';
import { DateRange } from './date-range.tsx';
import { Facet } from './facet.tsx';
import styles from './facets.module.css';
import { changeSearch, FACET_NAMES, type SearchState, toggleExclusion, toggleValue } from './search-state.ts';

interface FacetsProps {
  readonly state: SearchState;
  readonly facets: SearchResponse['facets'] | null;
  readonly onChange: (next: SearchState) => void;
}

export function Facets({ state, facets, onChange }: FacetsProps) {
  const words = useWords();
  const nameOf = (facet: FacetName, { value, label }: FacetValue): string => {
    if (facet === 'validity') return (words.validity as Readonly<Record<string, string>>)[value] ?? label;
    return label === '' ? words.common.unknown : label;
  };
  return (
    <section className={styles.facets} aria-label={words.search.facetsLabel}>
      {FACET_NAMES.map((facet) => (
        <Facet
          key={facet}
          title={words.search.facets[facet]}
          values={facets === null ? null : facets[facet]}
          nameOf={(value) => nameOf(facet, value)}
          chosen={state.chosen[facet]}
          excluded={(value) => state.not.includes(`${facet}:${value}`)}
          onToggle={(value) => onChange(toggleValue(state, facet, value))}
          onExclude={(value) => onChange(toggleExclusion(state, facet, value))}
        />
      ))}
      <DateRange from={state.from} to={state.to} onChange={(days) => onChange(changeSearch(state, days))} />
    </section>
  );
}
