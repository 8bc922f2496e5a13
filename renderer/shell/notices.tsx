/** The one quiet place for what goes on behind the pages: the engine, the index. Nothing stands here when all is well. */
import { LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { StatusResponse } from '../../indexer/contract.ts';
import { useStatus } from '../service/use-status.ts';
import type { Format } from '../words/format.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import styles from './notices.module.css';

export function Notices() {
  const status = useStatus();
  const words = useWords().notices;
  const format = useFormat();
  const notice = status.state === 'ready' ? noticeOf(status.data, words, format) : null;
  const down = status.state === 'ready' && status.data.engine.state === 'down';
  const reason = (down && status.data.engine.reason) || '';
  return (
    <div className={styles.place} role="status" aria-label={words.label}>
      {notice !== null && (
        <p
          className={styles.notice}
          data-bad={down || undefined}
          title={reason === '' ? notice : `${notice}\n${words.reason(reason)}`}
        >
          {down ? <WarningOutlined aria-hidden /> : <LoadingOutlined aria-hidden />} {notice}
        </p>
      )}
    </div>
  );
}

function noticeOf({ engine, library }: StatusResponse, words: Words['notices'], format: Format): string | null {
  if (engine.state !== 'ready') return words[engine.state];
  return library.indexPending > 0 ? words.indexing(format.number(library.indexPending)) : null;
}
