/** The filters beside the results: six facets with exact counts, and a range of dates. */
import type { SearchResponse } from '../../../indexer/contract.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useWords } from '../../words/use-words.ts';
import { DateRange } from './date-range.tsx';
import { Facet } from './facet.tsx';
import { nameOfValue } from './facet-name.ts';
import styles from './facets.module.css';
import { changeSearch, FACET_NAMES, type SearchState, toggleExclusion, toggleValue } from './search-state.ts';
import { useIssueNames } from './use-issue-names.ts';

interface FacetsProps {
  readonly state: SearchState;
  /** Null while nothing is known yet. */
  readonly answer: Pick<SearchResponse, 'facets' | 'histogram'> | null;
  readonly onChange: (next: SearchState) => void;
}

export function Facets({ state, answer, onChange }: FacetsProps) {
  const words = useWords();
  const nameOf = nameOfValue(words, useIssueNames(state));
  return (
    <section className={styles.facets} aria-label={words.search.facetsLabel}>
      {FACET_NAMES.map((facet) => (
        <Facet
          key={facet}
          title={words.search.facets[facet]}
          values={answer === null ? null : answer.facets[facet]}
          nameOf={({ value, label }) => nameOf(facet, value, label === value ? undefined : label)}
          chosen={state.chosen[facet]}
          excluded={(value) => state.not.includes(`${facet}:${value}`)}
          onToggle={(value) => onChange(toggleValue(state, facet, value))}
          onExclude={(value) => onChange(toggleExclusion(state, facet, value))}
        >
          {facet === 'validity' && (
            <div className={styles.asOf}>
              <DayField
                label={words.search.asOf}
                placeholder={words.search.asOfToday}
                value={state.asOf ?? ''}
                onChange={(day) => onChange(changeSearch(state, { asOf: day || null }))}
              />
            </div>
          )}
        </Facet>
      ))}
      <DateRange
        from={state.from}
        to={state.to}
        dateBy={state.dateBy}
        years={answer?.histogram ?? []}
        onChange={(change) => onChange(changeSearch(state, change))}
      />
    </section>
  );
}
