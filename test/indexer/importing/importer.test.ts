import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { ImportEvent, ImportRun, RetryRequest } from '../../../indexer/contract.ts';
import { AppError } from '../../../indexer/errors.ts';
import { openImporter } from '../../../indexer/importing/importer.ts';
import type { Importer } from '../../../indexer/importing.ts';
import { originalPath } from '../../../indexer/library.ts';
import type { ParsedFile } from '../../../indexer/model.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';
import type { ReadOptions } from '../../../indexer/read/read-text.ts';
import { aParsedDocument, aParsedFile, prose } from '../../support/builders.ts';

const GAZETTES = resolve(import.meta.dirname, '../../fixtures/gazettes');

let folder: string;
let input: string;
let originals: string;
let catalogue: CatalogueStore;
let importer: Importer;
let filings: number;

type Parse = (bytes: Uint8Array, fileName: string, options?: ReadOptions) => Promise<ParsedFile>;

/** One document a file, whose text is the file's. */
const parsePlainly: Parse = async (bytes, fileName) => {
  const body = new TextDecoder().decode(bytes);
  return aParsedFile([aParsedDocument({ title: fileName, body })]);
};

function open(parse: Parse = parsePlainly, concurrency = 2): Importer {
  importer = openImporter({
    catalogue,
    originals,
    parse,
    concurrency,
    afterFiling: () => {
      filings += 1;
    },
    indexSettled: async () => undefined,
    language: 'en',
  });
  return importer;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-import-'));
  input = join(folder, 'input');
  originals = join(folder, 'originals');
  for (const path of [input, originals]) mkdirSync(path);
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
  filings = 0;
});
afterEach(async () => {
  await importer.close();
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string): string {
  writeFileSync(join(input, name), content);
  return join(input, name);
}
const importAll = (...paths: string[]): Promise<ImportRun> => importer.finished(importer.start(paths).id);
const filesOf = (run: ImportRun) => importer.files(run.id, { offset: 0, limit: 1000 }).files;
const codes = (run: ImportRun) => filesOf(run).map(({ name, outcome, problem }) => [name, problem?.code ?? outcome]);

describe('importing', () => {
  it('takes the five gazettes in; the document that two of them print is one with two sources', async () => {
    open((bytes, fileName) => parseBytes(bytes, fileName));
    const run = await importAll(GAZETTES);
    expect(run).toMatchObject({
      state: 'done',
      filesTotal: 5,
      filesDone: 5,
      counts: { failed: 0, known: 0 },
      problem: null,
    });
    expect(run.bytesDone).toBe(run.bytesTotal);
    expect(filings).toBe(5);
    const twice = catalogue.documentsByNumber('济政办字〔2021〕29号');
    expect(twice).toHaveLength(1);
    expect(catalogue.sources(twice[0]?.id ?? '')).toHaveLength(2);
    expect(catalogue.counts()).toMatchObject({ documents: run.newDocuments, sources: 5 });
    for (const name of readdirSync(GAZETTES).filter((each) => each.endsWith('.txt'))) {
      const source = catalogue
        .facts()
        .flatMap(({ id }) => catalogue.sources(id))
        .find(({ fileName }) => fileName === name);
      expect(
        readFileSync(originalPath(originals, source?.sha256 ?? '')).equals(readFileSync(join(GAZETTES, name))),
      ).toBe(true);
    }
    expect(await importAll(GAZETTES)).toMatchObject({
      state: 'done',
      newDocuments: 0,
      counts: { known: 5, new: 0, merged: 0 },
    });
  });

  it('reports what cannot be imported, each with its reason, and takes in the rest', async () => {
    open(async (bytes, fileName) => {
      if (fileName === 'b broken.txt') throw new AppError('parse_failed', { reason: 'worker died' });
      if (fileName === 'c bug.txt') throw new TypeError('Cannot read properties of undefined');
      if (fileName === 'd none.txt') return aParsedFile([]);
      return parsePlainly(bytes, fileName);
    });
    put('a good.txt', prose(1));
    put('b broken.txt', prose(2));
    put('c bug.txt', prose(3));
    put('d none.txt', prose(4));
    put('e empty.txt', '');
    symlinkSync(join(folder, 'nowhere'), join(input, 'f dangling.txt'));
    symlinkSync('g loop.txt', join(input, 'g loop.txt'));
    put('h good.txt', prose(5));
    writeFileSync(join(input, 'i large.txt'), '');
    await import('node:fs/promises').then(({ truncate }) => truncate(join(input, 'i large.txt'), 64 * 1024 * 1024 + 1));
    const run = await importAll(input, join(folder, 'missing'), '/dev/null');
    expect(run).toMatchObject({ state: 'done', counts: { new: 2, failed: 9 }, newDocuments: 2 });
    expect(codes(run)).toEqual([
      ['a good.txt', 'new'],
      ['b broken.txt', 'parse_failed'],
      ['c bug.txt', 'parse_failed'],
      ['d none.txt', 'file_no_document'],
      ['e empty.txt', 'file_empty'],
      ['f dangling.txt', 'path_missing'],
      ['g loop.txt', 'file_unreadable'],
      ['h good.txt', 'new'],
      ['i large.txt', 'file_too_large'],
      ['missing', 'path_missing'],
      ['null', 'file_unreadable'],
    ]);
    for (const { problem } of filesOf(run).filter(({ outcome }) => outcome === 'failed')) {
      expect(problem?.message).not.toMatch(/[{}]/);
      expect(problem?.hint).toBeTruthy();
    }
    expect(importer.files(run.id, { offset: 1, limit: 2, outcome: 'failed' })).toMatchObject({
      files: [{ name: 'c bug.txt' }, { name: 'd none.txt' }],
      total: 9,
    });
  });

  it('says so when a file is gone before its turn', async () => {
    const victim = put('b.txt', prose(2));
    put('a.txt', prose(1));
    open(async (bytes, fileName) => {
      rmSync(victim, { force: true });
      return parsePlainly(bytes, fileName);
    }, 1);
    expect(codes(await importAll(input))).toEqual([
      ['a.txt', 'new'],
      ['b.txt', 'file_vanished'],
    ]);
  });

  it('files in order although a later file is parsed sooner', async () => {
    const order = ['3', '1', '2'];
    let release = (): void => undefined;
    const slow = new Promise<void>((go) => {
      release = go;
    });
    open(async (bytes, fileName) => {
      if (fileName === '1.txt') await slow;
      if (fileName === '3.txt') release();
      return parsePlainly(bytes, fileName);
    }, 3);
    for (const name of order) put(`${name}.txt`, prose(Number(name)));
    await importAll(input);
    expect(catalogue.facts().map(({ id }) => catalogue.document(id)?.title)).toEqual(['1.txt', '2.txt', '3.txt']);
  });

  it('takes the same bytes in once, also when they are in work at the same time', async () => {
    open(undefined, 3);
    for (const name of ['a', 'b', 'c']) put(`${name}.txt`, prose(1));
    expect(codes(await importAll(input)).map(([, outcome]) => outcome)).toEqual(['new', 'known', 'known']);
    expect(catalogue.counts()).toMatchObject({ documents: 1, sources: 1 });
  });

  it('never has more in work than it was told to', async () => {
    let inWork = 0;
    let most = 0;
    open(async (bytes, fileName) => {
      inWork += 1;
      most = Math.max(most, inWork);
      await new Promise((next) => setImmediate(next));
      inWork -= 1;
      return parsePlainly(bytes, fileName);
    }, 3);
    for (let i = 0; i < 250; i += 1) put(`${i}.txt`, prose(i, 2));
    expect(await importAll(input)).toMatchObject({ state: 'done', filesDone: 250, newDocuments: 250 });
    expect(most).toBeLessThanOrEqual(3);
  });
});

describe('a run', () => {
  it('is told of: its files, itself, its end', async () => {
    open();
    put('a.txt', prose(1));
    put('b.txt', '');
    const events: ImportEvent[] = [];
    const run = importer.start([input]);
    expect(run).toMatchObject({ state: 'scanning', filesTotal: 0, finishedAt: null });
    importer.follow(run.id, (event) => events.push(event));
    await importer.finished(run.id);
    expect(events.filter(({ event }) => event === 'file').map(({ data }) => 'name' in data && data.name)).toEqual([
      'a.txt',
      'b.txt',
    ]);
    expect(events.filter(({ event }) => event === 'end')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({
      event: 'end',
      data: { state: 'done', filesDone: 2, counts: { new: 1, failed: 1 } },
    });
    expect(importer.runs().map(({ id }) => id)).toEqual([run.id]);
    expect([importer.run('none'), importer.cancel('none')]).toEqual([null, null]);
    await expect(importer.finished('none')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps another from starting until it has ended', async () => {
    open();
    put('a.txt', prose(1));
    const run = importer.start([input]);
    expect(() => importer.start([input])).toThrow(expect.objectContaining({ code: 'import_running' }));
    await importer.finished(run.id);
    expect(await importAll(input)).toMatchObject({ state: 'done', counts: { known: 1 } });
  });

  it('that is cancelled keeps what it has filed', async () => {
    open(async (bytes, fileName) => {
      if (fileName === '2.txt') importer.cancel(run.id);
      return parsePlainly(bytes, fileName);
    }, 1);
    for (const name of ['1', '2', '3']) put(`${name}.txt`, prose(Number(name)));
    const run = importer.start([input]);
    expect(await importer.finished(run.id)).toMatchObject({
      state: 'cancelled',
      filesDone: 3,
      counts: { new: 1, cancelled: 2 },
    });
    expect(catalogue.counts().documents).toBe(1);
    expect(importer.resume()).toBeNull();
  });

  it('that a stop interrupted is taken up where it was', async () => {
    open(async (bytes, fileName) => {
      if (fileName === '2.txt') void importer.close();
      return parsePlainly(bytes, fileName);
    }, 1);
    for (const name of ['1', '2', '3']) put(`${name}.txt`, prose(Number(name)));
    const run = importer.start([input]);
    await importer.finished(run.id);
    expect(importer.run(run.id)).toMatchObject({ state: 'running', filesDone: 1 });
    open();
    expect(importer.resume()).toMatchObject({ id: run.id, state: 'running', filesDone: 1 });
    expect(await importer.finished(run.id)).toMatchObject({
      state: 'done',
      counts: { new: 3, known: 0 },
      newDocuments: 3,
    });
    expect(importer.resume()).toBeNull();
  });

  it('waits when the disk is full, with nothing half imported, and goes on', async () => {
    open();
    put('1.txt', prose(1));
    put('2.txt', prose(2, 4000));
    put('3.txt', prose(3));
    const { page_count } = catalogue.database.prepare('PRAGMA page_count').get() as { page_count: number };
    catalogue.database.exec(`PRAGMA max_page_count = ${page_count + 12}`);
    const run = await importAll(input);
    expect(run).toMatchObject({ state: 'paused', problem: { code: 'disk_full' }, counts: { new: 1, failed: 0 } });
    expect(run.finishedAt).toBeNull();
    expect(catalogue.counts()).toMatchObject({ documents: 1, sources: 1 });
    catalogue.database.exec('PRAGMA max_page_count = 1000000');
    importer.takeUp(run.id);
    expect(await importer.finished(run.id)).toMatchObject({ state: 'done', problem: null, counts: { new: 3 } });
  });

  it('waits for a yes when it is asked to, and tells what it found', async () => {
    open();
    put('a.txt', prose(1));
    put('b.pdf', '%PDF-1.4');
    put('Thumbs.db', 'x');
    const { id } = importer.start([input], { confirm: true });
    expect(await importer.finished(id)).toMatchObject({ state: 'ready', filesTotal: 2, filesDone: 0, skipped: 1 });
    expect(
      importer
        .run(id)
        ?.formats.map(({ format }) => format)
        .sort(),
    ).toEqual(['pdf', 'text']);
    expect(importer.run(id)?.secondsLeft).toBeGreaterThan(0);
    expect(importer.resume()).toBeNull();
    importer.takeUp(id);
    expect(await importer.finished(id)).toMatchObject({ state: 'done', filesDone: 2 });
  });

  it('that is ready can be cancelled', async () => {
    open();
    put('a.txt', prose(1));
    const { id } = importer.start([input], { confirm: true });
    await importer.finished(id);
    expect(importer.cancel(id)).toMatchObject({ state: 'cancelled', counts: { cancelled: 1 } });
    expect(catalogue.counts().documents).toBe(0);
  });

  it('that is cancelled while it is still being paused is cancelled', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    open(async (bytes, fileName) => {
      if (fileName === '2.txt') await held;
      return parsePlainly(bytes, fileName);
    }, 1);
    const { id } = importer.start(['1', '2', '3'].map((name) => put(`${name}.txt`, name)));
    const states: string[] = [];
    const ended = new Promise<void>((resolve) => {
      importer.follow(id, ({ event }) => {
        if (event === 'file') {
          states.push(importer.pause(id)?.state ?? '', importer.cancel(id)?.state ?? '');
          go();
        } else if (event === 'end') resolve();
      });
    });
    await ended;
    expect(states.slice(0, 2)).toEqual(['paused', 'paused']);
    expect(importer.run(id)).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
  });

  it('that is paused lets another go first, also after a restart, and then goes on', async () => {
    open(async (bytes, fileName) => {
      if (fileName === '2.txt') importer.pause(id);
      return parsePlainly(bytes, fileName);
    }, 1);
    for (const name of ['1', '2', '3']) put(`${name}.txt`, prose(Number(name)));
    const { id } = importer.start([input]);
    expect(await importer.finished(id)).toMatchObject({ state: 'paused', filesDone: 1, finishedAt: null });
    await importer.close();
    open();
    expect(importer.resume()).toBeNull();
    expect(await importAll(join(input, '3.txt'))).toMatchObject({ state: 'done', counts: { new: 1 } });
    importer.takeUp(id);
    expect(await importer.finished(id)).toMatchObject({ state: 'done', counts: { new: 2, known: 1 } });
  });

  it('tries failed files again, with what was given for them', async () => {
    open(async (bytes, fileName, options) => {
      if (fileName === 'a.pdf' && options?.password !== 'right') throw new AppError('file_encrypted');
      if (fileName === 'b.txt' && options?.encoding !== 'gb18030') throw new AppError('file_undecodable');
      return parsePlainly(bytes, fileName);
    });
    put('a.pdf', prose(1));
    put('b.txt', prose(2));
    put('c.txt', prose(3));
    const run = await importAll(input);
    const retry = async (request: RetryRequest): Promise<string[]> => {
      importer.retry(run.id, request);
      return codes(await importer.finished(run.id)).map(([, code]) => String(code));
    };
    expect(await retry({})).toEqual(['file_encrypted', 'file_undecodable', 'new']);
    expect(await retry({ positions: [0], password: 'wrong' })).toEqual(['file_encrypted', 'file_undecodable', 'new']);
    expect(await retry({ positions: [0], password: 'right' })).toEqual(['new', 'file_undecodable', 'new']);
    expect(await retry({ encoding: 'gb18030' })).toEqual(['new', 'new', 'new']);
    expect(importer.retry(run.id, {})).toMatchObject({ state: 'done' });
    expect(JSON.stringify(catalogue.database.prepare('SELECT * FROM import_files').all())).not.toContain('right');
  });

  it('tells which document a known file is, and which files are to be looked at', async () => {
    open(async (bytes, fileName) => {
      const { documents, ...parsed } = await parsePlainly(bytes, fileName);
      const problems = [{ stage: 'read', code: 'page_damaged', message: '第 1 页', line: null }] as const;
      return { ...parsed, documents, problems: fileName === 'a.txt' ? problems : [] };
    });
    put('a.txt', prose(1));
    put('b.txt', prose(2));
    const first = await importAll(input);
    expect(first.counts).toMatchObject({ new: 2, warned: 1 });
    expect(importer.files(first.id, { offset: 0, limit: 9, outcome: 'warned' }).files).toHaveLength(1);
    const again = await importAll(input);
    expect(filesOf(again).map(({ outcome, document }) => [outcome, document?.title])).toEqual([
      ['known', 'a.txt'],
      ['known', 'b.txt'],
    ]);
  });

  it('ends when the originals cannot be kept', async () => {
    open();
    put('1.txt', prose(1));
    rmSync(originals, { recursive: true });
    writeFileSync(originals, 'no folder');
    expect(await importAll(input)).toMatchObject({ state: 'failed', problem: { code: 'library_read_only' } });
    expect(catalogue.counts().documents).toBe(0);
  });

  it('clears away what was half kept when the program died', () => {
    mkdirSync(join(originals, '.incoming'));
    writeFileSync(join(originals, '.incoming', 'half'), 'x');
    open();
    expect(existsSync(join(originals, '.incoming'))).toBe(false);
  });
});
