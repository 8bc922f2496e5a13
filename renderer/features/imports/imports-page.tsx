/** The import page: where a new one begins, and the runs there were. */
import { Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { importAddress, PAGES } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useStatus } from '../../service/use-status.ts';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import { ConversionPanel } from './conversion-panel.tsx';
import { DropZone } from './drop-zone.tsx';
import styles from './imports.module.css';
import { pickPaths } from './pick.ts';
import { RecognitionPanel } from './recognition-panel.tsx';
import { ReparsePanel } from './reparse-panel.tsx';
import { RunRow } from './run-row.tsx';
import { useRuns } from './use-runs.ts';
import { useStartImport } from './use-start-import.ts';
import { WatchedPanel } from './watched-panel.tsx';

export function ImportsPage() {
  const words = useWords().imports;
  const status = useStatus();
  usePageTitle(words.title);
  useMenuPick();
  const answer = useRuns();
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
      </header>
      <DropZone samples={status.state === 'ready' ? status.data.samples : null} />
      <ConversionPanel />
      <RecognitionPanel />
      <h2 className={styles.heading}>{words.runs}</h2>
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {answer.state === 'failed' && <p role="alert">{answer.error.message}</p>}
      {answer.state === 'ready' && answer.data.imports.length === 0 && <p className={page.note}>{words.noRuns}</p>}
      {answer.state === 'ready' && answer.data.imports.length > 0 && (
        <ul className={styles.runs}>
          {answer.data.imports.map((run) => (
            <li key={run.id}>
              <Link to={importAddress(run.id)} className={styles.run}>
                <RunRow run={run} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Tasks />
      <div className={styles.panels}>
        <WatchedPanel />
        {status.state === 'ready' && !status.data.firstRun && <ReparsePanel />}
      </div>
    </div>
  );
}

/** What a librarian does beside importing, each on a page of its own. */
function Tasks() {
  const words = useWords().imports;
  const tasks = [
    [PAGES.entry, words.byHand, words.byHandHint],
    [PAGES.sidecar, words.sidecar, words.sidecarHint],
    [PAGES.duplicates, words.duplicates, words.duplicatesHint],
    [PAGES.wanted, words.wanted, words.wantedHint],
  ] as const;
  return (
    <>
      <h2 className={styles.heading}>{words.tasks}</h2>
      <ul className={styles.tasks}>
        {tasks.map(([address, name, hint]) => (
          <li key={address}>
            <Link to={address}>{name}</Link>
            <p>{hint}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Opens the system's dialog when the window's menu led here for it, or takes the files that it names; once for each time. */
function useMenuPick(): void {
  const { state, key } = useLocation();
  const { start } = useStartImport();
  const done = useRef('');
  useEffect(() => {
    const pick: unknown = state?.pick;
    const paths: unknown = state?.paths;
    if (done.current === key || (pick !== 'files' && pick !== 'folder' && !Array.isArray(paths))) return;
    done.current = key;
    window.history.replaceState({ ...window.history.state, usr: null }, '');
    void start(() =>
      Array.isArray(paths)
        ? client.startImport(paths.map(String), true)
        : pickPaths(pick === 'files' ? 'files' : 'folder'),
    );
  }, [state, key, start]);
}
