import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildImportChild, importUntil, libraryContents } from '../../support/killed-import.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const GAZETTES = join(ROOT, 'test/fixtures/gazettes');
const NOTICES = 80;

let folder: string;
let input: string;

/** The five gazettes, many small notices between them, a copy of one, and a file that is none. */
beforeAll(async () => {
  await buildImportChild();
  folder = mkdtempSync(join(tmpdir(), 'gongbao-crash-'));
  input = join(folder, 'input');
  mkdirSync(input);
  readdirSync(GAZETTES).forEach((name, i) => {
    cpSync(join(GAZETTES, name), join(input, `${i * 8} ${name}`));
  });
  for (let i = 0; i < NOTICES; i += 1) {
    const notice = `某市人民政府关于第${i}件事的通知\n某政发〔2021〕${i}号\n各区人民政府：\n一、做好第${i}件事。\n二、本通知自印发之日起施行。\n某市人民政府\n2021年3月4日\n`;
    writeFileSync(join(input, `${i} 通知.txt`), notice);
    if (i === 7) writeFileSync(join(input, '39 again.txt'), notice);
  }
  writeFileSync(join(input, '20 empty.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an import that is killed', () => {
  it('and taken up again gives what one gives that is left alone', { timeout: 120_000 }, async () => {
    const whole = join(folder, 'whole');
    expect(await importUntil({ library: whole, input }, Number.POSITIVE_INFINITY, 0)).toBe(true);
    const expected = libraryContents(whole);
    expect(expected.runs).toEqual(['[1,"done",null]']);
    expect(expected.originals).toHaveLength(NOTICES + 5);

    const killed = join(folder, 'killed');
    // At fixed and at random places, now and then between two files.
    const places = [1, 2, 5, 3, 1 + Math.floor(Math.random() * 9), 1 + Math.floor(Math.random() * 9)];
    let kills = 0;
    for (const files of places)
      if (!(await importUntil({ library: killed, input }, files, Math.random() * 25))) kills += 1;
    expect(kills).toBeGreaterThanOrEqual(4);
    for (
      let left = 20;
      left > 0 && !(await importUntil({ library: killed, input }, Number.POSITIVE_INFINITY, 0));
      left -= 1
    );
    const found = libraryContents(killed);
    for (const [part, rows] of Object.entries(expected))
      expect(found[part], `${part}, killed after ${places}`).toEqual(rows);
  });
});
