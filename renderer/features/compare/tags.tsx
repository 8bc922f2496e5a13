/** What became of a clause, as small tags: 修改, 移动, 条号变化. */
import type { ComparisonRow } from '../../../indexer/contract.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './compare.module.css';

export function ChangeTags({ row }: { readonly row: ComparisonRow }) {
  const words = useWords().compare;
  const { change, moved, renumbered, form } = row;
  const further = [
    form === 'pair' ? null : words[form],
    moved ? words.moved : null,
    renumbered ? words.renumbered : null,
  ].filter((word) => word !== null);
  return (
    <>
      {change !== 'unchanged' && (
        <span className={styles.tag} data-change={change}>
          {words.state[change]}
        </span>
      )}
      {further.map((word) => (
        <span key={word} className={styles.tag}>
          {word}
        </span>
      ))}
    </>
  );
}
