/** Every key that does something, as a table of key and meaning. */
import { Fragment } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './shortcut-list.module.css';

export function ShortcutList() {
  const words = useWords().shortcuts;
  const rows = [
    [['/'], words.search],
    [['↓', '↑'], words.move],
    [['j', 'k'], words.move],
    [['Enter'], words.open],
    [['Esc'], words.escape],
    [['F3', 'Shift + F3'], words.nextHit],
    [['F8', 'Shift + F8'], words.nextChange],
    [['n', 'p'], words.nextChange],
    [['[', ']'], words.neighbour],
    [['o'], words.original],
    [['?'], words.help],
  ] as const;
  return (
    <dl className={styles.list}>
      {rows.map(([keys, meaning]) => (
        <Fragment key={keys.join()}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
