/** Beside the text: facts, citations, related documents, sources, and what a librarian should look at. */
import { Link } from 'react-router';
import type { DocumentView } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { Citations } from './citations.tsx';
import { Lineage } from './citing/lineage.tsx';
import { Facts } from './facts.tsx';
import styles from './side.module.css';
import { Sources } from './sources.tsx';

interface SidePanelProps {
  readonly document: DocumentView;
  readonly onJump: (provisionId: string) => void;
  /** Shows a source as it is printed, beside the text. */
  readonly onOriginal: (sourceId: string) => void;
}

export function SidePanel({ document, onJump, onOriginal }: SidePanelProps) {
  return (
    <>
      <Facts document={document} />
      <Lineage documentId={document.id} />
      <Citations id={document.id} direction="in" count={document.citations.in} onJump={onJump} />
      <Citations id={document.id} direction="out" count={document.citations.out} onJump={onJump} />
      <Related id={document.id} />
      <Sources document={document} onOriginal={onOriginal} />
      <Problems problems={document.problems} />
    </>
  );
}

const MOST_RELATED = 8;

function Related({ id }: { readonly id: string }) {
  const words = useWords().document;
  const answer = useRequested({ key: ['related', id], ask: (signal) => client.related(id, signal) });
  if (answer.state !== 'ready') return null;
  // Citations have lists of their own.
  const others = answer.data.related.filter(({ reason }) => reason === 'same-number' || reason === 'same-issue');
  if (others.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words.related}</h2>
      <ul className={styles.citations}>
        {others.slice(0, MOST_RELATED).map((other) => (
          <li key={other.id} className={styles.citation}>
            <span className={styles.relation}>{words.relatedReasons[other.reason]}</span>
            <Link to={documentAddress(other.id)}>{other.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ problems }: Pick<DocumentView, 'problems'>) {
  const words = useWords().document;
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {words.problems}
        <span className={styles.count}>{format.number(problems.length)}</span>
      </h2>
      <ul className={styles.problems}>
        {problems.map(({ code, message, line }) => (
          <li key={`${code} ${line} ${message}`}>
            {message}
            {line !== null && <span className={styles.none}> {words.problemLine(format.number(line))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
