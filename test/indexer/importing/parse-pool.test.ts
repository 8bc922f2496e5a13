import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openParsePool, type ParsePool } from '../../../indexer/importing/parse-pool.ts';
import { buildWorker } from '../../support/build-worker.ts';

const LIMITS = { threads: 1, memoryMegabytes: 64, milliseconds: 60_000 };
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Of each thread of this process. */
const priorities = (): number[] => readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)));

let folder: string;
let pool: ParsePool;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-pool-'));
});
afterEach(() => pool.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the parse worker', () => {
  let worker: string;
  beforeAll(async () => {
    worker = await buildWorker('parse-worker.ts', folder);
  });

  it('gives what the pipeline reads', async () => {
    pool = openParsePool(worker);
    const law =
      '某市停车办法\n（2020年5月1日某市人民政府令第8号公布）\n第一条 为了规范停车，制定本办法。\n第二条 本办法自2020年6月1日起施行。\n';
    const parsed = await pool.parse(text(law), '停车.txt');
    expect(parsed.documents.map(({ title }) => title)).toEqual(['某市停车办法']);
    expect(parsed.encoding).toBe('utf-8');
  });

  it.runIf(process.platform === 'linux')('gives way to what somebody waits for', async () => {
    pool = openParsePool(worker);
    const given = (): number => priorities().filter((priority) => priority > getPriority(process.pid)).length;
    const before = given();
    await pool.parse(text('某市停车办法\n第一条 为了规范停车，制定本办法。\n'), '停车.txt');
    expect(given()).toBeGreaterThan(before);
  });

  it('gives the error that the reader names', async () => {
    pool = openParsePool(worker);
    await expect(pool.parse(text('  \n'), 'a.txt')).rejects.toMatchObject({ code: 'file_empty' });
    await expect(pool.parse(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0), 'a.txt')).rejects.toMatchObject({
      code: 'file_binary',
    });
  });
});

describe('a file that', () => {
  const WORKER = `export default ({ fileName }) => {
    if (fileName === 'throws') throw new TypeError('of undefined');
    if (fileName === 'dies') process.exit(3);
    if (fileName === 'stalls') for (;;);
    if (fileName === 'swells') { const kept = []; for (;;) kept.push(new Array(100000).fill({})); }
    return { parsed: { fileName } };
  }`;
  let worker: string;
  beforeAll(() => {
    worker = join(folder, 'naughty-worker.mjs');
    writeFileSync(worker, WORKER);
  });

  it.each([
    ['throws', /of undefined/, LIMITS],
    ['dies', /./, LIMITS],
    ['stalls', /> 3 s/, { ...LIMITS, milliseconds: 3000 }],
    ['swells', /memory/, LIMITS],
  ])('%s fails alone', async (name, reason, limits) => {
    pool = openParsePool(worker, limits);
    const results = await Promise.allSettled(['a', name, 'b'].map((fileName) => pool.parse(text('x'), fileName)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({
      reason: { code: 'parse_failed', details: { reason: expect.stringMatching(reason) } },
    });
  });
});
