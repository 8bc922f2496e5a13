/**
 * What a command asks of a library, whichever way it is reached: through the service that has it open, or by opening it
 * itself. The service is the only writer, so a running one is always asked first.
 */
import type {
  CheckRequest,
  CheckResponse,
  CitationsResponse,
  ComparePost,
  ComparisonResponse,
  ConversionView,
  CorrectionBatch,
  FoundSidecar,
  ImportDetailResponse,
  ImportEvent,
  ImportFile,
  ImportRun,
  SearchRequest,
  SearchResponse,
  SidecarPage,
  SidecarPreview,
  StatusResponse,
} from '../contract.ts';

/** Files of a run that are asked for at once. */
export const FILES_AT_ONCE = 1000;

/** All files of a list that is given by pages. */
export async function allFiles(
  pageAt: (offset: number) => ImportDetailResponse['files'] | Promise<ImportDetailResponse['files']>,
): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  for (;;) {
    const page = await pageAt(files.length);
    files.push(...page);
    if (page.length < FILES_AT_ONCE) return files;
  }
}

/** Rows of a preview that are asked for at once. */
export const SIDECAR_ROWS = 1000;

export interface LibraryAccess {
  readonly kind: 'service' | 'local';
  /** Id of the one document that an id, a number or a title names. Throws not_found; of several versions the newest. */
  findDocument(name: string): Promise<string>;
  /** What a document cites (`out`), or what cites it (`in`). */
  citations(id: string, direction: 'out' | 'in'): Promise<CitationsResponse>;
  check(request: CheckRequest): Promise<CheckResponse>;
  compare(request: ComparePost): Promise<ComparisonResponse>;
  search(request: SearchRequest): Promise<SearchResponse>;
  status(): Promise<StatusResponse>;
  /** Imports, calling back with each event; resolves when the index has taken everything in. `signal` cancels the run. */
  import(paths: readonly string[], onEvent: (event: ImportEvent) => void, signal: AbortSignal): Promise<ImportRun>;
  /** Parses everything again from the originals; otherwise like `import`. */
  reparse(onEvent: (event: ImportEvent) => void, signal: AbortSignal): Promise<ImportRun>;
  /** Files of a run that parsing again changed. */
  changedFiles(runId: string): Promise<readonly ImportFile[]>;
  failedFiles(runId: string): Promise<readonly ImportFile[]>;
  /** Throws what reading the table throws. Nothing is changed. */
  previewSidecar(bytes: Uint8Array, name: string): Promise<SidecarPreview>;
  sidecarRows(preview: string, offset: number): Promise<SidecarPage>;
  applySidecar(preview: string, overwrite: boolean): Promise<CorrectionBatch>;
  /** Takes back what a table has set. Throws not_found. */
  undoSidecar(batch: string): Promise<CorrectionBatch>;
  /** Tables of metadata that lay among the files of a run. */
  foundSidecars(runId: string): Promise<readonly FoundSidecar[]>;
  /** Files that wait for LibreOffice. */
  conversion(): Promise<ConversionView>;
  /** Empties the index and fills it again; calls back with how many documents are still to come. */
  reindex(onPending: (pending: number) => void): Promise<void>;
  close(): Promise<void>;
}
