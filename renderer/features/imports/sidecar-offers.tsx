/** Tables of metadata that were found among files: offered, never applied by themselves. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { FoundSidecar } from '../../../indexer/contract.ts';
import { sidecarAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError } from '../../service/requested.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';

interface SidecarOffersProps {
  readonly sidecars: readonly FoundSidecar[];
  /** Called when one is not wanted any more. */
  readonly onDismissed: () => void;
}

export function SidecarOffers({ sidecars, onDismissed }: SidecarOffersProps) {
  const words = useWords().sidecar;
  const go = useNavigate();
  const { notification } = App.useApp();
  const [asked, setAsked] = useState<string | null>(null);
  if (sidecars.length === 0) return null;
  const ask = async (sha256: string, action: () => Promise<void>): Promise<void> => {
    setAsked(sha256);
    try {
      await action();
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    } finally {
      setAsked(null);
    }
  };
  const look = async ({ runId, sha256 }: FoundSidecar): Promise<void> => {
    const { id } = await client.previewFoundSidecar(runId, sha256);
    void go(sidecarAddress(id));
  };
  const dismiss = async ({ runId, sha256 }: FoundSidecar): Promise<void> => {
    await client.dismissFoundSidecar(runId, sha256);
    onDismissed();
  };
  return (
    <ul className={`${styles.lines} ${styles.offered}`}>
      {sidecars.map((one) => (
        <li key={one.sha256}>
          <span className={styles.path} title={one.path}>
            {words.found(one.name)}
          </span>
          {one.settled !== null && <span>{words.settled[one.settled]}</span>}
          <Button
            size="small"
            loading={asked === one.sha256}
            onClick={() => void ask(one.sha256, () => look(one))}
            aria-label={`${words.look} ${one.name}`}
          >
            {words.look}
          </Button>
          {one.settled === null && (
            <Button
              size="small"
              type="text"
              disabled={asked !== null}
              title={words.dismissHint}
              aria-label={`${words.dismiss} ${one.name}`}
              onClick={() => void ask(one.sha256, () => dismiss(one))}
            >
              {words.dismiss}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
