/** The one quiet place for what goes on behind the pages: the engine, the index. Nothing stands here when all is well. */
import { LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { StatusResponse } from '../../indexer/contract.ts';
import type { Requested } from '../service/requested.ts';
import { isAway } from '../service/service-error.ts';
import { useStatus } from '../service/use-status.ts';
import type { Format } from '../words/format.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import styles from './notices.module.css';

type Ready = Extract<Requested<StatusResponse>, { readonly state: 'ready' }>;

export function Notices() {
  const status = useStatus();
  const words = useWords().notices;
  const format = useFormat();
  const failing = status.state === 'ready' ? status.failing : null;
  const notice = status.state === 'ready' ? noticeOf(status, words, format) : null;
  const down = failing !== null || (status.state === 'ready' && status.data.engine.state === 'down');
  const reason = (failing === null && status.state === 'ready' && down && status.data.engine.reason) || '';
  const more = failing?.hint ?? (reason === '' ? '' : words.reason(reason));
  return (
    <div className={styles.place} role="status" aria-label={words.label}>
      {notice !== null && (
        <p className={styles.notice} data-bad={down || undefined} title={more === '' ? notice : `${notice}\n${more}`}>
          {down ? <WarningOutlined aria-hidden /> : <LoadingOutlined aria-hidden />} {notice}
        </p>
      )}
    </div>
  );
}

function noticeOf({ data, failing }: Ready, words: Words['notices'], format: Format): string | null {
  const { engine, library } = data;
  if (failing !== null) return isAway(failing) ? words.away : failing.message;
  if (engine.state !== 'ready') return words[engine.state];
  return library.indexPending > 0 ? words.indexing(format.number(library.indexPending)) : null;
}
