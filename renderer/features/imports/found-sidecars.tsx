/** Tables of metadata that lay among the imported files: offered, never applied by themselves. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { FoundSidecar } from '../../../indexer/contract.ts';
import { sidecarAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';

export function FoundSidecars({ runId }: { readonly runId: string }) {
  const words = useWords().sidecar;
  const go = useNavigate();
  const { notification } = App.useApp();
  const [reading, setReading] = useState<string | null>(null);
  const answer = useRequested({ key: ['found-sidecars', runId], ask: (signal) => client.foundSidecars(runId, signal) });
  if (answer.state !== 'ready' || answer.data.sidecars.length === 0) return null;
  const look = async ({ sha256 }: FoundSidecar): Promise<void> => {
    setReading(sha256);
    try {
      const { id } = await client.previewFoundSidecar(runId, sha256);
      void go(sidecarAddress(id));
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      setReading(null);
    }
  };
  return (
    <ul className={`${styles.lines} ${styles.offered}`}>
      {answer.data.sidecars.map((one) => (
        <li key={one.sha256}>
          <span className={styles.path} title={one.path}>
            {words.found(one.name)}
          </span>
          <Button size="small" loading={reading === one.sha256} onClick={() => void look(one)}>
            {words.look}
          </Button>
        </li>
      ))}
    </ul>
  );
}
