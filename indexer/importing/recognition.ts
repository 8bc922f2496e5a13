/**
 * Recognises queued pages in the background, one at a time, while nothing is imported. A page that is done is kept at once,
 * so that a stop or a crash costs one page; a file is filed when the last of its pages is done.
 */
import { readFile } from 'node:fs/promises';
import { guard, inTransaction } from '../catalogue/database.ts';
import {
  countPagesByState,
  dropFile,
  filesInQueue,
  nextPage,
  nextWholeFile,
  type QueuedPage,
  recognisedPages,
  retryPages,
  type ScannedFile,
  setFiled,
  setRecognised,
  setUnrecognised,
} from '../catalogue/recognition.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import type { RecognitionMode, RecognitionView } from '../contract.ts';
import { AppError, type Language, wordError } from '../errors.ts';
import { originalPath } from '../library.ts';
import type { SourceLine } from '../read/read-text.ts';
import type { Passwords } from './passwords.ts';
import type { RunLog } from './run-log.ts';
import type { WorkParts } from './work-off.ts';

export interface Recognition {
  view(): RecognitionView;
  setMode(mode: RecognitionMode): void;
  /** Pages that failed wait again. */
  retry(): void;
  /** Takes a file out of the queue; it is not filed from its scanned pages. Throws not_found. */
  drop(sha256: string): void;
  /** Looks whether there is something to do. */
  notify(): void;
  /** Resolves when nothing is left to do, or nothing may be done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface RecognitionOptions {
  readonly catalogue: CatalogueStore;
  readonly originals: string;
  readonly log: Pick<RunLog, 'setFile'>;
  readonly parse: WorkParts['parse'];
  readonly recognise: (
    page: { readonly path: string; readonly page: number; readonly password: string | undefined },
    signal: AbortSignal,
  ) => Promise<readonly SourceLine[]>;
  /** Whether files are being imported: these come first. */
  readonly isBusy: () => boolean;
  readonly passwords: Passwords;
  readonly afterFiling: () => void;
  readonly language: Language;
}

const MODE = 'recognition';
const FILES_SHOWN = 200;
/** These are no fault of a page: it waits until somebody looks. */
const LIBRARY_FAILURES = ['disk_full', 'library_read_only', 'library_damaged'];

export function openRecognition(options: RecognitionOptions): Recognition {
  return new RecognitionLoop(options);
}

class RecognitionLoop implements Recognition {
  readonly #options: RecognitionOptions;
  #stop = new AbortController();
  #working: Promise<void> | null = null;
  #current: QueuedPage | null = null;
  #closed = false;
  /** The library could not be written: paused until somebody goes on. */
  #held = false;

  constructor(options: RecognitionOptions) {
    this.#options = options;
  }

  view(): RecognitionView {
    const { database } = this.#options.catalogue;
    const { waiting, done, failed, secondsAPage } = countPagesByState(database);
    const files = filesInQueue(database, FILES_SHOWN);
    return {
      mode: this.#mode(),
      waits: waiting > 0 && this.#options.isBusy(),
      pagesWaiting: waiting,
      pagesDone: done,
      pagesFailed: failed,
      secondsAPage,
      secondsLeft: secondsAPage === null || waiting === 0 ? null : secondsAPage * waiting,
      current: this.#current && { fileName: this.#current.fileName, page: this.#current.page },
      files: files.map(({ runId: _run, position: _position, size: _size, ...file }) => file),
    };
  }

  setMode(mode: RecognitionMode): void {
    this.#options.catalogue.setSetting(MODE, mode);
    this.#held = false;
    // The page at work is given up: it is done again from its start.
    if (mode !== 'on') this.#stop.abort();
    this.notify();
  }

  retry(): void {
    const { catalogue } = this.#options;
    guard(catalogue.path, () => inTransaction(catalogue.database, () => retryPages(catalogue.database)));
    this.notify();
  }

  drop(sha256: string): void {
    const { catalogue } = this.#options;
    if (this.#current?.sha256 === sha256) this.#stop.abort();
    guard(catalogue.path, () =>
      inTransaction(catalogue.database, () => {
        const file = dropFile(catalogue.database, sha256);
        if (file === null) throw new AppError('not_found', { what: sha256 });
        if (catalogue.sourceBySha256(sha256) === null) this.#tell(file, new AppError('file_no_document'));
      }),
    );
    this.notify();
  }

  notify(): void {
    if (this.#working !== null || !this.#mayWork()) return;
    this.#stop = new AbortController();
    this.#working = this.#work(this.#stop.signal).finally(() => {
      this.#working = null;
      this.#current = null;
      // Told while it was ending.
      if (this.#mayWork() && this.#hasWork()) this.notify();
    });
  }

  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop.abort();
    await this.settled();
  }

