import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanPaths } from '../../../indexer/importing/scan.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-scan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}
const at = (...names: string[]): string[] => names.map((name) => join(folder, name));
const namesIn = async (...paths: string[]): Promise<string[]> => (await scanPaths(paths)).map(({ name }) => name);

describe('scanning', () => {
  it('walks folders in natural order and takes text files', async () => {
    put(
      '2020/第10期.txt',
      '2020/第2期.txt',
      '2020/第1期.MD',
      '2021/a.markdown',
      '2021/b.text',
      'b.pdf',
      'c',
      '2020/d.docx',
    );
    expect(await namesIn(folder)).toEqual([
      '2020/第1期.MD',
      '2020/第2期.txt',
      '2020/第10期.txt',
      '2021/a.markdown',
      '2021/b.text',
    ]);
  });

  it('leaves hidden files and folders out', async () => {
    put('.a.txt', '.git/b.txt', 'c.txt');
    expect(await namesIn(folder)).toEqual(['c.txt']);
  });

  it('lists every file that is named, whatever it is called', async () => {
    put('a.pdf', 'b', '.c.txt');
    expect(await namesIn(...at('b', 'a.pdf', '.c.txt'))).toEqual(['b', 'a.pdf', '.c.txt']);
  });

  it('lists a file once, however it is reached', async () => {
    put('one/a.txt');
    symlinkSync(join(folder, 'one'), join(folder, 'two'));
    symlinkSync(join(folder, 'one/a.txt'), join(folder, 'b.txt'));
    expect(await namesIn(...at('one/a.txt'), folder, ...at('two/a.txt'))).toEqual(['a.txt']);
  });

  it('ends where links go in a circle', async () => {
    put('one/a.txt');
    symlinkSync(folder, join(folder, 'one/up'));
    expect(await namesIn(folder)).toEqual(['one/a.txt']);
  });

  it('reports what is not there', async () => {
    symlinkSync(join(folder, 'none'), join(folder, 'dangling.txt'));
    symlinkSync('self.txt', join(folder, 'self.txt'));
    const found = await scanPaths([join(folder, 'missing'), folder]);
    expect(found.map(({ name, failure }) => [name, failure])).toEqual([
      ['missing', 'ENOENT'],
      ['dangling.txt', 'ENOENT'],
      ['self.txt', 'ELOOP'],
    ]);
  });

  it('of an empty folder gives nothing', async () => {
    expect(await namesIn(folder)).toEqual([]);
  });
});
