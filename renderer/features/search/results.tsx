/** The list of hits and the pager beneath, down to the very last hit; or why there is nothing to list. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Pagination, Skeleton } from 'antd';
import { Link } from 'react-router';
import type { SearchResponse } from '../../../indexer/contract.ts';
import { PAGES } from '../../addresses.ts';
import type { Requested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import { StateBlock } from '../../ui/state-block.tsx';
import { useWords } from '../../words/use-words.ts';
import { Result } from './result.tsx';
import styles from './results.module.css';
import { clearFilters, hasFilters, PAGE_SIZE, type SearchState } from './search-state.ts';
import { useConditions } from './use-conditions.ts';

interface ResultsProps {
  readonly state: SearchState;
  readonly answer: Requested<SearchResponse>;
  readonly onChange: (next: SearchState) => void;
}

export function Results({ state, answer, onChange }: ResultsProps) {
  const words = useWords().search;
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} />;
  if (answer.state === 'waiting') return <Waiting />;
  const { hits, total, query } = answer.data;
  if (total === 0) return <Nothing state={state} onChange={onChange} />;
  return (
    <div aria-busy={answer.stale} className={styles.results} data-stale={answer.stale || undefined}>
      <ol aria-label={words.resultsLabel}>
        {hits.map((hit) => (
          <Result key={hit.provisionId ?? hit.id} hit={hit} q={query.text} />
        ))}
      </ol>
      {total > PAGE_SIZE && (
        <nav className={styles.pages} aria-label={words.pages}>
          <Pagination
            current={state.page}
            pageSize={PAGE_SIZE}
            total={total}
            showSizeChanger={false}
            showQuickJumper={total > PAGE_SIZE * 10}
            onChange={(page) => onChange({ ...state, page })}
          />
        </nav>
      )}
    </div>
  );
}

function Nothing({ state, onChange }: Omit<ResultsProps, 'answer'>) {
  const words = useWords().search;
  const conditions = useConditions(state);
  const filtered = hasFilters(state);
  if (state.q.trim() === '' && !filtered)
    return (
      <StateBlock title={words.emptyLibrary} hint={words.emptyLibraryHint}>
        <Link to={PAGES.imports}>{words.toImport}</Link>
      </StateBlock>
    );
  return (
    <StateBlock title={words.none} hint={filtered ? words.noneFiltered : words.noneHint}>
      {conditions.map(({ key, facet, value, excluded, without }) => (
        <Button key={key} onClick={() => onChange(without)}>
          {facet} {excluded && words.excluded} {value} <CloseOutlined aria-hidden />
        </Button>
      ))}
      {conditions.length > 1 && (
        <Button type="primary" onClick={() => onChange(clearFilters(state))}>
          {words.clearAll}
        </Button>
      )}
      {state.page > 1 && <Button onClick={() => onChange({ ...state, page: 1 })}>1</Button>}
    </StateBlock>
  );
}

const WAITING_ROWS = ['a', 'b', 'c', 'd', 'e'];

function Waiting() {
  const words = useWords().common;
  return (
    <div role="status" aria-label={words.loading} className={styles.waiting}>
      {WAITING_ROWS.map((row) => (
        <Skeleton key={row} active title={{ width: '62%' }} paragraph={{ rows: 3, width: ['38%', '94%', '81%'] }} />
      ))}
    </div>
  );
}
