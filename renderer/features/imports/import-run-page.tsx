/** One import: its progress while it goes, and what became of its files. */
import { Button, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import type { ImportRun } from '../../../indexer/contract.ts';
import { PAGES } from '../../addresses.ts';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { FoundSidecars } from './found-sidecars.tsx';
import styles from './imports.module.css';
import { Progress } from './progress.tsx';
import { RunFiles } from './run-files.tsx';
import { useImportRun } from './use-import-run.ts';

export function ImportRunPage() {
  const { id = '' } = useParams();
  const words = useWords().imports;
  const answer = useImportRun(id);
  usePageTitle(words.run);
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  return (
    <div className={page.page}>
      <p className={styles.up}>
        <Link to={PAGES.imports}>{words.toRuns}</Link>
      </p>
      {answer.state === 'waiting' ? <Skeleton active paragraph={{ rows: 6 }} /> : <Run run={answer.data.run} />}
    </div>
  );
}

function Run({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  return (
    <>
      <header className={page.head}>
        <h1>{run.kind === 'reparse' ? `${words.reparse} · ${words.states[run.state]}` : words.states[run.state]}</h1>
        <p className={page.note}>
          {run.state === 'ready' ? format.moment(run.startedAt) : words.startedAt(format.moment(run.startedAt))}
        </p>
        <div className={page.actions}>
          {run.finishedAt !== null && run.newDocuments + run.mergedDocuments + run.counts.known > 0 && (
            <Link to={PAGES.search}>
              <Button type="primary" tabIndex={-1}>
                {words.startSearch}
              </Button>
            </Link>
          )}
        </div>
      </header>
      <Progress run={run} />
      {run.filesTotal > 0 ? <RunFiles run={run} /> : run.finishedAt !== null && <FoundSidecars runId={run.id} />}
    </>
  );
}
