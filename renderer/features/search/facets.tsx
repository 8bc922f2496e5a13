/** The filters beside the results: six facets with exact counts, and a range of dates. */

import type { SearchResponse } from '../../../indexer/contract.ts';
import { useWords } from '../../words/use-words.ts';
import { DateRange } from './date-range.tsx';
import { Facet } from './facet.tsx';
import { nameOfValue } from './facet-name.ts';
import styles from './facets.module.css';
import { changeSearch, FACET_NAMES, type SearchState, toggleExclusion, toggleValue } from './search-state.ts';
import { useIssueNames } from './use-issue-names.ts';

interface FacetsProps {
  readonly state: SearchState;
  readonly facets: SearchResponse['facets'] | null;
  readonly onChange: (next: SearchState) => void;
}

export function Facets({ state, facets, onChange }: FacetsProps) {
  const words = useWords();
  const nameOf = nameOfValue(words, useIssueNames(state));
  return (
    <section className={styles.facets} aria-label={words.search.facetsLabel}>
      {FACET_NAMES.map((facet) => (
        <Facet
          key={facet}
          title={words.search.facets[facet]}
          values={facets === null ? null : facets[facet]}
          nameOf={({ value, label }) => nameOf(facet, value, label === value ? undefined : label)}
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
