/** Two texts side by side or inline: the bar, the list of changes, the rows; and the keys that go through the changes. */
import { useEffect, useMemo, useState } from 'react';
import type { ComparisonResponse } from '../../../indexer/contract.ts';
import { scrollToElement } from '../../ui/scroll-to-element.ts';
import { useStepKeys } from '../../ui/use-step-keys.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf, shownRows, stepChange } from './changes.ts';
import styles from './compare.module.css';
import { CompareBar } from './compare-bar.tsx';
import type { CompareState } from './compare-state.ts';
import { Heads } from './heads.tsx';
import { Row, rowElementId } from './row.tsx';

interface ComparisonProps {
  readonly comparison: ComparisonResponse;
  readonly state: CompareState;
  readonly onChange: (part: Partial<CompareState>) => void;
}

export function Comparison({ comparison, state, onChange }: ComparisonProps) {
  const words = useWords().compare;
  const format = useFormat();
  const { rows } = comparison;
  const changes = useMemo(() => changesOf(rows), [rows]);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(-1);
  const [moves, setMoves] = useState(0);
  const shown = useMemo(() => shownRows(rows, state.onlyChanges, opened), [rows, state.onlyChanges, opened]);
  const now = changes[at] ?? null;

  const go = (to: number): void => {
    setAt(to);
    setMoves(moves + 1);
  };
  useEffect(() => {
    if (moves > 0) scrollToElement(() => document.querySelector('section[data-now]'), 'center');
  }, [moves]);
  const step = (by: 1 | -1): void => go(stepChange(at, by, changes.length));
  useStepKeys(step, changes.length > 0);

  return (
    <>
      <CompareBar
        comparison={comparison}
        state={state}
        onChange={onChange}
        place={{ at, count: changes.length }}
        onStep={step}
      />
      <div className={styles.layout}>
        <ChangeList rows={rows} changes={changes} at={at} onGo={go} />
        <div className={styles.sheet} data-view={state.view}>
          <Heads comparison={comparison} onChange={onChange} />
          {changes.length === 0 && <p className={styles.none}>{words.noChanges}</p>}
          {shown.map((each) => {
            if ('from' in each)
              return (
                <button
                  key={`fold-${each.from}`}
                  type="button"
                  className={styles.fold}
                  onClick={() => setOpened(new Set([...opened, each.from]))}
                >
                  {words.hidden(format.number(each.until - each.from))}
                </button>
              );
            const row = rows[each.row];
            return (
              row && (
                <Row
                  key={each.row}
                  id={rowElementId(each.row)}
                  row={row}
                  view={state.view}
                  now={each.row === now}
                  sides={[comparison.left.id, comparison.right.id]}
                />
              )
            );
          })}
        </div>
      </div>
    </>
  );
}
