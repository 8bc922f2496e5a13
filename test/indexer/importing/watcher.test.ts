import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { openImporter } from '../../../indexer/importing/importer.ts';
import { openWatcher, type Watcher } from '../../../indexer/importing/watcher.ts';
import type { Importer } from '../../../indexer/importing.ts';
import { aParsedDocument, aParsedFile, prose } from '../../support/builders.ts';

let root: string;
let watched: string;
let catalogue: CatalogueStore;
let importer: Importer;
let watcher: Watcher;

function open(): void {
  importer = openImporter({
    catalogue,
    originals: join(root, 'library', 'originals'),
    parse: async (bytes, title) => aParsedFile([aParsedDocument({ title, body: new TextDecoder().decode(bytes) })]),
    concurrency: 2,
    afterFiling: () => undefined,
    indexSettled: async () => undefined,
    language: 'en',
  });
  watcher = openWatcher({ catalogue, importer, library: join(root, 'library'), still: 60 });
  watcher.start();
}
async function stop(): Promise<void> {
  await watcher.close();
  await importer.close();
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongbao-watch-'));
  watched = join(root, '来文');
  mkdirSync(watched);
  mkdirSync(join(root, 'library', 'originals'), { recursive: true });
  catalogue = openCatalogue(join(root, 'library', 'catalogue.sqlite'));
  open();
});
afterEach(async () => {
  await stop();
  catalogue.close();
  rmSync(root, { recursive: true, force: true });
});

const put = (name: string, text: string): void => {
  mkdirSync(join(watched, name, '..'), { recursive: true });
  writeFileSync(join(watched, name), text);
};
const until = (see: () => unknown) => expect.poll(see, { timeout: 20_000, interval: 30 });
const titles = (): string[] =>
  catalogue
    .facts()
    .map(({ id }) => catalogue.document(id)?.title ?? '')
    .sort();
const folder = () => watcher.view().folders[0];

