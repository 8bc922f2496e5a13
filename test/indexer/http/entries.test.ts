/** POST /documents over the real service. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntryRequest, EntryResponse, SearchResponse, SourceTextResponse } from '../../../indexer/contract.ts';
import { temporaryFolder } from '../../support/library.ts';
import { startTestService, type TestService } from '../../support/service.ts';

const library = temporaryFolder();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ library: library.path });
}, 60_000);
afterAll(async () => {
  await service.stop();
  library.remove();
});

const enter = (body: EntryRequest): Promise<Response> =>
  service.fetch('/documents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const ENTRY: EntryRequest = {
  title: '海州市档案局关于移交城建档案的函',
  number: '海档函[1998]3号',
  issuers: ['海州市档案局'],
  writtenOn: '1998-04-02',
  text: '请于月底前移交老城墙测绘图。',
};

it('files what is typed, and the search finds it', async () => {
  const response = await enter(ENTRY);
  expect(response.status).toBe(201);
  const { outcome, document } = (await response.json()) as EntryResponse;
  expect(outcome).toBe('new');
  expect(document).toMatchObject({ number: '海档函〔1998〕3号', type: '函', writtenOn: '1998-04-02' });
  await service.untilIndexed();
  const { hits } = await service.get<SearchResponse>(`/search?q=${encodeURIComponent('测绘图')}`);
  expect(hits.map(({ id }) => id)).toEqual([document.id]);
  const source = await service.get<SourceTextResponse>(`/documents/${document.id}/source`);
  expect(source.lines).toEqual([ENTRY.text]);
});

it('knows the same entry again', async () => {
  const response = await enter(ENTRY);
  expect([response.status, ((await response.json()) as EntryResponse).outcome]).toEqual([200, 'known']);
});

it.each([
  ['no title', { title: ' ' }],
  ['a title of two lines', { title: '上\n下' }],
  ['a day that does not exist', { title: '某函', writtenOn: '2021-02-30' }],
  ['a text beyond all measure', { title: '某函', text: '甲'.repeat(1_000_001) }],
])('refuses %s', async (_, body) => {
  expect((await enter(body)).status).toBe(400);
});
