/** How far an import is: bar, rate, what is being read; and its sum when it has ended. */
import { App, Progress as Bar, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ImportRun } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { asServiceError } from '../../service/requested.ts';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { rateOf, shareDone } from './rate.ts';

export function Progress({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const going = run.finishedAt === null;
  return (
    <section className={page.card} aria-label={words.progress}>
      {going && (
        <Bar
          percent={Math.floor(shareDone(run) * 100)}
          status={run.state === 'cancelling' ? 'exception' : 'active'}
          aria-label={words.progress}
        />
      )}
      <p className={styles.sum} aria-live="polite">
        <strong>{words.newDocuments(format.number(run.newDocuments))}</strong>
        {run.mergedDocuments > 0 && <span>{words.mergedDocuments(format.number(run.mergedDocuments))}</span>}
        <span>{words.files(format.number(run.filesDone), format.number(run.filesTotal))}</span>
        {going && <Speed run={run} />}
        {going && run.indexPending > 0 && <span>{words.indexPending(format.number(run.indexPending))}</span>}
      </p>
      {going && (
        <div className={styles.going}>
          <p className={styles.current} title={run.currentFile ?? undefined}>
            {run.currentFile !== null && words.current(run.currentFile)}
          </p>
          <Cancel run={run} />
        </div>
      )}
      {run.problem !== null && (
        <p className={styles.problem} role="alert">
          {run.problem.message} {run.problem.hint}
        </p>
      )}
      {!going && run.filesTotal === 0 && run.problem === null && <p className={styles.problem}>{words.emptyFolder}</p>}
    </section>
  );
}

function Speed({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(clock);
  }, []);
  const rate = rateOf(run, now);
  if (rate === null) return null;
  return (
    <>
      <span>{words.rate(format.size(rate.bytesPerSecond))}</span>
      {rate.secondsLeft !== null && <span>{words.remaining(format.duration(rate.secondsLeft))}</span>}
    </>
  );
}

function Cancel({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  const cancel = async (): Promise<void> => {
    setAsked(true);
    try {
      await client.cancelImport(run.id);
    } catch (cause) {
      setAsked(false);
      message.error(asServiceError(cause).message);
    }
  };
  return (
    <Button
      size="small"
      title={words.cancelHint}
      disabled={asked || run.state === 'cancelling'}
      onClick={() => void cancel()}
    >
      {words.cancel}
    </Button>
  );
}
