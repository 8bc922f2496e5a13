/** The first thing a new reader sees: what this is, and the two ways to begin. */
import { Button } from 'antd';
import { client } from '../../service/client.ts';
import { Mark } from '../../ui/mark.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './imports.module.css';
import { Progress } from './progress.tsx';
import { useRuns } from './use-runs.ts';
import { useStartImport } from './use-start-import.ts';

export function Welcome({ samples }: { readonly samples: string | null }) {
  const words = useWords().welcome;
  const { starting, start } = useStartImport();
  const runs = useRuns();
  // A first start imports the samples by itself.
  const going = runs.state === 'ready' ? runs.data.imports.find((run) => run.finishedAt === null) : undefined;
  usePageTitle(null);
  return (
    <div className={styles.welcome}>
      <header className={styles.greeting}>
        <Mark />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {going !== undefined && <Progress run={going} />}
      {going === undefined && (
        <>
          {samples !== null && (
            <p className={styles.samples}>
              <Button
                type="primary"
                size="large"
                loading={starting}
                onClick={() => void start(() => client.startImport([samples]))}
              >
                {words.samples}
              </Button>
              <span>{words.samplesHint}</span>
            </p>
          )}
          <DropZone samples={null} quiet={samples !== null} />
        </>
      )}
      <ul className={styles.points}>
        {words.points.map(([title, text]) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
