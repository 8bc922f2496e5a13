/** 时效性 as a small badge; pressed, it says on what the judgement rests. */
import { Popover } from 'antd';
import { Link } from 'react-router';
import type { ValidityView } from '../../indexer/contract.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import styles from './validity-badge.module.css';

export const TONES: Readonly<Record<ValidityView['status'], string>> = {
  'in-force': 'good',
  'not-yet': 'warn',
  amended: 'warn',
  'partly-repealed': 'warn',
  expired: 'bad',
  repealed: 'bad',
  unknown: 'calm',
};

export function ValidityBadge({ validity }: { readonly validity: ValidityView }) {
  const words = useWords();
  return (
    <Popover content={<Evidence validity={validity} />} trigger={['click']} placement="bottomLeft">
      <button type="button" className={styles.badge} data-tone={TONES[validity.status]}>
        {words.validity[validity.status]}
      </button>
    </Popover>
  );
}

function Evidence({ validity }: { readonly validity: ValidityView }) {
  const { validityWords: words } = useWords();
  const format = useFormat();
  const byHand = validity.rule === 'set-by-hand';
  return (
    <div className={styles.evidence}>
      <p className={styles.when}>
        {words.on(format.day(validity.on))}
        {validity.since !== null && ` · ${words.since(format.day(validity.since))}`}
        {byHand && ` · ${words.byHand}`}
      </p>
      {validity.quote === null ? (
        <p>{byHand ? words.noGrounds : words.noEvidence}</p>
      ) : (
        <blockquote className={styles.quote}>{validity.quote}</blockquote>
      )}
      {validity.by !== null && <Link to={`/documents/${encodeURIComponent(validity.by)}`}>{words.by}</Link>}
    </div>
  );
}
