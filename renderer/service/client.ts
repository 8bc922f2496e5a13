/**
 * The one place that speaks to the service: contract types in, contract types or a ServiceError out. A request that was
 * cancelled through its signal rejects with the signal's reason, which is no failure.
 */
import type {
  CheckRequest,
  CheckResponse,
  CitationPreviewResponse,
  CitationsResponse,
  CitedProvisionsResponse,
  ComparePost,
  ComparisonResponse,
  ConversionView,
  CorrectionBatch,
  CorrectionBatches,
  CorrectionJournal,
  CorrectionRequest,
  DictionaryView,
  DocumentView,
  EntryRequest,
  EntryResponse,
  ExportFormat,
  FoundSidecars,
  ImportDetailRequest,
  ImportDetailResponse,
  ImportRun,
  ImportsResponse,
  IssueDetailResponse,
  IssuesResponse,
  LineageResponse,
  MatchesResponse,
  NearPairsResponse,
  NeighbourhoodResponse,
  PagesResponse,
  PreviewView,
  ProvisionsResponse,
  RecognitionView,
  RelatedResponse,
  ReparseRequest,
  RetryRequest,
  SearchResponse,
  SidecarFilter,
  SidecarPage,
  SidecarPreview,
  SourceTextResponse,
  StatusResponse,
  SuggestResponse,
  TextOfFile,
  ValidityResponse,
  VocabularyResponse,
  WantedResponse,
  WatchedResponse,
} from '../../indexer/contract.ts';
import { preferences } from '../preferences/preferences.ts';
import type { Language } from '../words/words.ts';
import { readProblem, unreachable } from './service-error.ts';

export type Query = URLSearchParams | Readonly<Record<string, string | number | undefined>>;

/** What may be asked of the citations of a document. */
export interface CitationsQuery extends Record<string, string | number | undefined> {
  readonly direction: 'out' | 'in';
  readonly relation?: string;
  readonly provision?: string;
  readonly internal?: 'true';
  readonly offset?: number;
  readonly limit?: number;
}

export interface ClientOptions {
  readonly fetch: typeof fetch;
  readonly language: () => Language;
}

export type Client = ReturnType<typeof createClient>;

