import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FoundFile, scanPaths } from '../../../indexer/importing/scan.ts';

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
async function scanAll(...paths: string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for await (const file of scanPaths(paths)) found.push(file);
  return found;
}
const namesIn = async (...paths: string[]): Promise<string[]> => (await scanAll(...paths)).map(({ name }) => name);

describe('scanning', () => {
  it('walks folders in natural order and takes what can be read', async () => {
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
      '2020/d.docx',
      '2021/a.markdown',
      '2021/b.text',
      'b.pdf',
    ]);
  });

  it('leaves hidden files and folders out', async () => {
    put('.a.txt', '.git/b.txt', 'c.txt');
    expect(await namesIn(folder)).toEqual(['c.txt']);
  });

  it('counts what it passes over: left behind by systems and programs, parts of saved pages, foreign files', async () => {
    put(
      'a.txt',
      'Thumbs.db',
      '.DS_Store',
      '~$报告.docx',
      '.~lock.txt',
      'movie.mkv',
      '第1期.html',
      '第1期_files/logo.png',
    );
    put('__MACOSX/a.txt', '照片_files/1.png');
    let skipped = 0;
    const names: string[] = [];
    const onSkip = (): void => {
      skipped += 1;
    };
    for await (const { name } of scanPaths([folder], { onSkip })) names.push(name);
    expect(names).toEqual(['第1期.html', '照片_files/1.png', 'a.txt']);
    expect(skipped).toBe(7);
  });

  it('takes names with every character that a file system allows', async () => {
    const odd = ['a\\b.txt', '换\n行.txt', '“引号”：*?<>|.txt', ' 空格 .txt', '𠮷\u202e.txt', `${'长'.repeat(80)}.txt`];
    put(...odd);
    expect((await namesIn(folder)).sort()).toEqual([...odd].sort());
  });

  it('goes on where a folder cannot be read', async () => {
    put('a/b.txt', 'c.txt');
    chmodSync(join(folder, 'a'), 0o000);
    const found = await scanAll(folder);
    chmodSync(join(folder, 'a'), 0o755);
    // Whoever may read everything is told of no failure.
    const isRoot = process.getuid?.() === 0;
    expect(found.map(({ name, failure }) => [name, failure])).toEqual([
      isRoot ? ['a/b.txt', null] : ['a', 'EACCES'],
      ['c.txt', null],
    ]);
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
    const found = await scanAll(join(folder, 'missing'), folder);
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
