/** Pages set by hand from rows of text, as a PDF would give them: in any order, in pieces, in one, two and three columns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../../../indexer/read/layout/fragment.ts';
import { layOutPage } from '../../../../indexer/read/layout/page-layout.ts';

const EM = 10;
const PITCH = 16;
const PAGE_HEIGHT = 800;

/** A line of text at a place, one fragment a character or one for all. */
function printed(text: string, x: number, y: number, pieces: 'line' | 'characters' = 'line'): Fragment[] {
  const at = (piece: string, left: number): Fragment => ({
    text: piece,
    box: { x: left, y, width: piece.length * EM, height: EM },
    size: EM,
    bold: false,
    confidence: 1,
  });
  return pieces === 'line' ? [at(text, x)] : [...text].map((c, index) => at(c, x + index * EM));
}

const textsOf = (fragments: readonly Fragment[]): string[] =>
  layOutPage(fragments, PAGE_HEIGHT).lines.map(({ text }) => text);

/** Lines of `length` characters: 左一左一左一… */
const column = (name: string, rows: number, length: number): string[] =>
  Array.from({ length: rows }, (_, row) => (name + String.fromCharCode(0x4e00 + row)).repeat(length).slice(0, length));

const set = (lines: readonly string[], x: number, y: number): Fragment[] =>
  lines.flatMap((line, row) => printed(line, x, y + row * PITCH));

describe('reading order', () => {
  const left = column('左', 20, 20);
  const rightOnes = column('右', 20, 20);

  it('reads the left column before the right one', () => {
    const page = [...set(left, 50, 100), ...set(rightOnes, 270, 100)];
    expect(textsOf(page)).toEqual([...left, ...rightOnes]);
  });

  it('does so where the lines of the columns do not stand level', () => {
    expect(textsOf([...set(rightOnes, 270, 107), ...set(left, 50, 100)])).toEqual([...left, ...rightOnes]);
  });

  it('ends the columns above a heading that runs across, and begins new ones below', () => {
    const heading = '横贯两栏的标题'.repeat(4);
    const above = [...set(left.slice(0, 8), 50, 100), ...set(rightOnes.slice(0, 8), 270, 100)];
    const below = [...set(left.slice(8), 50, 300), ...set(rightOnes.slice(8), 270, 300)];
    expect(textsOf([...above, ...below, ...printed(heading, 120, 260)])).toEqual([
      ...left.slice(0, 8),
      ...rightOnes.slice(0, 8),
      heading,
      ...left.slice(8),
      ...rightOnes.slice(8),
    ]);
  });

  it('keeps running heads and page numbers out of the columns', () => {
    const page = [
      ...printed('公报', 50, 30),
      ...printed('市政府文件', 400, 30),
      ...set(left, 50, 100),
      ...set(rightOnes, 270, 100),
      ...printed('12', 450, 770),
    ];
    expect(textsOf(page)).toEqual(['公报　市政府文件', ...left, ...rightOnes, '12']);
  });

  it('reads a last page whose right column holds a single line', () => {
    expect(textsOf([...set(left, 50, 100), ...printed('右栏一行。', 270, 100)])).toEqual([...left, '右栏一行。']);
  });

  it('reads a large title at the top of the left column in its column', () => {
    const title = printed('某某市人民政府办公室', 60, 66).map((one) => ({
      ...one,
      size: 18,
      box: { ...one.box, width: 180, height: 18 },
    }));
    const page = [
      ...title,
      ...set(left, 50, 112),
      ...printed('二〇二〇年九月六日', 370, 70),
      ...set(rightOnes, 270, 112),
    ];
    expect(textsOf(page)).toEqual(['某某市人民政府办公室', ...left, '二〇二〇年九月六日', ...rightOnes]);
  });

  it('reads three columns one after the other', () => {
    const [a, b, c] = [column('甲', 20, 14), column('乙', 20, 14), column('丙', 20, 14)];
    expect(textsOf([...set(a, 40, 100), ...set(b, 200, 100), ...set(c, 360, 100)])).toEqual([...a, ...b, ...c]);
  });

  it('reads a page of one column as it stands, whatever order the file keeps', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const lines = column('文', 12, 40);
        const pieces = lines.flatMap((line, row) => printed(line, 50, 100 + row * PITCH, 'characters'));
        const shuffled = pieces
          .map((piece, index) => ({ piece, key: Math.imul(index + 1, seed | 1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ piece }) => piece);
        expect(textsOf(shuffled)).toEqual(lines);
      }),
      { numRuns: 20 },
    );
  });

  it('gives nothing for a page without text', () => {
    expect(textsOf([])).toEqual([]);
  });
});

describe('rows and blanks', () => {
  it('parts the cells of a table by tabs', () => {
    const rows = [
      ['序号', '责任单位', '时限'],
      ['1', '市水务局', '2020年底'],
      ['2', '市司法局', '2021年底'],
    ];
    const page = rows.flatMap((cells, row) =>
      cells.flatMap((cell, index) => printed(cell, 50 + index * 120, 100 + row * PITCH)),
    );
    const { lines } = layOutPage(page, PAGE_HEIGHT);
    expect(lines.map(({ text }) => text)).toEqual(rows.map((cells) => cells.join('\t')));
    expect(lines.every(({ row }) => row)).toBe(true);
  });

  it.each([
    ['begins with the first', [0, 0, 0], 100],
    ['stands in the middle of its height', [-0.5, 0.5, -0.5], 100],
  ])('keeps a cell of several lines together where its row %s', (_, [head = 0], top) => {
    const page = [
      ...printed('序号', 50, top),
      ...printed('任务', 110, top),
      ...printed('责任单位', 330, top),
      ...printed('1', 50, top + 24 - head * 14),
      ...printed('加快推进城乡供水一体化，完成老旧管网', 110, top + 24),
      ...printed('改造三百公里。', 110, top + 38),
      ...printed('市水务局', 330, top + 24 - head * 14),
      ...printed('2', 50, top + 62),
      ...printed('修订停车管理办法。', 110, top + 62),
      ...printed('市司法局', 330, top + 62),
      ...printed('市公安局', 330, top + 76),
      ...printed('注：以上任务由市政府督查室督办。', 50, top + 106),
    ];
    expect(textsOf(page)).toEqual([
      '序号\t任务\t责任单位',
      '1\t加快推进城乡供水一体化，完成老旧管网改造三百公里。\t市水务局',
      '2\t修订停车管理办法。\t市司法局市公安局',
      '注：以上任务由市政府督查室督办。',
    ]);
  });

  it('takes no line of text into a row with a gap', () => {
    const page = [
      ...printed('某某市人民政府', 50, 100),
      ...printed('2020年9月1日', 300, 100),
      ...printed('（此件公开发布）', 300, 114),
    ];
    expect(textsOf(page)).toHaveLength(2);
  });

  it('marks the first line of a paragraph by two wide blanks', () => {
    const page = [
      ...printed('为了规范管理，制定本办法，', 70, 100),
      ...set(['本市行政区域内适用本办法规定。', '其他。'], 50, 116),
    ];
    expect(textsOf(page)[0]).toBe('　　为了规范管理，制定本办法，');
  });

  it('keeps a blank between words and none between characters', () => {
    const words = [...printed('GDP', 50, 100), ...printed('增长', 85, 100), ...printed('目标', 106, 100)];
    expect(textsOf(words)).toEqual(['GDP 增长目标']);
  });
});
