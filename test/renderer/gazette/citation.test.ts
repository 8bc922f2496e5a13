/** How documents and clauses are cited. */
import { expect, it } from 'vitest';
import { citationOf, clauseCitation } from '../../../renderer/gazette/citation.ts';

it.each([
  [
    '某某市住宅增设电梯办法',
    '某政办发〔2020〕25号',
    '2020-09-06',
    '《某某市住宅增设电梯办法》（某政办发〔2020〕25号）',
  ],
  ['某某管理条例', null, '2016-02-06', '《某某管理条例》（2016年2月6日）'],
  ['关于印发《某某办法》的通知', null, null, '《关于印发〈某某办法〉的通知》'],
  ['', null, null, '《》'],
])('%s, %s, %s is cited as %s', (title, number, writtenOn, expected) => {
  expect(citationOf({ title, number, writtenOn })).toBe(expected);
});

it('a clause follows its source in quotation marks', () => {
  const document = { title: '某某办法', number: '某政发〔2020〕1号', writtenOn: null };
  expect(clauseCitation(document, '第六条', '第六条　落实“放管服”改革。')).toBe(
    '《某某办法》（某政发〔2020〕1号）第六条：“第六条　落实‘放管服’改革。”',
  );
});
