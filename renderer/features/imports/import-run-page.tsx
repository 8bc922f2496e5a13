/** One import: its progress while it goes, and what became of every file. */
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ImportOutcome, ImportRun } from '../../../indexer/contract.ts';
import { PAGES } from '../../addresses.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { FilesTable } from './files-table.tsx';
import styles from './imports.module.css';
import { Progress } from './progress.tsx';
import { failureReport } from './report.ts';
import { useImportFiles, useImportRun } from './use-import-run.ts';

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
        <h1>{words.states[run.state]}</h1>
        <p className={page.note}>{words.startedAt(format.moment(run.startedAt))}</p>
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
      <Files run={run} />
    </>
  );
}

const FILTERS = ['all', 'new', 'merged', 'known', 'failed', 'cancelled'] as const;

function Files({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const [outcome, setOutcome] = useState<ImportOutcome | 'all'>('all');
  const files = useImportFiles(run.id, outcome === 'all' ? null : outcome, run.finishedAt === null);
  const failed = useImportFiles(run.id, 'failed', false);
  const countOf = (filter: (typeof FILTERS)[number]): number =>
    filter === 'all' ? run.filesTotal : run.counts[filter];
  return (
    <section>
      <div className={styles.filters}>
        <Segmented
          size="small"
          aria-label={words.outcome}
          value={outcome}
          options={FILTERS.filter((filter) => filter === 'all' || countOf(filter) > 0).map((filter) => ({
            value: filter,
            label: `${filter === 'all' ? words.all : words.outcomes[filter]} ${format.number(countOf(filter))}`,
          }))}
          onChange={setOutcome}
        />
        {run.counts.failed > 0 && failed.state === 'ready' && (
          <CopyButton
            label={words.copyReport}
            text={() => failureReport(words.report(format.moment(run.startedAt)), failed.data)}
          />
        )}
      </div>
      {files.state === 'failed' && <Failure error={files.error} again={files.again} />}
      {files.state !== 'failed' && <FilesTable files={files.state === 'ready' ? files.data : null} />}
    </section>
  );
}
