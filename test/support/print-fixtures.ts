/**
 * `npx tsx test/support/print-fixtures.ts LAW.md`: prints the PDFs of test/fixtures/pdf with Chromium, from the gazettes
 * and a law. They are kept, because a print with another version of a font would not be the same; run it to add one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { parseBytes } from '../../indexer/pipeline.ts';
import { type PrintedParagraph, paragraphsOf } from './printed-gazette.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const [law] = process.argv.slice(2);
if (law === undefined) throw new Error('Expected the path of a law in Markdown.');

const read = async (path: string) => (await parseBytes(readFileSync(path), path)).documents;
const gazette = (name: string) => read(resolve(FIXTURES, 'gazettes', name));
const STYLE = {
  centred: 'text-align:center;font-weight:bold;margin:0.6em 0',
  flush: '',
  indented: 'text-indent:2em;text-align:justify',
  right: 'text-align:right;margin-right:2em',
};

const html = (paragraphs: readonly PrintedParagraph[], style: string): string =>
  `<!doctype html><html lang="zh-CN"><style>body{margin:0}div{line-height:1.7;${style}}p{margin:0}</style><div>${paragraphs
    .map(({ text, setting }) => `<p style="${STYLE[setting]}">${text}</p>`)
    .join('')}</div></html>`;

const PRINTS = [
  {
    file: 'notice-one-column',
    documents: (await gazette('002_8bb94a9499e35f44.txt')).slice(0, 1),
    style: 'font:16px Noto Serif CJK SC',
  },
  {
    file: 'measures-two-columns',
    documents: (await gazette('003_78fafd201e7347e4.txt')).slice(7, 8),
    style: 'font:14px Noto Serif CJK SC;columns:2;column-gap:26px',
  },
  {
    file: 'law-two-columns',
    documents: (await read(law)).slice(0, 1),
    style: 'font:13px Noto Sans CJK SC;columns:2;column-gap:22px',
  },
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const { file, documents, style } of PRINTS) {
  await page.setContent(html(documents.flatMap(paragraphsOf).slice(0, 22), style));
  const margin = { top: '22mm', bottom: '20mm', left: '22mm', right: '22mm' };
  const footer = '<div style="font-size:9px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>';
  const pdf = await page.pdf({
    tagged: false,
    format: 'A4',
    margin,
    displayHeaderFooter: true,
    headerTemplate: '<i></i>',
    footerTemplate: footer,
  });
  writeFileSync(resolve(FIXTURES, 'pdf', `${file}.pdf`), pdf);
  console.log(file, pdf.length);
}
await browser.close();