  #mode(): RecognitionMode {
    if (this.#held) return 'paused';
    const mode = this.#options.catalogue.setting(MODE);
    return mode === 'paused' || mode === 'off' ? mode : 'on';
  }

  #mayWork(): boolean {
    return !this.#closed && this.#mode() === 'on' && !this.#options.isBusy();
  }

  #hasWork(): boolean {
    const { database } = this.#options.catalogue;
    return nextWholeFile(database) !== null || nextPage(database) !== null;
  }

  async #work(signal: AbortSignal): Promise<void> {
    const { database } = this.#options.catalogue;
    try {
      while (!signal.aborted && this.#mayWork()) {
        const whole = nextWholeFile(database);
        const page = whole === null ? nextPage(database) : null;
        if (whole !== null) await this.#file(whole);
        else if (page !== null) await this.#recognise(page, signal);
        else return;
      }
    } catch (error) {
      if (!(error instanceof AppError) || !LIBRARY_FAILURES.includes(error.code)) throw error;
      this.#held = true;
    }
  }

  async #recognise(page: QueuedPage, signal: AbortSignal): Promise<void> {
    const { catalogue, originals, recognise, passwords } = this.#options;
    this.#current = page;
    const begun = performance.now();
    try {
      const path = originalPath(originals, page.sha256);
      const lines = await passwords.open(page.sha256, (password) =>
        recognise({ path, page: page.page, password }, signal),
      );
      const milliseconds = performance.now() - begun;
      guard(catalogue.path, () => setRecognised(catalogue.database, page, { lines, milliseconds }));
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof AppError && LIBRARY_FAILURES.includes(error.code)) throw error;
      guard(catalogue.path, () => setUnrecognised(catalogue.database, page, this.#word(error).message));
    }
  }

  /** From its text and what was recognised. A page that failed is missing, which the document's problems say. */
  async #file(file: ScannedFile): Promise<void> {
    const { catalogue, originals, parse, passwords, afterFiling } = this.#options;
    const { sha256, fileName, path, size } = file;
    let problem: AppError | null = null;
    try {
      const bytes = await readFile(originalPath(originals, sha256));
      const recognised = recognisedPages(catalogue.database, sha256) ?? new Map();
      const parsed = await passwords.open(sha256, (password) =>
        parse(bytes, fileName, { recognised, ...(password === undefined ? {} : { password }) }),
      );
      if (parsed.documents.length === 0) throw new AppError('file_no_document');
      const source = catalogue.sourceBySha256(sha256);
      const { mediaType, encoding } = parsed;
      if (source !== null) catalogue.refile(source.id, parsed, () => setFiled(catalogue.database, sha256, null));
      else
        catalogue.file({ sha256, fileName, path, size, mediaType, encoding }, parsed, (result) => {
          setFiled(catalogue.database, sha256, null);
          if (file.runId !== null && file.position !== null)
            this.#options.log.setFile(file.runId, file.position, { ...result, sha256 });
        });
      afterFiling();
      return;
    } catch (error) {
      problem =
        error instanceof AppError ? error : new AppError('parse_failed', { reason: String(error) }, { cause: error });
      if (LIBRARY_FAILURES.includes(problem.code)) throw problem;
    }
    const failure = problem;
    guard(catalogue.path, () =>
      inTransaction(catalogue.database, () => {
        setFiled(catalogue.database, sha256, this.#word(failure).message);
        if (catalogue.sourceBySha256(sha256) === null) this.#tell(file, failure);
      }),
    );
  }

  /** The import that queued the file says what became of it. */
  #tell({ runId, position }: ScannedFile, failure: AppError): void {
    if (runId !== null && position !== null) this.#options.log.setFile(runId, position, { outcome: 'failed', failure });
  }

  #word(error: unknown): { readonly message: string } {
    if (!(error instanceof AppError)) return { message: error instanceof Error ? error.message : String(error) };
    const { sentence, hint } = wordError(error.code, error.details, this.#options.language);
    return { message: `${sentence} ${hint}` };
  }
}
