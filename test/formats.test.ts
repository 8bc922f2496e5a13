/** The built service on a folder as offices keep it: OFD with text and with pictures, a saved page, archives, and what cannot be read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  DocumentView,
  ImportDetailResponse,
  ImportRun,
  PagesResponse,
  SearchResponse,
  SourceTextResponse,
} from '../indexer/contract.ts';
import { openPageSource } from '../indexer/read/page-source.ts';
import { zipOf } from './support/archives.ts';
import { temporaryFolder } from './support/library.ts';
import { writeTextPdf } from './support/pdf-writer.ts';
import { setPages } from './support/printed-gazette.ts';
import { startTestService, type TestService } from './support/service.ts';
import { writeOfd } from './support/write-ofd.ts';

const notice = (title: string, number: string, body: string) =>
  [title, number, '各区人民政府：', body, '海州市人民政府', '2021年4月12日'].map((text, index) => ({
    text,
    setting:
      index < 2
        ? ('centred' as const)
        : index === 2
          ? ('flush' as const)
          : index < 4
            ? ('indented' as const)
            : ('right' as const),
  }));
const PAGE = { columns: 1, size: 16, gutter: 0, leading: 28, runningHead: '' };
const PARKING = notice(
  '海州市人民政府关于加强停车管理的通知',
  '海政发〔2021〕17号',
  '道路临时停车泊位由公安交管部门设置，任何单位和个人不得擅自圈占。',
);
const ARCHIVES = notice(
  '海州市人民政府关于移交档案的通知',
  '海政发〔2021〕18号',
  '各单位应当于六月底前移交老城墙测绘图。',
);
const SCANNED = notice(
  '海州市人民政府关于防汛值守的通知',
  '海政发〔2021〕19号',
  '汛期实行领导带班和二十四小时值守制度。',
);

const library = temporaryFolder();
const inbox = temporaryFolder();
let service: TestService;
let run: ImportRun;

beforeAll(async () => {
  const web = ARCHIVES.map(({ text }) => `<p>${text}</p>`).join('\n');
  const drawn = await openPageSource(writeTextPdf(setPages(SCANNED, PAGE)));
  const { width, height, data } = await drawn.render(1, 200);
  drawn.close();
  const picture = PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(data) }));
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(inbox.path, name), bytes);
  mkdirSync(join(inbox.path, '旧.pdf'));
  put('旧.pdf/readme.log', 'x');
  put('停车.ofd', writeOfd(setPages(PARKING, PAGE), { backwards: true }));
  put('防汛（扫描）.ofd', writeOfd([], { pictures: [{ bytes: picture, format: 'PNG' }] }));
  put(
    '归档.zip',
    zipOf({
      '档案.mht': `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<html>\n<body>\n\n${web}</body></html>`).toString('base64')}\r\n--b--\r\n`,
    }),
  );
  put('下册.7z', Buffer.from('377abcaf271c0004', 'hex'));
  put('残.ofd', writeOfd(setPages(PARKING, PAGE)).subarray(0, 400));
  service = await startTestService({ library: library.path });
  run = await service.importAll([inbox.path]);
}, 180_000);

afterAll(async () => {
  await service.stop();
  library.remove();
  inbox.remove();
});

async function find(words: string): Promise<DocumentView> {
  const { hits } = await service.get<SearchResponse>(`/search?${new URLSearchParams({ q: words })}`);
  return service.get<DocumentView>(`/documents/${hits[0]?.id ?? 'none'}`);
}

it('tells of each file what became of it', async () => {
  const { files } = await service.get<ImportDetailResponse>(`/imports/${run.id}`);
  const outcomes = Object.fromEntries(files.map(({ name, outcome, problem }) => [name, problem?.code ?? outcome]));
  expect(outcomes).toMatchObject({
    '停车.ofd': 'new',
    '归档.zip!/档案.mht': 'new',
    '下册.7z': 'archive_unsupported',
    '残.ofd': 'file_damaged',
    '防汛（扫描）.ofd': 'queued',
  });
});

it('shows an OFD page by page, its clauses framed', async () => {
  const document = await find('擅自圈占');
  expect(document).toMatchObject({ number: '海政发〔2021〕17号', writtenOn: '2021-04-12', sources: [{ pages: 1 }] });
  const pages = await service.get<PagesResponse>(`/documents/${document.id}/pages`);
  expect(pages.pages).toMatchObject([{ page: 1, scanned: false }]);
  const image = await service.fetch(`/sources/${document.sources[0]?.id}/pages/1/image`);
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
});

it('numbers the paragraphs of a saved page in an archive as they were read, and keeps its file', async () => {
  const document = await find('老城墙测绘图');
  const source = await service.get<SourceTextResponse>(`/documents/${document.id}/source`);
  expect(source.lines).toEqual(ARCHIVES.map(({ text }) => text));
  const file = await service.fetch(`/sources/${document.sources[0]?.id}/file`);
  expect(await file.text()).toContain('Content-Transfer-Encoding: base64');
});
