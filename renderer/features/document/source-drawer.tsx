/** The original beside the text: its lines as they stand in the file, with their numbers. */
import { Skeleton } from 'antd';
import type { SourceView } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useWords } from '../../words/use-words.ts';
import styles from './source-drawer.module.css';

interface SourceDrawerProps {
  readonly documentId: string;
  /** Null when it is closed. */
  readonly source: SourceView | null;
  readonly onClose: () => void;
}

export function SourceDrawer({ documentId, source, onClose }: SourceDrawerProps) {
  const words = useWords().document;
  return (
    <Dialog
      title={source === null ? words.sourceTitle : `${words.sourceTitle} · ${source.fileName}`}
      place="wide-right"
      open={source !== null}
      onClose={onClose}
    >
      {source !== null && <Lines documentId={documentId} source={source} />}
    </Dialog>
  );
}

function Lines({ documentId, source }: { readonly documentId: string; readonly source: SourceView }) {
  const answer = useRequested({
    key: ['source', documentId, source.id],
    ask: (signal) => client.source(documentId, source.id, signal),
  });
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} />;
  if (answer.state === 'waiting') return <Skeleton active title={false} paragraph={{ rows: 14 }} />;
  const { firstLine, lines } = answer.data;
  return (
    <ol className={styles.lines} lang="zh-CN">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the file
        <li key={index} className={styles.line}>
          <span className={styles.number}>{firstLine + index}</span>
          <span>{line}</span>
        </li>
      ))}
    </ol>
  );
}
