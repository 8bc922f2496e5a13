/** Years as bars: nothing is lost when they share one, and a range is whole years. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barsOf, daysOf, isWithin, rangeBetween } from '../../../../renderer/features/search/year-bars.ts';

const years = fc
  .array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 150 })
  .map((counts) => counts.map((count, i) => ({ year: 1900 + i, count })));

it('every year is in exactly one bar, and every count', () => {
  fc.assert(
    fc.property(years, (some) => {
      const bars = barsOf(some);
      expect(bars.length).toBeLessThanOrEqual(48);
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(some.reduce((sum, { count }) => sum + count, 0));
      expect(bars[0]?.first).toBe(some[0]?.year);
      expect(bars.at(-1)?.last).toBe(some.at(-1)?.year);
      for (let i = 1; i < bars.length; i += 1) expect(bars[i]?.first).toBe((bars[i - 1]?.last ?? 0) + 1);
    }),
  );
});

it('a range begins with the first day of its first year, whichever bar was touched first', () => {
  const [one, other] = [
    { first: 2019, last: 2019, count: 1 },
    { first: 2016, last: 2016, count: 2 },
  ];
  expect(daysOf(rangeBetween(one, other))).toEqual({ from: '2016-01-01', to: '2019-12-31' });
});

it.each([
  [null, null, true],
  ['2019-06-01', null, true],
  ['2020-01-01', null, false],
  [null, '2018-12-31', false],
  ['2018-01-01', '2019-01-01', true],
])('2019 lies between %s and %s: %s', (from, to, within) => {
  expect(isWithin({ first: 2019, last: 2019, count: 1 }, from, to)).toBe(within);
});
