import { describe, expect, it } from 'vitest';
import { readIssueFacts } from '../../../indexer/split/issue.ts';

describe('readIssueFacts', () => {
  it.each([
    [
      'masthead',
      ['某某市人民政府公报', '2020', '第18期（总第328期）', '2020年9月20日出版'],
      [],
      [],
      [2020, 18, 328, '2020-09-20'],
    ],
    ['one line', ['江北省人民政府公报 2022年第3期'], [], [], [2022, 3, null, null]],
    ['Han numerals', ['江北政报', '二○二○年 第十八期', '（总第三百二十八期）'], [], [], [2020, 18, 328, null]],
    [
      'colophon',
      [],
      ['某某市人民政府公报', '2017年第13期', '7月5日出版', '总第251期'],
      [],
      [2017, 13, 251, '2017-07-05'],
    ],
    ['running head', [], [], ['市政府文件   某某市人民政府公报 （2021年第13期）'], [2021, 13, null, null]],
  ])('from the %s', (_, front, back, heads, [year, number, totalNumber, publishedOn]) => {
    expect(readIssueFacts(front, back, heads)).toMatchObject({ year, number, publishedOn });
    if (totalNumber !== null) expect(readIssueFacts(front, back, heads)?.totalNumber).toBe(totalNumber);
  });

  it.each([[['某某市人民政府文件', '某政发〔2020〕1号']], [['在某某市人民政府公报上刊登的规章为标准文本。']], [[]]])(
    '%j is no issue',
    (front) => {
      expect(readIssueFacts(front, [], [])).toBeNull();
    },
  );
});
