import { expect, it } from 'vitest';
import { remark } from '../../../indexer/check/findings.ts';
import { sayRemark } from '../../../indexer/check/words.ts';

it.each([
  ['2018-02-08', 'zh', '已于2018年2月8日废止'],
  ['2018-12-30', 'zh', '已于2018年12月30日废止'],
  ['2018-02-08', 'en', 'Repealed on 2018-02-08'],
  [null, 'zh', '已经废止'],
] as const)('a repeal of %s in %s reads %s', (about, language, expected) => {
  expect(sayRemark(remark('repealed', { about }), language)).toBe(expected);
});
