/** What an import promises; importing/ keeps it. */
import type {
  FoundSidecar,
  ImportDetailRequest,
  ImportEvent,
  ImportFile,
  ImportRun,
  ReparseRequest,
  RetryRequest,
} from './contract.ts';

export interface Importer {
  /** Scans and imports files and folders; returns as soon as the run is recorded. With `confirm` it waits when it is scanned. */
  start(paths: readonly string[], options?: { readonly confirm?: boolean }): ImportRun;
  /** Parses everything again from the originals, or the sources named, as a run of its own. Throws import_running, not_found. */
  reparse(request?: ReparseRequest): ImportRun;
  /** Whether a run is at work. */
  isBusy(): boolean;
  /** Takes up a run that a crash or a stop interrupted; null when there is none. */
  resume(): ImportRun | null;
  /** Puts a run by until it is taken up; what is read at the moment is read again then. */
  pause(id: string): ImportRun | null;
  /** Takes up a run that is ready or paused. Throws import_running. */
  takeUp(id: string): ImportRun | null;
  /** Takes up failed files of a run that has ended. Throws import_running. */
  retry(id: string, request: RetryRequest): ImportRun | null;
  cancel(id: string): ImportRun | null;
  runs(): readonly ImportRun[];
  run(id: string): ImportRun | null;
  /** A page of the files of a run, and how many there are on all pages. */
  files(id: string, request: ImportDetailRequest): { files: readonly ImportFile[]; total: number };
  /** Tables of metadata that lay among the files of a run. */
  sidecars(id: string): readonly FoundSidecar[];
  /** Calls back with every event of a run until the returned function is called. */
  follow(id: string, listener: (event: ImportEvent) => void): () => void;
  /** Resolves when the run has ended and the index has taken everything in. */
  finished(id: string): Promise<ImportRun>;
  close(): Promise<void>;
}
