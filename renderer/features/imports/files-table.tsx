/** What became of every file, in a table of which only the rows in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import type { ImportFile } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { nameOf } from './changed-field.ts';
import styles from './files-table.module.css';

const ROW_HEIGHT = 41;

interface FilesTableProps {
  readonly files: readonly ImportFile[] | null;
  /** Absent while the run goes. */
  readonly onRetry: ((file: ImportFile) => void) | null;
}

export function FilesTable({ files, onRetry }: FilesTableProps) {
  const words = useWords().imports;
  const scroller = useRef<HTMLDivElement>(null);
  const count = files?.length ?? 0;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const drawn = rows.getVirtualItems();
  // The rows that are not drawn leave their height above and below.
  const above = drawn[0]?.start ?? 0;
  const below = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={words.summary}>
      <table className={styles.table} aria-rowcount={count + 1}>
        <thead>
          <tr>
            <th scope="col">{words.fileName}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.found}</th>
            <th scope="col">{words.problem}</th>
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {drawn.map(({ key, index }) => {
            const file = files?.[index];
            return (
              file && <FileRow key={key} file={file} index={index} onRetry={onRetry} measure={rows.measureElement} />
            );
          })}
          <Space height={below} />
        </tbody>
      </table>
      {files !== null && count === 0 && <p className={styles.none}>{words.noFiles}</p>}
    </section>
  );
}

function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={4} className={styles.space} style={{ height }} />
    </tr>
  );
}

interface FileRowProps {
  readonly file: ImportFile;
  readonly index: number;
  readonly onRetry: FilesTableProps['onRetry'];
  readonly measure: (row: HTMLTableRowElement | null) => void;
}

function FileRow({ file, index, onRetry, measure }: FileRowProps) {
  const { imports: words, conversion } = useWords();
  const format = useFormat();
  const waits = file.outcome !== 'failed' && file.problem?.code === 'file_needs_converter';
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-outcome={file.outcome}>
      <td title={file.path}>
        {file.name} <span className={styles.size}>{format.size(file.size)}</span>
      </td>
      <td className={styles.outcome}>{waits ? conversion.title : words.outcomes[file.outcome]}</td>
      <td>
        {file.mergedDocuments > 0
          ? words.gave(format.number(file.newDocuments), format.number(file.mergedDocuments))
          : file.newDocuments > 0 && words.newDocuments(format.number(file.newDocuments))}
        {file.document !== null && (
          <Link className={styles.known} to={documentAddress(file.document.id)} title={file.document.title}>
            {file.document.title}
          </Link>
        )}
      </td>
      <td className={styles.remark}>
        {file.problem !== null && (
          <>
            <strong>{file.problem.message}</strong> {file.problem.hint}
            {onRetry !== null && file.outcome === 'failed' && (
              <span className={styles.again}>
                <Button size="small" onClick={() => onRetry(file)}>
                  {words.retry}
                </Button>
              </span>
            )}
          </>
        )}
        {file.changes !== null && <Changes changes={file.changes} />}
        {file.problem === null && file.warnings > 0 && words.warnings(format.number(file.warnings))}
      </td>
    </tr>
  );
}

/** What parsing again found otherwise than before. */
function Changes({ changes }: { readonly changes: NonNullable<ImportFile['changes']> }) {
  const all = useWords();
  const words = all.imports;
  return (
    <ul>
      {changes.added.map((title) => (
        <li key={`+${title}`}>{words.addedDocument(title)}</li>
      ))}
      {changes.gone.map((title) => (
        <li key={`-${title}`}>{words.goneDocument(title)}</li>
      ))}
      {changes.changed.map(({ id, title, fields }) => (
        <li key={id}>
          {words.changedFields(title, fields.map((field) => nameOf(field, all)).join(all.common.listComma))}
        </li>
      ))}
    </ul>
  );
}
