import { describe, expect, it } from 'vitest';
import { expandPin, readPin } from '../../../indexer/text/pins.ts';

describe('readPin', () => {
  it.each([
    ['《法》第三十三条第一款的规定', 3, '第三十三条第一款'],
    ['《法》第一百二十条之一第二款第（三）项', 3, '第一百二十条之一第二款第（三）项'],
    ['《法》第115条规定', 3, '第115条'],
    ['《法》的第四十条', 3, '第四十条'],
    ['《法》第四章', 3, null],
    ['', 0, null],
  ])('%s', (text, at, expected) => {
    expect(readPin(text, at)?.text ?? null).toBe(expected);
  });
});

describe('expandPin', () => {
  it.each([
    ['第十条、第十一条至第十三条', ['第十条', '第十一条', '第十二条', '第十三条']],
    ['第三十三条第一款、第二款和第三十四条', ['第三十三条第一款', '第三十三条第二款', '第三十四条']],
    ['第五条第一款第（二）项、第（三）项', ['第五条第一款第（二）项', '第五条第一款第（三）项']],
    ['第七条', ['第七条']],
    ['', []],
  ])('%s', (pin, expected) => {
    expect(expandPin(pin)).toEqual(expected);
  });
});
