/** What was found of one citation: the verdict, why, what to write instead, and the words that prove it. */
import { Link } from 'react-router';
import type { CheckFinding, CheckRemark } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useWords } from '../../words/use-words.ts';
import styles from './check.module.css';

interface FindingCardProps {
  readonly finding: CheckFinding;
  readonly current: boolean;
  readonly onGo: () => void;
}

export function FindingCard({ finding, current, onGo }: FindingCardProps) {
  const words = useWords().check;
  const { severity, words: cited, remarks, document, provisionId } = finding;
  return (
    <li className={styles.card} data-finding aria-current={current || undefined} data-severity={severity}>
      <button type="button" className={styles.cited} title={words.go(cited)} onClick={onGo}>
        <span className={styles.verdict} data-severity={severity}>
          {words.severity[severity]}
        </span>
        <span>{cited}</span>
      </button>
      {remarks.map((remark) => (
        <RemarkLines key={`${remark.code} ${remark.message}`} remark={remark} own={document?.id ?? null} />
      ))}
      {document !== null && (
        <p className={styles.source}>
          <Link className={styles.open} to={documentAddress(document.id, { at: provisionId })}>
            {words.openText}
          </Link>
          <span>{[document.title, document.number].filter(Boolean).join(' · ')}</span>
        </p>
      )}
    </li>
  );
}

/** `own` is the text cited, which has a link of its own below. */
function RemarkLines({ remark, own }: { readonly remark: CheckRemark; readonly own: string | null }) {
  const words = useWords().check;
  const { message, suggestion, quote, document } = remark;
  return (
    <div className={styles.remark}>
      <p>{message}</p>
      {suggestion !== null && (
        <p className={styles.suggestion}>
          {words.suggestion} <strong>{suggestion}</strong>
          <CopyButton bare label={words.copySuggestion} text={() => suggestion} />
        </p>
      )}
      {quote !== null && <blockquote>{quote}</blockquote>}
      {document !== null && document.id !== own && (
        <p className={styles.source}>
          {words.proof} <Link to={documentAddress(document.id)}>{document.title}</Link>
          {document.number !== null && <span>{document.number}</span>}
        </p>
      )}
    </div>
  );
}
