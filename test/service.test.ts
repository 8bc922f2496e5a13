/** The built service over HTTP, with a real Meilisearch and a real SQLite file. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CheckResponse,
  CitationsResponse,
  ComparisonResponse,
  DocumentView,
  ImportDetailResponse,
  ImportRun,
  IssuesResponse,
  NamedResponse,
  ProblemDetails,
  ProvisionsResponse,
  SearchResponse,
  StatusResponse,
} from '../indexer/contract.ts';
import { GAZETTE_DOCUMENTS, GAZETTES, temporaryFolder } from './support/library.ts';
import { startTestService, type TestService } from './support/service.ts';

const library = temporaryFolder();
let service: TestService;
const search = (q: string, more: Record<string, string> = {}): Promise<SearchResponse> =>
  service.get(`/search?${new URLSearchParams({ q, ...more })}`);

beforeAll(async () => {
  service = await startTestService({ library: library.path });
  await service.importAll([GAZETTES]);
}, 120_000);

afterAll(async () => {
  await service.stop();
  library.remove();
});

/** A request whose Host and other headers are as given, which fetch does not allow. */
function rawRequest(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(service.url);
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('who may ask', () => {
  it('refuses callers without the token, with what to do', async () => {
    const response = await fetch(`${service.url}/api/health`);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as ProblemDetails;
    expect(problem).toMatchObject({ code: 'not_signed_in', status: 401 });
    expect(problem.hint).not.toBe('');
  });

  it('refuses a wrong token and a foreign Host', async () => {
    expect((await service.fetch('/health', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    const foreign = await rawRequest('/api/health', { host: 'evil.example', authorization: `Bearer ${service.token}` });
    expect(foreign.status).toBe(403);
  });

  it('signs a browser in once with a one-time link, and refuses changes from elsewhere', async () => {
    const { path } = await service.post<{ path: string }>('/signin-links', {});
    const first = await rawRequest(path, { host: new URL(service.url).host });
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toContain('gongbao_session=');
    const host = new URL(service.url).host;
    expect((await rawRequest('/api/health', { host, cookie })).status).toBe(200);
    const second = await rawRequest(path, { host });
    expect(second.headers['set-cookie']).toBeUndefined();
    const forged = { host, cookie, origin: 'http://evil.example' };
    expect((await rawRequest('/api/reindex', forged, 'POST')).status).toBe(401);
  });

  it('serves the page under a strict policy', async () => {
    const response = await fetch(`${service.url}/documents/anything`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toContain('__CSP_NONCE__');
  });
});

describe('the library of the five gazettes', () => {
  it('has every document once, one of them from two sources', async () => {
    const { library: counts, engine } = await service.get<StatusResponse>('/status');
    expect(counts).toMatchObject({ documents: GAZETTE_DOCUMENTS, sources: 5, indexPending: 0 });
    expect(engine).toMatchObject({ state: 'ready', version: '1.21.0' });
    const { hits } = await search('济政办字〔2021〕29号');
    const document = await service.get<DocumentView>(`/documents/${hits[0]?.id}`);
    expect(document.number).toBe('济政办字〔2021〕29号');
    expect(document.sources).toHaveLength(2);
  });

  it('finds the clause for 增设电梯 and tells what it rests on', async () => {
    const { hits, total } = await search('增设电梯');
    expect(total).toBeGreaterThanOrEqual(2);
    const hit = hits.find(({ number }) => number === '济政办发〔2020〕25号');
    const passage = hit?.passages[0];
    expect(passage?.text).toContain('增设电梯');
    for (const [start, end] of passage?.highlights ?? [])
      expect('增设电梯加装电梯').toContain(passage?.text.slice(start, end));
    const { provisions } = await service.get<ProvisionsResponse>(`/documents/${hit?.id}/provisions`);
    expect(provisions.filter(({ kind }) => kind === 'article')).toHaveLength(29);
    const { citations } = await service.get<CitationsResponse>(`/documents/${hit?.id}/citations`);
    expect(citations.map(({ number, relation }) => `${relation} ${number}`)).toContain('repeals 济政办发〔2019〕14号');
  });

  it('counts facets as if their own choice were not made', async () => {
    const all = await search('电梯');
    const year = all.facets.year.find(({ value }) => value === '2020');
    const chosen = await search('电梯', { year: '2020' });
    expect(chosen.total).toBe(year?.count);
    expect(chosen.facets.year).toEqual(all.facets.year);
  });

  it('lists the issues with their documents', async () => {
    const { issues } = await service.get<IssuesResponse>('/issues');
    expect(issues).toHaveLength(4);
    expect(issues.find(({ year, number }) => year === 2020 && number === 18)).toMatchObject({
      totalNumber: 328,
      documents: 8,
      publishedOn: '2020-09-20',
    });
  });

  it('shows the lines that a document was read from', async () => {
    const { hits } = await search('济政办发〔2020〕25号');
    const source = await service.get<{ lines: string[]; firstLine: number }>(`/documents/${hits[0]?.id}/source`);
    expect(source.lines.join('')).toContain('济政办发〔2020〕25号');
  });

  it('describes itself as OpenAPI', async () => {
    const api = await service.get<{ openapi: string; paths: Record<string, unknown> }>('/openapi.json');
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(['/api/search', '/api/documents/{id}', '/api/imports']),
    );
  });

  it('explains a bad request and a missing document', async () => {
    const bad = await service.fetch('/search?limit=many');
    expect(bad.status).toBe(400);
    expect(((await bad.json()) as ProblemDetails).code).toBe('bad_request');
    const missing = await service.fetch('/documents/0000000000000000', { headers: { 'accept-language': 'en' } });
    expect(missing.status).toBe(404);
    expect(((await missing.json()) as ProblemDetails).detail).toContain('Not found');
  });
});

describe('bad input', () => {
  it('reports each bad file with a code and goes on with the rest', async () => {
    const folder = temporaryFolder('bad');
    writeFileSync(join(folder.path, 'empty.txt'), '');
    writeFileSync(join(folder.path, 'binary.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 0, 9]));
    writeFileSync(join(folder.path, 'nothing.txt'), '今天天气很好。\n我们去公园玩。\n');
    copyFileSync(join(GAZETTES, '001_99d82253c90ac351.txt'), join(folder.path, 'known.txt'));
    const run = await service.importAll([folder.path, join(folder.path, 'no-such-file.txt')]);
    const { files } = await service.get<ImportDetailResponse>(`/imports/${run.id}`);
    const outcomes = Object.fromEntries(files.map(({ name, outcome, problem }) => [name, problem?.code ?? outcome]));
    expect(outcomes).toEqual({
      'empty.txt': 'file_empty',
      'binary.txt': 'file_binary',
      'nothing.txt': 'file_no_document',
      'known.txt': 'known',
      'no-such-file.txt': 'path_missing',
    });
    for (const { problem } of files) if (problem) expect(problem.hint).not.toBe('');
    expect((await service.get<StatusResponse>('/status')).library.documents).toBe(GAZETTE_DOCUMENTS);
    folder.remove();
  });

  it('takes uploads under their relative names', async () => {
    const form = new FormData();
    form.append(
      'files',
      new Blob([
        '某市人民政府\n关于加强测试工作的通知\n某政发〔2022〕3号\n各区县人民政府：\n现将有关事项通知如下。\n一、加强领导。各级各部门要高度重视。\n某市人民政府\n2022年3月4日\n（2022年3月4日印发）\n',
      ]),
      '2022/第3期.txt',
    );
    const response = await service.fetch('/imports/upload', { method: 'POST', body: form });
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as ImportRun;
    await service.follow(id, () => undefined);
    const { files } = await service.get<ImportDetailResponse>(`/imports/${id}`);
    expect(files.map(({ name, outcome, newDocuments }) => [name, outcome, newDocuments])).toEqual([
      ['2022/第3期.txt', 'new', 1],
    ]);
    expect((await search('某政发〔2022〕3号')).hits[0]?.number).toBe('某政发〔2022〕3号');
  });
});

describe('starting', () => {
  it('says in one line that the library is in use', async () => {
    await expect(startTestService({ library: library.path })).rejects.toThrow(/library is in use .*\[library_locked\]/);
  });

  it('says in one line that the port is in use', async () => {
    const other = temporaryFolder();
    const { port } = new URL(service.url);
    await expect(startTestService({ library: other.path, arguments: ['--port', port] })).rejects.toThrow(
      /Port \d+ is in use/,
    );
    other.remove();
  });

  it('rebuilds an index that was deleted', async () => {
    const other = temporaryFolder();
    const first = await startTestService({ library: other.path });
    await first.importAll([join(GAZETTES, '001_99d82253c90ac351.txt')]);
    await first.stop();
    rmSync(join(other.path, 'index'), { recursive: true });
    mkdirSync(join(other.path, 'index'));
    const second = await startTestService({ library: other.path });
    await second.untilIndexed();
    const { engine, library: counts } = await second.get<StatusResponse>('/status');
    expect({ state: engine.state, pending: counts.indexPending }).toEqual({ state: 'ready', pending: 0 });
    await second.stop();
    other.remove();
  });
});

describe('comparing and checking', () => {
  const OLD = '某市停车办法\n第一条 为了规范停车秩序，制定本办法。\n第二条 本办法有效期三年。';
  const NEW = '某市停车办法\n第一条 为了规范停车秩序，制定本办法。\n第二条 本办法有效期五年。';
  const send = (path: string, body: unknown): Promise<Response> =>
    service.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'accept-language': 'zh' },
    });

  it('compares two documents of the library, and a document with itself', async () => {
    const { hits } = await search('增设电梯', { limit: '2' });
    const [left, right] = hits.map(({ id }) => id);
    const both = await service.get<ComparisonResponse>(`/compare?left=${left}&right=${right}`);
    expect(both.rows.flatMap((row) => row.left)[0]?.provisionId).toBe(`${left}-0`);
    expect(both.summary.new + both.summary.gone).toBeGreaterThan(0);
    const same = await service.get<ComparisonResponse>(`/compare?left=${left}&right=${left}`);
    expect(same.summary).toMatchObject({ changed: 0, new: 0, gone: 0, moved: 0 });
  });

  it('compares texts that are handed in, and answers with files', async () => {
    const texts = { left: { text: OLD }, right: { text: NEW } };
    const { summary } = (await (await send('/compare', texts)).json()) as ComparisonResponse;
    expect(summary).toMatchObject({ changed: 1, new: 0, gone: 0 });
    const html = await send('/compare/export', { ...texts, format: 'html' });
    expect(html.headers.get('content-disposition')).toContain('attachment');
    expect(await html.text()).toContain('<ins>五</ins>');
    const docx = await send('/compare/export', { ...texts, format: 'docx' });
    expect(new Uint8Array(await docx.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('says which document it does not have, and refuses a text of blanks', async () => {
    expect((await service.fetch('/compare?left=nobody&right=nobody')).status).toBe(404);
    expect((await send('/compare', { left: { text: ' ' }, right: { text: NEW } })).status).toBe(422);
    expect((await send('/check', { text: '' })).status).toBe(400);
  });

  it('reads the words of a file without keeping it', async () => {
    const before = (await service.get<StatusResponse>('/status')).library.sources;
    const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' } };
    const response = await service.fetch('/texts?name=a.txt', { ...init, body: new TextEncoder().encode(OLD) });
    expect(await response.json()).toEqual({ name: 'a.txt', text: OLD, characters: OLD.length });
    expect((await service.get<StatusResponse>('/status')).library.sources).toBe(before);
  });

  it('checks the citations of a draft, and answers with comments', async () => {
    const text = '按照《某市没有的条例》（济政办发〔2020〕25号）执行。';
    const check = (await (await send('/check', { text })).json()) as CheckResponse;
    expect(check.findings.map(({ severity, remarks }) => [severity, remarks[0]?.code])).toEqual([
      ['error', 'title-differs'],
    ]);
    const docx = await send('/check/export', { text, name: '文稿.txt' });
    expect(decodeURIComponent(docx.headers.get('content-disposition') ?? '')).toContain('文稿');
  });

  it('finds what a number or a title names', async () => {
    const { documents } = await service.get<NamedResponse>(
      `/named?${new URLSearchParams({ name: '济政办发[2020]25号' })}`,
    );
    expect(documents.map(({ number }) => number)).toEqual(['济政办发〔2020〕25号']);
  });
});
