/**
 * Works off the files of a run. Several are read and parsed at once, but they are filed one after another in their order,
 * so that the same files give the same catalogue however fast each of them is.
 */
import { recognisedPages } from '../catalogue/recognition.ts';
import { one } from '../catalogue/statements.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import { awaitsConversion } from '../converting/converting.ts';
import { AppError } from '../errors.ts';
import { originalPath } from '../library.ts';
import type { ParsedFile } from '../model.ts';
import type { ReadOptions } from '../read/read-text.ts';
import type { MemberReader } from './members.ts';
import { keepOriginal } from './originals.ts';
import type { Passwords } from './passwords.ts';
import { fileNameOf, type QueuedFile, type RunLog } from './run-log.ts';
import { failureOf, needsConverter, type Prepared, scannedPages, toFailure } from './settle.ts';
import { LARGEST_KEPT_BYTES, largestBytes, readSourceBytes, type SourceBytes } from './source-bytes.ts';
import type { Writer } from './writer.ts';

export interface WorkParts {
  readonly catalogue: CatalogueStore;
  readonly log: RunLog;
  readonly writer: Writer;
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
    // What is in work already goes on; nothing is begun beside a search.
    await parts.quiet();
    while (inWork.length < parts.concurrency && !signal.aborted) {
      const next = queue.next();
      if (next.done) break;
      inWork.push({ file: next.value, prepared: (again ? parseAgain : prepare)(parts, next.value) });
    }
    parts.log.setReading(inWork.map(({ file }) => file));
    const first = inWork.shift();
    if (first === undefined) return;
    const prepared = await unlessStopped(first.prepared, signal);
    if (prepared === null) return;
    await parts.quiet();
    if (signal.aborted) return;
    await parts.writer.settle({ runId, file: first.file, prepared });
    onDone(first.file.position);
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
      return { kind: 'failed', failure: { code: 'file_no_document', details: {} } };
    await keepOriginal(parts.originals, sha256, bytes);
    return { kind: 'parsed', parsed, sha256, size: bytes.length };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(failureOf(error)) };
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
    if (awaitsConversion(parsed)) throw needsConverter(file);
    return { kind: 'reparsed', parsed, sourceId: source.id };
  } catch (error) {
    return { kind: 'failed', failure: toFailure(failureOf(error)) };
  }
}

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
