/** One quiet line under the box: what the reader may be about to type. It keeps its height, so that nothing jumps. */
import { Link } from 'react-router';
import type { Suggestion } from '../../../indexer/contract.ts';
import { documentAddress, issueAddress, searchAddress } from '../../addresses.ts';
import { useWords } from '../../words/use-words.ts';
import { shortTitle } from './short-title.ts';
import styles from './suggestions.module.css';
import { useSuggestions } from './use-search.ts';

export function Suggestions({ q }: { readonly q: string }) {
  const words = useWords().search;
  const suggestions = useSuggestions(q);
  return (
    <div className={styles.line}>
      {suggestions.length > 0 && (
        <>
          <span className={styles.label}>{words.suggestions}</span>
          <ul className={styles.list}>
            {suggestions.map((suggestion) => (
              <li key={`${suggestion.kind} ${suggestion.id ?? ''} ${suggestion.text}`}>
                <Link
                  to={addressOf(suggestion)}
                  className={styles.suggestion}
                  title={[suggestion.text, suggestion.detail].filter((text) => text !== null).join(' ')}
                >
                  <span className={styles.kind}>{words.suggestionKinds[suggestion.kind]}</span>
                  <span className={styles.text}>
                    {suggestion.kind === 'document' ? shortTitle(suggestion.text) : suggestion.text}
                  </span>
                  {suggestion.detail !== null && (
                    <span className={styles.detail}>
                      {suggestion.kind === 'number' ? shortTitle(suggestion.detail) : suggestion.detail}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function addressOf({ kind, id, text }: Suggestion): string {
  if (id !== null && kind === 'issue') return issueAddress(id);
  if (id !== null && (kind === 'document' || kind === 'number')) return documentAddress(id);
  return kind === 'issuer' ? searchAddress({ issuer: text }) : searchAddress({ q: text });
}
