/** One row of a comparison: both clauses side by side, or one text with what went and came. */
import { Fragment, memo } from 'react';
import { Link } from 'react-router';
import type { ComparedClause, ComparisonPart, ComparisonRow } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './compare.module.css';
import { ChangeTags } from './tags.tsx';

interface RowProps {
  readonly id: string;
  readonly row: ComparisonRow;
  readonly view: 'side' | 'inline';
  /** The reader is at it. */
  readonly now: boolean;
  /** Ids of the two documents; null for texts from outside. */
  readonly sides: readonly [string | null, string | null];
}

export const rowElementId = (index: number): string => `row-${index}`;

const HEADINGS: ReadonlySet<string> = new Set(['title', 'part', 'subpart', 'chapter', 'section']);

export const Row = memo(function Row({ id, row, view, now, sides }: RowProps) {
  const kind = row.right[0]?.kind ?? row.left[0]?.kind ?? 'paragraph';
  return (
    <section
      id={id}
      className={styles.row}
      data-change={row.change}
      data-moved={row.moved || undefined}
      data-heading={HEADINGS.has(kind) || undefined}
      data-now={now || undefined}
      aria-current={now || undefined}
    >
      <div className={styles.tags}>
        <ChangeTags row={row} />
      </div>
      {view === 'side' ? (
        <>
          <Side row={row} side="left" document={sides[0]} />
          <Side row={row} side="right" document={sides[1]} />
        </>
      ) : (
        <Inline row={row} sides={sides} />
      )}
    </section>
  );
});

interface SideProps {
  readonly row: ComparisonRow;
  readonly side: 'left' | 'right';
  readonly document: string | null;
}

function Side({ row, side, document }: SideProps) {
  if (row[side].length === 0) return <div className={styles.empty} />;
  const hidden = side === 'left' ? 'new' : 'gone';
  return (
    <div className={styles.text}>
      <Labels clauses={row[side]} document={document} />
      <Parts parts={row.parts.filter(({ kind }) => kind !== hidden)} left={side === 'left'} />
    </div>
  );
}

function Inline({ row, sides }: { readonly row: ComparisonRow; readonly sides: RowProps['sides'] }) {
  const renamed = row.left.map(({ label }) => label).join() !== row.right.map(({ label }) => label).join();
  return (
    <div className={styles.text}>
      {renamed && row.left.length > 0 && row.right.length > 0 && (
        <>
          <Labels clauses={row.left} document={sides[0]} />
          <span aria-hidden>→ </span>
        </>
      )}
      {row.right.length > 0 ? (
        <Labels clauses={row.right} document={sides[1]} />
      ) : (
        <Labels clauses={row.left} document={sides[0]} />
      )}
      <Parts parts={row.parts} left={false} />
    </div>
  );
}

function Labels({
  clauses,
  document,
}: {
  readonly clauses: readonly ComparedClause[];
  readonly document: string | null;
}) {
  const words = useWords().compare;
  const labelled = clauses.filter(({ label }) => label !== '');
  return labelled.map(({ label, provisionId }, at) => (
    <Fragment key={`${label} ${provisionId}`}>
      {at > 0 && '、'}
      {document === null ? (
        <strong className={styles.label}>{label}</strong>
      ) : (
        <Link className={styles.label} to={documentAddress(document, { at: provisionId })} title={words.open(label)}>
          {label}
        </Link>
      )}
      {at === labelled.length - 1 && '　'}
    </Fragment>
  ));
}

export function Parts({ parts, left }: { readonly parts: readonly ComparisonPart[]; readonly left: boolean }) {
  return parts.map((part, at) => {
    const text = left ? (part.left ?? part.text) : part.text;
    const key = `${at} ${part.kind}`;
    if (part.kind === 'gone') return <del key={key}>{text}</del>;
    return part.kind === 'new' ? <ins key={key}>{text}</ins> : <Fragment key={key}>{text}</Fragment>;
  });
}
