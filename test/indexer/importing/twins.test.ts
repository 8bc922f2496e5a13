/** One notice as it comes from many offices, as text in two encodings, DOCX, PDF, OFD and web page: one document, many sources. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { openImporter } from '../../../indexer/importing/importer.ts';
import type { Importer } from '../../../indexer/importing.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';
import { writeTextPdf } from '../../support/pdf-writer.ts';
import { type PrintedParagraph, setPages } from '../../support/printed-gazette.ts';
import { paragraph, writeDocx } from '../../support/write-docx.ts';
import { writeOfd } from '../../support/write-ofd.ts';

const NOTICE: readonly PrintedParagraph[] = [
  { text: '海州市人民政府关于加强城市停车管理工作的通知', setting: 'centred' },
  { text: '海政发〔2021〕17号', setting: 'centred' },
  { text: '各区人民政府，市政府各部门、各直属单位：', setting: 'flush' },
  { text: '为进一步加强城市停车管理，方便群众出行，现就有关事项通知如下：', setting: 'indented' },
  { text: '一、统一规划停车设施', setting: 'indented' },
  {
    text: '市自然资源部门应当会同公安交管部门编制停车设施专项规划，新建住宅小区配建停车位不得低于规定标准，不足部分就近补建。',
    setting: 'indented',
  },
  { text: '二、规范道路临时停车', setting: 'indented' },
  {
    text: '道路临时停车泊位由公安交管部门设置，收费标准向社会公布，任何单位和个人不得擅自设置障碍或者圈占泊位。',
    setting: 'indented',
  },
  { text: '三、本通知自2021年6月1日起施行。', setting: 'indented' },
  { text: '海州市人民政府', setting: 'right' },
  { text: '2021年4月12日', setting: 'right' },
];
const LINES = NOTICE.map(({ text }) => text);
const PAGE = { columns: 1, size: 16, gutter: 0, leading: 28, runningHead: '' };

const FORMS: Record<string, Uint8Array> = {
  '停车.txt': Buffer.from(LINES.join('\n')),
  '停车（旧）.txt': iconv.encode(LINES.join('\r\n'), 'gb18030'),
  '停车.docx': writeDocx({ body: LINES.map((text) => paragraph(text)).join('') }),
  '停车.pdf': writeTextPdf(setPages(NOTICE, PAGE)),
  '停车.ofd': writeOfd(setPages(NOTICE, PAGE), { backwards: true, objects: 'counted' }),
  '停车.html': Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>${LINES[0]}</title></head><body>${LINES.map((text) => `<p>${text}</p>`).join('\n')}</body></html>`,
  ),
};

let folder: string;
let catalogue: CatalogueStore;
let importer: Importer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-twins-'));
  for (const name of ['input', 'originals']) mkdirSync(join(folder, name));
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
  importer = openImporter({
    catalogue,
    originals: join(folder, 'originals'),
    parse: parseBytes,
    concurrency: 1,
    afterFiling: () => undefined,
    indexSettled: async () => undefined,
    language: 'en',
  });
});
afterEach(async () => {
  await importer.close();
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['as they come', Object.keys(FORMS)],
  ['the other way round', Object.keys(FORMS).reverse()],
])('makes one document of all forms of a text, %s', async (_how, names) => {
  const paths = names.map((name) => {
    const path = join(folder, 'input', name);
    writeFileSync(path, FORMS[name] ?? '');
    return path;
  });
  const run = await importer.finished(importer.start(paths).id);
  expect(run).toMatchObject({ counts: { new: 1, merged: 5, failed: 0 }, newDocuments: 1, mergedDocuments: 5 });
  const [document, ...others] = catalogue.documentsByNumber('海政发〔2021〕17号');
  expect(others).toEqual([]);
  expect(document).toMatchObject({ title: LINES[0], writtenOn: '2021-04-12', effectiveOn: '2021-06-01' });
  const sources = catalogue.sources(document?.id ?? '');
  expect(sources.map(({ fileName }) => fileName).sort()).toEqual([...names].sort());
  // The text shown is that of one of them.
  expect(sources.filter(({ leads }) => leads)).toHaveLength(1);
});
