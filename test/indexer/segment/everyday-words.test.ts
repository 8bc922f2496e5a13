/** The table of everyday words is sound, and reads what people say. */
import { describe, expect, it } from 'vitest';
import { EVERYDAY_WORDS, everydayWordsIn } from '../../../indexer/segment/everyday-words.ts';

describe('the table of everyday words', () => {
  it('has each of them once', () => {
    const said = EVERYDAY_WORDS.map((word) => word.said);
    expect(said.filter((word, i) => said.indexOf(word) !== i)).toEqual([]);
  });

  it('has words of the law and a question for each, in which one of its row is said', () => {
    const rows = new Map<string, string[]>();
    for (const { said, written, example } of EVERYDAY_WORDS) {
      expect(
        written.every((word) => /^\p{Script=Han}+$/u.test(word)),
        said,
      ).toBe(true);
      const row = `${written.join(' ')}|${example}`;
      rows.set(row, [...(rows.get(row) ?? []), said]);
    }
    const without = [...rows].filter(([row, said]) => !said.some((word) => (row.split('|')[1] ?? '').includes(word)));
    expect(without).toEqual([]);
  });
});

describe('a question in everyday words', () => {
  const read = (text: string) => Object.fromEntries(everydayWordsIn(text).map(({ said, written }) => [said, written]));

  it.each<[string, Record<string, string[]>, string]>([
    ['房东不退押金怎么办', { 房东: ['出租人'], 押金: ['保证金', '定金'] }, 'two of them'],
    ['保险公司的义务', { 保险公司: ['保险人', '保险金', '赔偿或者给付保险金'] }, 'the longer one, not 公司 in it'],
    ['出租人即房东涨租金', {}, 'the word of the law was typed itself'],
    ['我要告他', { 告: ['起诉', '提起诉讼', '人民法院'] }, 'one character that is a word'],
    ['公告送达的期限', {}, 'one character inside other words'],
    ['', {}, 'nothing'],
  ])('%s → %j (%s)', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