describe('a watched folder', () => {
  it('gives what is in it and what appears in it, at every level, and nothing else', async () => {
    put('a.txt', prose(1));
    put('.hidden.txt', prose(2));
    put('film.mkv', 'x');
    await watcher.add(watched);
    await until(titles).toEqual(['a.txt']);
    put('2024/下级/b.txt', prose(3));
    await until(titles).toEqual(['a.txt', 'b.txt']);
    await until(() => folder()).toMatchObject({ path: watched, state: 'watching', files: 2, vanished: 0 });
  });

  it('offers the tables of metadata that are put into it, each until something is made of it', async () => {
    const offers = (): string[] => watcher.view().sidecars.map(({ name }) => name);
    await watcher.add(watched);
    await until(() => folder()?.state).toBe('watching');
    put('2024/目录.csv', '文件名,标题\na.txt,一\n');
    await until(offers).toEqual(['目录.csv']);
    put('价目.csv', 'x');
    put('文件清单.json', '[]');
    await until(offers).toEqual(['文件清单.json', '目录.csv']);
    expect(catalogue.counts().sources).toBe(0);
    const [list, table] = watcher.view().sidecars;
    watcher.settle(list?.sha256 ?? '', 'dismissed');
    watcher.settle(table?.sha256 ?? '', 'applied');
    expect(offers()).toEqual([]);
    expect(importer.runs()[0]).toMatchObject({ filesTotal: 0, sidecars: 1 });
    expect(importer.sidecars(table?.runId ?? '')).toMatchObject([{ name: '目录.csv', settled: 'applied' }]);
    // Its rows are others: it is another table.
    put('2024/目录.csv', '文件名,标题\nb.txt,二\n');
    await until(offers).toEqual(['目录.csv']);
    // What was put by stays so where it is found again.
    put('副本/文件清单.json', '[]');
    put('z.txt', prose(3));
    await until(titles).toEqual(['z.txt']);
    expect(offers()).toEqual(['目录.csv']);
  });

  it('waits until a file is complete', async () => {
    await watcher.add(watched);
    const whole = prose(5, 40);
    let written = 0;
    const writing = setInterval(() => {
      if (written >= whole.length) clearInterval(writing);
      else appendFileSync(join(watched, 'slow.txt'), whole.slice(written, written + 60));
      written += 60;
    }, 20);
    await until(titles).toEqual(['slow.txt']);
    expect(catalogue.body(catalogue.facts()[0]?.id ?? '')).toBe(whole);
    expect(catalogue.counts().sources).toBe(1);
  });

  it('marks what vanishes and keeps its documents; what comes back is there again', async () => {
    put('a.txt', prose(1));
    put('b.txt', prose(2));
    await watcher.add(watched);
    await until(() => folder()?.files).toBe(2);
    renameSync(join(watched, 'a.txt'), join(root, 'a.txt'));
    await until(() => watcher.view().vanished.map(({ path }) => path)).toEqual([join(watched, 'a.txt')]);
    expect(catalogue.counts().documents).toBe(2);
    renameSync(join(root, 'a.txt'), join(watched, 'a.txt'));
    await until(() => folder()?.vanished).toBe(0);
    expect(catalogue.counts().sources).toBe(2);
  });

  it('knows after a restart what is new and what is gone', async () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.txt`, prose(name.charCodeAt(0)));
    await watcher.add(watched);
    await until(() => folder()?.files).toBe(3);
    const runs = importer.runs().length;
    await stop();
    rmSync(join(watched, 'b.txt'));
    put('d.txt', prose(9));
    open();
    await until(titles).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
    await until(() => folder()).toMatchObject({ files: 4, vanished: 1 });
    expect(importer.runs()).toHaveLength(runs + 1);
    expect(importer.runs()[0]?.paths).toEqual([join(watched, 'd.txt')]);
  });

  it.each([
    ['is gone', (path: string) => renameSync(path, `${path}.away`), (path: string) => renameSync(`${path}.away`, path)],
    [
      'is empty',
      (path: string) => {
        renameSync(path, `${path}.away`);
        mkdirSync(path);
      },
      (path: string) => {
        rmSync(path, { recursive: true });
        renameSync(`${path}.away`, path);
      },
    ],
  ])('whose drive %s is offline, and nothing in it counts as vanished', async (_what, unmount, mount) => {
    for (const name of ['a', 'b']) put(`${name}.txt`, prose(name.charCodeAt(0)));
    await watcher.add(watched);
    await until(() => folder()?.files).toBe(2);
    await stop();
    unmount(watched);
    open();
    await until(() => folder()).toMatchObject({ state: 'offline', vanished: 0 });
    mount(watched);
    put('c.txt', prose(7));
    await until(titles).toEqual(['a.txt', 'b.txt', 'c.txt']);
    await until(() => folder()).toMatchObject({ state: 'watching', files: 3, vanished: 0 });
  });

  it('is watched no more when it is taken off; what it gave stays', async () => {
    put('a.txt', prose(1));
    await watcher.add(watched);
    await until(() => folder()?.files).toBe(1);
    await watcher.remove(watched);
    expect(watcher.view()).toEqual({ folders: [], vanished: [], sidecars: [] });
    expect(titles()).toEqual(['a.txt']);
  });

  it('must be a folder, and not the library', async () => {
    put('a.txt', prose(1));
    await expect(watcher.add(join(root, 'none'))).rejects.toMatchObject({ code: 'path_missing' });
    await expect(watcher.add('来文')).rejects.toMatchObject({ code: 'path_missing' });
    await expect(watcher.add(join(watched, 'a.txt'))).rejects.toMatchObject({ code: 'watch_not_folder' });
    await expect(watcher.add(root)).rejects.toMatchObject({ code: 'watch_library' });
    await expect(watcher.add(join(root, 'library', 'originals'))).rejects.toMatchObject({ code: 'watch_library' });
  });
});
