/** Numbers alone on their lines: rows of a table, page numbers, the page numbers of a contents list. */
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../indexer/clean/clean.ts';
import { findRowNumbers } from '../../../indexer/clean/row-numbers.ts';

const rows = (text: string): number[] => [...findRowNumbers(text.split(' '))];
const pages = Array.from({ length: 4 }, (_, page) => `${'一行正文。 '.repeat(20)}${page + 1}`).join(' ');

describe('findRowNumbers', () => {
  it.each([
    [
      '序号 单位 数量 1 某某镇 12 2 某某乡 8',
      [3, 5, 6, 8],
      'under its head two rows are a table, figures in cells too',
    ],
    ['1 某某镇 2 某某乡 3 某某街道', [0, 2, 4], 'three rows without a head'],
    ['1 某某镇 2 某某乡', [], 'two numbers alone say nothing'],
    ['3 某某镇 4 某某乡 5 某某街道', [], 'a table begins with one'],
    ['目录 某通知 1 某意见 2 某批复 3', [], 'a contents list'],
    [pages, [], 'pages are longer than rows'],
    ['', [], 'nothing'],
  ])('%s', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('keeps the rows of a table in the text', () => {
    const source = ['序号', '单位', '1', '某某镇', '2', '某某乡'].map((text, at) => ({
      text,
      line: at + 1,
      page: null,
    }));
    expect(cleanLines(source).lines.map(({ text }) => text)).toEqual(['序号', '单位', '1', '某某镇', '2', '某某乡']);
  });
});
