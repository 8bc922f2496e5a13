/** What a document cites and what cites it, each with its relation, its words, and a way to the other text. */
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { CitationView } from '../../../indexer/contract.ts';
import { documentAddress, graphAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { wordFor } from '../../words/words.ts';
import { inOrderOfWeight } from './citation-order.ts';
import styles from './side.module.css';

interface CitationsProps {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly count: number;
  readonly onJump: (provisionId: string) => void;
}

export function Citations({ id, direction, count, onJump }: CitationsProps) {
  const words = useWords().document;
  const format = useFormat();
  const answer = useRequested({
    key: ['citations', id, direction],
    ask: (signal) => client.citations(id, { direction }, signal),
    enabled: count > 0,
  });
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {direction === 'out' ? words.citationsOut : words.citationsIn}
        {count > 0 && <span className={styles.count}>{format.number(count)}</span>}
        {count > 0 && direction === 'out' && (
          <Link className={styles.graph} to={graphAddress(id)}>
            {words.graph}
          </Link>
        )}
      </h2>
      {count === 0 && <p className={styles.none}>{direction === 'out' ? words.noCitationsOut : words.noCitationsIn}</p>}
      {count > 0 && answer.state === 'waiting' && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {answer.state === 'failed' && <p className={styles.warning}>{answer.error.message}</p>}
      {answer.state === 'ready' && (
        <ul className={styles.citations}>
          {inOrderOfWeight(answer.data.citations).map(({ key, citation }) => (
            <li key={key} className={styles.citation}>
              <Cited citation={citation} direction={direction} onJump={onJump} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface CitedProps extends Pick<CitationsProps, 'direction' | 'onJump'> {
  readonly citation: CitationView;
}

function Cited({ citation, direction, onJump }: CitedProps) {
  const words = useWords().document;
  const { document, provisionId } = citation;
  const shown = document ?? citation;
  const name = [shown.title === null ? null : `《${shown.title}》`, shown.number]
    .filter((part) => part !== null)
    .join(' ');
  // What cites this text is opened at the citing clause; what this text cites, at its beginning.
  const at = direction === 'in' ? provisionId : null;
  return (
    <>
      <p>
        <span className={styles.relation} data-relation={citation.relation}>
          {wordFor(words.relations, citation.relation)}
        </span>
        {document === null ? (
          <span title={words.notInLibrary}>{name}</span>
        ) : (
          <Link to={documentAddress(document.id, { at })}>{name}</Link>
        )}
        {citation.pin !== null && <span> {citation.pin}</span>}
      </p>
      <p className={styles.words} title={citation.quote}>
        {citation.quote}
      </p>
      {direction === 'out' && provisionId !== null && (
        <button type="button" className={styles.jump} onClick={() => onJump(provisionId)}>
          {words.at(citation.in === null || citation.in === '' ? words.text : citation.in)}
        </button>
      )}
    </>
  );
}
