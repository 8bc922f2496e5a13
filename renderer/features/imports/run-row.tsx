/** One run in a line: when, from where, and what came of it. */
import type { ImportRun } from '../../../indexer/contract.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';

export function RunRow({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const counts = (
    ['new', 'changed', 'known', 'merged', 'queued', 'unconverted', 'failed', 'cancelled'] as const
  ).filter((outcome) => run.counts[outcome] > 0);
  return (
    <>
      <span className={styles.when}>{format.moment(run.startedAt)}</span>
      <span className={styles.state} data-state={run.state}>
        {words.states[run.state]}
      </span>
      <span className={styles.from} title={run.paths.join('\n')}>
        {run.kind === 'reparse' ? words.reparse : run.paths.map(lastPart).join(' ')}
      </span>
      <span className={styles.counts}>
        {run.finishedAt === null && (
          <span>{words.files(format.number(run.filesDone), format.number(run.filesTotal))}</span>
        )}
        {run.sidecars > 0 && <span>{words.sidecars(format.number(run.sidecars))}</span>}
        {counts.map((outcome) => (
          <span key={outcome} data-outcome={outcome}>
            {words.outcomes[outcome]} {format.number(run.counts[outcome])}
          </span>
        ))}
      </span>
    </>
  );
}

/** `公报/2021/` gives 2021. */
function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
