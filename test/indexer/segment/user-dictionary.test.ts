import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { segmentExact, setUserWords } from '../../../indexer/segment/segment.ts';
import { setUserSynonyms, synonymsOf } from '../../../indexer/segment/synonyms.ts';
import { readDictionary } from '../../../indexer/segment/user-dictionary.ts';

describe('readDictionary', () => {
  it.each([
    ['门前五包', ['门前五包'], []],
    ['加装电梯 = 增设电梯', ['加装电梯', '增设电梯'], [['加装电梯', '增设电梯']]],
    ['甲词＝乙词=丙词 # 说明', ['甲词', '乙词', '丙词'], [['甲词', '乙词', '丙词']]],
    ['# 只有说明\r\n\r\n词语\r\n词语', ['词语'], []],
    ['', [], []],
    ['同义=同义', ['同义'], []],
  ])('%j gives %j and %j', (text, words, synonyms) => {
    expect(readDictionary(text)).toEqual({ words, synonyms, problems: [] });
  });

  it.each([
    ['甲词=', 1],
    ['好词\n两个 词', 2],
    ['字', 1],
    [`${'长'.repeat(31)}`, 1],
    ['a"b', 1],
  ])('%j tells line %i and passes it over', (text, line) => {
    const { problems, words } = readDictionary(text);
    expect(problems.map((one) => one.line)).toEqual([line]);
    expect(words.length).toBe(text.split('\n').length - 1);
  });

  it('never throws, and every word it gives can be looked up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of readDictionary(text).words) expect(word).toMatch(/^\S{2,}$/);
      }),
    );
  });
});

describe('the words of the library', () => {
  afterEach(() => {
    setUserWords([]);
    setUserSynonyms([]);
  });

  it('are kept whole while they are in use', () => {
    const text = '落实鹊华秋色行动';
    expect(segmentExact(text)).not.toContain('鹊华秋色');
    setUserWords(['鹊华秋色']);
    expect(segmentExact(text)).toContain('鹊华秋色');
    setUserWords([]);
    expect(segmentExact(text)).not.toContain('鹊华秋色');
  });

  it('add synonyms to ours', () => {
    setUserSynonyms([['加装电梯', '旧楼装梯']]);
    expect(synonymsOf('加装电梯')).toEqual(expect.arrayContaining(['增设电梯', '旧楼装梯']));
    expect(synonymsOf('旧楼装梯')).toEqual(['加装电梯']);
  });
});
