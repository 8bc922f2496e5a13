/** Passes the page's requests on to the service, with the token that the page never sees. */
import { ERRORS, type ErrorCode, wordError } from '../indexer/errors.ts';
import type { IndexerProcess } from './indexer-process.ts';
import { StartFailure } from './start-failure.ts';

// Nothing else of what a page sends means anything to the service; a cookie or an origin of the page least of all.
const PASSED_ON = ['accept', 'accept-language', 'content-type', 'if-none-match', 'last-event-id', 'range'];
const HAS_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** The service's answer, as a stream: events of an import arrive one by one. Waits while the service starts. */
export async function forwardToService(request: Request, service: IndexerProcess): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  try {
    const { url, token } = await service.address();
    return await fetch(url + pathname + search, {
      method: request.method,
      headers: headersFor(request, token),
      redirect: 'manual',
      ...(HAS_BODY.has(request.method) && request.body !== null ? { body: request.body, duplex: 'half' } : {}),
    } as RequestInit);
  } catch (error) {
    return problem(request, error);
  }
}

function headersFor(request: Request, token: string): Headers {
  const headers = new Headers({ authorization: `Bearer ${token}` });
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

/** The same problem details that the service would give, for when there is none to give them. */
function problem(request: Request, error: unknown): Response {
  const language = request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'zh';
  const code: ErrorCode = 'service_not_running';
  const worded = wordError(code, {}, language);
  const said = error instanceof StartFailure ? error : null;
  const status = ERRORS[code].status;
  const body = {
    type: 'about:blank',
    title: said?.message ?? worded.sentence,
    status,
    detail: said?.message ?? worded.sentence,
    code: said?.code ?? code,
    hint: said?.hint ?? worded.hint,
  };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}
