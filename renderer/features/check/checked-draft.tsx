/** A checked draft: its text with the citations marked, beside it what was found; either leads to the other. */
import { EditOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CheckFinding, CheckResponse, CheckSeverity } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import type { OutsideText } from '../../service/outside-texts.ts';
import { asServiceError } from '../../service/requested.ts';
import { saveBlob } from '../../ui/save-blob.ts';
import { scrollToElement } from '../../ui/scroll-to-element.ts';
import { StateBlock } from '../../ui/state-block.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useStepKeys } from '../../ui/use-step-keys.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './check.module.css';
import { FindingCard } from './finding-card.tsx';
import { piecesOf, SEVERITIES, shownFindings } from './findings.ts';

interface CheckedDraftProps {
  readonly check: CheckResponse;
  readonly draft: OutsideText;
  readonly onEdit: () => void;
}

export function CheckedDraft({ check, draft, onEdit }: CheckedDraftProps) {
  const words = useWords().check;
  const format = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<CheckSeverity>>(new Set());
  const [now, setNow] = useState<number | null>(null);
  const [moves, setMoves] = useState(0);
  const shown = useMemo(() => shownFindings(check.findings, chosen), [check, chosen]);
  const place = now === null ? -1 : shown.indexOf(now);
  const all = format.number(shown.length);

  const go = (finding: number): void => {
    setNow(finding);
    setMoves(moves + 1);
  };
  const step = (by: 1 | -1): void => {
    const next = place === -1 ? (by === 1 ? 0 : shown.length - 1) : (place + by + shown.length) % shown.length;
    const finding = shown[next];
    if (finding !== undefined) go(finding);
  };
  useEffect(() => {
    if (moves === 0) return;
    scrollToElement(() => document.querySelector('mark[data-now]'), 'center');
    document.querySelector(`[data-finding][aria-current]`)?.scrollIntoView({ block: 'nearest' });
  }, [moves]);
  useStepKeys(step, shown.length > 0);
  const toggle = (severity: CheckSeverity): void => {
    const next = new Set(chosen);
    if (!next.delete(severity)) next.add(severity);
    setChosen(next);
  };

  return (
    <>
      <div className={styles.bar} data-stays>
        <h1>{words.title}</h1>
        <fieldset className={styles.filters} aria-label={words.filter}>
          {SEVERITIES.map((severity) => (
            <button
              key={severity}
              type="button"
              data-severity={severity}
              aria-pressed={chosen.has(severity)}
              onClick={() => toggle(severity)}
            >
              {words.severity[severity]} <b>{format.number(check.counts[severity])}</b>
            </button>
          ))}
        </fieldset>
        <Steps
          previous={words.previous}
          next={words.next}
          counter={place === -1 ? words.total(all) : words.place(format.number(place + 1), all)}
          disabled={shown.length === 0}
          onStep={step}
        />
        <div className={styles.actions}>
          <Button type="text" size="small" icon={<EditOutlined aria-hidden />} onClick={onEdit}>
            {words.edit}
          </Button>
          <Button type="text" size="small" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <ExportButton draft={draft} title={check.title} />
        </div>
      </div>
      <div className={styles.layout}>
        <DraftText check={check} shown={new Set(shown)} now={now} onGo={go} />
        <aside className={styles.findings} data-stays aria-label={words.findings}>
          <p className={styles.note}>{words.validOn(format.day(check.on))}</p>
          <Findings check={check} shown={shown} now={now} onGo={go} />
        </aside>
      </div>
    </>
  );
}

interface FindingsProps {
  readonly check: CheckResponse;
  readonly shown: readonly number[];
  readonly now: number | null;
  readonly onGo: (finding: number) => void;
}

function Findings({ check, shown, now, onGo }: FindingsProps) {
  const words = useWords().check;
  if (check.findings.length === 0) return <StateBlock title={words.none} hint={words.noneHint} />;
  if (shown.length === 0) {
    const fine = check.counts.ok === check.findings.length;
    return <StateBlock title={fine ? words.allFine : words.hidden} />;
  }
  return (
    <ol>
      {shown.map((index) => {
        const finding = check.findings[index];
        return (
          finding && <FindingCard key={index} finding={finding} current={index === now} onGo={() => onGo(index)} />
        );
      })}
    </ol>
  );
}

interface DraftTextProps {
  readonly check: CheckResponse;
  readonly shown: ReadonlySet<number>;
  readonly now: number | null;
  readonly onGo: (finding: number) => void;
}

function DraftText({ check, shown, now, onGo }: DraftTextProps) {
  const words = useWords().check;
  const byParagraph = useMemo(() => {
    const found = new Map<number, [number, CheckFinding][]>();
    check.findings.forEach((finding, index) => {
      found.set(finding.paragraph, [...(found.get(finding.paragraph) ?? []), [index, finding]]);
    });
    return found;
  }, [check]);
  return (
    <article className={styles.text} aria-label={words.label}>
      {check.paragraphs.map((text, paragraph) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
        <p key={paragraph}>
          {piecesOf(text, byParagraph.get(paragraph) ?? []).map((piece, at) => {
            const finding = piece.finding === null ? null : (check.findings[piece.finding] ?? null);
            if (piece.finding === null || finding === null) return piece.text;
            const index = piece.finding;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same for the keyboard
              <mark
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change places
                key={at}
                data-severity={finding.severity}
                data-dim={!shown.has(index) || undefined}
                data-now={index === now || undefined}
                title={finding.remarks.map(({ message }) => message).join('；') || words.severity[finding.severity]}
                onClick={() => onGo(index)}
              >
                {piece.text}
              </mark>
            );
          })}
        </p>
      ))}
    </article>
  );
}

function ExportButton({ draft, title }: { readonly draft: OutsideText; readonly title: string }) {
  const words = useWords().check;
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const name = `${words.title} ${title.slice(0, 60)}.docx`;
      saveBlob(await client.exportCheck({ text: draft.text, name: draft.name }), name);
      message.success(words.saved(name));
    } catch (error) {
      const { message: sentence, hint } = asServiceError(error);
      message.error(`${sentence}。${hint}`, 6);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="text" size="small" icon={<FileWordOutlined aria-hidden />} loading={busy} onClick={() => void run()}>
      {words.export}
    </Button>
  );
}
