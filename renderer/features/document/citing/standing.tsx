/**
 * Says above a text that it does not simply hold, and where to read on: what is known of a document stands beside it, and
 * in a narrow window or on paper not even there.
 */
import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { DocumentView, LineageResponse, ValidityView, VersionReference } from '../../../../indexer/contract.ts';
import { documentAddress } from '../../../addresses.ts';
import { TONES } from '../../../gazette/validity-badge.tsx';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import type { Format } from '../../../words/format.ts';
import { useFormat, useWords } from '../../../words/use-words.ts';
import type { Words } from '../../../words/words.ts';
import styles from './standing.module.css';
import { ValidityProof } from './validity-proof.tsx';

const CALM: ReadonlySet<ValidityView['status']> = new Set(['in-force', 'unknown']);

export function Standing({ document }: { readonly document: DocumentView }) {
  const { standing: words } = useWords();
  const format = useFormat();
  const { id, validity } = document;
  const lineage = useRequested({
    key: ['citations', id, 'lineage'],
    ask: (signal) => client.lineage(id, signal),
  });
  if (CALM.has(validity.status)) return null;
  const newest = lineage.state === 'ready' ? newestAfter(lineage.data, id) : null;
  return (
    <aside className={styles.standing} data-tone={TONES[validity.status]} aria-label={words.label} data-stays>
      <ExclamationCircleOutlined aria-hidden />
      <p>
        <strong>{sentence(document, words, format)}</strong>
        {newest !== null && (
          <span>
            {words.newer}
            <Link to={documentAddress(newest.id)}>{nameOf(newest, document.title, format)}</Link>
          </span>
        )}
        {newest === null && validity.by !== null && <Repealer id={validity.by} />}
      </p>
      <ValidityProof document={document} />
    </aside>
  );
}

/** The document that did it, by its title. */
function Repealer({ id }: { readonly id: string }) {
  const { standing: words } = useWords();
  const answer = useRequested({ key: ['document', id], ask: (signal) => client.document(id, signal) });
  if (answer.state !== 'ready') return null;
  const { title, number } = answer.data;
  return (
    <span>
      {words.see}
      <Link to={documentAddress(id)}>
        《{title}》{number !== null && `（${number}）`}
      </Link>
    </span>
  );
}

function sentence({ validity: { status, since } }: DocumentView, words: Words['standing'], format: Format): string {
  const day = since === null ? null : format.day(since);
  switch (status) {
    case 'expired':
    case 'repealed':
    case 'amended':
    case 'not-yet':
      return words[status](day);
    default:
      return words['partly-repealed'];
  }
}

/** The last text of the line, unless it is the one that is read. */
function newestAfter({ family }: LineageResponse, id: string): VersionReference | null {
  const last = family.at(-1);
  return last === undefined || last.id === id ? null : last;
}

/** Successive texts often have the same title: then the number tells them apart. */
function nameOf({ title, number, writtenOn }: VersionReference, own: string, format: Format): string {
  const sign = number ?? (writtenOn === null ? null : format.day(writtenOn));
  return sign !== null && title === own ? `${title}（${sign}）` : title;
}
