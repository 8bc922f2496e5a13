/** The outline beside the text: jump by it, and see where one is. */
import { useEffect, useRef } from 'react';
import { revealInPanel } from '../../ui/reveal.ts';
import { useWords } from '../../words/use-words.ts';
import type { OutlineEntry } from './outline.ts';
import styles from './outline-panel.module.css';

interface OutlinePanelProps {
  readonly entries: readonly OutlineEntry[];
  readonly current: string | null;
  readonly onJump: (id: string) => void;
}

export function OutlinePanel({ entries, current, onJump }: OutlinePanelProps) {
  const words = useWords().document;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current === null) return;
    const entry = list.current?.querySelector('[aria-current]');
    if (entry) revealInPanel(entry);
  }, [current]);
  return (
    <nav aria-label={words.outline}>
      <h2 className={styles.heading}>{words.outline}</h2>
      {entries.length === 0 && <p className={styles.empty}>{words.outlineEmpty}</p>}
      <ol ref={list} lang="zh-CN">
        {entries.map(({ id, kind, label, text, depth }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.entry}
              data-depth={Math.min(depth, 4)}
              data-kind={kind}
              title={`${label} ${text}`.trim()}
              aria-current={id === current ? 'location' : undefined}
              onClick={() => onJump(id)}
            >
              {label !== '' && (
                <span className={styles.label} data-closed={/[）、.．]$/.test(label) || undefined}>
                  {label}
                </span>
              )}
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
