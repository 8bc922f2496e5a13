/** Every change by name, beside the text: pressed, it is gone to. */
import { useEffect, useRef } from 'react';
import type { ComparisonRow } from '../../../indexer/contract.ts';
import { useWords } from '../../words/use-words.ts';
import { nameOf, snippetOf } from './changes.ts';
import styles from './compare.module.css';
import { Parts } from './row.tsx';
import { ChangeTags } from './tags.tsx';

interface ChangeListProps {
  readonly rows: readonly ComparisonRow[];
  /** Indices of the rows that are changes. */
  readonly changes: readonly number[];
  readonly at: number;
  readonly onGo: (at: number) => void;
}

export function ChangeList({ rows, changes, at, onGo }: ChangeListProps) {
  const words = useWords().compare;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <nav className={styles.changes} data-stays aria-label={words.changes}>
      <h2>{words.changes}</h2>
      <ol ref={list}>
        {changes.map((index, place) => {
          const row = rows[index];
          return (
            row && (
              <li key={index}>
                <button type="button" aria-current={place === at || undefined} onClick={() => onGo(place)}>
                  <span className={styles.changeHead}>
                    <strong>{nameOf(row) || words.noLabel}</strong>
                    <ChangeTags row={{ ...row, renumbered: false }} />
                  </span>
                  <small>
                    <Parts parts={snippetOf(row)} left={false} />
                  </small>
                </button>
              </li>
            )
          );
        })}
      </ol>
    </nav>
  );
}
