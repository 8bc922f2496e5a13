/** Both languages say everything, and there is a word for each code that the service may send. */
import { describe, expect, it } from 'vitest';
import {
  FACETS,
  ImportOutcome,
  ImportState,
  QueryChip,
  Suggestion,
  ValidityStatus,
} from '../../../indexer/contract.ts';
import { OUTCOME_WORDS } from '../../../indexer/importing/outcome-words.ts';
import { FORMATS } from '../../../renderer/words/format.ts';
import { WORDS } from '../../../renderer/words/words.ts';

/** `search.total` → what stands there, for every sentence. */
function sentences(words: unknown, path = ''): [path: string, sentence: unknown][] {
  if (typeof words !== 'object' || words === null) return [[path, words]];
  return Object.entries(words).flatMap(([key, value]) => sentences(value, path === '' ? key : `${path}.${key}`));
}

const said = (sentence: unknown): string =>
  typeof sentence === 'function' ? String(sentence(...Array(sentence.length).fill('7'))) : String(sentence);

describe('the words', () => {
  it('are the same in number and place in both languages', () => {
    const paths = (language: 'zh' | 'en') =>
      sentences(WORDS[language])
        .map(([path]) => path)
        .sort();
    expect(paths('en')).toEqual(paths('zh'));
  });

  it.each(['zh', 'en'] as const)('are never empty in %s, and take in what they are given', (language) => {
    for (const [path, sentence] of sentences(WORDS[language])) {
      expect(said(sentence).trim(), path).not.toBe('');
      if (typeof sentence === 'function' && sentence.length > 0) expect(said(sentence), path).toContain('7');
    }
  });

  it('are Chinese in Chinese and English in English', () => {
    // Names of languages, queries, the sample of type and keys of the keyboard are the same in both.
    const same = /languages|exampleQueries|sample$|placeholder|advanced\.hints|navigation\.language|fonts|shortcuts/;
    for (const [path, sentence] of sentences(WORDS.en)) {
      if (!same.test(path)) expect(said(sentence), path).not.toMatch(/\p{Script=Han}/u);
    }
    for (const [path, sentence] of sentences(WORDS.zh)) {
      if (!same.test(path) && !/common\.listComma|document\.hits/.test(path))
        expect(said(sentence), path).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(['zh', 'en'] as const)('name every code of the service in %s', (language) => {
    const words = WORDS[language];
    expect(Object.keys(words.validity)).toEqual(ValidityStatus.options);
    expect(Object.keys(words.search.chipKinds)).toEqual(QueryChip.shape.kind.options);
    expect(Object.keys(words.search.suggestionKinds)).toEqual(Suggestion.shape.kind.options);
    expect(Object.keys(words.imports.states)).toEqual(ImportState.options);
    expect(Object.keys(words.imports.outcomes)).toEqual(ImportOutcome.options);
    expect(Object.keys(words.search.facets)).toEqual([...FACETS, 'date']);
  });

  it('speak of one and of many in English', () => {
    expect(WORDS.en.common.documents('1')).toBe('1 document');
    expect(WORDS.en.common.documents('2')).toBe('2 documents');
  });
});

describe('numbers and dates', () => {
  it.each([
    ['zh', '2020-09-06', '2020年9月6日'],
    ['en', '2020-09-06', '6 September 2020'],
    ['zh', '二〇二〇年', '二〇二〇年'],
  ] as const)('in %s write the day %s as %s', (language, iso, expected) => {
    expect(FORMATS[language].day(iso)).toBe(expected);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [61_234, '61.2 KB'],
    [12_000_000, '12 MB'],
  ])('write %i bytes as %s', (bytes, expected) => {
    expect(FORMATS.zh.size(bytes)).toBe(expected);
  });

  it('name what becomes of a file as reports and the command line do', () => {
    expect(WORDS.zh.imports.outcomes).toEqual(OUTCOME_WORDS.zh);
    expect(WORDS.en.imports.outcomes).toEqual(OUTCOME_WORDS.en);
  });

  it('write durations in the units that matter', () => {
    expect(FORMATS.zh.duration(45)).toMatch(/^45\s?秒$/);
    expect(FORMATS.en.duration(75)).toMatch(/^1 min$/);
    expect(FORMATS.en.duration(5400)).toMatch(/^1 hr 30 mins?$/);
    expect(FORMATS.en.duration(7199)).toMatch(/^2 hrs?$/);
    expect(FORMATS.en.duration(-3)).toMatch(/^0 secs?$/);
  });
});
