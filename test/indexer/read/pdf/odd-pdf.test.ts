/** PDFs that are not as they should be, or not as usual: fonts that are not embedded, turned, scanned, encrypted, broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCharacters } from '../../../../indexer/clean/characters.ts';
import { parseText } from '../../../../indexer/pipeline.ts';
import { openPageImages } from '../../../../indexer/read/pdf/page-images.ts';
import { readPdf } from '../../../../indexer/read/pdf/read-pdf.ts';
import { printedPages } from '../../../../indexer/read/printed-pages.ts';
import type { SourceLine } from '../../../../indexer/read/read-text.ts';
import { A4, type PlacedLine, writePicturePdf, writeTextPdf } from '../../../support/pdf-writer.ts';

const LINES = [
  '第一条 为了加强档案管理，制定本办法。',
  '第二条 本办法自2020年6月1日起施行。',
  'GDP增长5.2%，保持镕、喆二字。',
];
const placed = (lines: readonly string[]): PlacedLine[] =>
  lines.map((text, index) => ({ text, x: 80, y: 100 + index * 24, size: 14 }));
const textsOf = (lines: readonly SourceLine[]): string[] => lines.map(({ text }) => text.trim());

describe('Chinese fonts that are not embedded', () => {
  it.each(['GBK-EUC-H', 'UniGB-UCS2-H'] as const)('are read through the map %s, without any request', async (map) => {
    const { lines } = await readPdf(writeTextPdf([placed(LINES)], map));
    expect(textsOf(lines)).toEqual(LINES);
  });
});

describe('columns that run downwards', () => {
  it('are read from right to left, and keep their places on the page', async () => {
    const columns = LINES.map((text, index) => ({ text, x: 500 - index * 24, y: 80, size: 14 }));
    const { lines } = await readPdf(writeTextPdf([columns], 'UniGB-UCS2-V'));
    expect(textsOf(lines).map(cleanCharacters)).toEqual(LINES);
    const { x = 0, y = 0, width = 0, height = 0 } = lines[0]?.box ?? {};
    expect([x, y, width]).toEqual([493, 80, 14]);
    expect(height).toBeGreaterThan(200);
  });
});

describe('footnotes', () => {
  const BODY = [
    '第一条 城镇燃气①的安全监督管理适用本办法，国家另有规定的，',
    '按照国家规定执行，市、县人民政府应当加强对燃气安全工作的',
  ];
  const NOTES = ['①本办法所称城镇燃气，是指作为燃料使用并符合一定', '要求的气体燃料。'];
  const AFTER = ['领导，并将其纳入国民经济和社会发展规划。', '第二条 本办法自2020年6月1日起施行。'];
  const pageOf = (body: readonly string[], notes: readonly string[], noteSize: number): PlacedLine[] => [
    ...body.map((text, index) => ({ text, x: 80, y: 620 + index * 24, size: 14 })),
    ...notes.map((text, index) => ({ text, x: 80, y: 700 + index * 16, size: noteSize })),
  ];

  it('are told with the line that bears their mark, so that a paragraph goes on over the page break', async () => {
    const read = await readPdf(writeTextPdf([pageOf(BODY, NOTES, 9), pageOf(AFTER, [], 9)]));
    expect(textsOf(read.lines)).toEqual([...BODY, ...NOTES, ...AFTER]);
    expect(read.lines.map(({ page }) => page)).toEqual([1, 1, 1, 1, 2, 2]);
    expect(read.lines.map(({ note }) => note)).toEqual([undefined, undefined, 1, 1, undefined, undefined]);
    expect(printedPages(read, new Set()).map(({ lines }) => lines.length)).toEqual([2, 2]);
    const title = { text: '海州市城镇燃气安全管理办法', x: 180, y: 570, size: 18 };
    const titled = await readPdf(writeTextPdf([[title, ...pageOf(BODY, NOTES, 9)], pageOf(AFTER, [], 9)]));
    const [document] = parseText(titled).documents;
    expect(document?.provisions.map(({ path, text }) => [path, text.replace(/\s/g, '')])).toEqual([
      ['第一条', `${BODY.join('')}${AFTER[0]}`.replace(/\s/g, '')],
      ['第二条', '第二条本办法自2020年6月1日起施行。'],
      ['', NOTES.join('')],
    ]);
  });

  it('are found by numbers that are raised in the text, and numbered in words', async () => {
    const raised = (text: string, x: number, y: number) => ({ text, x, y, size: 8 });
    const page = [
      { text: '城镇燃气', x: 80, y: 620, size: 14 },
      raised('12', 136, 618),
      { text: '的管理适用本办法，国家另有规定的，按照国家规定执行。', x: 146, y: 620, size: 14 },
      { text: '12', x: 80, y: 698, size: 6 },
      { text: '本办法所称城镇燃气，是指作为燃料使用的', x: 87, y: 700, size: 10 },
      { text: '气体燃料。', x: 80, y: 716, size: 10 },
      { text: '— 3 —', x: 290, y: 790, size: 10 },
    ];
    const { lines } = await readPdf(writeTextPdf([page]));
    expect(textsOf(lines)).toEqual([
      '城镇燃气¹²的管理适用本办法，国家另有规定的，按照国家规定执行。',
      '— 3 —',
      '注12：本办法所称城镇燃气，是指作为燃料使用的',
      '气体燃料。',
    ]);
  });

  it.each([
    ['of the size of the text', NOTES, 14],
    ['with a mark that the text does not bear', ['②见附件。', '要求的气体燃料。'], 9],
    ['without a mark', ['注：见附件。', '要求的气体燃料。'], 9],
  ])('are no lines %s', async (_, notes, size) => {
    const { lines } = await readPdf(writeTextPdf([pageOf(BODY, notes, size), pageOf(AFTER, [], 9)]));
    expect(textsOf(lines)).toEqual([...BODY, ...notes, ...AFTER]);
  });
});

describe('the places of lines', () => {
  it('are points from the top left corner of the page', async () => {
    const { lines, pages } = await readPdf(writeTextPdf([placed(['第一条'])]));
    expect(lines[0]).toMatchObject({ page: 1, box: { x: 80, width: 42, height: 14 }, size: 14 });
    expect(lines[0]?.box?.y).toBeCloseTo(100, 0);
    expect(pages).toEqual([{ page: 1, width: 595, height: 842, scanned: false }]);
  });

  it('are those of the page as it is shown, where its lines run upwards', async () => {
    const pdf = writeTextPdf([placed(LINES).map((line) => ({ ...line, upwards: true }))]);
    const { lines, pages } = await readPdf(pdf);
    expect(textsOf(lines)).toEqual(LINES);
    expect(pages).toMatchObject([{ width: A4.width, height: A4.height, scanned: false }]);
    const [first] = lines;
    expect(first?.box?.x).toBeCloseTo(100, 0);
    expect((first?.box?.y ?? 0) + (first?.box?.height ?? 0)).toBeCloseTo(A4.height - 80, 0);
    expect(first?.box?.height).toBeGreaterThan(200);
  });

  it('are those of the page as it is shown, where it is turned', async () => {
    const { pages } = await readPdf(writeTextPdf([placed(LINES)], 'UniGB-UCS2-H', { ...A4, rotate: 90 }));
    expect(pages[0]).toMatchObject({ width: 842, height: 595 });
  });
});

describe('pages without text', () => {
  const picture = { width: 100, height: 140, gray: new Uint8Array(14_000).fill(255) };
  const recognised: SourceLine = { text: '识别的文字', line: 1, page: 1, confidence: 0.9 };

  it('are told, and named in a problem', async () => {
    const { lines, pages, problems } = await readPdf(writePicturePdf([picture, picture, picture]));
    expect(lines).toEqual([]);
    expect(pages.map(({ scanned }) => scanned)).toEqual([true, true, true]);
    expect(problems).toMatchObject([{ code: 'pages_scanned', message: '第 1–3 页没有文字层，需要文字识别' }]);
  });

  it('take the lines that were recognised, in the order of the pages', async () => {
    const pdf = writePicturePdf([picture, picture]);
    const given = new Map([
      [2, [recognised]],
      [
        1,
        [
          { ...recognised, text: '第一页' },
          { ...recognised, text: '其二' },
        ],
      ],
    ]);
    const { lines, problems } = await readPdf(pdf, { recognised: given });
    expect(lines.map(({ text, line, page }) => [text, line, page])).toEqual([
      ['第一页', 1, 1],
      ['其二', 2, 1],
      ['识别的文字', 3, 2],
    ]);
    expect(problems).toEqual([]);
  });
});

describe('an encrypted PDF', () => {
  const picture = { width: 50, height: 70, gray: new Uint8Array(3500).fill(90) };
  const locked = writePicturePdf([picture], A4, 'geheim');

  it('asks for its password, and says so when another was given', async () => {
    await expect(readPdf(locked)).rejects.toMatchObject({ code: 'file_encrypted' });
    await expect(readPdf(locked, { password: 'falsch' })).rejects.toMatchObject({ code: 'file_encrypted' });
    await expect(openPageImages(locked)).rejects.toMatchObject({ code: 'file_encrypted' });
    await expect(openPageImages(locked, 'falsch')).rejects.toMatchObject({ code: 'file_encrypted' });
  });

  it('is read and drawn with it', async () => {
    expect((await readPdf(locked, { password: 'geheim' })).pages).toHaveLength(1);
    const images = await openPageImages(locked, 'geheim');
    const { data } = await images.render(1, 36);
    images.close();
    expect(data[data.length / 2]).toBe(90);
  });
});

describe('a PDF that is broken', () => {
  it('is damaged, not a crash', async () => {
    const whole = writeTextPdf([placed(LINES)]);
    await expect(readPdf(new TextEncoder().encode('%PDF-1.4\nnothing follows'))).rejects.toMatchObject({
      code: 'file_damaged',
    });
    await expect(readPdf(whole.subarray(0, 300))).rejects.toMatchObject({ code: 'file_damaged' });
  });

  it('gives text or a named error, whatever bytes were changed in it', async () => {
    const whole = writeTextPdf([placed(LINES), placed(LINES)]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const outcome = await readPdf(bytes).catch((error: { code?: string }) => error.code);
          if (typeof outcome === 'string')
            expect(['file_damaged', 'file_encrypted', 'file_too_large']).toContain(outcome);
          else expect(outcome).toHaveProperty('lines');
        },
      ),
      { numRuns: 40 },
    );
  });
});
