/** One import: its progress while it goes, and what became of every file. */
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ImportFile, ImportRun } from '../../../indexer/contract.ts';
import { PAGES } from '../../addresses.ts';
import { client, importReportAddress } from '../../service/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { FilesTable } from './files-table.tsx';
import { FoundSidecars } from './found-sidecars.tsx';
import styles from './imports.module.css';
import { Progress } from './progress.tsx';
import { failureReport } from './report.ts';
import { RetryDialog } from './retry-dialog.tsx';
import { useActOnRun } from './use-act-on-run.ts';
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
        <h1>{run.kind === 'reparse' ? `${words.reparse} · ${words.states[run.state]}` : words.states[run.state]}</h1>
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

const FILTERS = [
  'all',
  'new',
  'merged',
  'changed',
  'unchanged',
  'known',
  'queued',
  'warned',
  'failed',
  'cancelled',
] as const;

function Files({ run }: { readonly run: ImportRun }) {
  const words = useWords().imports;
  const format = useFormat();
  const [outcome, setOutcome] = useState<(typeof FILTERS)[number]>('all');
  const [retried, setRetried] = useState<readonly ImportFile[] | null>(null);
  const going = run.finishedAt === null;
  const files = useImportFiles(run.id, outcome === 'all' ? null : outcome, going && run.state !== 'ready');
  const countOf = (filter: (typeof FILTERS)[number]): number =>
    filter === 'all' ? run.filesTotal : run.counts[filter];
  const labelOf = (filter: (typeof FILTERS)[number]): string =>
    filter === 'all' ? words.all : filter === 'warned' ? words.warned : words.outcomes[filter];
  return (
    <section>
      <div className={styles.filters}>
        <Segmented
          size="small"
          aria-label={words.outcome}
          value={outcome}
          options={FILTERS.filter((filter) => filter === 'all' || countOf(filter) > 0).map((filter) => ({
            value: filter,
            label: `${labelOf(filter)} ${format.number(countOf(filter))}`,
          }))}
          onChange={setOutcome}
        />
        <RunReport run={run} onUnlock={setRetried} />
      </div>
      {!going && <FoundSidecars runId={run.id} />}
      {files.state === 'failed' && <Failure error={files.error} again={files.again} />}
      {files.state !== 'failed' && (
        <FilesTable
          files={files.state === 'ready' ? files.data : null}
          onRetry={going ? null : (file) => setRetried([file])}
        />
      )}
      {retried !== null && <RetryDialog runId={run.id} files={retried} onClose={() => setRetried(null)} />}
    </section>
  );
}

interface RunReportProps {
  readonly run: ImportRun;
  /** Asks for the password of these files. */
  readonly onUnlock: (files: readonly ImportFile[]) => void;
}

/** What can be done with the result: failures tried again or copied, all of it taken away as a table. */
function RunReport({ run, onUnlock }: RunReportProps) {
  const words = useWords().imports;
  const format = useFormat();
  const { asking, act } = useActOnRun(run.id);
  const failed = useImportFiles(run.id, 'failed', false);
  if (run.finishedAt === null) return null;
  const locked =
    failed.state === 'ready' ? failed.data.filter(({ problem }) => problem?.code === 'file_encrypted') : [];
  return (
    <div className={styles.report}>
      {locked.length > 0 && (
        <Button size="small" type="primary" onClick={() => onUnlock(locked)}>
          {words.unlock(format.number(locked.length))}
        </Button>
      )}
      {run.counts.failed > 0 && (
        <Button size="small" loading={asking} onClick={() => void act(() => client.retryImport(run.id, {}))}>
          {words.retryAll}
        </Button>
      )}
      {run.counts.failed > 0 && failed.state === 'ready' && (
        <CopyButton
          label={words.copyReport}
          text={() => failureReport(words.report(format.moment(run.startedAt)), failed.data)}
        />
      )}
      <a href={importReportAddress(run.id, 'csv')} download>
        {words.exportCsv}
      </a>
      <a href={importReportAddress(run.id, 'xlsx')} download>
        {words.exportXlsx}
      </a>
    </div>
  );
}
