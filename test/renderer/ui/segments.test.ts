/** Marks never change a text: taken away, they leave it as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Range, segments } from '../../../renderer/ui/segments.ts';

const ranges = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })), { maxLength: 8 });

describe('segments', () => {
  it('joined are the text, for any ranges', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), ranges, (text, marks) => {
        const pieces = segments(text, marks);
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(pieces.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  it('of two parts are those of the whole, cut at the seam', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), ranges, fc.nat({ max: 50 }), (text, marks, seam) => {
        const at = Math.min(seam, text.length);
        const marked = (part: Range): boolean[] =>
          segments(text, marks, part).flatMap(({ start, end, range }) => Array(end - start).fill(range !== null));
        expect([...marked([0, at]), ...marked([at, text.length])]).toEqual(marked([0, text.length]));
      }),
    );
  });

  it.each<[string, Range[], string[]]>([
    ['既有住宅增设电梯办法', [[4, 8]], ['增设电梯']],
    ['增设电梯', [[0, 4]], ['增设电梯']],
    [
      '安装简单，没有复杂的配置',
      [
        [5, 7],
        [2, 4],
      ],
      ['简单', '没有'],
    ],
    [
      '电梯',
      [
        [0, 1],
        [0, 2],
      ],
      ['电', '梯'],
    ],
    ['电梯', [[1, 9]], ['梯']],
    [
      '电梯',
      [
        [1, 1],
        [2, 1],
      ],
      [],
    ],
    ['', [[0, 3]], []],
  ])('marks in “%s” at %j are %j', (text, marks, expected) => {
    const marked = segments(text, marks).filter(({ range }) => range !== null);
    expect(marked.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
