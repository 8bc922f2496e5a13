/** Every route of the API, as it describes itself, asked what nobody should ask: whoever adds a route is tested here at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemDetails, SearchResponse } from '../indexer/contract.ts';
import { GAZETTES, temporaryFolder } from './support/library.ts';
import { startTestService, type TestService } from './support/service.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Out of range, out of its folder, out of its alphabet, too long, not what it is called. */
const ODD = [
  ...['', '-1', '1e9', '9007199254740993', 'NaN', '2021-02-31', 'a'.repeat(190), 'a'.repeat(5000)],
  ...['../../etc/passwd', '..\\..\\x', '%00', '\u0000', "' OR 1=1 --", '((((', '"', '《', '\u{20000}', '[]', '{}'],
];
/** Streams that do not end by themselves, and what takes the whole library in hand. */
const LEFT_OUT = /\/events$|\/(?:reindex|reparse)$/;

const library = temporaryFolder('odd-requests');
let service: TestService;
let routes: Route[];
let document: string;
let documents: number;

beforeAll(async () => {
  service = await startTestService({ library: library.path });
  await service.importAll([`${GAZETTES}/002_8bb94a9499e35f44.txt`]);
  const { paths } = await service.get<{ paths: Record<string, Record<string, Operation>> }>('/openapi.json');
  routes = Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.replace(/^\/api/, ''),
        operation,
      })),
    )
    .filter(({ path }) => !LEFT_OUT.test(path));
  const { hits, total } = await service.get<SearchResponse>('/search?q=');
  document = hits[0]?.id ?? '';
  documents = total;
}, 120_000);

afterAll(async () => {
  await service.stop();
  library.remove();
});

/** With every part of the path in curly brackets filled in. */
const fill = (path: string, value: string): string => path.replace(/\{[^}]+\}/g, encodeURIComponent(value));

/** Refused or answered, but never our fault; and what is refused says so in words. */
async function expectNoFault(method: string, path: string, body: string | null = null): Promise<void> {
  const init = body === null ? { method } : { method, body, headers: { 'content-type': 'application/json' } };
  const response = await service.fetch(path, init);
  const asked = `${method} ${path.slice(0, 120)} ${body?.slice(0, 80) ?? ''}`;
  expect(response.status, asked).toBeLessThan(500);
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (response.status < 400 || !isProblem) return void (await response.arrayBuffer());
  const problem = (await response.json()) as ProblemDetails;
  expect([problem.code, problem.title, problem.hint], asked).toEqual([expect.any(String), ...Array(2).fill(NOT_EMPTY)]);
}

const NOT_EMPTY = expect.stringMatching(/./);

describe('every route', () => {
  it('answers nobody who is not signed in', async () => {
    expect(routes.length).toBeGreaterThan(50);
    for (const { method, path } of routes) {
      const response = await fetch(`${service.url}/api${fill(path, document)}`, { method });
      expect(response.status, `${method} ${path}`).toBe(401);
      await response.arrayBuffer();
    }
  });

  it('takes odd paths without a fault', async () => {
    for (const { method, path } of routes.filter((route) => route.path.includes('{')))
      for (const odd of ODD) await expectNoFault(method, fill(path, odd || 'x'));
  }, 60_000);

  it('takes odd parameters without a fault', async () => {
    for (const { method, path, operation } of routes.filter((route) => route.method === 'GET'))
      for (const { name } of operation.parameters?.filter((parameter) => parameter.in === 'query') ?? [])
        for (const odd of ODD)
          await expectNoFault(method, `${fill(path, document)}?${new URLSearchParams({ [name]: odd })}`);
  }, 60_000);

  it('takes odd bodies without a fault', async () => {
    const bodies = ['', '{"a":', 'null', '[]', '"a"', '1e999', '{"__proto__":{"a":1}}', `"${'a'.repeat(100_000)}"`];
    for (const { method, path } of routes.filter((route) => route.method !== 'GET'))
      for (const body of bodies) await expectNoFault(method, fill(path, 'x'), body);
  }, 60_000);

  it('is as it was after that, with all documents', async () => {
    expect((await service.get<SearchResponse>('/search?q=')).total).toBe(documents);
  });
});
