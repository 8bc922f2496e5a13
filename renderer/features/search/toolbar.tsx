/** How many there are, and how they are counted and ordered. */
import { FilterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { SearchResponse } from '../../../indexer/contract.ts';
import type { Requested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { Options } from './options.tsx';
import { changeSearch, type SearchState } from './search-state.ts';
import styles from './toolbar.module.css';

interface ToolbarProps {
  readonly state: SearchState;
  readonly answer: Requested<SearchResponse>;
  readonly onChange: (next: SearchState) => void;
  readonly onFilters: () => void;
}

export function Toolbar({ state, answer, onChange, onFilters }: ToolbarProps) {
  const words = useWords().search;
  const browsing = state.q.trim() === '';
  const { relevance, newest, oldest } = words.sortChoices;
  const sorts = [
    { value: 'relevance' as const, label: relevance },
    { value: 'newest' as const, label: newest },
    { value: 'oldest' as const, label: oldest },
  ].filter(({ value }) => !(browsing && value === 'relevance'));
  return (
    <div className={styles.toolbar}>
      <Button
        className={styles.filters ?? ''}
        size="small"
        icon={<FilterOutlined aria-hidden />}
        onClick={onFilters}
        data-screen
      >
        {words.openFacets}
      </Button>
      <Count answer={answer} browsing={browsing} />
      <div className={styles.choices} data-screen>
        <Segmented
          size="small"
          aria-label={words.unit}
          value={state.unit}
          options={[
            { value: 'document' as const, label: words.unitChoices.document },
            { value: 'provision' as const, label: words.unitChoices.provision },
          ]}
          onChange={(unit) => onChange(changeSearch(state, { unit }))}
        />
        <Segmented
          size="small"
          aria-label={words.sort}
          value={browsing && state.sort === 'relevance' ? 'newest' : state.sort}
          options={sorts}
          onChange={(sort) => onChange(changeSearch(state, { sort }))}
        />
        <Options state={state} onChange={onChange} />
      </div>
    </div>
  );
}

function Count({ answer, browsing }: { readonly answer: Requested<SearchResponse>; readonly browsing: boolean }) {
  const words = useWords().search;
  const format = useFormat();
  if (answer.state === 'failed') return <p className={styles.count} />;
  if (answer.state === 'waiting') return <p className={styles.count}>{words.searching}</p>;
  const { total, query, tookMs } = answer.data;
  return (
    <p className={styles.count} role="status">
      {browsing && <span className={styles.latest}>{words.latest}</span>}
      <strong>{words.total(format.number(total), words.units[query.unit])}</strong>
      {!browsing && (
        <span className={styles.took} data-screen>
          {words.took(format.number(Math.max(1, Math.round(tookMs))))}
        </span>
      )}
    </p>
  );
}
