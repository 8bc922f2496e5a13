/** Every key that does something, by the place where it does it, as tables of key and meaning. */
import { Fragment } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './shortcut-list.module.css';

export function ShortcutList() {
  const words = useWords().shortcuts;
  const control = window.gongbao?.platform === 'darwin' ? '⌘' : 'Ctrl';
  const groups = [
    [
      words.everywhere,
      [
        [['/'], words.search],
        [[`${control} + Enter`], words.submit],
        [['Esc'], words.close],
        [['?'], words.help],
      ],
    ],
    [
      words.results,
      [
        [['↓', '↑', 'j', 'k'], words.move],
        [['Enter'], words.open],
        [['Esc'], words.escape],
        [['←', '→', 'Shift + →'], words.years],
      ],
    ],
    [
      words.reading,
      [
        [[`${control} + F`], words.find],
        [['F3', 'Shift + F3'], words.nextHit],
        [['[', ']'], words.neighbour],
        [['Tab'], words.citation],
        [['c'], words.copyClause],
        [['o'], words.original],
      ],
    ],
    [
      words.pages,
      [
        [['PageDown', 'PageUp'], words.leaf],
        [['+', '-', '0'], words.zoom],
      ],
    ],
    [words.comparing, [[['n', 'p', 'F8', 'Shift + F8'], words.nextChange]]],
  ] as const;
  const inWindow = [
    words.window,
    [
      [[`${control} + O`, `${control} + Shift + O`], words.imports],
      [[`${control} + L`], words.search],
      [[`${control} + P`], words.print],
      [['Alt + ←', 'Alt + →'], words.history],
      [[`${control} + +`, `${control} + -`, `${control} + 0`], words.zoomWindow],
      [[`${control} + ,`], words.settings],
    ],
  ] as const;
  return [...groups, ...(window.gongbao === undefined ? [] : [inWindow])].map(([name, rows]) => (
    <section key={name} className={styles.group}>
      <h3>{name}</h3>
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
    </section>
  ));
}
