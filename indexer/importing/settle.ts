/** What was made of a file goes into the catalogue and into the report of its run: the last step, which writes. */
import { guard, inTransaction } from '../catalogue/database.ts';
import { queuePages } from '../catalogue/recognition.ts';
import { run } from '../catalogue/statements.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import { awaitsConversion } from '../converting/converting.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '../errors.ts';
import type { ParsedFile } from '../model.ts';
import { listSources } from './listed-sources.ts';
import { type FileResult, fileNameOf, type QueuedFile, type RunLog } from './run-log.ts';

/** An AppError as it crosses the border between threads. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** What was made of a file, but for filing it. */
export type Prepared =
  | { readonly kind: 'known'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'parsed'; readonly parsed: ParsedFile; readonly sha256: string; readonly size: number }
  | { readonly kind: 'reparsed'; readonly parsed: ParsedFile; readonly sourceId: string };

export interface SettleJob {
  readonly runId: string;
  readonly file: QueuedFile;
  readonly prepared: Prepared;
}

export interface SettleParts {
  readonly catalogue: CatalogueStore;
  readonly log: Pick<RunLog, 'setFile' | 'addFiles'>;
}

/** These are no fault of a file: the run ends, and what has not been filed can be imported later. */
const LIBRARY_FAILURES: ReadonlySet<ErrorCode> = new Set(['disk_full', 'library_read_only', 'library_damaged']);

/**
 * What a file gave and that it is done are one transaction: a crash leaves both or neither. Throws disk_full,
 * library_read_only or library_damaged; every other failure is the file's own and stands in the report.
 */
export function settle(parts: SettleParts, job: SettleJob): void {
  const { runId, file, prepared } = job;
  const note = (result: FileResult): void => parts.log.setFile(runId, file.position, result);
  try {
    if (prepared.kind === 'failed') throw new AppError(prepared.failure.code, prepared.failure.details);
    if (prepared.kind === 'known') note({ outcome: 'known', sha256: prepared.sha256 });
    else if (prepared.kind === 'reparsed') refile(parts, job, prepared);
    else fileParsed(parts, job, prepared);
  } catch (error) {
    const failure = failureOf(error);
    if (LIBRARY_FAILURES.has(failure.code)) throw failure;
    note({ outcome: 'failed', failure });
  }
}

/** A fault of ours shows on one file and must not keep a thousand others out. */
export function failureOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('parse_failed', { reason }, { cause: error });
}

export const toFailure = ({ code, details }: AppError): Failure => ({ code, details });

/** Pages without text of their own wait for OCR; a file that has no other is filed when they are read. */
function fileParsed(
  { catalogue, log }: SettleParts,
  { runId, file }: SettleJob,
  { parsed, sha256, size }: Extract<Prepared, { kind: 'parsed' }>,
): void {
  const { mediaType, encoding } = parsed;
  const source = { sha256, fileName: fileNameOf(file), path: file.path, size, mediaType, encoding };
  const pages = scannedPages(parsed);
  const queue = (): void => {
    if (pages.length > 0) queuePages(catalogue.database, { ...source, runId, position: file.position }, pages);
    if (file.encoding !== null)
      run(catalogue.database, 'INSERT OR REPLACE INTO given_encodings VALUES (?, ?)', sha256, file.encoding);
  };
  if (parsed.documents.length > 0) {
    catalogue.file(source, parsed, (result) => {
      queue();
      const told = awaitsConversion(parsed) ? { told: needsConverter(file) } : {};
      log.setFile(runId, file.position, { ...result, sha256, ...told });
    });
    return;
  }
  guard(catalogue.path, () =>
    inTransaction(catalogue.database, () => {
      queue();
      log.setFile(runId, file.position, { outcome: 'queued', sha256 });
    }),
  );
}

function refile(
  { catalogue, log }: SettleParts,
  { runId, file }: SettleJob,
  { parsed, sourceId }: Extract<Prepared, { kind: 'reparsed' }>,
): void {
  catalogue.refile(sourceId, parsed, ({ changes, again, warnings }) => {
    const isSame = changes.added.length + changes.gone.length + changes.changed.length === 0;
    log.setFile(runId, file.position, { outcome: isSame ? 'unchanged' : 'changed', changes, warnings });
    log.addFiles(runId, listSources(catalogue.database, again));
  });
}

/** Numbers of the pages that were scanned and not read yet. */
export const scannedPages = ({ pages = [] }: ParsedFile): number[] =>
  pages.filter(({ scanned, lines }) => scanned && lines.length === 0).map(({ page }) => page);

/** 通知.doc is told of as DOC. */
export const needsConverter = ({ name }: QueuedFile): AppError =>
  new AppError('file_needs_converter', { format: /\.([^./]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? name });
