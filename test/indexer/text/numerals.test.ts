import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumeral, writeNumeral } from '../../../indexer/text/numerals.ts';

describe('readNumeral', () => {
  it.each([
    ['十', 10],
    ['二十三', 23],
    ['一百零五', 105],
    ['一千二百五十九', 1259],
    ['廿三', 23],
    ['二〇二〇', 2020],
    ['二○○八', 2008],
    ['二OO九', 2009],
    ['二0二Ｏ', 2020],
    ['２３', 23],
    ['零', 0],
    ['', null],
    ['十几', null],
    ['1.5', null],
  ])('%s is %s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it('reads whatever it writes', () => {
    fc.assert(fc.property(fc.nat({ max: 9999 }), (value) => readNumeral(writeNumeral(value)) === value));
  });
});
