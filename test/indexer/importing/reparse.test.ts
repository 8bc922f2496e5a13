import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { ImportRun } from '../../../indexer/contract.ts';
import { AppError } from '../../../indexer/errors.ts';
import { openImporter } from '../../../indexer/importing/importer.ts';
import type { Importer } from '../../../indexer/importing.ts';
import type { ParsedDocument, ParsedFile } from '../../../indexer/model.ts';
import type { ReadOptions } from '../../../indexer/read/read-text.ts';
import { aParsedDocument, aParsedFile, prose } from '../../support/builders.ts';

let folder: string;
let catalogue: CatalogueStore;
let importer: Importer;
/** What the parser makes of a file now: its documents by file name. */
let reads: Record<string, readonly Partial<ParsedDocument>[]>;
/** The encoding that each file was parsed in, null for the guess. */
let encodings: (string | null)[];

const parse = async (_bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ParsedFile> => {
  encodings.push(options.encoding ?? null);
  const documents = reads[fileName];
  if (documents === undefined) throw new AppError('parse_failed', { reason: 'out of order' });
  return aParsedFile(documents.map((document) => aParsedDocument(document)));
};

function open(): void {
  importer = openImporter({
    catalogue,
    originals: join(folder, 'originals'),
    parse,
    concurrency: 2,
    afterFiling: () => undefined,
    indexSettled: async () => undefined,
    language: 'en',
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-reparse-'));
  mkdirSync(join(folder, 'input'));
  mkdirSync(join(folder, 'originals'));
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
  reads = {};
  encodings = [];
  open();
});
afterEach(async () => {
  await importer.close();
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

async function take(files: typeof reads): Promise<void> {
  reads = files;
  for (const name of Object.keys(files)) writeFileSync(join(folder, 'input', name), name);
  await importer.finished(importer.start([join(folder, 'input')]).id);
  // Nothing is left to the feed: what is announced from now on comes from parsing again.
  catalogue.clearOutbox(catalogue.outbox(1000).map(({ sequence }) => sequence));
}
const again = (files: typeof reads): Promise<ImportRun> => {
  reads = files;
  return importer.finished(importer.reparse().id);
};
const filesOf = (run: ImportRun) => importer.files(run.id, { offset: 0, limit: 100 }).files;
const announced = (): string[] => catalogue.outbox(1000).map(({ change }) => change);
const titled = (title: string) => catalogue.documentsByTitle(title)[0];

describe('parsing again', () => {
  it('changes nothing, and announces nothing, where the parser reads the same', async () => {
    const files = { 'a.txt': [{ title: '甲办法', body: prose(1) }], 'b.txt': [{ title: '乙办法', body: prose(2) }] };
    await take(files);
    const run = await again(files);
    expect(run).toMatchObject({ kind: 'reparse', state: 'done', counts: { unchanged: 2, changed: 0, failed: 0 } });
    expect(announced()).toEqual([]);
  });

  it('keeps a document the same one when its fields and its text are read better, and says which', async () => {
    await take({ 'a.txt': [{ title: '甲办法', body: prose(1) }] });
    const before = titled('甲办法');
    const run = await again({ 'a.txt': [{ title: '甲暂行办法', type: '办法', body: `${prose(1)}附则` }] });
    expect(titled('甲暂行办法')).toMatchObject({ id: before?.id, key: before?.key });
    const change = { id: before?.id, title: '甲暂行办法', fields: ['title', 'type', 'body', 'provisions'] };
    expect(filesOf(run)).toMatchObject([{ outcome: 'changed', changes: { added: [], gone: [], changed: [change] } }]);
    expect(announced()).toEqual(['put']);
    expect(catalogue.counts().documents).toBe(1);
  });

  it('leaves what was set by hand', async () => {
    await take({ 'a.txt': [{ title: '甲办法', body: prose(1), number: '济政发〔2020〕1号' }] });
    const { id = '' } = titled('甲办法') ?? {};
    catalogue.correct(id, { set: { title: '甲管理办法', number: '济政发〔2020〕7号' }, takeBack: [], note: null });
    await again({ 'a.txt': [{ title: '甲办怯', body: `${prose(1)}附则`, number: '济政发〔2020〕1号' }] });
    expect(catalogue.document(id)).toMatchObject({ title: '甲管理办法', number: '济政发〔2020〕7号' });
    expect(catalogue.body(id)).toContain('附则');
    expect(catalogue.corrections(id).map(({ read }) => read)).toEqual(['甲办怯', '济政发〔2020〕1号']);
  });

  it('adds documents that are found now, and lets go of those that were none', async () => {
    await take({
      'a.txt': [
        { title: '甲办法', body: prose(1) },
        { title: '目录', body: prose(2) },
      ],
    });
    const run = await again({
      'a.txt': [
        { title: '甲办法', body: prose(1) },
        { title: '乙通知', body: prose(3) },
      ],
    });
    expect(filesOf(run)[0]?.changes).toEqual({ added: ['乙通知'], gone: ['目录'], changed: [] });
    expect(titled('目录')).toBeUndefined();
    expect(announced().sort()).toEqual(['delete', 'put']);
    expect(catalogue.counts()).toMatchObject({ documents: 2, sources: 1 });
  });

  it('lets another source lead a document that one does not show any more, and reads it again', async () => {
    const number = '济政发〔2020〕1号';
    const document = { title: '甲办法', body: prose(1), number };
    await take({ 'a.txt': [{ ...document, repairs: 0 }], 'b.txt': [{ ...document, repairs: 5 }] });
    const { id = '' } = titled('甲办法') ?? {};
    const other = { title: '乙通知', body: prose(9), number: '济政发〔2020〕2号' };
    const run = await again({ 'b.txt': [{ ...document, title: '甲办法（乙）' }], 'a.txt': [other] });
    expect(catalogue.document(id)?.title).toBe('甲办法（乙）');
    expect(catalogue.sources(id).map(({ fileName, leads }) => [fileName, leads])).toEqual([['b.txt', true]]);
    expect(run.state).toBe('done');
    expect(catalogue.counts().documents).toBe(2);
  });

  it('leaves a source as it is when it cannot be parsed any more, and says so', async () => {
    await take({ 'a.txt': [{ title: '甲办法', body: prose(1) }], 'b.txt': [{ title: '乙办法', body: prose(2) }] });
    const run = await again({ 'b.txt': [] });
    expect(filesOf(run).map(({ problem }) => problem?.code)).toEqual(['parse_failed', 'file_no_document']);
    expect(catalogue.counts().documents).toBe(2);
  });

  it('reads the sources named in the encoding that is given, and keeps to it until the guess is asked for', async () => {
    await take({ 'a.txt': [{ title: '뽀듐', body: prose(1) }], 'b.txt': [{ title: '乙办法', body: prose(2) }] });
    const sources = catalogue.sources(titled('뽀듐')?.id ?? '').map(({ id }) => id);
    const reread = async (request: Parameters<Importer['reparse']>[0]): Promise<ImportRun> => {
      encodings = [];
      return importer.finished(importer.reparse(request).id);
    };
    reads = { ...reads, 'a.txt': [{ title: '甲办法', body: prose(3) }] };
    const run = await reread({ sources, encoding: 'big5' });
    expect(run).toMatchObject({ state: 'done', filesTotal: 1, counts: { changed: 1 } });
    expect([encodings, titled('甲办法')?.title]).toEqual([['big5'], '甲办法']);
    await reread({});
    expect([...encodings].sort()).toEqual(['big5', null]);
    await reread({ sources, encoding: null });
    expect(encodings).toEqual([null]);
    expect(() => importer.reparse({ sources: ['none'] })).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(importer.isBusy()).toBe(false);
  });

  it('goes on after a stop where it was', async () => {
    const files: typeof reads = {};
    for (let i = 0; i < 20; i += 1) files[`${i}.txt`] = [{ title: `第${i}办法`, body: prose(i) }];
    await take(files);
    reads = Object.fromEntries(Object.entries(files).map(([name, [first]]) => [name, [{ ...first, type: '办法' }]]));
    const { id } = importer.reparse();
    const stopped = new Promise<void>((resolve) => {
      importer.follow(id, ({ event }) => {
        if (event === 'file') resolve();
      });
    });
    await stopped;
    await importer.close();
    open();
    importer.resume();
    expect(await importer.finished(id)).toMatchObject({ state: 'done', counts: { changed: 20 } });
    expect(catalogue.counts().documents).toBe(20);
  });
});
