/** Tables that were applied, each with the way back. */
import { Button } from 'antd';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './sidecar.module.css';
import { useUndo } from './use-apply.ts';

export function Batches() {
  const words = useWords().sidecar;
  const format = useFormat();
  const answer = useRequested({ key: ['sidecar', 'batches'], ask: (signal) => client.sidecarBatches(signal) });
  const { undoing, undo } = useUndo();
  if (answer.state !== 'ready' || answer.data.batches.length === 0) return null;
  return (
    <section className={styles.history} aria-label={words.history}>
      <h2>{words.history}</h2>
      <ul>
        {answer.data.batches.map((batch) => (
          <li key={batch.id}>
            <time dateTime={batch.at}>{format.moment(batch.at)}</time>
            <span className={styles.name}>{batch.name}</span>
            <span className={styles.quiet}>
              {words.batch(format.number(batch.documents), format.number(batch.fields))}
            </span>
            {batch.undoneAt === null ? (
              <Button size="small" loading={undoing === batch.id} onClick={() => void undo(batch)}>
                {words.undo}
              </Button>
            ) : (
              <span className={styles.quiet}>{words.isUndone}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
