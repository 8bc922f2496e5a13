/** The one quiet place for what goes on behind the pages: the engine, the index. Nothing stands here when all is well. */

import { useStatus } from '../service/use-status.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import styles from './notices.module.css';

export function Notices() {
  const status = useStatus();
  const words = useWords().notices;
  const format = useFormat();
  if (status.state !== 'ready') return null;
  const { engine, library } = status.data;
  const pending = library.indexPending;
  const engineNotice = engine.state === 'ready' ? null : words[engine.state];
  if (engineNotice === null && pending === 0) return null;
  return (
    <section
      className={styles.notices}
      aria-label={words.label}
      aria-live="polite"
      data-bad={engine.state === 'down' || undefined}
    >
      <p>
        {engineNotice ?? words.indexing(format.number(pending))}
        {engine.state === 'down' && engine.reason !== null && (
          <span className={styles.reason}>{words.reason(engine.reason)}</span>
        )}
      </p>
    </section>
  );
}
