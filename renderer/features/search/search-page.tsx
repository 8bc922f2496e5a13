/** The search page: box, understanding, filters and results; all its state is in the address. */
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import { ChosenFilters } from './chosen-filters.tsx';
import { Facets } from './facets.tsx';
import { Results } from './results.tsx';
import { SearchHead } from './search-head.tsx';
import styles from './search-page.module.css';
import { changeSearch } from './search-state.ts';
import { Toolbar } from './toolbar.tsx';
import { Understanding } from './understanding.tsx';
import { useResultKeys } from './use-result-keys.ts';
import { useSearch } from './use-search.ts';
import { useSearchState } from './use-search-state.ts';

export function SearchPage() {
  const words = useWords().search;
  const control = useSearchState();
  const { state, go } = control;
  const answer = useSearch(state);
  const [filtering, setFiltering] = useState(false);
  useResultKeys();
  usePageTitle(state.q === '' ? null : state.q);

  const data = answer.state === 'ready' ? answer.data : null;
  const facets = <Facets state={state} answer={data} onChange={go} />;
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.heading}</h1>
      <SearchHead control={control} />
      <div className={styles.columns}>
        <aside className={styles.side} data-stays data-screen>
          {answer.state !== 'failed' && facets}
        </aside>
        <div className={styles.list}>
          {data !== null && <Understanding query={data.query} onQuery={(q) => go(changeSearch(state, { q }))} />}
          <ChosenFilters state={state} onChange={go} />
          <Toolbar state={state} answer={answer} onChange={go} onFilters={() => setFiltering(true)} />
          <h2 className="visually-hidden">{words.resultsLabel}</h2>
          <Results state={state} answer={answer} onChange={go} />
        </div>
      </div>
      <Dialog title={words.facetsLabel} place="left" open={filtering} onClose={() => setFiltering(false)}>
        {facets}
      </Dialog>
    </div>
  );
}
