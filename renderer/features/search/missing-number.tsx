/**
 * A document number that the library does not have: who cites it, and what else its issuer has numbered. One who types a number
 * wants that document, not other words.
 */
import { Link } from 'react-router';
import type { SearchResponse } from '../../../indexer/contract.ts';
import { documentAddress, searchAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './help.module.css';
import { siblingsOf } from './siblings.ts';

const MOST_LISTED = 5;

/** The number asked for, when that is all that was asked for. */
export function numberAlone({ chips }: SearchResponse['query']): string | null {
  const [only] = chips;
  return chips.length === 1 && only?.kind === 'number' ? only.text : null;
}

export function MissingNumber({ number }: { readonly number: string }) {
  return (
    <>
      <Citing number={number} />
      {siblingsOf(number).map((query) => (
        <Siblings key={query.label} {...query} />
      ))}
    </>
  );
}

function Citing({ number }: { readonly number: string }) {
  const words = useWords().search.missing;
  const answer = useRequested({
    key: ['wanted', number, 0],
    ask: (signal) => client.wanted({ q: number, offset: 0, limit: MOST_LISTED }, signal),
  });
  if (answer.state !== 'ready') return null;
  const cited = answer.data.wanted.find((one) => one.number === number);
  if (cited === undefined) return null;
  return (
    <section className={styles.block}>
      <h3>{words.citedBy}</h3>
      <ul>
        {cited.by.slice(0, MOST_LISTED).map((document) => (
          <li key={document.id}>
            <Link to={documentAddress(document.id, { q: `"${number}"` })}>{document.title}</Link>
            {document.number !== null && <span>{document.number}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A search that has results, with how many. */
function Siblings({ label, search }: { readonly label: string; readonly search: Readonly<Record<string, string>> }) {
  const words = useWords().search;
  const format = useFormat();
  const parameters = new URLSearchParams(search);
  const answer = useRequested({
    key: ['search', parameters.toString(), 'count'],
    ask: (signal) => client.search(new URLSearchParams([...parameters, ['limit', '1']]), signal),
  });
  if (answer.state !== 'ready' || answer.data.total === 0) return null;
  return (
    <section className={styles.block}>
      <ul>
        <li>
          <Link to={searchAddress(search)}>{words.missing.siblings(label)}</Link>
          <span>{words.total(format.number(answer.data.total), words.units.document)}</span>
        </li>
      </ul>
    </section>
  );
}
