/** How far an import is: bar, rate, what is being read; and its sum when it has ended. */
import { Progress as Bar, Button, Spin } from 'antd';
import type { ImportRun } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { rateOf, shareDone } from './rate.ts';
import { useActOnRun } from './use-act-on-run.ts';

const WAITS: ReadonlySet<ImportRun['state']> = new Set(['ready', 'paused']);

export function Progress({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const going = run.finishedAt === null;
  const isUnderWay = run.state !== 'ready' && run.state !== 'scanning';
  return (
    <section className={page.card} aria-label={words.progress}>
      {run.state === 'ready' && <Found run={run} />}
      {run.state === 'scanning' && <Scanned run={run} />}
      {going && isUnderWay && (
        <Bar
          percent={Math.floor(shareDone(run) * 100)}
          status={run.state === 'cancelling' ? 'exception' : run.state === 'paused' ? 'normal' : 'active'}
          aria-label={words.progress}
        />
      )}
      {isUnderWay && (going || run.filesTotal > 0) && (
        <p className={styles.sum} aria-live="polite">
          <strong>{words.newDocuments(format.number(run.newDocuments))}</strong>
          {run.mergedDocuments > 0 && <span>{words.mergedDocuments(format.number(run.mergedDocuments))}</span>}
          <span>{words.files(format.number(run.filesDone - run.counts.cancelled), format.number(run.filesTotal))}</span>
          {going && <Speed run={run} />}
          {run.indexPending > 0 && <span>{words.indexPending(format.number(run.indexPending))}</span>}
          {!going && run.skipped > 0 && <span>{words.skipped(format.number(run.skipped))}</span>}
        </p>
      )}
      {going && (
        <div className={styles.going}>
          <p className={styles.current} title={run.currentFile ?? undefined}>
            {run.state === 'paused' ? words.pausedHint : run.currentFile !== null && words.current(run.currentFile)}
          </p>
          <Control run={run} />
          <Cancel run={run} />
        </div>
      )}
      {run.problem !== null && (
        <p className={styles.problem} role="alert">
          {run.problem.message} {run.problem.hint}
        </p>
      )}
      {!going && run.filesTotal === 0 && run.problem === null && (
        <p>{run.sidecars === 0 ? words.emptyFolder : words.onlySidecars}</p>
      )}
      {!going && run.filesTotal === 0 && run.skipped > 0 && <p>{words.skipped(format.number(run.skipped))}</p>}
    </section>
  );
}

/** How much is found so far: nobody knows yet of how much. */
function Scanned({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  return (
    <p className={styles.sum} aria-live="polite">
      <Spin size="small" />
      <strong>{words.foundSoFar(format.number(run.filesTotal), format.size(run.bytesTotal))}</strong>
    </p>
  );
}

/** What the scan found, and how long it will take. */
function Found({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  return (
    <>
      <p className={styles.sum}>
        <strong>{words.foundFiles(format.number(run.filesTotal), format.size(run.bytesTotal))}</strong>
        {run.secondsLeft !== null && <span>{words.estimate(format.duration(run.secondsLeft))}</span>}
      </p>
      <ul className={styles.formats}>
        {run.formats.map((each) => (
          <li key={each.format}>
            {words.formats[each.format]} <strong>{format.number(each.files)}</strong>{' '}
            <span>{format.size(each.bytes)}</span>
          </li>
        ))}
      </ul>
      {run.skipped > 0 && <p className={page.note}>{words.skipped(format.number(run.skipped))}</p>}
    </>
  );
}

function Speed({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const rate = rateOf(run);
  return (
    <>
      {rate !== null && run.state === 'running' && <span>{words.rate(format.size(rate))}</span>}
      {run.secondsLeft !== null && <span>{words.remaining(format.duration(run.secondsLeft))}</span>}
    </>
  );
}

/** Start, pause, go on: the button says which of them is next. */
function Control({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const { asking, act } = useActOnRun(run.id);
  if (WAITS.has(run.state))
    return (
      <Button
        type="primary"
        loading={asking}
        disabled={run.filesTotal === 0}
        onClick={() => void act(() => client.actOnImport(run.id, 'resume'))}
      >
        {run.state === 'ready' ? words.begin : words.resume}
      </Button>
    );
  if (run.state !== 'running') return null;
  return (
    <Button
      size="small"
      loading={asking}
      title={words.pauseHint}
      onClick={() => void act(() => client.actOnImport(run.id, 'pause'))}
    >
      {words.pause}
    </Button>
  );
}

function Cancel({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const { asking, act } = useActOnRun(run.id);
  return (
    <Button
      size={WAITS.has(run.state) ? 'middle' : 'small'}
      title={words.cancelHint}
      disabled={asking || run.state === 'cancelling'}
      onClick={() => void act(() => client.cancelImport(run.id))}
    >
      {words.cancel}
    </Button>
  );
}
