/** The box and the line beneath it, which stay in view while the results scroll. */
import { AdvancedSearch } from './advanced-search.tsx';
import { Examples } from './examples.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './search-page.module.css';
import { changeSearch } from './search-state.ts';
import { Suggestions } from './suggestions.tsx';
import { focusResult } from './use-result-keys.ts';
import type { SearchControl } from './use-search-state.ts';

export function SearchHead({ control: { state, go, type, settle } }: { readonly control: SearchControl }) {
  const submit = (q: string): void => {
    if (q === state.q) settle();
    else go(changeSearch(state, { q }));
  };
  return (
    <div className={styles.head} data-stays data-screen>
      <div className={styles.box}>
        <SearchBox
          q={state.q}
          onType={(q) => type(changeSearch(state, { q }))}
          onSubmit={submit}
          onLeave={() => {
            settle();
            focusResult(0);
          }}
        />
        <div className={styles.below}>
          {state.q === '' ? <Examples /> : <Suggestions q={state.q} />}
          <AdvancedSearch state={state} onSearch={go} />
        </div>
      </div>
    </div>
  );
}
