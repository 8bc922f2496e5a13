/** What the catalogue says of a document; a derived value shows the words of the text that it rests on. */
import { FileSearchOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { DocumentView } from '../../../indexer/contract.ts';
import { issueAddress, searchAddress } from '../../addresses.ts';
import { ValidityBadge } from '../../gazette/validity-badge.tsx';
import type { Format } from '../../words/format.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import type { Words } from '../../words/words.ts';
import { ValidityProof } from './citing/validity-proof.tsx';
import { CorrectButton } from './correct/correct-button.tsx';
import styles from './side.module.css';

type Field = keyof Words['document']['fields'];

export function Facts({ document }: { readonly document: DocumentView }) {
  const words = useWords();
  const format = useFormat();
  const { fields } = words.document;
  const corrected = new Set<string>(document.corrections.map(({ field }) => field));
  return (
    <section className={styles.section}>
      <header className={styles.factsHead}>
        <h2 className={styles.heading}>{words.document.facts}</h2>
        <CorrectButton document={document} />
      </header>
      <dl className={styles.facts}>
        {rowsOf(document, words, format).map(([field, value]) => (
          <Fragment key={field}>
            <dt>{fields[field]}</dt>
            <dd>
              {value}
              {corrected.has(field) ? (
                <span className={styles.byHand} title={words.correct.byHandFor(fields[field])}>
                  {words.correct.byHand}
                </span>
              ) : (
                <Evidence name={fields[field]} quote={document.evidence[field]} />
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
      {document.conflict && <p className={styles.warning}>{words.document.conflict}</p>}
    </section>
  );
}

/** Only what the text says: a field without a value has no row. */
function rowsOf(document: DocumentView, words: Words, format: Format): (readonly [Field, ReactNode])[] {
  const day = (iso: string | null): ReactNode => iso && <time dateTime={iso}>{format.day(iso)}</time>;
  const choices = (facet: string, values: readonly string[]): ReactNode =>
    values.length > 0 && (
      <span className={styles.choices}>
        {values.map((value) => (
          <Link key={value} to={searchAddress({ [facet]: value })}>
            {value}
          </Link>
        ))}
      </span>
    );
  const lines = (values: readonly string[]): ReactNode =>
    values.length > 0 && values.map((value) => <span key={value}>{value}</span>);
  const length = words.document.length(format.number(document.characters), format.number(document.provisions));
  const rows: (readonly [Field, ReactNode])[] = [
    [
      'validity',
      <Fragment key="validity">
        <ValidityBadge validity={document.validity} />
        <ValidityProof document={document} />
      </Fragment>,
    ],
    ['number', document.number],
    ['issuers', choices('issuer', document.issuers)],
    ['type', document.type && choices('type', [document.type])],
    ['addressee', document.addressee],
    ['writtenOn', day(document.writtenOn)],
    ['printedOn', day(document.printedOn)],
    ['effectiveOn', day(document.effectiveOn)],
    ['expiresOn', day(document.expiresOn)],
    ['registration', document.registration],
    [
      'topics',
      choices(
        'topic',
        document.topics.map(({ subject }) => subject),
      ),
    ],
    ['attached', lines(document.attached)],
    ['issue', document.issue && <Link to={issueAddress(document.issue.id)}>{document.issue.label}</Link>],
    ['length', length],
  ];
  return rows.filter(([, value]) => value !== null && value !== false && value !== '');
}

function Evidence({ name, quote }: { readonly name: string; readonly quote: string | undefined }) {
  const words = useWords().document;
  if (quote === undefined) return null;
  const content = (
    <>
      <p className={styles.evidenceTitle}>{words.evidence}</p>
      <blockquote className={styles.quote}>{quote}</blockquote>
    </>
  );
  return (
    <Popover content={content} trigger={['click']} placement="left">
      <button
        type="button"
        className={styles.evidence}
        aria-label={words.evidenceFor(name)}
        title={words.evidenceFor(name)}
      >
        <FileSearchOutlined aria-hidden />
      </button>
    </Popover>
  );
}
