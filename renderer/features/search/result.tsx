/** One hit: its title, what identifies it, and the passages that match, each a link to its place in the text. */
import { Link } from 'react-router';
import type { Hit, Passage } from '../../../indexer/contract.ts';
import { documentAddress, issueAddress } from '../../addresses.ts';
import { citationOf } from '../../gazette/citation.ts';
import { ValidityBadge } from '../../gazette/validity-badge.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Highlighted } from '../../ui/highlighted.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import { Explanation } from './explanation.tsx';
import styles from './result.module.css';
import type { SearchState } from './search-state.ts';

interface ResultProps {
  readonly hit: Hit;
  readonly q: string;
  readonly state: SearchState;
}

export function Result({ hit, q, state }: ResultProps) {
  const words = useWords().search;
  const format = useFormat();
  // A hit on a clause opens there; a document opens at its beginning, unless the words stand only in one place of it.
  const first = hit.provisionId ?? (hit.titleHighlights.length === 0 ? (hit.passages[0]?.provisionId ?? null) : null);
  // Among clauses, the clause is what tells one hit of a document from the next.
  const clause = hit.provisionId === null ? '' : (hit.passages[0]?.path ?? '');
  return (
    <li className={styles.result} data-hit data-unit={hit.provisionId === null ? 'document' : 'provision'}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Link to={documentAddress(hit.id, { q, at: first })} data-result>
            {clause !== '' && <span className={styles.clause}>{clause}</span>}
            <Highlighted text={hit.title} ranges={hit.titleHighlights} />
          </Link>
        </h3>
        <div className={styles.tools} data-screen>
          {q !== '' && <Explanation state={state} hit={hit} />}
          <CopyButton text={() => citationOf(hit)} label={words.copyCitation} bare />
        </div>
      </div>
      <Facts hit={hit} />
      {hit.passages.length > 0 && (
        <ul className={styles.passages}>
          {hit.passages.map((passage) => (
            <li key={passage.provisionId}>
              <PassageLink passage={passage} to={documentAddress(hit.id, { q, at: passage.provisionId })} />
            </li>
          ))}
        </ul>
      )}
      {hit.morePassages > 0 && (
        <Link className={styles.more} to={documentAddress(hit.id, { q })}>
          {words.more(format.number(hit.morePassages))}
        </Link>
      )}
    </li>
  );
}

function Facts({ hit }: { readonly hit: Hit }) {
  const words = useWords();
  const format = useFormat();
  return (
    <div className={styles.facts}>
      <ValidityBadge validity={hit.validity} />
      {hit.number !== null && <span className={styles.number}>{hit.number}</span>}
      {hit.issuers.length > 0 && <span>{hit.issuers.join(words.common.listComma)}</span>}
      {hit.writtenOn !== null && <time dateTime={hit.writtenOn}>{format.day(hit.writtenOn)}</time>}
      {hit.type !== null && <span>{hit.type}</span>}
      {hit.issue !== null && (
        <Link className={styles.issue} to={issueAddress(hit.issue.id)}>
          {hit.issue.label}
        </Link>
      )}
    </div>
  );
}

function PassageLink({ passage, to }: { readonly passage: Passage; readonly to: string }) {
  const words = useWords().document;
  const place = passage.path || passage.label || words.text;
  return (
    <Link to={to} className={styles.passage}>
      <span className={styles.place}>
        {place.split(/(?<=[条款项])(?=第)/).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      <span className={styles.text}>
        <Highlighted
          text={passage.text}
          ranges={passage.highlights}
          part={[behindLabel(passage), passage.text.length]}
        />
      </span>
    </Link>
  );
}

/** Where the text goes on behind its label, which stands beside it already; 0 when it does not begin with it. */
function behindLabel({ label, text }: Passage): number {
  if (label === '' || !text.startsWith(label)) return 0;
  return text.length - text.slice(label.length).trimStart().length;
}
