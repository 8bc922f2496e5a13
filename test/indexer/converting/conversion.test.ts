/**
 * Old office files in a real library, without LibreOffice and, where this machine has it, with it. The names of the tests
 * say which way was taken.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type {
  ConversionView,
  DocumentView,
  ImportDetailResponse,
  ImportRun,
  ImportsResponse,
  ProblemDetails,
  SearchResponse,
} from '../../../indexer/contract.ts';
import { findLibreOffice } from '../../../indexer/converting/find-libreoffice.ts';
import { openLibreOffice } from '../../../indexer/converting/libreoffice.ts';
import { readFile } from '../../../indexer/read/read-file.ts';
import { temporaryFolder } from '../../support/library.ts';
import { startTestService, type TestService } from '../../support/service.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/legacy');
const NAME = '停车管理的通知.doc';
const PROGRAM = findLibreOffice(null);
const NOWHERE = { GONGBAO_LIBREOFFICE: '/nowhere/soffice' };

const folder = temporaryFolder('legacy');
const files = join(folder.path, 'files');
const library = join(folder.path, 'library');
mkdirSync(files);
copyFileSync(join(FIXTURES, 'notice.doc'), join(files, NAME));
let service: TestService | null = null;
afterEach(async () => {
  await service?.stop();
  service = null;
});
afterAll(() => folder.remove());

const search = (q: string): Promise<SearchResponse> =>
  (service as TestService).get<SearchResponse>(`/search?q=${encodeURIComponent(q)}`);

describe('without LibreOffice', () => {
  it('keeps the file, finds it by its name, and says what to install', async () => {
    service = await startTestService({ library, environment: NOWHERE });
    const run = await service.importAll([files]);
    const { files: told } = await service.get<ImportDetailResponse>(`/imports/${run.id}`);
    expect(told).toMatchObject([{ name: NAME, outcome: 'unconverted', problem: { code: 'file_needs_converter' } }]);
    expect(told[0]?.problem?.hint).toContain('LibreOffice');
    const { hits } = await search('停车管理');
    expect(hits).toMatchObject([{ title: '停车管理的通知', type: '通知' }]);
    const document = await service.get<DocumentView>(`/documents/${hits[0]?.id}`);
    expect(document.problems).toMatchObject([{ code: 'awaits_conversion' }]);
    expect(await service.get<ConversionView>('/conversion')).toEqual({ program: null, waiting: 1 });
    const refused = await service.fetch('/conversion', { method: 'POST' });
    expect(((await refused.json()) as ProblemDetails).code).toBe('file_needs_converter');
  });
});

describe.skipIf(PROGRAM === null)(`with LibreOffice (${PROGRAM ?? 'not found on this machine: not tried'})`, () => {
  it('reads what waited at the next start', async () => {
    service = await startTestService({ library });
    const { imports } = await service.get<ImportsResponse>('/imports');
    const run = imports[0] as ImportRun;
    expect(run.kind).toBe('reparse');
    await service.follow(run.id, () => undefined);
    await service.untilIndexed();
    expect(await service.get<ConversionView>('/conversion')).toEqual({ program: PROGRAM, waiting: 0 });
    const { hits, total } = await search('加大巡查力度');
    expect(total).toBe(1);
    expect(hits).toMatchObject([{ number: '东政发〔2021〕5号', writtenOn: '2021-03-04' }]);
  }, 120_000);

  it('keeps what was read when LibreOffice is gone again', async () => {
    service = await startTestService({ library, environment: NOWHERE });
    const { id } = await service.post<ImportRun>('/reparse', {});
    await service.follow(id, () => undefined);
    const { files: told } = await service.get<ImportDetailResponse>(`/imports/${id}`);
    expect(told).toMatchObject([{ outcome: 'failed', problem: { code: 'file_needs_converter' } }]);
    expect((await search('加大巡查力度')).total).toBe(1);
  });
});

describe.skipIf(PROGRAM === null)('the program itself', () => {
  const program = PROGRAM ?? '';
  const text = async (bytes: Uint8Array): Promise<string> =>
    (await readFile(bytes, 'a.docx')).lines.map((line) => line.text).join('\n');

  it('converts Word 97 and rich text in one call', async () => {
    const office = openLibreOffice();
    const converted = await Promise.all(
      ['doc', 'rtf'].map((suffix) => office.convert(program, readFileSync(join(FIXTURES, `notice.${suffix}`)), suffix)),
    );
    for (const bytes of converted) expect(await text(bytes)).toContain('东政发〔2021〕5号');
    await office.close();
  }, 120_000);

  it('asks nobody for what a file links to', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    // A page is what LibreOffice would ask for most readily: three times for this one, in a profile as it comes.
    const linked = `<p>text<img src="http://127.0.0.1:${port}/a.png"></p>`;
    const office = openLibreOffice();
    expect(await text(await office.convert(program, Buffer.from(linked), 'html'))).toContain('text');
    await office.close();
    server.close();
    expect(asked).toBe(0);
  }, 120_000);

  it('is ended with all that it started when it takes too long', async () => {
    const office = openLibreOffice(50);
    const bytes = readFileSync(join(FIXTURES, 'notice.doc'));
    await expect(office.convert(program, bytes, 'doc')).rejects.toMatchObject({ code: 'parse_failed' });
    await office.close();
  }, 60_000);

  it('names a program that does not run', async () => {
    const office = openLibreOffice();
    const odd = join(folder.path, 'odd');
    writeFileSync(odd, 'no program');
    await expect(office.convert(odd, Buffer.from('x'), 'doc')).rejects.toMatchObject({ code: 'parse_failed' });
    await office.close();
  });
});
