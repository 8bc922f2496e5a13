/** The bar above a comparison: summary, steps through the changes, views, and what one can do with it. */
import { PrinterOutlined, SwapOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import type { ComparisonResponse, ComparisonSummary, ExportFormat } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { asServiceError } from '../../service/requested.ts';
import { saveBlob } from '../../ui/save-blob.ts';
import { Steps } from '../../ui/steps.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './compare.module.css';
import type { CompareState } from './compare-state.ts';
import { choiceOf } from './use-comparison.ts';

interface CompareBarProps {
  readonly comparison: ComparisonResponse;
  readonly state: CompareState;
  readonly onChange: (part: Partial<CompareState>) => void;
  readonly place: { readonly at: number; readonly count: number };
  readonly onStep: (step: 1 | -1) => void;
}

export function CompareBar({ comparison, state, onChange, place, onStep }: CompareBarProps) {
  const words = useWords().compare;
  const format = useFormat();
  const { exporting, exportAs } = useExport(comparison, state);
  const all = format.number(place.count);
  const counter = place.at < 0 ? words.total(all) : words.place(format.number(place.at + 1), all);
  return (
    <div className={styles.bar} data-stays>
      <div className={styles.tools}>
        <h1>{words.title}</h1>
        <Steps
          previous={words.previous}
          next={words.next}
          counter={counter}
          disabled={place.count === 0}
          onStep={onStep}
        />
        <Segmented
          size="small"
          aria-label={words.view}
          value={state.view}
          options={[
            { value: 'side', label: words.views.side },
            { value: 'inline', label: words.views.inline },
          ]}
          onChange={(view) => onChange({ view: view === 'inline' ? 'inline' : 'side' })}
        />
        <Checkbox
          className={styles.switch ?? ''}
          checked={state.onlyChanges}
          onChange={(event) => onChange({ onlyChanges: event.target.checked })}
        >
          {words.onlyChanges}
        </Checkbox>
        <div className={styles.actions}>
          <Button
            type="text"
            size="small"
            icon={<SwapOutlined aria-hidden />}
            onClick={() => onChange({ left: state.right, right: state.left })}
          >
            {words.swap}
          </Button>
          <Button type="text" size="small" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button type="text" size="small" loading={exporting === 'docx'} onClick={() => void exportAs('docx')}>
            {words.docx}
          </Button>
          <Button type="text" size="small" loading={exporting === 'html'} onClick={() => void exportAs('html')}>
            {words.html}
          </Button>
        </div>
      </div>
      <Summary summary={comparison.summary} />
    </div>
  );
}

function Summary({ summary }: { readonly summary: ComparisonSummary }) {
  const words = useWords().compare;
  const format = useFormat();
  const entries = [
    [words.state.changed, summary.changed, 'changed'],
    [words.state.new, summary.new, 'new'],
    [words.state.gone, summary.gone, 'gone'],
    [words.split, summary.split, ''],
    [words.merged, summary.merged, ''],
    [words.moved, summary.moved, ''],
    [words.renumbered, summary.renumbered, ''],
    [words.state.unchanged, summary.unchanged, ''],
  ] as const;
  return (
    <p className={styles.summary}>
      <span className="visually-hidden">{words.summary}</span>
      {entries
        .filter(([, count]) => count > 0)
        .map(([word, count, change]) => (
          <span key={word} data-change={change}>
            {word} <b>{format.number(count)}</b>
          </span>
        ))}
    </p>
  );
}

function useExport(comparison: ComparisonResponse, state: CompareState) {
  const words = useWords().compare;
  const { message } = App.useApp();
  const [exporting, setExporting] = useState<ExportFormat | null>(null);
  const exportAs = async (format: ExportFormat): Promise<void> => {
    const [left, right] = [choiceOf(state.left ?? ''), choiceOf(state.right ?? '')];
    if (left === null || right === null) return;
    setExporting(format);
    try {
      const only = state.onlyChanges ? 'changes' : 'all';
      const blob = await client.exportComparison({ left, right, format, only });
      const name = `${words.title} ${comparison.right.title || comparison.left.title}.${format}`;
      saveBlob(blob, name);
      message.success(words.saved(name));
    } catch (error) {
      const { message: sentence, hint } = asServiceError(error);
      message.error(`${sentence}。${hint}`, 6);
    } finally {
      setExporting(null);
    }
  };
  return { exporting, exportAs };
}
