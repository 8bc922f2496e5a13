/** The way to the documents before and behind this one in its issue, by link and by [ and ]. */
import { Link, useNavigate } from 'react-router';
import type { DocumentView } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { isPlain, isTyping } from '../../ui/keys.ts';
import { useWindowKey } from '../../ui/use-window-key.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './document-page.module.css';
import { useNeighbours } from './use-document.ts';

export function NeighbourLinks({ document }: { readonly document: DocumentView }) {
  const words = useWords().document;
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(document);
  useWindowKey((event) => {
    if (!isPlain(event) || isTyping(event)) return;
    const target = event.key === '[' ? previous : event.key === ']' ? next : null;
    if (target !== null) navigate(documentAddress(target));
  });
  return (
    <nav className={styles.neighbours} aria-label={words.related}>
      {previous !== null && (
        <Link to={documentAddress(previous)}>
          ← {words.previous} <kbd>[</kbd>
        </Link>
      )}
      {next !== null && (
        <Link to={documentAddress(next)} className={styles.next ?? ''}>
          <kbd>]</kbd> {words.next} →
        </Link>
      )}
    </nav>
  );
}
