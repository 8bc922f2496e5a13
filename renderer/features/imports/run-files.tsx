/** The files of one import: those that the address chooses, a page at a time, and what can be done with them. */
import { Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ImportFile, ImportRun } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { Failure } from '../../ui/failure.tsx';
import { Pages } from '../../ui/pages.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import { FailureReasons } from './failure-reasons.tsx';
import {
  countOf,
  FILES_A_PAGE,
  FILTERS,
  type FileChoice,
  type Filter,
  readFileChoice,
  totalOf,
  writeFileChoice,
} from './file-choice.ts';
import { FilesTable } from './files-table.tsx';
import { FoundSidecars } from './found-sidecars.tsx';
import styles from './imports.module.css';
import { RetryDialog } from './retry-dialog.tsx';
import { retryNeeds } from './retry-needs.ts';
import { RunReport } from './run-report.tsx';
import { useActOnRun } from './use-act-on-run.ts';
import { useRunFiles } from './use-run-files.ts';

export function RunFiles({ run }: { readonly run: ImportRun }) {
  const { imports: words, runFiles } = useWords();
  const [address, setAddress] = useSearchParams();
  const [retried, setRetried] = useState<ImportFile | number | null>(null);
  const choice = readFileChoice(address);
  const answer = useRunFiles(run, useDeferredValue(choice));
  const { act } = useActOnRun(run.id);
  const isOver = run.finishedAt !== null;
  const choose = (change: Partial<FileChoice>): void =>
    setAddress(writeFileChoice({ ...choice, page: 1, ...change }), { replace: true });
  const retry = (file: ImportFile): void => {
    if (retryNeeds(file) !== null) setRetried(file);
    else void act(() => client.retryImport(run.id, { positions: [file.position] }));
  };
  return (
    <section aria-label={words.summary}>
      {isOver && <FoundSidecars runId={run.id} />}
      <div className={styles.filters}>
        <Filters run={run} filter={choice.filter} onChange={(filter) => choose({ filter, code: null })} />
        <Input
          className={styles.find ?? ''}
          size="small"
          allowClear
          aria-label={runFiles.search}
          placeholder={runFiles.search}
          value={choice.q}
          onChange={({ target }) => choose({ q: target.value })}
        />
      </div>
      <FailureReasons run={run} chosen={choice.code} onChoose={(code) => choose({ filter: 'failed', code })} />
      {isOver && <RunReport run={run} onUnlock={setRetried} />}
      {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
      {answer.state !== 'failed' && (
        <FilesTable
          files={answer.state === 'ready' ? answer.data.files : null}
          none={choice.q === '' ? words.noFiles : runFiles.noneFound(choice.q)}
          onRetry={isOver ? retry : null}
        />
      )}
      {answer.state === 'ready' && (
        <Pages
          at={choice.page}
          size={FILES_A_PAGE}
          total={totalOf(run, choice, answer.data.total)}
          onChange={(page) => choose({ page })}
        />
      )}
      {retried !== null && <RetryDialog runId={run.id} retried={retried} onClose={() => setRetried(null)} />}
    </section>
  );
}

interface FiltersProps {
  readonly run: ImportRun;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Only those that have files, and the one that is chosen. */
function Filters({ run, filter, onChange }: FiltersProps) {
  const words = useWords().imports;
  const format = useFormat();
  const labelOf = (one: Filter): string =>
    one === 'all' ? words.all : one === 'warned' ? words.warned : words.outcomes[one];
  return (
    <Segmented
      size="small"
      aria-label={words.outcome}
      value={filter}
      options={FILTERS.filter((one) => one === 'all' || one === filter || countOf(run, one) > 0).map((one) => ({
        value: one,
        label: `${labelOf(one)} ${format.number(countOf(run, one))}`,
      }))}
      onChange={onChange}
    />
  );
}
