/** The text of a document on its page: title block, addressee, provisions, signature, attachments. */
import { App, Skeleton } from 'antd';
import { Fragment, memo, useMemo } from 'react';
import type { DocumentView, ProvisionView } from '../../../indexer/contract.ts';
import { clauseCitation } from '../../gazette/citation.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Phrased } from '../../ui/phrased.tsx';
import { TEXT_FORMAT } from '../../words/format.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { chunksOf, chunksToShow } from './chunks.ts';
import { type Citing, useCiting } from './citing/use-citing.ts';
import type { DocumentHit, DocumentHits } from './hits.ts';
import { clauseText } from './outline.ts';
import { signatureOrdinal } from './plain-text.ts';
import { linksOf, Provision, rangesOf } from './provision.tsx';
import styles from './text.module.css';
import { useCopyKey } from './use-copy-key.ts';
import type { Reading } from './use-reader.ts';

interface TextProps {
  readonly document: DocumentView;
  readonly reading: Reading;
}

export function Text({ document, reading }: TextProps) {
  const { provisions, hits } = reading;
  const { now } = reading.navigation;
  const { document: words, conversion } = useWords();
  const awaits = document.problems.some(({ code }) => code === 'awaits_conversion');
  const citing = useCiting(document.id);
  const known = provisions ?? NO_PROVISIONS;
  const copy = useCopyClause(document, known);
  useCopyKey(known, reading.place, copy);
  const { addressee, number } = document;
  return (
    <article className={styles.paper} lang="zh-CN" aria-label={words.text}>
      <h1 className={styles.title}>
        <Phrased
          text={document.title}
          ranges={hits.title}
          now={now !== null && now.provisionId === null ? now.mark : null}
        />
      </h1>
      {number !== null && <p className={styles.number}>{number}</p>}
      {addressee !== null && <p className={styles.addressee}>{addressee.replace(/[：:]?$/, '：')}</p>}
      {provisions === null && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {provisions?.length === 0 && <p>{awaits ? conversion.noText : words.noText}</p>}
      {provisions !== null && (
        <Body
          document={document}
          provisions={provisions}
          hits={hits}
          now={now}
          at={reading.at}
          whole={reading.whole}
          citing={citing}
          onCopy={copy}
        />
      )}
      <Foot document={document} />
      <PrintFoot document={document} />
    </article>
  );
}

const NO_PROVISIONS: readonly ProvisionView[] = [];

/** Copies a clause with its source, and says which. */
function useCopyClause(document: DocumentView, provisions: readonly ProvisionView[]) {
  const words = useWords().common;
  const { message } = App.useApp();
  return useMemo(
    () => async (provision: ProvisionView) => {
      const text = clauseText(provisions, provision.ordinal);
      if (await copyText(clauseCitation(document, provision.path, text)))
        message.success(`${words.copied} ${provision.label}`);
      else message.error(words.copyFailed);
    },
    [document, provisions, message, words],
  );
}

interface BodyProps {
  readonly document: DocumentView;
  readonly provisions: readonly ProvisionView[];
  readonly hits: DocumentHits;
  readonly now: DocumentHit | null;
  readonly at: string | null;
  readonly whole: boolean;
  readonly citing: Citing;
  readonly onCopy: (provision: ProvisionView) => void;
}

// The place in the text changes with every line that is scrolled past; the text itself does not.
const Body = memo(function Body(props: BodyProps) {
  const { document, provisions, hits, now, at, whole, citing, onCopy } = props;
  const chunks = useMemo(() => chunksOf(provisions), [provisions]);
  const signedAfter = useMemo(() => signatureOrdinal(document, provisions), [document, provisions]);
  const first = useMemo(() => chunksToShow(chunks, at), [chunks, at]);
  return chunks.map((chunk, place) => (
    <div
      key={chunk.provisions[0]?.id}
      className={styles.chunk}
      style={{ containIntrinsicBlockSize: `auto ${chunk.lines * LINE_HEIGHTS_A_LINE}lh` }}
    >
      {(whole || first.has(place) ? chunk.provisions : []).map((provision) => (
        <Fragment key={provision.id}>
          <Provision
            provision={provision}
            ranges={rangesOf(hits.byProvision, provision.id)}
            now={now?.provisionId === provision.id ? now.mark : null}
            sought={provision.id === at}
            links={linksOf(citing.links, provision.id)}
            cited={countOf(citing, provision.id)}
            documentId={document.id}
            onCopy={onCopy}
          />
          {provision.ordinal === signedAfter && <Signature document={document} />}
        </Fragment>
      ))}
    </div>
  ));
});

/** In the text itself a clause is named where one reads anyway: what others say of it is what one would not see. */
const countOf = ({ cited }: Citing, id: string): number => cited.get(id)?.external ?? 0;

// Paragraphs stand a little apart.
const LINE_HEIGHTS_A_LINE = 1.1;

function Signature({ document }: { readonly document: DocumentView }) {
  if (document.issuers.length === 0 && document.writtenOn === null) return null;
  return (
    <div className={styles.signature}>
      {document.issuers.map((issuer) => (
        <p key={issuer}>{issuer}</p>
      ))}
      {document.writtenOn !== null && <p>{TEXT_FORMAT.day(document.writtenOn)}</p>}
    </div>
  );
}

function Foot({ document: { attachments, notes, copiesTo } }: { readonly document: DocumentView }) {
  const words = useWords().document;
  if (attachments.length === 0 && notes.length === 0 && copiesTo === null) return null;
  return (
    <footer className={styles.foot}>
      {attachments.length > 0 && (
        <div>
          <p>{words.attachmentsTitle}</p>
          <ol>
            {attachments.map((attachment) => (
              <li key={attachment}>{attachment}</li>
            ))}
          </ol>
        </div>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {copiesTo !== null && (
        <p>
          {words.copiesTitle}
          {copiesTo}
        </p>
      )}
    </footer>
  );
}

/** Where a printed page comes from, and what was known of it on the day it was printed. */
function PrintFoot({ document: { issue, validity } }: { readonly document: DocumentView }) {
  const { standing: words, validity: statuses } = useWords();
  const format = useFormat();
  return (
    <footer className={styles.printed}>
      {issue !== null && <p>{words.source(issue.label)}</p>}
      <p>{words.judged(statuses[validity.status], format.day(validity.on))}</p>
    </footer>
  );
}
