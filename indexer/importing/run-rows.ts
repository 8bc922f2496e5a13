/** Rows of import runs and their files as the contract shows them. */
import type { ImportFile, ImportOutcome, ImportRun, ImportState } from '../contract.ts';

export interface RunRow {
  readonly id: string;
  readonly state: string;
  readonly paths: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly problem: string | null;
}

export interface FileRow {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly outcome: string;
  readonly new_documents: number;
  readonly merged_documents: number;
  readonly warnings: number;
  readonly problem: string | null;
}

/** The files of a run with one outcome. */
export interface TotalsRow {
  readonly outcome: string;
  readonly files: number;
  readonly bytes: number;
  readonly fresh: number;
  readonly merged: number;
  readonly first: number;
}

export function toFile(row: FileRow): ImportFile {
  return {
    path: row.path,
    name: row.name,
    size: row.size,
    outcome: row.outcome as ImportOutcome,
    newDocuments: row.new_documents,
    mergedDocuments: row.merged_documents,
    warnings: row.warnings,
    problem: readProblem(row.problem),
  };
}

export function toRun(
  row: RunRow,
  totals: readonly TotalsRow[],
  now: Pick<ImportRun, 'currentFile' | 'indexPending'>,
): ImportRun {
  const sum = (rows: readonly TotalsRow[], column: 'files' | 'bytes' | 'fresh' | 'merged'): number =>
    rows.reduce((total, each) => total + each[column], 0);
  const filesOf = (outcome: ImportOutcome): number => totals.find((each) => each.outcome === outcome)?.files ?? 0;
  const done = totals.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'reading');
  return {
    id: row.id,
    state: row.state as ImportState,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    paths: JSON.parse(row.paths) as string[],
    filesTotal: sum(totals, 'files'),
    filesDone: sum(done, 'files'),
    bytesTotal: sum(totals, 'bytes'),
    bytesDone: sum(done, 'bytes'),
    counts: {
      new: filesOf('new'),
      known: filesOf('known'),
      merged: filesOf('merged'),
      failed: filesOf('failed'),
      cancelled: filesOf('cancelled'),
    },
    newDocuments: sum(totals, 'fresh'),
    mergedDocuments: sum(totals, 'merged'),
    ...now,
    problem: readProblem(row.problem),
  };
}

const readProblem = (json: string | null): ImportFile['problem'] =>
  json === null ? null : (JSON.parse(json) as NonNullable<ImportFile['problem']>);
