/**
 * `npm run bench:pages [-- FILE.pdf …]`: pages a second of PDFs with text, through the parse pool on two threads; seconds
 * a page of pictures and how much was read right, through the page pool; and the most memory that either took. Without files: the gazettes of the
 * tests, set in two columns. Build first.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { openParsePool } from '../../indexer/importing/parse-pool.ts';
import { openPagePool } from '../../indexer/pages/page-pool.ts';
import { parseBytes } from '../../indexer/pipeline.ts';
import { openPageImages } from '../../indexer/read/pdf/page-images.ts';
import { readPdf } from '../../indexer/read/pdf/read-pdf.ts';
import { writePicturePdf, writeTextPdf } from '../support/pdf-writer.ts';
import { paragraphsOf, setPages } from '../support/printed-gazette.ts';
import { editDistance, plainCharacters } from '../support/scans.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const BUNDLES = join(ROOT, 'out/indexer');
const FIXTURES = join(ROOT, 'test/fixtures');
const ROUNDS = 4;
const folder = mkdtempSync(join(tmpdir(), 'gongbao-bench-pages-'));

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);
const megabytes = (): string => {
  const most = `${Math.round(peak / 1024 / 1024)} MB`;
  peak = 0;
  return most;
};

const given = process.argv.slice(2);
const files = given.length > 0 ? given : await setGazettes();
await benchText(files);
await benchPictures();
clearInterval(watch);
rmSync(folder, { recursive: true });

async function setGazettes(): Promise<string[]> {
  const setting = { columns: 2, size: 10.5, gutter: 20, leading: 18, runningHead: '某某市人民政府公报 2020年第18期' };
  const names = readdirSync(join(FIXTURES, 'gazettes'));
  return Promise.all(
    names.map(async (name) => {
      const { documents } = await parseBytes(readFileSync(join(FIXTURES, 'gazettes', name)), name);
      const path = join(folder, `${name}.pdf`);
      writeFileSync(path, writeTextPdf(setPages(documents.flatMap(paragraphsOf), setting)));
      return path;
    }),
  );
}

async function benchText(paths: readonly string[]): Promise<void> {
  const pool = openParsePool(join(BUNDLES, 'parse-worker.mjs'), {
    threads: 2,
    memoryMegabytes: 1024,
    milliseconds: 120_000,
  });
  const parse = async (path: string): Promise<number> =>
    (await pool.parse(readFileSync(path), basename(path))).pages?.length ?? 0;
  // The first file of each thread also loads what reads it.
  await Promise.all([parse(paths[0] ?? ''), parse(paths[0] ?? '')]);
  const start = performance.now();
  const pages = await Promise.all(Array.from({ length: ROUNDS }, () => paths.map(parse)).flat());
  const total = pages.reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `text: ${total} pages in ${seconds.toFixed(1)} s, ${(total / seconds).toFixed(0)} a second, ${megabytes()}`,
  );
  await pool.close();
}

async function benchPictures(): Promise<void> {
  const pool = openPagePool(join(BUNDLES, 'page-worker.mjs'));
  const times: number[] = [];
  for (const name of readdirSync(join(FIXTURES, 'pdf')))
    for (const dpi of [150, 200]) {
      const path = join(folder, `${name}-${dpi}.pdf`);
      writeFileSync(path, await scan(join(FIXTURES, 'pdf', name), dpi));
      const start = performance.now();
      const lines = await pool.recognise({ path, page: 1 });
      times.push((performance.now() - start) / 1000);
      const right = shareRight(await textOf(join(FIXTURES, 'pdf', name)), lines.map(({ text }) => text).join(''));
      console.log(
        `picture: ${name} at ${dpi} dpi, ${lines.length} lines, ${times.at(-1)?.toFixed(1)} s, ${(100 * right).toFixed(2)} % of characters right`,
      );
    }
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(`pictures: ${mean.toFixed(1)} s a page, ${megabytes()}`);
  await pool.close();
}

/** Of the first page, which is the one that is recognised. */
async function textOf(path: string): Promise<string> {
  const { lines } = await readPdf(readFileSync(path));
  return lines
    .filter(({ page }) => page === 1)
    .map(({ text }) => text)
    .join('');
}

function shareRight(printed: string, read: string): number {
  const [expected, found] = [plainCharacters(printed), plainCharacters(read)];
  return 1 - editDistance(expected, found) / Math.max(1, expected.length);
}

async function scan(path: string, dpi: number): Promise<Uint8Array> {
  const images = await openPageImages(readFileSync(path));
  const { width, height, data } = await images.render(1, dpi);
  images.close();
  const gray = Uint8Array.from({ length: width * height }, (_, index) => data[index * 4] ?? 255);
  return writePicturePdf([{ width, height, gray }]);
}
