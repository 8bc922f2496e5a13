/** Archives are folders of files, and harm nobody whatever they hold. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, openArchive, safeName } from '../../../indexer/importing/archives.ts';
import { MemberReader } from '../../../indexer/importing/members.ts';
import { scanPaths } from '../../../indexer/importing/scan.ts';
import { tarOf, zipLocked, zipNamed, zipOf } from '../../support/archives.ts';
import { paragraph, writeDocx } from '../../support/write-docx.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-archives-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MOST = 64 * 1024 * 1024;

async function unpack(bytes: Uint8Array, name: string, limits = ARCHIVE_LIMITS): Promise<[string, string][]> {
  const archive = await openArchive(bytes, name, limits);
  const read: [string, string][] = [];
  for (const member of archive?.members ?? [])
    read.push([member.path, await member.read(MOST).then(String, (error) => `! ${error.code}`)]);
  archive?.close();
  return read;
}

it('opens each kind of archive', async () => {
  const files = { '第1期.txt': '甲', '附件/第2期.txt': '乙' };
  const expected = Object.entries(files);
  expect(await unpack(zipOf(files), 'a.zip')).toEqual(expected);
  expect(await unpack(await tarOf(files), 'a.tar')).toEqual(expected);
  expect(await unpack(gzipSync(await tarOf(files)), 'a.tar.gz')).toEqual(expected);
  expect(await unpack(gzipSync('甲'), '第1期.txt.gz')).toEqual([['第1期.txt', '甲']]);
});

it('reads names that Chinese Windows wrote, beside names in UTF-8', async () => {
  const members = [
    { name: encode('公报/第3期.txt', 'gbk'), content: '丙' },
    { name: Buffer.from('公报/第4期.txt'), content: '丁' },
  ];
  expect(await unpack(zipNamed(members), 'a.zip')).toEqual([
    ['公报/第3期.txt', '丙'],
    ['公报/第4期.txt', '丁'],
  ]);
});

it.each([
  ['../../etc/cron.d/a.txt', 'etc/cron.d/a.txt'],
  ['..\\..\\Windows\\a.txt', 'Windows/a.txt'],
  ['C:\\公报\\a.txt', '公报/a.txt'],
  ['/srv/a.txt', 'srv/a.txt'],
  ['a\0.txt', 'a.txt'],
  ['..', '_'],
  ['', '_'],
])('keeps the name %j inside as %s', (name, expected) => {
  expect(safeName(name)).toBe(expected);
});

it('keeps every name inside', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const parts = safeName(name).split('/');
      expect(parts.length).toBeGreaterThan(0);
      expect(parts.some((part) => part === '' || part === '.' || part === '..')).toBe(false);
    }),
  );
});

it('tells members of one name apart', async () => {
  expect(await unpack(zipOf({ 'a.txt': '甲', '../a.txt': '乙' }), 'a.zip')).toEqual([
    ['a.txt', '甲'],
    ['a (2).txt', '乙'],
  ]);
});

it('opens archives in archives, to a depth', async () => {
  const deep = [1, 2, 3, 4].reduce((inner) => zipOf({ '内.zip': inner, 'a.txt': '甲' }), zipOf({ 'b.txt': '乙' }));
  expect(await unpack(deep, 'a.zip')).toEqual([
    ['内.zip!/内.zip!/内.zip!/内.zip', '! archive_too_deep'],
    ['内.zip!/内.zip!/内.zip!/a.txt', '甲'],
    ['内.zip!/内.zip!/a.txt', '甲'],
    ['内.zip!/a.txt', '甲'],
    ['a.txt', '甲'],
  ]);
});

it('says of each file why it stays shut', async () => {
  const bomb = Buffer.alloc(40 * 1024 * 1024);
  const files = {
    'a.txt': '甲',
    'bomb.txt': bomb,
    'damaged.zip': 'PK\x03\x04',
    'locked.zip': zipLocked({ 'b.txt': '乙' }),
    'c.7z': Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  };
  expect(await unpack(zipOf(files), 'a.zip')).toEqual([
    ['a.txt', '甲'],
    ['bomb.txt', '! file_too_large'],
    ['damaged.zip', '! file_damaged'],
    ['locked.zip!/b.txt', '! file_encrypted'],
    ['c.7z', '! archive_unsupported'],
  ]);
});

it.each([
  ['a gzip that is a bomb', gzipSync(Buffer.alloc(40 * 1024 * 1024)), {}],
  ['a gzip of more than is held', gzipSync(Buffer.alloc(3000)), { held: 2000 }],
  ['more members than allowed', zipOf({ a: '1', b: '2', c: '3' }), { members: 2 }],
  ['more bytes than allowed', zipOf({ a: '12345', b: '67890' }), { bytes: 8 }],
])('refuses %s', async (_what, bytes, limits) => {
  await expect(openArchive(bytes, 'a', { ...ARCHIVE_LIMITS, ...limits })).rejects.toMatchObject({
    code: 'file_too_large',
  });
});

it.each([
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
])('says what to do with %s', async (ending, head) => {
  await expect(openArchive(Uint8Array.from(head), `a.${ending}`)).rejects.toMatchObject({
    code: 'archive_unsupported',
  });
});

it('leaves documents that are zips to their readers', async () => {
  expect(await openArchive(writeDocx({ body: paragraph('通知') }), 'a.zip')).toBeNull();
});

it('lists what can be read of an archive in a folder, and reads each file by its path', async () => {
  const inner = zipOf({ 'c.txt': '丙' });
  const files = { '第10期.txt': '十', '第2期.txt': '二', 'b/内.zip': inner, '__MACOSX/._a.txt': 'x', 'a.exe': 'x' };
  writeFileSync(join(folder, 'a.zip'), zipOf(files));
  writeFileSync(join(folder, 'b.zip'), 'PK\x03\x04');
  const reader = new MemberReader();
  let skipped = 0;
  const found: [string, string][] = [];
  const onSkip = (): void => {
    skipped += 1;
  };
  for await (const { name, path } of scanPaths([folder], { onSkip })) {
    const content = await reader.read(path, MOST).then(
      ({ bytes }) => String(bytes),
      (error) => `! ${error.code}`,
    );
    found.push([name, content]);
  }
  await reader.close();
  expect(found).toEqual([
    ['a.zip!/第2期.txt', '二'],
    ['a.zip!/第10期.txt', '十'],
    ['a.zip!/b/内.zip!/c.txt', '丙'],
    ['b.zip', '! file_damaged'],
  ]);
  expect(skipped).toBe(2);
});
