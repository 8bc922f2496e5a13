/** A library reached through the service that has it open. */
import type {
  CheckResponse,
  CitationsResponse,
  ComparisonResponse,
  ConversionView,
  CorrectionBatch,
  FoundSidecars,
  ImportDetailResponse,
  ImportEvent,
  ImportFile,
  ImportRun,
  NamedResponse,
  ProblemDetails,
  SearchRequest,
  SearchResponse,
  SidecarPage,
  SidecarPreview,
  StatusResponse,
} from '../contract.ts';
import { AppError, ERRORS, type ErrorCode } from '../errors.ts';
import { readImportEvents } from './import-events.ts';
import { allFiles, FILES_AT_ONCE, type LibraryAccess, SIDECAR_ROWS } from './library-access.ts';
import { language } from './output.ts';

const POLL_MS = 200;

export interface ServiceAddress {
  readonly url: string;
  readonly token: string;
}

export function remoteAccess({ url, token }: ServiceAddress): LibraryAccess {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { ...init.headers, authorization: `Bearer ${token}`, 'accept-language': language };
    let response: Response;
    try {
      response = await fetch(`${url}/api${path}`, { ...init, headers });
    } catch (cause) {
      throw new AppError('service_not_running', {}, { cause });
    }
    if (response.ok) return response;
    throw toError((await response.json()) as ProblemDetails);
  };
  const get = async <T>(path: string): Promise<T> => (await call(path)).json() as Promise<T>;
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await call(path, init)).json() as Promise<T>;
  };
  const filesOf = (runId: string, outcome: string): Promise<readonly ImportFile[]> =>
    allFiles(async (offset) => {
      const page = `/imports/${runId}?outcome=${outcome}&offset=${offset}&limit=${FILES_AT_ONCE}`;
      return (await get<ImportDetailResponse>(page)).files;
    });
  const status = (): Promise<StatusResponse> => get('/status');
  const untilIndexed = async (onPending: (pending: number) => void): Promise<void> => {
    for (;;) {
      const { library, engine } = await status();
      onPending(library.indexPending);
      if (library.indexPending === 0 || engine.state === 'down') return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };

  const follow = async (
    begin: () => Promise<ImportRun>,
    onEvent: (event: ImportEvent) => void,
    signal: AbortSignal,
  ): Promise<ImportRun> => {
    const run = await begin();
    signal.addEventListener('abort', () => void call(`/imports/${run.id}`, { method: 'DELETE' }));
    const events = await call(`/imports/${run.id}/events`);
    for await (const event of readImportEvents(events)) onEvent(event);
    await untilIndexed(() => undefined);
    return (await get<ImportDetailResponse>(`/imports/${run.id}?limit=1`)).run;
  };

  return {
    kind: 'service',
    async findDocument(name) {
      const { documents } = await get<NamedResponse>(`/named?${new URLSearchParams({ name })}`);
      const [document] = documents;
      if (document === undefined) throw new AppError('not_found', { what: name });
      return document.id;
    },
    citations: (id, direction) => get<CitationsResponse>(`/documents/${id}/citations?direction=${direction}`),
    check: (request) => post<CheckResponse>('/check', request),
    compare: (request) => post<ComparisonResponse>('/compare', request),
    search: (request) => get<SearchResponse>(`/search?${searchParameters(request)}`),
    status,
    import: (paths, onEvent, signal) => follow(() => post<ImportRun>('/imports', { paths }), onEvent, signal),
    reparse: (onEvent, signal) => follow(() => post<ImportRun>('/reparse', {}), onEvent, signal),
    changedFiles: (runId) => filesOf(runId, 'changed'),
    failedFiles: (runId) => filesOf(runId, 'failed'),
    async previewSidecar(bytes, name) {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(bytes)]), name);
      return (await call('/sidecars/preview', { method: 'POST', body })).json() as Promise<SidecarPreview>;
    },
    sidecarRows: (preview, offset) =>
      get<SidecarPage>(`/sidecars/preview/${preview}?offset=${offset}&limit=${SIDECAR_ROWS}`),
    applySidecar: (preview, overwrite) => post<CorrectionBatch>('/sidecars/apply', { preview, overwrite }),
    async undoSidecar(id) {
      const response = await call(`/sidecars/batches/${encodeURIComponent(id)}`, { method: 'DELETE' });
      return response.json() as Promise<CorrectionBatch>;
    },
    foundSidecars: async (runId) => (await get<FoundSidecars>(`/imports/${runId}/sidecars`)).sidecars,
    conversion: () => get<ConversionView>('/conversion'),
    async reindex(onPending) {
      await post('/reindex', {});
      await untilIndexed(onPending);
    },
    close: async () => undefined,
  };
}

/** A request as the query string that the service reads. */
export function searchParameters(request: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(request)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) parameters.append(name, String(one));
  }
  return parameters;
}

function toError(problem: ProblemDetails): Error {
  return problem.code in ERRORS && !/\{/.test(ERRORS[problem.code as ErrorCode].zh[0])
    ? new AppError(problem.code as ErrorCode)
    : new Error(`${problem.detail} [${problem.code}] ${problem.hint}`);
}
