/** Rows of import runs and their files as the contract shows them. */
import type { ImportFile, ImportFormat, ImportOutcome, ImportRun, ImportState, SourceChanges } from '../contract.ts';
import { type Amount, estimateSeconds, type Pace } from './estimate.ts';

export interface RunRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly confirm: number;
  readonly paths: string;
  readonly skipped: number;
  readonly active_ms: number;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly problem: string | null;
}

export interface FileRow {
  readonly position: number;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly format: string;
  readonly outcome: string;
  readonly new_documents: number;
  readonly merged_documents: number;
  readonly warnings: number;
  readonly changes: string | null;
  readonly problem: string | null;
  readonly document_id: string | null;
  readonly document_title: string | null;
}

/** The files of a run with one outcome, format and code of what was wrong. */
export interface TotalsRow {
  readonly outcome: string;
  readonly format: string;
  readonly code: string | null;
  readonly files: number;
  readonly bytes: number;
  readonly fresh: number;
  readonly merged: number;
  readonly warned: number;
}

/** What is known of a run beside its rows. */
export interface Moment {
  readonly currentFile: string | null;
  readonly indexPending: number;
  readonly sidecars: number;
  readonly activeSeconds: number;
  readonly pace: Pace;
}

export function toFile(row: FileRow): ImportFile {
  const { document_id: id, document_title: title } = row;
  return {
    position: row.position,
    path: row.path,
    name: row.name,
    size: row.size,
    format: row.format as ImportFormat,
    outcome: row.outcome as ImportOutcome,
    newDocuments: row.new_documents,
    mergedDocuments: row.merged_documents,
    warnings: row.warnings,
    document: id === null || title === null ? null : { id, title },
    changes: row.changes === null ? null : (JSON.parse(row.changes) as SourceChanges),
    problem: readProblem(row.problem),
  };
}

const COUNTED = [
  'new',
  'known',
  'merged',
  'queued',
  'unconverted',
  'changed',
  'unchanged',
  'failed',
  'cancelled',
] as const;

export function toRun(row: RunRow, totals: readonly TotalsRow[], moment: Moment): ImportRun {
  const filesOf = (outcome: ImportOutcome): number =>
    sum(
      totals.filter((each) => each.outcome === outcome),
      'files',
    );
  const done = totals.filter((each) => !isOpen(each));
  return {
    id: row.id,
    kind: row.kind as ImportRun['kind'],
    state: row.state as ImportState,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    paths: JSON.parse(row.paths) as string[],
    filesTotal: sum(totals, 'files'),
    filesDone: sum(done, 'files'),
    bytesTotal: sum(totals, 'bytes'),
    bytesDone: sum(done, 'bytes'),
    skipped: row.skipped,
    sidecars: moment.sidecars,
    formats: byFormat(totals).sort((a, b) => b.files - a.files),
    counts: {
      ...(Object.fromEntries(COUNTED.map((outcome) => [outcome, filesOf(outcome)])) as Record<
        (typeof COUNTED)[number],
        number
      >),
      warned: sum(totals, 'warned'),
    },
    failures: failuresOf(totals),
    newDocuments: sum(totals, 'fresh'),
    mergedDocuments: sum(totals, 'merged'),
    currentFile: moment.currentFile,
    activeSeconds: moment.activeSeconds,
    secondsLeft: secondsLeft(totals, moment),
    indexPending: moment.indexPending,
    problem: readProblem(row.problem),
  };
}

/** `[{ code: 'file_encrypted', files: 3 }]`, most first. */
function failuresOf(totals: readonly TotalsRow[]): ImportRun['failures'] {
  const files = new Map<string, number>();
  for (const { outcome, code, files: count } of totals)
    if (outcome === 'failed' && code !== null) files.set(code, (files.get(code) ?? 0) + count);
  return [...files].map(([code, count]) => ({ code, files: count })).sort((a, b) => b.files - a.files);
}

/** Before that, one large file makes the estimate jump about. */
const ENOUGH_SECONDS = 3;

/** What the rest takes by its formats; once the run has gone for a while, in the proportion of what it took so far. */
function secondsLeft(totals: readonly TotalsRow[], { activeSeconds, pace }: Moment): number | null {
  const open = byFormat(totals.filter(isOpen));
  if (open.length === 0) return null;
  const expected = estimateSeconds(open, pace);
  const soFar = estimateSeconds(byFormat(totals.filter((each) => !isOpen(each) && each.outcome !== 'failed')), pace);
  return activeSeconds < ENOUGH_SECONDS || soFar <= 0 ? expected : (expected / soFar) * activeSeconds;
}

const isOpen = ({ outcome }: TotalsRow): boolean => outcome === 'waiting' || outcome === 'reading';

function sum(rows: readonly TotalsRow[], column: 'files' | 'bytes' | 'fresh' | 'merged' | 'warned'): number {
  return rows.reduce((total, each) => total + each[column], 0);
}

function byFormat(rows: readonly TotalsRow[]): Amount[] {
  const formats = [...new Set(rows.map(({ format }) => format))];
  return formats.map((format) => {
    const own = rows.filter((each) => each.format === format);
    return { format: format as ImportFormat, files: sum(own, 'files'), bytes: sum(own, 'bytes') };
  });
}

const readProblem = (json: string | null): ImportFile['problem'] =>
  json === null ? null : (JSON.parse(json) as NonNullable<ImportFile['problem']>);
