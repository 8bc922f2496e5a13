/** Watched folders: what appears in them is imported; what is gone from them is listed. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { WatchedResponse } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { SidecarOffers } from './sidecar-offers.tsx';

const KEY = ['watched-folders'];
const EVERY_MS = 5000;

export function WatchedPanel() {
  const words = useWords().watched;
  const format = useFormat();
  const answer = useRequested({ key: KEY, ask: (signal) => client.watchedFolders(signal), every: () => EVERY_MS });
  const queries = useQueryClient();
  const { asking, change } = useChange();
  if (answer.state !== 'ready') return null;
  const { folders, vanished, sidecars } = answer.data;
  return (
    <section className={page.card}>
      <header className={styles.panelHead}>
        <h2>{words.title}</h2>
        <Add asking={asking} onAdd={(path) => change(() => client.watchFolder(path))} />
      </header>
      <p className={page.note}>{words.hint}</p>
      <SidecarOffers sidecars={sidecars} onDismissed={() => void queries.invalidateQueries({ queryKey: KEY })} />
      <ul className={styles.lines} hidden={folders.length === 0}>
        {folders.map((folder) => (
          <li key={folder.path}>
            <span className={styles.path} title={folder.path}>
              {folder.path}
            </span>
            <span className={styles.watch} data-state={folder.state}>
              {words.states[folder.state]}
            </span>
            <span>{words.files(format.number(folder.files))}</span>
            {folder.vanished > 0 && <span>{words.vanishedCount(format.number(folder.vanished))}</span>}
            <Button
              size="small"
              type="text"
              disabled={asking}
              title={words.removeHint}
              aria-label={`${words.remove} ${folder.path}`}
              onClick={() => void change(() => client.unwatchFolder(folder.path))}
            >
              {words.remove}
            </Button>
            {folder.state === 'offline' && <p className={styles.hint}>{words.offlineHint}</p>}
          </li>
        ))}
      </ul>
      {vanished.length > 0 && (
        <details>
          <summary>{words.vanished(format.number(vanished.length))}</summary>
          <ul className={styles.lines}>
            {vanished.map(({ path, since }) => (
              <li key={path}>
                <span className={styles.path} title={path}>
                  {path}
                </span>
                <span>{format.moment(since)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface AddProps {
  readonly asking: boolean;
  readonly onAdd: (path: string) => Promise<boolean>;
}

/** In the window a folder is picked, in a browser its path is typed: the service reads its own machine. */
function Add({ asking, onAdd }: AddProps) {
  const words = useWords().watched;
  const [path, setPath] = useState('');
  const bridge = window.gongbao;
  if (bridge !== undefined)
    return (
      <Button
        loading={asking}
        onClick={() => void bridge.pickFolder().then(([folder]) => folder !== undefined && onAdd(folder))}
      >
        {words.pick}
      </Button>
    );
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd(path.trim()).then((done) => done && setPath(''));
      }}
    >
      <Input
        value={path}
        aria-label={words.path}
        placeholder={words.path}
        onChange={(event) => setPath(event.target.value)}
      />
      <Button htmlType="submit" loading={asking} disabled={path.trim() === ''}>
        {words.add}
      </Button>
    </form>
  );
}

function useChange() {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [asking, setAsking] = useState(false);
  const change = async (action: () => Promise<WatchedResponse>): Promise<boolean> => {
    setAsking(true);
    try {
      queries.setQueryData<WatchedResponse>(KEY, await action());
      return true;
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      return false;
    } finally {
      setAsking(false);
    }
  };
  return { asking, change };
}
