/** The built service on gazettes in PDF: imported, shown page by page, and their clauses found on the pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentView, PagesResponse, ProvisionsResponse, SearchResponse } from '../indexer/contract.ts';
import { parseBytes } from '../indexer/pipeline.ts';
import { temporaryFolder } from './support/library.ts';
import { A4, writeTextPdf } from './support/pdf-writer.ts';
import { paragraphsOf, setPages } from './support/printed-gazette.ts';
import { startTestService, type TestService } from './support/service.ts';

const GAZETTE = resolve(import.meta.dirname, 'fixtures/gazettes/002_8bb94a9499e35f44.txt');
const library = temporaryFolder();
const inbox = temporaryFolder();
let service: TestService;
let document: DocumentView;
let pages: PagesResponse;

beforeAll(async () => {
  const { documents } = await parseBytes(readFileSync(GAZETTE), 'gazette.txt');
  const setting = { columns: 2, size: 10.5, gutter: 20, leading: 18, runningHead: '某某市人民政府公报 2020年第18期' };
  const printed = setPages(documents.slice(0, 4).flatMap(paragraphsOf), setting);
  writeFileSync(join(inbox.path, '公报.pdf'), writeTextPdf(printed));
  service = await startTestService({ library: library.path });
  await service.importAll([join(inbox.path, '公报.pdf')]);
  const { hits } = await service.get<SearchResponse>(`/search?${new URLSearchParams({ q: '既有住宅增设电梯办法' })}`);
  const id = hits[0]?.id ?? '';
  document = await service.get(`/documents/${id}`);
  pages = await service.get(`/documents/${id}/pages`);
}, 120_000);

afterAll(async () => {
  await service.stop();
  library.remove();
  inbox.remove();
});

describe('the pages of a document', () => {
  it('are all of its file, with their sizes', () => {
    expect(document.sources[0]?.pages).toBe(pages.pages.length);
    expect(pages.pages.length).toBeGreaterThan(5);
    for (const page of pages.pages) expect(page).toMatchObject({ width: A4.width, height: A4.height, scanned: false });
  });

  it('tell where each provision is printed', async () => {
    const { provisions } = await service.get<ProvisionsResponse>(`/documents/${document.id}/provisions`);
    expect(pages.provisions).toHaveLength(provisions.length);
    for (const { ordinal, text } of provisions) {
      const [first, last] = pages.provisions[ordinal] ?? [0, -1];
      const lines = pages.lines.slice(first - pages.firstLine, last - pages.firstLine + 1);
      const characters = lines.reduce((sum, line) => sum + line[5], 0);
      expect(Math.abs(characters - text.replace(/\s/g, '').length), text).toBeLessThanOrEqual(2);
      for (const [page, x, , width] of lines.filter(([, , , , , count]) => count > 0)) {
        expect(page).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(A4.width);
      }
    }
  });

  it('are drawn at the resolution that is asked for', async () => {
    const response = await service.fetch(`/sources/${pages.sourceId}/pages/2/image?dpi=72`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const { width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    expect([width, height]).toEqual([A4.width, A4.height]);
  });

  it('stand in for lines of text, of which a PDF has none', async () => {
    expect((await service.fetch(`/documents/${document.id}/source`)).status).toBe(404);
  });

  it('are not found behind the last', async () => {
    const response = await service.fetch(`/sources/${pages.sourceId}/pages/999/image`);
    expect(response.status).toBe(404);
    expect((await service.fetch('/sources/none/pages/1/image')).status).toBe(404);
    expect((await service.fetch(`/sources/${pages.sourceId}/pages/1/image?dpi=4000`)).status).toBe(400);
  });
});
