import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPageFile } from '../../main/page-files.ts';

describe('findPageFile', () => {
  let folder: string;
  let outside: string;

  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'gongbao-page-'));
    folder = join(outside, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(outside, 'renderer-old'));
    for (const name of [
      'renderer/index.html',
      'renderer/assets/main-1a.js',
      'renderer/字体.woff2',
      'secret.json',
      'renderer-old/a.js',
    ])
      writeFileSync(join(outside, name), name);
  });
  afterAll(() => rmSync(outside, { recursive: true, force: true }));

  it.each([
    ['/assets/main-1a.js', 'text/javascript; charset=utf-8', 'a script'],
    ['/%E5%AD%97%E4%BD%93.woff2', 'font/woff2', 'a Chinese name'],
  ])('%s is served as %s', (pathname, mediaType) => {
    expect(findPageFile(folder, pathname)?.mediaType).toBe(mediaType);
  });

  it.each([
    ['/', 'the page itself'],
    ['/documents/12', 'a page of the client'],
    ['/documents/12.5', 'a page that looks like a file'],
    ['/assets/none.js', 'no such file'],
    ['/assets', 'a folder'],
    ['/index.html', 'the template without its nonce'],
    ['/../secret.json', 'out of the folder'],
    ['/%2e%2e/secret.json', 'out of the folder, encoded'],
    ['/..%2fsecret.json', 'out of the folder, with an encoded slash'],
    ['/..%5csecret.json', 'out of the folder, the Windows way'],
    ['/../renderer-old/a.js', 'a folder whose name begins the same'],
    ['/assets/main-1a.js%00.png', 'a zero byte'],
    ['/%', 'no encoding'],
  ])('%s is no file: %s', (pathname) => {
    expect(findPageFile(folder, pathname)).toBeNull();
  });

  it('never leaves the folder', () => {
    const piece = fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', 'secret.json', 'renderer-old', 'a.js', 'assets');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = findPageFile(folder, `/${pieces.join('')}`);
        expect(found === null || found.path.startsWith(`${folder}/`)).toBe(true);
      }),
    );
  });
});
