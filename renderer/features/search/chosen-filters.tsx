/** What narrows the search, above the results: each condition can be taken away alone, or all at once. */
import { CloseOutlined } from '@ant-design/icons';
import { useWords } from '../../words/use-words.ts';
import styles from './chosen-filters.module.css';
import { clearFilters, type SearchState } from './search-state.ts';
import { useConditions } from './use-conditions.ts';

interface ChosenFiltersProps {
  readonly state: SearchState;
  readonly onChange: (next: SearchState) => void;
}

export function ChosenFilters({ state, onChange }: ChosenFiltersProps) {
  const words = useWords();
  const conditions = useConditions(state);
  if (conditions.length === 0) return null;
  return (
    <div className={styles.chosen}>
      <ul className={styles.list} aria-label={words.search.chosen}>
        {conditions.map(({ key, facet, value, excluded, without }) => (
          <li key={key} className={styles.condition} data-excluded={excluded || undefined}>
            <span className={styles.facet}>{facet}</span>
            {excluded && <span className={styles.not}>{words.search.excluded}</span>}
            <span className={styles.value} title={value}>
              {value}
            </span>
            <button
              type="button"
              className={styles.remove}
              aria-label={words.search.removeChosen(facet, value)}
              onClick={() => onChange(without)}
            >
              <CloseOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {conditions.length > 1 && (
        <button type="button" className={styles.all} onClick={() => onChange(clearFilters(state))}>
          {words.search.clearAll}
        </button>
      )}
    </div>
  );
}
