/** What can be done with the result of an import: failures tried again or copied, all of it taken away as a table. */
import { Button } from 'antd';
import type { ImportRun } from '../../../indexer/contract.ts';
import { client, importReportAddress } from '../../service/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { failureReport } from './report.ts';
import { useActOnRun } from './use-act-on-run.ts';
import { failedFiles } from './use-run-files.ts';

interface RunReportProps {
  readonly run: ImportRun;
  /** Asks for the password of so many encrypted files. */
  readonly onUnlock: (count: number) => void;
}

export function RunReport({ run, onUnlock }: RunReportProps) {
  const words = useWords().imports;
  const format = useFormat();
  const { asking, act } = useActOnRun(run.id);
  const locked = run.failures.find(({ code }) => code === 'file_encrypted')?.files ?? 0;
  return (
    <div className={styles.report}>
      {locked > 0 && (
        <Button size="small" type="primary" onClick={() => onUnlock(locked)}>
          {words.unlock(format.number(locked))}
        </Button>
      )}
      {run.counts.failed > 0 && (
        <>
          <Button size="small" loading={asking} onClick={() => void act(() => client.retryImport(run.id, {}))}>
            {words.retryAll}
          </Button>
          <CopyButton
            label={words.copyReport}
            text={async () => failureReport(words.report(format.moment(run.startedAt)), await failedFiles(run.id))}
          />
        </>
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
