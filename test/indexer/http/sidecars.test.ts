/** Tables of metadata over the real service, and from the command line through it. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CorrectionBatch,
  CorrectionBatches,
  DocumentView,
  FoundSidecars,
  SearchResponse,
  SidecarPage,
  SidecarPreview,
} from '../../../indexer/contract.ts';
import { temporaryFolder } from '../../support/library.ts';
import { CLI, startTestService, type TestService } from '../../support/service.ts';

const folder = temporaryFolder('sidecars');
const library = join(folder.path, 'library');
const NOTICE = `东湾市人民政府关于加强停车管理的通知
东政发〔2021〕5号
各区人民政府：
现就停车管理有关事项通知如下，请认真贯彻执行。
一、加强组织领导，落实工作责任，确保各项任务按期完成。
东湾市人民政府
2021年3月4日
`;
const REPLY = NOTICE.replaceAll('停车管理', '用水管理').replace('5号', '6号').replace('2021年3月4日\n', '');
const TABLE = `目录,,,
文件名,文号,成文日期,文种,保管期限
water.txt,,2021-03-09,通报,永久
,东政发[2021]5号,2021-03-04,通知,永久
lost.txt,,2021-03-09,,
,东政发〔2021〕6号,2021年13月,,
`;
let service: TestService;
let ids: Record<string, string> = {};

beforeAll(async () => {
  const files = join(folder.path, 'parking.txt');
  writeFileSync(files, NOTICE);
  writeFileSync(join(folder.path, 'water.txt'), REPLY);
  service = await startTestService({ library });
  await service.importAll([files, join(folder.path, 'water.txt')]);
  const { hits } = await service.get<SearchResponse>(`/search?q=${encodeURIComponent('管理')}`);
  ids = Object.fromEntries(hits.map(({ id, number }) => [String(number?.slice(-2)), id]));
}, 60_000);
afterAll(async () => {
  await service.stop();
  folder.remove();
});

async function send(table: string, name = '目录.csv'): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([table]), name);
  return service.fetch('/sidecars/preview', { method: 'POST', body });
}
const preview = async (table: string): Promise<SidecarPreview> => (await send(table)).json() as Promise<SidecarPreview>;
const water = (): Promise<DocumentView> => service.get(`/documents/${ids['6号']}`);

it('shows what a table would set, sets it, finds it, and takes it back', async () => {
  const shown = await preview(TABLE);
  expect(shown).toMatchObject({ name: '目录.csv', total: 4 });
  expect(shown.counts).toMatchObject({ ready: 1, same: 1, unmatched: 1, repeated: 1, problem: 1 });
  expect(shown.columns.at(-1)).toEqual({ name: '保管期限', field: null });
  const page = await service.get<SidecarPage>(`/sidecars/preview/${shown.id}?show=ready`);
  expect(page.rows).toMatchObject([
    {
      line: 3,
      document: { number: '东政发〔2021〕6号' },
      changes: [
        { field: 'writtenOn', from: null, to: '2021-03-09', kind: 'set' },
        { field: 'type', from: '通知', to: '通报', kind: 'set' },
      ],
    },
  ]);
  expect(await water()).toMatchObject({ type: '通知', writtenOn: null });

  const batch = await service.post<CorrectionBatch>('/sidecars/apply', { preview: shown.id });
  expect(batch).toMatchObject({ documents: 1, fields: 2, undoneAt: null });
  expect(await water()).toMatchObject({ type: '通报', writtenOn: '2021-03-09' });
  await service.untilIndexed();
  const { total } = await service.get<SearchResponse>(`/search?type=${encodeURIComponent('通报')}`);
  expect(total).toBe(1);
  expect((await preview(TABLE)).counts).toMatchObject({ ready: 0, same: 2 });

  const undone = await service.fetch(`/sidecars/batches/${batch.id}`, { method: 'DELETE' });
  expect(undone.status).toBe(200);
  expect(await water()).toMatchObject({ type: '通知', writtenOn: null, corrections: [] });
  const { batches } = await service.get<CorrectionBatches>('/sidecars/batches');
  expect(batches).toMatchObject([{ id: batch.id, undoneAt: expect.any(String) }]);
});

it('leaves alone what was set by hand, unless it is told not to', async () => {
  await service.fetch(`/documents/${ids['6号']}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ set: { type: '意见' } }),
  });
  const table = '文号,文种\n东政发〔2021〕6号,通报';
  const kept = await preview(table);
  expect(kept.counts).toMatchObject({ ready: 0, 'by-hand': 1 });
  await service.post('/sidecars/apply', { preview: kept.id });
  expect(await water()).toMatchObject({ type: '意见' });
  const batch = await service.post<CorrectionBatch>('/sidecars/apply', { preview: kept.id, overwrite: true });
  expect(await water()).toMatchObject({ type: '通报' });
  await service.fetch(`/sidecars/batches/${batch.id}`, { method: 'DELETE' });
  expect(await water()).toMatchObject({ type: '意见' });
});

it.each([
  ['a table that names no document', () => send('日期\n2021-03-04'), 422, 'sidecar_no_columns'],
  ['no file', () => service.fetch('/sidecars/preview', { method: 'POST' }), 400, 'bad_request'],
  ['an unknown preview', () => service.fetch('/sidecars/preview/x'), 404, 'not_found'],
  ['an unknown batch', () => service.fetch('/sidecars/batches/x', { method: 'DELETE' }), 404, 'not_found'],
])('refuses %s', async (_, ask, status, code) => {
  const response = await ask();
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
});

describe('a table among the files of an import', () => {
  it('is offered, not applied, and not taken for a file', async () => {
    const files = join(folder.path, 'with table');
    mkdirSync(files);
    writeFileSync(join(files, '燃气.txt'), NOTICE.replaceAll('停车管理', '燃气管理').replace('5号', '7号'));
    writeFileSync(join(files, '公文目录.csv'), '文件名,文种\n燃气.txt,通报\n');
    writeFileSync(join(files, 'prices.csv'), 'a,b\n1,2\n');
    const run = await service.importAll([files]);
    expect(run).toMatchObject({ filesTotal: 1, skipped: 1, state: 'done' });
    const { sidecars } = await service.get<FoundSidecars>(`/imports/${run.id}/sidecars`);
    expect(sidecars.map(({ name }) => name)).toEqual(['公文目录.csv']);
    rmSync(files, { recursive: true });
    const shown = await service.post<SidecarPreview>(`/imports/${run.id}/sidecars/${sidecars[0]?.sha256}/preview`, {});
    expect(shown).toMatchObject({ name: '公文目录.csv', total: 1, counts: { ready: 1 } });
    const other = await service.fetch(`/imports/${run.id}/sidecars/${'0'.repeat(64)}/preview`, { method: 'POST' });
    expect(other.status).toBe(404);
  });
});

describe('gongbao sidecar', () => {
  const gongbao = (...given: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, GONGBAO_LANGUAGE: 'en' };
      execFile(process.execPath, [CLI, 'sidecar', ...given, '--library', library], { env }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });

  it('previews, tells of rows it cannot use, applies and undoes', async () => {
    const file = join(folder.path, 'table.csv');
    writeFileSync(file, TABLE);
    const shown = await gongbao(file);
    expect(shown.code).toBe(1);
    expect(shown.out).toContain('written on: (none) → 2021-03-09');
    expect(shown.out).toContain('Nothing has been changed');
    expect(shown.err).toContain('table.csv:5: “lost.txt” was not found');
    expect(await water()).toMatchObject({ writtenOn: null });

    const applied = JSON.parse((await gongbao(file, '--apply', '--json')).out);
    expect(await water()).toMatchObject({ writtenOn: '2021-03-09' });
    expect(await gongbao('--undo', applied.batch.id)).toMatchObject({ code: 0 });
    expect(await water()).toMatchObject({ writtenOn: null });
  });

  it.each([
    ['no file', [], 2],
    ['a file that is not there', ['/nowhere.csv'], 1],
  ])('%s', async (_, given, code) => {
    expect((await gongbao(...given)).code).toBe(code);
  });
});
