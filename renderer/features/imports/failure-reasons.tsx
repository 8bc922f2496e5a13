/** Why files of a run failed, and how many for each reason; each leads to its files. */
import { Button } from 'antd';
import type { ImportRun } from '../../../indexer/contract.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { wordFor } from '../../words/words.ts';
import styles from './imports.module.css';

interface FailureReasonsProps {
  readonly run: ImportRun;
  readonly chosen: string | null;
  /** Null: whatever the reason. */
  readonly onChoose: (code: string | null) => void;
}

export function FailureReasons({ run, chosen, onChoose }: FailureReasonsProps) {
  const words = useWords().runFiles;
  const format = useFormat();
  if (run.failures.length === 0) return null;
  return (
    <fieldset className={styles.reasons}>
      <legend>{words.reasons}</legend>
      {run.failures.map(({ code, files }) => (
        <Button
          key={code}
          size="small"
          type={code === chosen ? 'primary' : 'default'}
          aria-pressed={code === chosen}
          onClick={() => onChoose(code === chosen ? null : code)}
        >
          {wordFor(words.byCode, code)} {format.number(files)}
        </Button>
      ))}
    </fieldset>
  );
}
