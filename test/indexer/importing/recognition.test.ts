import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { ImportRun } from '../../../indexer/contract.ts';
import { AppError } from '../../../indexer/errors.ts';
import { openImporter } from '../../../indexer/importing/importer.ts';
import { Passwords } from '../../../indexer/importing/passwords.ts';
import { openRecognition, type Recognition, type RecognitionOptions } from '../../../indexer/importing/recognition.ts';
import type { ParsedFile, PrintedPage } from '../../../indexer/model.ts';
import type { ReadOptions, SourceLine } from '../../../indexer/read/read-text.ts';
import { aParsedDocument, aParsedFile, prose } from '../../support/builders.ts';

let folder: string;
let catalogue: CatalogueStore;
let importer: ReturnType<typeof openImporter>;
let recognition: Recognition;
let read: number[];
let passwords: Passwords;

const line = (text: string, page: number): SourceLine => ({ text, line: 1, page });

/** A file of so many pages as its name says, of which `text` pages have text of their own: `3-1.pdf`. */
async function parse(_bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ParsedFile> {
  const [pages = 0, texts = 0] = /^(\d+)-(\d+)/.exec(fileName)?.slice(1).map(Number) ?? [];
  const printed: PrintedPage[] = [];
  let body = '';
  for (let page = 1; page <= pages; page += 1) {
    const text = page <= texts ? prose(page) : (options.recognised?.get(page)?.[0]?.text ?? '');
    body += text;
    const lines: PrintedPage['lines'] = text === '' ? [] : [[0, 0, 100, 10, text.length]];
    printed.push({ page, width: 595, height: 842, scanned: page > texts, firstLine: page, lines });
  }
  return { ...aParsedFile(body === '' ? [] : [aParsedDocument({ title: fileName, body })]), pages: printed };
}

function open(
  recognise: RecognitionOptions['recognise'] = async ({ page }) => {
    read.push(page);
    return [line(prose(100 + page), page)];
  },
  reader = parse,
): void {
  const originals = join(folder, 'originals');
  importer = openImporter({
    catalogue,
    originals,
    parse: reader,
    concurrency: 2,
    afterFiling: () => undefined,
    indexSettled: async () => undefined,
    afterRun: () => recognition.notify(),
    passwords,
    language: 'en',
  });
  const { log, isBusy } = importer;
  const afterFiling = (): void => undefined;
  recognition = openRecognition({
    ...{ catalogue, originals, log, parse: reader, recognise, isBusy, afterFiling },
    passwords,
    language: 'en',
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-recognition-'));
  mkdirSync(join(folder, 'input'));
  mkdirSync(join(folder, 'originals'));
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
  read = [];
  passwords = new Passwords();
});
afterEach(async () => {
  await recognition.close();
  await importer.close();
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

async function take(...names: string[]): Promise<ImportRun> {
  for (const name of names) writeFileSync(join(folder, 'input', name), name);
  return importer.finished(importer.start([join(folder, 'input')]).id);
}
const outcomes = (run: ImportRun) =>
  importer.files(run.id, { offset: 0, limit: 9 }).files.map(({ name, outcome }) => [name, outcome]);

describe('recognition', () => {
  it('files a scanned file when the last of its pages is read', async () => {
    open();
    recognition.setMode('off');
    const run = await take('3-0.pdf');
    expect(outcomes(run)).toEqual([['3-0.pdf', 'queued']]);
    expect(run.counts).toMatchObject({ queued: 1, failed: 0 });
    expect(recognition.view()).toMatchObject({ mode: 'off', pagesWaiting: 3, files: [{ pages: 3, done: 0 }] });
    recognition.setMode('on');
    await recognition.settled();
    expect(read).toEqual([1, 2, 3]);
    expect(outcomes(run)).toEqual([['3-0.pdf', 'new']]);
    expect(catalogue.counts()).toMatchObject({ documents: 1, sources: 1 });
    expect(recognition.view()).toMatchObject({ pagesWaiting: 0, pagesDone: 3, files: [] });
  });

  it('files what can be read at once, and the rest of the same document later', async () => {
    open();
    recognition.setMode('paused');
    await take('3-2.pdf');
    const { id = '' } = catalogue.documentsByTitle('3-2.pdf')[0] ?? {};
    const before = catalogue.body(id)?.length ?? 0;
    recognition.setMode('on');
    await recognition.settled();
    expect(read).toEqual([3]);
    expect(catalogue.body(id)?.length).toBeGreaterThan(before);
    expect(catalogue.counts()).toMatchObject({ documents: 1, sources: 1 });
  });

  it('reads an encrypted file with the password that opened it, and waits for one after a restart', async () => {
    const recognise: RecognitionOptions['recognise'] = async ({ page, password }) => {
      if (password !== 'key') throw new AppError('file_encrypted');
      return [line(prose(page), page)];
    };
    const locked = async (bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ParsedFile> => {
      if (options.password !== 'key') throw new AppError('file_encrypted');
      return parse(bytes, fileName, options);
    };
    open(recognise, locked);
    recognition.setMode('paused');
    const run = await take('2-0.pdf');
    importer.retry(run.id, { password: 'key' });
    await importer.finished(run.id);
    expect(outcomes(run)).toEqual([['2-0.pdf', 'queued']]);
    await importer.close();
    passwords = new Passwords();
    open(recognise, locked);
    recognition.setMode('on');
    await recognition.settled();
    expect(outcomes(run)).toEqual([['2-0.pdf', 'failed']]);
    importer.retry(run.id, { password: 'key' });
    await importer.finished(run.id);
    await recognition.settled();
    expect(outcomes(run)).toEqual([['2-0.pdf', 'new']]);
  });

  it('keeps what was read over a stop, and parses again without reading again', async () => {
    open(async ({ page }, signal) => {
      read.push(page);
      if (page === 2)
        await new Promise((_go, stop) => signal.addEventListener('abort', () => stop(new Error('stopped'))));
      return [line(prose(page), page)];
    });
    await take('3-0.pdf');
    while (read.length < 2) await new Promise((next) => setImmediate(next));
    await recognition.close();
    expect(read).toEqual([1, 2]);
    open();
    recognition.notify();
    await recognition.settled();
    expect(read).toEqual([1, 2, 2, 3]);
    expect(catalogue.counts().documents).toBe(1);
    const again = await importer.finished(importer.reparse().id);
    expect(again.counts).toMatchObject({ unchanged: 1, failed: 0 });
    expect(read).toHaveLength(4);
  });

  it('goes on after a page that cannot be read, and tries it again when told to', async () => {
    let broken = true;
    open(async ({ page }) => {
      if (page === 2 && broken) throw new AppError('page_failed', { page, reason: 'worker died' });
      return [line(prose(page), page)];
    });
    await take('3-0.pdf');
    await recognition.settled();
    const { id = '' } = catalogue.documentsByTitle('3-0.pdf')[0] ?? {};
    const before = catalogue.body(id)?.length ?? 0;
    expect(recognition.view()).toMatchObject({ pagesFailed: 1, files: [{ failed: 1, done: 2 }] });
    expect(recognition.view().files[0]?.problem).toContain('worker died');
    broken = false;
    recognition.retry();
    await recognition.settled();
    expect(recognition.view()).toMatchObject({ pagesFailed: 0, files: [] });
    expect(catalogue.body(id)?.length).toBeGreaterThan(before);
  });

  it('fails a file in whose pages nothing is found, and one that is taken out', async () => {
    open(async () => []);
    const run = await take('1-0.pdf');
    await recognition.settled();
    expect(outcomes(run)).toEqual([['1-0.pdf', 'failed']]);
    recognition.setMode('off');
    const other = await take('2-0.pdf');
    const sha256 = recognition.view().files.find(({ fileName }) => fileName === '2-0.pdf')?.sha256 ?? '';
    recognition.drop(sha256);
    expect(importer.files(other.id, { offset: 0, limit: 9, outcome: 'queued' }).total).toBe(1);
    expect(() => recognition.drop('0'.repeat(64))).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
