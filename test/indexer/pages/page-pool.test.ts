/** Recognising a page is given up without harm: a thread that is ended inside a model would take the whole process with it. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openPagePool, type PagePool } from '../../../indexer/pages/page-pool.ts';
import { temporaryFolder } from '../../support/library.ts';
import { writePicturePdf } from '../../support/pdf-writer.ts';

const WORKER = resolve(import.meta.dirname, '../../../out/indexer/page-worker.mjs');
const folder = temporaryFolder('pages');
const path = join(folder.path, 'scan.pdf');
const WIDTH = 1200;
const HEIGHT = 1600;

/** Rows of marks, which the models take a while over. */
const gray = new Uint8Array(WIDTH * HEIGHT).fill(255);
for (let y = 100; y < HEIGHT - 100; y += 1)
  if (y % 60 < 30)
    for (let x = 100; x < WIDTH - 100; x += 1)
      if ((x * 7919 + Math.trunc(y / 5) * 104_729) % 17 < 6) gray[y * WIDTH + x] = 0;
writeFileSync(path, writePicturePdf([{ width: WIDTH, height: HEIGHT, gray }]));

let pool: PagePool;
beforeEach(() => {
  pool = openPagePool(WORKER);
});
afterEach(() => pool.close());
afterAll(() => folder.remove());

it('gives a page up at once, and reads the next one', async () => {
  for (const pauses of [0, 1, 4, 12]) {
    const stop = new AbortController();
    const given = pool.recognise({ path, page: 1 }, stop.signal);
    // Drawing pages in another thread is what the time is measured by.
    for (let i = 0; i < pauses; i += 1) await pool.image({ path, page: 1 }, 72);
    stop.abort();
    await expect(given).rejects.toMatchObject({ code: 'page_failed' });
  }
  expect(await pool.recognise({ path, page: 1 })).toBeInstanceOf(Array);
}, 120_000);

it('closes while a page is read', async () => {
  const given = pool.recognise({ path, page: 1 }).catch((error) => error.code);
  await pool.image({ path, page: 1 }, 72);
  await pool.close();
  expect(await given).toBe('page_failed');
}, 60_000);
