/**
 * Works off the files of a run. Several are read and parsed at once, but they are filed one after another in their order,
 * so that the same files give the same catalogue however fast each of them is.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { guard, inTransaction } from '../catalogue/database.ts';
import { queuePages, recognisedPages } from '../catalogue/recognition.ts';
import { one, run } from '../catalogue/statements.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import { awaitsConversion } from '../converting/converting.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { originalPath } from '../library.ts';
import type { ParsedFile } from '../model.ts';
import type { ReadOptions } from '../read/read-text.ts';
import { listSources } from './listed-sources.ts';
import type { MemberReader } from './members.ts';
import { keepOriginal } from './originals.ts';
import type { Passwords } from './passwords.ts';
import type { FileResult, QueuedFile, RunLog } from './run-log.ts';
import { LARGEST_KEPT_BYTES, largestBytes, readSourceBytes, type SourceBytes } from './source-bytes.ts';

export interface WorkParts {
  readonly catalogue: CatalogueStore;
  readonly log: RunLog;
  readonly originals: string;
  readonly parse: (bytes: Uint8Array, fileName: string, options?: ReadOptions) => Promise<ParsedFile>;
  /** A file of the disk or of an archive. */
  readonly read: MemberReader['read'];
  /** How many files are in work at once. */
  readonly concurrency: number;
  /** Resolves when nobody is searching. */
  readonly quiet: () => Promise<void>;
  readonly passwords: Passwords;
  /** How long reading a file took while others were read beside it. */
  readonly onRead: (file: QueuedFile, milliseconds: number) => void;
}

/** What was made of a file, but for filing it. */
type Prepared =
  | { readonly kind: 'reparsed'; readonly parsed: ParsedFile; readonly sourceId: string; readonly sha256: string }
  | { readonly kind: 'known'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly failure: AppError }
  | { readonly kind: 'parsed'; readonly parsed: ParsedFile; readonly sha256: string; readonly size: number };

/** These are no fault of a file: the run ends, and what has not been filed can be imported later. */
const LIBRARY_FAILURES: ReadonlySet<ErrorCode> = new Set(['disk_full', 'library_read_only', 'library_damaged']);

export interface Work {
  readonly runId: string;
  readonly parts: WorkParts;
  readonly signal: AbortSignal;
}

/** Calls back with each file that is done. Ends early when the signal says so; rejects when the library itself fails. */
export async function workOff({ runId, parts, signal }: Work, onDone: (position: number) => void): Promise<void> {
  const inWork: { readonly file: QueuedFile; readonly prepared: Promise<Prepared> }[] = [];
  const queue = parts.log.waiting(runId);
  const again = parts.log.kind(runId) === 'reparse';
  for (;;) {
    while (inWork.length < parts.concurrency && !signal.aborted) {
      const next = queue.next();
      if (next.done) break;
      parts.log.setFile(runId, next.value.position, { outcome: 'reading' });
      inWork.push({ file: next.value, prepared: (again ? parseAgain : prepare)(parts, next.value) });
    }
    const first = inWork.shift();
    if (first === undefined) return;
    const prepared = await unlessStopped(first.prepared, signal);
    if (prepared === null) return;
    await parts.quiet();
    if (signal.aborted) return;
    settle({ runId, parts, file: first.file, prepared });
    onDone(first.file.position);
    // Filing is not divided; the service answers in between.
    await nextTurn();
  }
}

/**
 * What was prepared, or null when the run is stopped meanwhile. The signal lets go of each file: a race against one promise
 * of the whole run would keep everything that was parsed until the run ends.
 */
function unlessStopped<T>(prepared: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((settle) => {
    const stop = (): void => settle(null);
    signal.addEventListener('abort', stop, { once: true });
    void prepared.then((value) => {
      signal.removeEventListener('abort', stop);
      settle(value);
    });
  });
}

