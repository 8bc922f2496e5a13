/** 更正记录: every step by which fields were set by hand or taken back, newest first. */
import type { CorrectionStep } from '../../../../indexer/contract.ts';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { useFormat, useWords } from '../../../words/use-words.ts';
import { wordFor } from '../../../words/words.ts';
import styles from './correct.module.css';

export function Journal({ documentId }: { readonly documentId: string }) {
  const words = useWords();
  const format = useFormat();
  const answer = useRequested({
    key: ['journal', documentId],
    ask: (signal) => client.correctionJournal(documentId, signal),
  });
  if (answer.state !== 'ready' || answer.data.steps.length === 0) return null;
  return (
    <section className={styles.journal}>
      <h3>{words.correct.journal}</h3>
      <ol>
        {answer.data.steps.map((step) => (
          <li key={`${step.at} ${step.field}`}>
            <time dateTime={step.at}>{format.moment(step.at)}</time>{' '}
            {step.takenBack
              ? words.correct.tookBack(fieldName(words.document.fields, step.field))
              : step.field === 'hidden'
                ? words.correct.hide
                : words.correct.didSet(fieldName(words.document.fields, step.field), shown(step, words.validity))}
            {step.note !== null && <span className={styles.note}>{step.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function fieldName(fields: Readonly<Record<string, string>>, field: string): string {
  return wordFor(fields, field === 'title' ? 'documentTitle' : field);
}

function shown({ value }: CorrectionStep, statuses: Readonly<Record<string, string>>): string {
  if (value === null) return '—';
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'object') {
    const { status, since } = value as { status: string; since: string | null };
    return [wordFor(statuses, status), since].filter(Boolean).join(' ');
  }
  return String(value);
}
