/** Rows of a table beside the documents that they mean, and what would change. */
import { Link } from 'react-router';
import type { SidecarChange, SidecarRowView } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { wordFor } from '../../words/words.ts';
import styles from './sidecar.module.css';

export function RowsTable({ rows }: { readonly rows: readonly SidecarRowView[] }) {
  const words = useWords().sidecar;
  if (rows.length === 0) return <p className={styles.quiet}>{words.none}</p>;
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.inTable}</th>
            <th scope="col">{words.document}</th>
            <th scope="col">{words.changes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: SidecarRowView }) {
  const words = useWords().sidecar;
  const format = useFormat();
  const told = [row.fileName, row.number, row.title].filter((one) => one !== null);
  return (
    <tr data-standing={row.standing}>
      <td className={styles.line}>{format.number(row.line)}</td>
      <td>
        {told.map((one) => (
          <div key={one}>{one}</div>
        ))}
      </td>
      <td>
        {row.document !== null && <Named document={row.document} />}
        {row.candidates.length > 0 && <span className={styles.quiet}>{words.candidates}</span>}
        {row.candidates.map((one) => (
          <Named key={one.id} document={one} />
        ))}
      </td>
      <td>
        <Remark row={row} />
        {row.changes.map((change) => (
          <Change key={change.field} change={change} />
        ))}
        {row.problems.map(({ code, column, words: cell }) => (
          <p key={`${code}${column}`} className={styles.doubt}>
            {words.problems[code](column, cell)}
          </p>
        ))}
      </td>
    </tr>
  );
}

function Named({ document }: { readonly document: NonNullable<SidecarRowView['document']> }) {
  return (
    <div>
      <Link to={documentAddress(document.id)} title={document.title}>
        {document.title}
      </Link>
      {document.number !== null && <div className={styles.quiet}>{document.number}</div>}
    </div>
  );
}

function Remark({ row: { standing } }: { readonly row: SidecarRowView }) {
  const words = useWords().sidecar;
  if (standing === 'same') return <span className={styles.quiet}>{words.standing.same}</span>;
  if (standing === 'ambiguous') return <p className={styles.doubt}>{words.standing.ambiguous}</p>;
  if (standing === 'unmatched' || standing === 'unnamed' || standing === 'repeated')
    return <p className={styles.doubt}>{words[standing]}</p>;
  return null;
}

/** 成文日期 2021-03-04（原为 2021-03-05） */
function Change({ change: { field, from, to, kind } }: { readonly change: SidecarChange }) {
  const all = useWords();
  const words = all.sidecar;
  if (kind === 'same') return null;
  const name = wordFor(all.document.fields, field === 'title' ? 'documentTitle' : field);
  const show = (value: unknown): string => shown(value, all.validity) ?? words.nothing;
  return (
    <p className={styles.change} data-kind={kind}>
      <span className={styles.field}>{name}</span> <ins>{show(to)}</ins>{' '}
      <span className={styles.quiet}>
        {words.from} {show(from)}
        {kind === 'by-hand' && ` · ${words.staysByHand}`}
      </span>
    </p>
  );
}

/** Null when there is nothing. */
function shown(value: unknown, statuses: Readonly<Record<string, string>>): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、');
  if (typeof value !== 'object') return String(value);
  const { status, since } = value as { readonly status: string; readonly since: string | null };
  return [wordFor(statuses, status), since].filter(Boolean).join(' ');
}
