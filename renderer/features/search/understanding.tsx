/** How the service understood the query: a chip for each part, each removable, and remarks where it did other than asked. */
import { CloseOutlined, InfoCircleOutlined } from '@ant-design/icons';
import type { SearchResponse } from '../../../indexer/contract.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './understanding.module.css';

interface UnderstandingProps {
  readonly query: SearchResponse['query'];
  readonly onQuery: (q: string) => void;
}

export function Understanding({ query, onQuery }: UnderstandingProps) {
  const words = useWords().search;
  return (
    <>
      {query.chips.length > 0 && (
        <ul className={styles.chips} aria-label={words.understood}>
          {query.chips.map(({ kind, text, without, literal }) => (
            <li key={`${kind} ${text} ${without}`} className={styles.chip} data-kind={kind}>
              <span className={styles.kind}>{words.chipKinds[kind]}</span>
              <span className={styles.text} title={text}>
                {text}
              </span>
              {literal !== null && (
                <button
                  type="button"
                  className={styles.literal}
                  title={words.readLiterallyHint}
                  onClick={() => onQuery(literal)}
                >
                  {words.readLiterally}
                </button>
              )}
              <button
                type="button"
                className={styles.remove}
                data-screen
                aria-label={words.removeChip(words.chipKinds[kind], text)}
                onClick={() => onQuery(without)}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {query.notes.map(({ code, text }) => (
        <p key={code} className={styles.note}>
          <InfoCircleOutlined aria-hidden /> {text}
        </p>
      ))}
    </>
  );
}
