/** A page of two columns: the clause begins at the foot of the left one and goes on at the head of the right one. */
import { describe, expect, it } from 'vitest';
import type { PagesResponse, ProvisionView } from '../../../indexer/contract.ts';
import { doubtfulFrames, hitFrames, pageOf, provisionAt, provisionFrames } from '../../../renderer/original/frames.ts';

const PAGES: PagesResponse = {
  sourceId: 's',
  pages: [{ page: 3, width: 595, height: 842, scanned: false }],
  firstLine: 11,
  lines: [
    [3, 60, 100, 200, 10, 20, 100],
    [3, 60, 700, 200, 10, 20, 100],
    [3, 60, 716, 200, 10, 20, 100],
    [3, 280, 790, 30, 9, 0, 100],
    [3, 320, 100, 200, 10, 20, 100],
    [3, 320, 116, 50, 10, 5, 71],
  ],
  provisions: [[11, 11], [12, 16], null],
};
const provision = (text: string): ProvisionView => ({
  id: 'd-1',
  ordinal: 1,
  kind: 'article',
  label: '',
  path: '',
  text,
  depth: 1,
  parent: null,
});
const TEXT = '一'.repeat(65);

describe('provisionFrames', () => {
  it('gives one frame for each column, without the page number between', () => {
    expect(provisionFrames(PAGES, 1)).toEqual([
      { page: 3, x: 60, y: 700, width: 200, height: 26 },
      { page: 3, x: 320, y: 100, width: 200, height: 26 },
    ]);
  });

  it('gives none where the place is not known', () => {
    expect(provisionFrames(PAGES, 2)).toEqual([]);
    expect(provisionFrames(PAGES, 99)).toEqual([]);
    expect(pageOf(PAGES, 2)).toBeNull();
    expect(pageOf(PAGES, 1)).toBe(3);
  });
});

describe('doubtfulFrames', () => {
  it('gives the lines of a page that OCR is not sure of', () => {
    expect(doubtfulFrames(PAGES, 3)).toEqual([{ page: 3, x: 320, y: 116, width: 50, height: 10 }]);
    expect(doubtfulFrames(PAGES, 4)).toEqual([]);
  });
});

describe('hitFrames', () => {
  it.each<[string, [number, number], unknown]>([
    ['within a line', [4, 6], [{ page: 3, x: 100, y: 700, width: 20, height: 10 }]],
    [
      'across a line break',
      [18, 22],
      [
        { page: 3, x: 240, y: 700, width: 20, height: 10 },
        { page: 3, x: 60, y: 716, width: 20, height: 10 },
      ],
    ],
    ['in the other column', [60, 65], [{ page: 3, x: 320, y: 116, width: 50, height: 10 }]],
  ])('finds a hit %s', (_, range, frames) => {
    expect(hitFrames(PAGES, provision(TEXT), [range])).toEqual([frames]);
  });

  it('counts no blanks, which cleaning moves about', () => {
    const spaced = `　　${TEXT.slice(0, 4)} ${TEXT.slice(4)}`;
    expect(hitFrames(PAGES, provision(spaced), [[7, 9]])).toEqual(hitFrames(PAGES, provision(TEXT), [[4, 6]]));
  });

  it('gives no frame for a text without a place', () => {
    expect(hitFrames(PAGES, { ...provision(TEXT), ordinal: 2 }, [[0, 2]])).toEqual([[]]);
    expect(hitFrames(PAGES, provision(''), [[0, 0]])).toEqual([[]]);
  });
});

describe('provisionAt', () => {
  it('tells what was clicked, and nothing between', () => {
    expect(provisionAt(PAGES, 3, [70, 105])).toBe(0);
    expect(provisionAt(PAGES, 3, [330, 120])).toBe(1);
    expect(provisionAt(PAGES, 3, [70, 400])).toBeNull();
    expect(provisionAt(PAGES, 2, [70, 105])).toBeNull();
  });
});
