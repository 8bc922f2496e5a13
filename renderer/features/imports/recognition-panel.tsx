/** Scanned pages that wait for recognition: how many, how long, and whether it goes on. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Progress as Bar, Button, Segmented } from 'antd';
import type { RecognitionView } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';

const KEY = ['recognition'];
const EVERY_MS = 3000;
const MODES = ['on', 'paused', 'off'] as const;

/** Nothing where no page ever waited. */
export function RecognitionPanel() {
  const words = useWords().recognition;
  const format = useFormat();
  const answer = useRequested({ key: KEY, ask: (signal) => client.recognition(signal), every: () => EVERY_MS });
  const change = useChange();
  if (answer.state !== 'ready') return null;
  const { data } = answer;
  const all = data.pagesWaiting + data.pagesDone + data.pagesFailed;
  if (all === 0 && data.mode === 'on') return null;
  return (
    <section className={`${page.card} ${styles.below}`}>
      <header className={styles.panelHead}>
        <h2>{words.title}</h2>
        <Segmented
          size="small"
          aria-label={words.title}
          value={data.mode}
          options={MODES.map((mode) => ({ value: mode, label: words.modes[mode] }))}
          onChange={(mode) => void change(() => client.setRecognition(mode))}
        />
      </header>
      {data.pagesWaiting > 0 && (
        <Bar
          percent={Math.floor(((data.pagesDone + data.pagesFailed) / all) * 100)}
          status={data.mode === 'on' && !data.waits ? 'active' : 'normal'}
          aria-label={words.title}
        />
      )}
      <p className={styles.sum} aria-live="polite">
        <strong>{data.pagesWaiting > 0 ? words.waiting(format.number(data.pagesWaiting)) : words.nothing}</strong>
        {data.pagesDone > 0 && <span>{words.done(format.number(data.pagesDone))}</span>}
        {data.secondsAPage !== null && <span>{words.rate(data.secondsAPage.toFixed(1))}</span>}
        {data.secondsLeft !== null && <span>{words.left(format.duration(data.secondsLeft))}</span>}
      </p>
      <State view={data} />
      {data.pagesFailed > 0 && (
        <p className={styles.problem}>
          {words.failed(format.number(data.pagesFailed))}{' '}
          <Button size="small" onClick={() => void change(() => client.retryRecognition())}>
            {words.retry}
          </Button>
        </p>
      )}
      <ul className={styles.lines}>
        {data.files.map((file) => (
          <li key={file.sha256}>
            <span className={styles.path} title={file.path}>
              {file.fileName}
            </span>
            <span>{words.pages(format.number(file.done), format.number(file.pages))}</span>
            {file.problem !== null && <span className={styles.problem}>{file.problem}</span>}
            <Button
              size="small"
              type="text"
              title={words.dropHint}
              aria-label={`${words.drop} ${file.fileName}`}
              onClick={() => void change(() => client.dropRecognition(file.sha256))}
            >
              {words.drop}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ view }: { readonly view: RecognitionView }) {
  const words = useWords().recognition;
  if (view.pagesWaiting === 0) return null;
  const current = view.current === null ? null : words.current(view.current.fileName, String(view.current.page));
  const text = view.mode !== 'on' ? words.stopped[view.mode] : view.waits ? words.waits : current;
  return text === null ? null : (
    <p className={styles.current} title={text}>
      {text}
    </p>
  );
}

function useChange(): (action: () => Promise<RecognitionView>) => Promise<void> {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  return async (action) => {
    try {
      queries.setQueryData<RecognitionView>(KEY, await action());
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    }
  };
}
