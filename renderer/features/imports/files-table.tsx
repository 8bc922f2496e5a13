/** What became of files, as a table. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { ImportFile } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { nameOf } from './changed-field.ts';
import styles from './files-table.module.css';
import { retryNeeds } from './retry-needs.ts';

interface FilesTableProps {
  /** Null while they are asked for. */
  readonly files: readonly ImportFile[] | null;
  /** Said where there are none. */
  readonly none: string;
  /** Null while the run goes. */
  readonly onRetry: ((file: ImportFile) => void) | null;
}

export function FilesTable({ files, none, onRetry }: FilesTableProps) {
  const words = useWords().imports;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.fileName}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.problem}</th>
          </tr>
        </thead>
        <tbody>
          {files?.map((file) => (
            <FileRow key={file.position} file={file} onRetry={onRetry} />
          ))}
        </tbody>
      </table>
      {files?.length === 0 && <p className={styles.none}>{none}</p>}
    </div>
  );
}

interface FileRowProps {
  readonly file: ImportFile;
  readonly onRetry: FilesTableProps['onRetry'];
}

function FileRow({ file, onRetry }: FileRowProps) {
  const words = useWords().imports;
  const format = useFormat();
  return (
    <tr data-outcome={file.outcome}>
      <td title={file.path}>
        {file.name} <span className={styles.size}>{format.size(file.size)}</span>
      </td>
      <td className={styles.outcome}>{words.outcomes[file.outcome]}</td>
      <td className={styles.remark}>
        {file.document !== null && (
          <p className={styles.found}>
            <Link to={documentAddress(file.document.id)} title={file.document.title}>
              {file.document.title}
            </Link>
            <Gave file={file} />
          </p>
        )}
        {file.problem !== null && (
          <>
            <strong>{file.problem.message}</strong> {file.problem.hint}
            {onRetry !== null && file.outcome === 'failed' && (
              <Button
                className={styles.again ?? ''}
                size="small"
                type="link"
                aria-label={`${words.retryNow} ${file.name}`}
                onClick={() => onRetry(file)}
              >
                {retryNeeds(file) === null ? words.retryNow : words.retry}
              </Button>
            )}
          </>
        )}
        {file.outcome === 'queued' && words.queuedHint}
        {file.changes !== null && <Changes changes={file.changes} />}
      </td>
    </tr>
  );
}

/** How many documents a file gave, where it is not just the one that is named; and how much is to be looked at. */
function Gave({ file: { newDocuments, mergedDocuments, warnings } }: { readonly file: ImportFile }) {
  const words = useWords().imports;
  const format = useFormat();
  return (
    <>
      {mergedDocuments > 0 && newDocuments + mergedDocuments > 1 && (
        <span>{words.gave(format.number(newDocuments), format.number(mergedDocuments))}</span>
      )}
      {mergedDocuments === 0 && newDocuments > 1 && <span>{words.newDocuments(format.number(newDocuments))}</span>}
      {warnings > 0 && <span>{words.warnings(format.number(warnings))}</span>}
    </>
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