export function createClient({ fetch: send, language }: ClientOptions) {
  const answer = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('accept-language', language());
    headers.set('accept', 'application/json');
    let response: Response;
    try {
      response = await send(`/api${path}`, { ...init, headers, credentials: 'same-origin' });
    } catch (cause) {
      if (init.signal?.aborted) throw init.signal.reason;
      throw unreachable(cause, language());
    }
    if (!response.ok) throw readProblem(response.status, await readJson(response), language());
    return response;
  };
  // The service validates its answers against the very schemas these types come from.
  const request = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
    (await readJson(await answer(path, init))) as T;
  const requestFile = async (path: string, init: RequestInit): Promise<Blob> => (await answer(path, init)).blob();
  const get = <T>(path: string, query: Query, signal?: AbortSignal): Promise<T> =>
    request<T>(withQuery(path, query), signal === undefined ? {} : { signal });
  const sendJson = <T>(method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown): Promise<T> =>
    request<T>(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const ofDocument = (id: string): string => `/documents/${encodeURIComponent(id)}`;

  return {
    search: (query: URLSearchParams, signal?: AbortSignal) => get<SearchResponse>('/search', query, signal),
    suggest: (q: string, signal?: AbortSignal) => get<SuggestResponse>('/suggest', { q, limit: 6 }, signal),
    document: (id: string, signal?: AbortSignal) => get<DocumentView>(ofDocument(id), {}, signal),
    provisions: (id: string, signal?: AbortSignal) =>
      get<ProvisionsResponse>(`${ofDocument(id)}/provisions`, {}, signal),
    matches: (id: string, q: string, signal?: AbortSignal) =>
      get<MatchesResponse>(`${ofDocument(id)}/matches`, { q }, signal),
    citations: (id: string, query: CitationsQuery, signal?: AbortSignal) =>
      get<CitationsResponse>(`${ofDocument(id)}/citations`, query, signal),
    citedProvisions: (id: string, signal?: AbortSignal) =>
      get<CitedProvisionsResponse>(`${ofDocument(id)}/cited-provisions`, {}, signal),
    citationPreview: (id: string, signal?: AbortSignal) =>
      get<CitationPreviewResponse>(`/citations/${encodeURIComponent(id)}/preview`, {}, signal),
    preview: (provisionId: string, signal?: AbortSignal) =>
      get<PreviewView>(`/provisions/${encodeURIComponent(provisionId)}/preview`, {}, signal),
    validity: (id: string, asOf: string | undefined, signal?: AbortSignal) =>
      get<ValidityResponse>(`${ofDocument(id)}/validity`, { asOf }, signal),
    lineage: (id: string, signal?: AbortSignal) => get<LineageResponse>(`${ofDocument(id)}/lineage`, {}, signal),
    neighbourhood: (id: string, query: { depth: number; limit: number }, signal?: AbortSignal) =>
      get<NeighbourhoodResponse>(`${ofDocument(id)}/neighbourhood`, query, signal),
    wanted: (query: { q: string; offset: number; limit: number }, signal?: AbortSignal) =>
      get<WantedResponse>('/wanted', query, signal),
    related: (id: string, signal?: AbortSignal) => get<RelatedResponse>(`${ofDocument(id)}/related`, {}, signal),
    source: (id: string, source: string, signal?: AbortSignal) =>
      get<SourceTextResponse>(`${ofDocument(id)}/source`, { source }, signal),
    correct: (id: string, change: CorrectionRequest) => sendJson<DocumentView>('PATCH', ofDocument(id), change),
    enter: (entry: EntryRequest) => sendJson<EntryResponse>('POST', '/documents', entry),
    correctionJournal: (id: string, signal?: AbortSignal) =>
      get<CorrectionJournal>(`${ofDocument(id)}/corrections`, {}, signal),
    dictionary: (signal?: AbortSignal) => get<DictionaryView>('/dictionary', {}, signal),
    saveDictionary: (text: string) => sendJson<DictionaryView>('PUT', '/dictionary', { text }),
    nearPairs: (query: { state: 'open' | 'dismissed'; offset: number; limit: number }, signal?: AbortSignal) =>
      get<NearPairsResponse>('/near-duplicates', query, signal),
    dismissPair: (first: string, second: string, dismissed: boolean) =>
      sendJson<{ dismissed: boolean }>('POST', '/near-duplicates', { first, second, dismissed }),
    previewSidecar: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      return request<SidecarPreview>('/sidecars/preview', { method: 'POST', body: form });
    },
    foundSidecars: (run: string, signal?: AbortSignal) =>
      get<FoundSidecars>(`/imports/${encodeURIComponent(run)}/sidecars`, {}, signal),
    previewFoundSidecar: (run: string, sha256: string) =>
      request<SidecarPreview>(`/imports/${encodeURIComponent(run)}/sidecars/${sha256}/preview`, { method: 'POST' }),
    dismissFoundSidecar: (run: string, sha256: string) =>
      sendJson<FoundSidecars>('POST', `/imports/${encodeURIComponent(run)}/sidecars/${sha256}/dismiss`, {}),
    sidecarPage: (id: string, query: { show?: SidecarFilter; offset: number; limit: number }, signal?: AbortSignal) =>
      get<SidecarPage>(`/sidecars/preview/${encodeURIComponent(id)}`, query, signal),
    applySidecar: (preview: string, overwrite: boolean) =>
      sendJson<CorrectionBatch>('POST', '/sidecars/apply', { preview, overwrite }),
    sidecarBatches: (signal?: AbortSignal) => get<CorrectionBatches>('/sidecars/batches', {}, signal),
    undoSidecar: (batch: string) =>
      request<CorrectionBatch>(`/sidecars/batches/${encodeURIComponent(batch)}`, { method: 'DELETE' }),
    vocabulary: (signal?: AbortSignal) => get<VocabularyResponse>('/vocabulary', {}, signal),
    /** Only to learn why a picture is not there: an `<img>` asks for it by itself. */
    pageImage: (sourceId: string, page: number, dpi: number) =>
      requestFile(`/sources/${encodeURIComponent(sourceId)}/pages/${page}/image?dpi=${dpi}`, {}),
    pages: (id: string, source: string, signal?: AbortSignal) =>
      get<PagesResponse>(`${ofDocument(id)}/pages`, { source }, signal),
    check: (draft: CheckRequest, signal?: AbortSignal) =>
      request<CheckResponse>('/check', { ...jsonBody(draft), ...(signal === undefined ? {} : { signal }) }),
    exportCheck: (draft: CheckRequest) => requestFile('/check/export', jsonBody(draft)),
    compare: (texts: ComparePost, signal?: AbortSignal) =>
      request<ComparisonResponse>('/compare', { ...jsonBody(texts), ...(signal === undefined ? {} : { signal }) }),
    exportComparison: (wanted: ComparePost & { format: ExportFormat; only: 'all' | 'changes' }) =>
      requestFile('/compare/export', jsonBody(wanted)),
    textOfFile: (file: File) =>
      request<TextOfFile>(withQuery('/texts', { name: file.name }), {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    issues: (signal?: AbortSignal) => get<IssuesResponse>('/issues', {}, signal),
    issue: (id: string, signal?: AbortSignal) =>
      get<IssueDetailResponse>(`/issues/${encodeURIComponent(id)}`, {}, signal),
    status: (signal?: AbortSignal) => get<StatusResponse>('/status', {}, signal),
    imports: (signal?: AbortSignal) => get<ImportsResponse>('/imports', {}, signal),
    importRun: (id: string, query: ImportDetailRequest, signal?: AbortSignal) =>
      get<ImportDetailResponse>(`/imports/${encodeURIComponent(id)}`, query, signal),
    startImport: (paths: readonly string[], confirm = false) =>
      sendJson<ImportRun>('POST', '/imports', { paths, confirm }),
    actOnImport: (id: string, action: 'pause' | 'resume') =>
      sendJson<ImportRun>('POST', `/imports/${encodeURIComponent(id)}/${action}`, {}),
    retryImport: (id: string, choice: RetryRequest) =>
      sendJson<ImportRun>('POST', `/imports/${encodeURIComponent(id)}/retry`, choice),
    uploadFiles: (files: readonly { file: File; name: string }[], confirm = false) => {
      const form = new FormData();
      for (const { file, name } of files) form.append('files', file, name);
      return request<ImportRun>(`/imports/upload?confirm=${confirm}`, { method: 'POST', body: form });
    },
    reparse: (request: ReparseRequest = {}) => sendJson<ImportRun>('POST', '/reparse', request),
    recognition: (signal?: AbortSignal) => get<RecognitionView>('/recognition', {}, signal),
    setRecognition: (mode: RecognitionView['mode']) => sendJson<RecognitionView>('PUT', '/recognition', { mode }),
    retryRecognition: () => sendJson<RecognitionView>('POST', '/recognition/retry', {}),
    dropRecognition: (sha256: string) => request<RecognitionView>(`/recognition/${sha256}`, { method: 'DELETE' }),
    conversion: (signal?: AbortSignal) => get<ConversionView>('/conversion', {}, signal),
    convertWaiting: () => sendJson<ImportRun>('POST', '/conversion', {}),
    watchedFolders: (signal?: AbortSignal) => get<WatchedResponse>('/watched-folders', {}, signal),
    watchFolder: (path: string) => sendJson<WatchedResponse>('POST', '/watched-folders', { path }),
    unwatchFolder: (path: string) =>
      request<WatchedResponse>(withQuery('/watched-folders', { path }), { method: 'DELETE' }),
    cancelImport: (id: string) => request<ImportRun>(`/imports/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  };
}

/** Where the progress of a run as a whole is streamed from; EventSource asks for it by itself. */
export function importEventsAddress(id: string): string {
  return `/api/imports/${encodeURIComponent(id)}/events?files=false`;
}

/** Where the report of a run can be had as a file. */
export function importReportAddress(id: string, format: 'csv' | 'xlsx'): string {
  return `/api/imports/${encodeURIComponent(id)}/report?format=${format}`;
}

/** Where a page of an original can be had as a picture. */
export function pageImageAddress(sourceId: string, page: number, dpi: number): string {
  return `/api/sources/${encodeURIComponent(sourceId)}/pages/${page}/image?dpi=${dpi}`;
}

/** Where the original file of a source can be had. */
export function originalAddress(sourceId: string): string {
  return `/api/sources/${encodeURIComponent(sourceId)}/file`;
}

export const client: Client = createClient({
  fetch: (input, init) => fetch(input, init),
  language: () => preferences().language,
});

const jsonBody = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

function withQuery(path: string, query: Query): string {
  const parameters = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams))
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // Not ours: the status alone tells what happened, and readProblem words it.
    return null;
  }
}
