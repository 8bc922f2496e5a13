import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../main/origin.ts';

describe('isOwnAddress', () => {
  it.each([
    ['gongbao://app/', true],
    ['gongbao://app/documents/3?q=电梯#art-6', true],
    ['gongbao://app', true],
    ['gongbao://other/', false],
    ['gongbao://app.example.com/', false],
    ['gongbao://app@example.com/', false],
    ['gongbao://app:8080/', false],
    ['https://app/', false],
    ['file:///app/', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isOwnAddress(address)).toBe(expected);
  });
});
