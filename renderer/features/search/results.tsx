/** The list of hits and the pager beneath, down to the very last hit; or why there is nothing to list. */
import { BookOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import type { SearchResponse } from '../../../indexer/contract.ts';
import { issueAddress, PAGES } from '../../addresses.ts';
import type { Requested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import { Pages } from '../../ui/pages.tsx';
import { StateBlock } from '../../ui/state-block.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import { Blockers, DidYouMean, NearestTitles } from './help.tsx';
import { MissingNumber, numberAlone } from './missing-number.tsx';
import { Result } from './result.tsx';
import styles from './results.module.css';
import { clearFilters, hasFilters, PAGE_SIZE, type SearchState } from './search-state.ts';
import { useConditions } from './use-conditions.ts';
import { useReturn } from './use-return.ts';

interface ResultsProps {
  readonly state: SearchState;
  readonly answer: Requested<SearchResponse>;
  readonly onChange: (next: SearchState) => void;
}

export function Results({ state, answer, onChange }: ResultsProps) {
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} />;
  if (answer.state === 'waiting') return <Waiting />;
  const { hits, total, query } = answer.data;
  if (total === 0) return <Nothing state={state} answer={answer.data} onChange={onChange} />;
  return (
    <div aria-busy={answer.stale} className={styles.results} data-stale={answer.stale || undefined}>
      <DidYouMean state={state} help={answer.data.help} onChange={onChange} />
      <NamedIssues issues={answer.data.issues} />
      <Hits hits={hits} q={query.text} state={state} />
      {total > PAGE_SIZE && (
        <PageLinks at={state.page} total={total} onChange={(page) => onChange({ ...state, page })} />
      )}
    </div>
  );
}

function Hits({ hits, q, state }: Pick<SearchResponse, 'hits'> & { readonly q: string; readonly state: SearchState }) {
  const words = useWords().search;
  const { list, onClick } = useReturn();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link of the list is a click
    <ol ref={list} aria-label={words.resultsLabel} onClick={onClick}>
      {hits.map((hit) => (
        <Result key={hit.provisionId ?? hit.id} hit={hit} q={q} state={state} />
      ))}
    </ol>
  );
}

interface PageLinksProps {
  readonly at: number;
  readonly total: number;
  readonly onChange: (page: number) => void;
}

function PageLinks({ at, total, onChange }: PageLinksProps) {
  const words = useWords().search;
  return (
    <nav className={styles.pages} aria-label={words.pages} data-screen>
      <Pages at={at} size={PAGE_SIZE} total={total} onChange={onChange} />
    </nav>
  );
}

/** Issues that the query names, above the documents that stand in them. */
function NamedIssues({ issues }: Pick<SearchResponse, 'issues'>) {
  const words = useWords().common;
  const format = useFormat();
  if (issues.length === 0) return null;
  return (
    <ul className={styles.issues}>
      {issues.map(({ id, label, documents }) => (
        <li key={id}>
          <Link to={issueAddress(id)}>
            <BookOutlined aria-hidden /> {label}
          </Link>
          <span>{words.documents(format.number(documents))}</span>
        </li>
      ))}
    </ul>
  );
}

interface NothingProps extends Omit<ResultsProps, 'answer'> {
  readonly answer: SearchResponse;
}

function Nothing({ state, answer: { help, query }, onChange }: NothingProps) {
  const words = useWords().search;
  const conditions = useConditions(state);
  const filtered = hasFilters(state);
  if (state.q.trim() === '' && !filtered)
    return (
      <StateBlock title={words.emptyLibrary} hint={words.emptyLibraryHint}>
        <Link to={PAGES.imports}>{words.toImport}</Link>
      </StateBlock>
    );
  const number = filtered ? null : numberAlone(query);
  if (number !== null)
    return (
      <StateBlock title={words.missing.title(number)} hint={words.missing.hint}>
        <MissingNumber number={number} />
      </StateBlock>
    );
  const explained = help.blockers.length > 0;
  return (
    <StateBlock title={words.none} hint={filtered && !explained ? words.noneFiltered : words.noneHint}>
      <DidYouMean state={state} help={help} onChange={onChange} />
      <Blockers state={state} help={help} onChange={onChange} />
      <NearestTitles help={help} />
      {(explained ? [] : conditions).map(({ key, facet, value, excluded, without }) => (
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
