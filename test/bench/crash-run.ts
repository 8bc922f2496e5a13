/**
 * `npm run bench -- --crash [SEED]`: an import of 500 files is killed twenty times at moments of chance and taken up again;
 * says whether the library is that of an import left alone.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildImportChild, importUntil, libraryContents } from '../support/killed-import.ts';

const FILES = 500;
const KILLS = 20;
const GAZETTE = resolve(import.meta.dirname, '../fixtures/gazettes/001_99d82253c90ac351.txt');

export async function measureCrashes(seed: number): Promise<void> {
  await buildImportChild();
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-crash-'));
  const input = join(folder, 'input');
  mkdirSync(input);
  const gazette = readFileSync(GAZETTE, 'utf8');
  for (let i = 0; i < FILES; i += 1) {
    const text = i % 25 === 0 ? `${gazette}\n${i}\n` : notice(i % 7 === 0 ? i - 1 : i);
    writeFileSync(join(input, `${i} 通知.txt`), text);
  }
  const random = seeded(seed);
  const whole = { library: join(folder, 'whole'), input };
  const start = performance.now();
  await importUntil(whole, Number.POSITIVE_INFINITY, 0);
  console.log(`left alone: ${FILES} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const killed = { library: join(folder, 'killed'), input };
  let kills = 0;
  while (kills < KILLS) {
    const files = 1 + Math.floor(random() * ((FILES / KILLS) * 1.5));
    if (await importUntil(killed, files, random() * 30)) break;
    kills += 1;
  }
  for (let left = 10; left > 0 && !(await importUntil(killed, Number.POSITIVE_INFINITY, 0)); left -= 1);
  const [expected, found] = [libraryContents(whole.library), libraryContents(killed.library)];
  const different = Object.keys(expected).filter((part) => !isDeepStrictEqual(expected[part], found[part]));
  console.log(
    `killed ${kills} times, seed ${seed}: ${different.length === 0 ? 'the same library' : `DIFFERENT in ${different.join(', ')}`}`,
  );
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = different.length === 0 ? 0 : 1;
}

const notice = (i: number): string =>
  `某市人民政府关于第${i}件事的通知\n某政发〔2021〕${i}号\n各区人民政府：\n一、做好第${i}件事。\n二、本通知自印发之日起施行。\n某市人民政府\n2021年3月4日\n`;

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
