import { describe, expect, it } from 'vitest';
import { findDates, isoDay, lastDayOfTerm, readDate } from '../../../indexer/text/dates.ts';

describe('readDate', () => {
  it.each([
    ['2020年9月6日', '2020-09-06'],
    ['二○○八年九月二十二日', '2008-09-22'],
    ['二〇一八年五月十六日', '2018-05-16'],
    ['2020-12-07', '2020-12-07'],
    ['2020.07.23', '2020-07-23'],
    ['2020 年 9 月 6 日', '2020-09-06'],
    ['2021年2月29日', null],
    ['2021年13月1日', null],
    ['2021年9月', null],
  ])('%s is %s', (text, day) => {
    expect(readDate(text)).toBe(day);
  });
});

it('tells where the dates of a sentence stand', () => {
  const text = '自2020年10月1日起施行，有效期至2022年9月30日。';
  expect(findDates(text).map(({ day, span }) => [day, text.slice(span.start, span.end)])).toEqual([
    ['2020-10-01', '2020年10月1日'],
    ['2022-09-30', '2022年9月30日'],
  ]);
});

it('knows leap years', () => {
  expect(isoDay(2024, 2, 29)).toBe('2024-02-29');
  expect(isoDay(2100, 2, 29)).toBeNull();
});

it('ends a term of five years on the day before', () => {
  expect(lastDayOfTerm('2020-09-06', 5)).toBe('2025-09-05');
});
