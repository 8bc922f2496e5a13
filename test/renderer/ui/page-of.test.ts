import { expect, it } from 'vitest';
import { pageOf } from '../../../renderer/ui/page-of.ts';

it.each([
  ['page=3', 3],
  ['', 1],
  ['page=0', 1],
  ['page=-2', 1],
  ['page=2.9', 2],
  ['page=x', 1],
])('of “%s” is %d', (address, page) => {
  expect(pageOf(new URLSearchParams(address))).toBe(page);
});
