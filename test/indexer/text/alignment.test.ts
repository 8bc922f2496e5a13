/** Clean text and the source that it came from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPieces, alignText, placeOf } from '../../../indexer/text/alignment.ts';

describe('alignText', () => {
  it.each([
    ['blanks that went', '通知', '通　　知', [0, 3]],
    ['widths', '2020年', '２０２０年', [0, 1, 2, 3, 4]],
    ['marks that went', '（一）总', '- **(一) 总**', [4, 5, 6, 8]],
    ['a blank put in', '第一条　为', '第一条为', [0, 1, 2, -1, 3]],
    ['a sign for a sign', '习近平·谈治国', '习近平\u{e000}谈治国', [0, 1, 2, 3, 4, 5, 6]],
    ['nothing', '', '某事', []],
    ['no source', '某事', '', [-1, -1]],
  ])('%s', (_, clean, source, expected) => {
    expect([...alignText(clean, source)]).toEqual(expected);
  });

  it('rises, and stays inside the source, whatever the two say', () => {
    const text = fc.string({ unit: fc.constantFrom(...'某市（一）、 　1２“"—一'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (clean, source) => {
        const places = [...alignText(clean, source)].filter((place) => place !== -1);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places.every((place) => place < source.length)).toBe(true);
      }),
    );
  });
});

describe('alignPieces', () => {
  const LINES = [
    { line: 7, text: '　　依法追究' },
    { line: 9, text: '责任。第二' },
  ];

  it('names line and column of each run', () => {
    expect(alignPieces('依法追究责任。', LINES)).toEqual({ pieces: [0, 7, 2, 4, 9, 0], end: 10 });
  });

  it('goes on where the part before it ended', () => {
    const { end } = alignPieces('依法追究责任。', LINES);
    expect(alignPieces('第二', LINES, end).pieces).toEqual([0, 9, 3]);
  });

  it.each([
    [0, [7, 2]],
    [3, [7, 5]],
    [5, [9, 1]],
  ])('placeOf %i', (at, expected) => {
    expect(placeOf([0, 7, 2, 4, 9, 0], at)).toEqual(expected);
  });

  it('has no place where there are no pieces', () => {
    expect(placeOf([], 0)).toBeNull();
  });
});
