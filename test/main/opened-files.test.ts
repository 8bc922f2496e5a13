import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openedFiles } from '../../main/opened-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-opened-'));
const gazette = join(folder, '某某公报 第18期.txt');
writeFileSync(gazette, '某某公报');
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [['/usr/bin/gongbao', gazette], [gazette], 'a whole path'],
  [['gongbao', '某某公报 第18期.txt', gazette], [gazette], 'a path from the folder, the same file twice'],
  [[gazette], [], 'the program, though it is called by another name'],
  [['electron', '.', '--samples', '-v'], [], 'its folder and its flags'],
  [['gongbao', 'nowhere.txt', ''], [], 'what is not there'],
  [[], [], 'nothing'],
])('%j are %j', (given, expected, why) => {
  expect(openedFiles(given, folder, folder), why).toEqual(expected);
});
