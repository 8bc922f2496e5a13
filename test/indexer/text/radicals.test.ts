/** Radicals that stand for characters. */
import { describe, expect, it } from 'vitest';
import { replaceRadicals } from '../../../indexer/text/radicals.ts';

describe('replaceRadicals', () => {
  it.each([
    ['⺠⽣与⻓效', '民生与长效'],
    ['⻔⻋⻬⻛', '门车齐风'],
    ['民生', '民生'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(replaceRadicals(text)).toBe(expected);
  });

  it('keeps the length', () => {
    const all = String.fromCharCode(...Array.from({ length: 0x2fd6 - 0x2e80 }, (_, i) => 0x2e80 + i));
    expect(replaceRadicals(all)).toHaveLength(all.length);
  });
});