/** Never rejects: several files are in work, and only the first of them is waited for. */
async function prepare(parts: WorkParts, file: QueuedFile): Promise<Prepared> {
  try {
    const { bytes, sha256 } = await parts.read(file.path, largestBytes(file.format));
    if (parts.catalogue.sourceBySha256(sha256) !== null) return { kind: 'known', sha256 };
    const begun = performance.now();
    const parsed = await parseBytes(parts, file, { bytes, sha256 });
    parts.onRead(file, (performance.now() - begun) / parts.concurrency);
    if (parsed.documents.length === 0 && scannedPages(parsed).length === 0)
      return { kind: 'failed', failure: new AppError('file_no_document') };
    await keepOriginal(parts.originals, sha256, bytes);
    return { kind: 'parsed', parsed, sha256, size: bytes.length };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

/** From the original as it was kept, with what OCR read of it; where nothing is found, what is known stays. */
async function parseAgain(parts: WorkParts, file: QueuedFile): Promise<Prepared> {
  try {
    const source = file.sha256 === null ? null : parts.catalogue.sourceBySha256(file.sha256);
    if (source === null) throw new AppError('file_vanished');
    const { bytes, sha256 } = await readSourceBytes(originalPath(parts.originals, source.sha256), LARGEST_KEPT_BYTES);
    if (sha256 !== source.sha256) throw new AppError('file_damaged', { reason: 'SHA-256' });
    const parsed = await parseBytes(parts, file, { bytes, sha256 });
    if (parsed.documents.length === 0) throw new AppError('file_no_document');
    // What was read of it when LibreOffice was there is more than its name.
    if (awaitsConversion(parsed)) throw new AppError('file_needs_converter', { format: formatWords(file.name) });
    return { kind: 'reparsed', parsed, sourceId: source.id, sha256 };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

interface Settling {
  readonly runId: string;
  readonly parts: WorkParts;
  readonly file: QueuedFile;
  readonly prepared: Prepared;
}

/** What a file gave and that it is done are one transaction: a crash leaves both or neither. */
function settle({ runId, parts, file, prepared }: Settling): void {
  const note = (result: FileResult): void => parts.log.setFile(runId, file.position, result);
  try {
    if (prepared.kind === 'failed') throw prepared.failure;
    const { sha256 } = prepared;
    if (prepared.kind === 'known') note({ outcome: 'known', sha256 });
    else if (prepared.kind === 'reparsed') refile({ runId, parts, file, prepared }, prepared);
    else fileParsed({ runId, parts, file, prepared }, prepared);
  } catch (error) {
    const failure = failureOf(error);
    if (LIBRARY_FAILURES.has(failure.code)) throw failure;
    note({ outcome: 'failed', failure });
  }
}

/** Pages without text of their own wait for OCR; a file that has no other is filed when they are read. */
function fileParsed({ runId, parts, file }: Settling, prepared: Extract<Prepared, { kind: 'parsed' }>): void {
  const { catalogue, log } = parts;
  const { sha256, parsed } = prepared;
  const source = sourceOf(file, prepared);
  const pages = scannedPages(parsed);
  const queue = (): void => {
    if (pages.length > 0) queuePages(catalogue.database, { ...source, runId, position: file.position }, pages);
    if (file.encoding !== null)
      run(catalogue.database, 'INSERT OR REPLACE INTO given_encodings VALUES (?, ?)', sha256, file.encoding);
  };
  if (parsed.documents.length > 0) {
    catalogue.file(source, parsed, (result) => {
      queue();
      const told = new AppError('file_needs_converter', { format: formatWords(file.name) });
      log.setFile(runId, file.position, { ...result, sha256, ...(awaitsConversion(parsed) ? { told } : {}) });
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

function refile({ runId, parts, file }: Settling, prepared: Extract<Prepared, { kind: 'reparsed' }>): void {
  const { catalogue, log } = parts;
  catalogue.refile(prepared.sourceId, prepared.parsed, ({ changes, again, warnings }) => {
    const isSame = changes.added.length + changes.gone.length + changes.changed.length === 0;
    log.setFile(runId, file.position, { outcome: isSame ? 'unchanged' : 'changed', changes, warnings });
    log.addFiles(runId, listSources(catalogue.database, again));
  });
}

const scannedPages = ({ pages = [] }: ParsedFile): number[] =>
  pages.filter(({ scanned, lines }) => scanned && lines.length === 0).map(({ page }) => page);

function sourceOf(file: QueuedFile, { parsed, sha256, size }: Extract<Prepared, { kind: 'parsed' }>) {
  const { mediaType, encoding } = parsed;
  return { sha256, fileName: fileNameOf(file), path: file.path, size, mediaType, encoding };
}

/** A fault of ours shows on one file and must not keep a thousand others out. */
function failureOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('parse_failed', { reason }, { cause: error });
}

/** 通知.doc gives DOC. */
const formatWords = (name: string): string => /\.([^./]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? name;

const fileNameOf = ({ name }: QueuedFile): string => name.split('/').at(-1) ?? name;

function parseBytes(parts: WorkParts, file: QueuedFile, { bytes, sha256 }: SourceBytes): Promise<ParsedFile> {
  const options = readOptions(parts, file, sha256);
  return parts.passwords.open(sha256, (password) =>
    parts.parse(bytes, fileNameOf(file), password === undefined ? options : { ...options, password }),
  );
}

/** A text in the encoding that was given by hand, pages as OCR read them. */
function readOptions({ catalogue }: WorkParts, file: QueuedFile, sha256: string): ReadOptions {
  const { database } = catalogue;
  const kept = one(database, 'SELECT encoding FROM given_encodings WHERE sha256 = ?', sha256)?.encoding ?? null;
  const encoding = file.encoding ?? (kept === null ? null : String(kept));
  const recognised = recognisedPages(database, sha256);
  return {
    ...(encoding === null ? {} : { encoding }),
    ...(recognised === undefined ? {} : { recognised }),
  };
}
