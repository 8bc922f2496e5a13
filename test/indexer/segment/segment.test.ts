import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDictionary, segmentation, segmentExact, segmentForSearch } from '../../../indexer/segment/segment.ts';
import { synonymsOf, wordsWithSynonyms } from '../../../indexer/segment/synonyms.ts';

describe('segmentation', () => {
  it('cuts with the dictionary on this machine', () => expect(segmentation()).toBe('dictionary'));

  it.each([
    ['既有住宅增设电梯', ['既有住宅', '增设电梯'], 'our own words'],
    ['业主同意比例', ['业主', '同意', '比例'], 'general words'],
    ['推广BIM技术，', ['推广', 'BIM', '技术'], 'Latin words; signs are left out'],
    ['', [], 'nothing'],
  ])('%s → %j (%s)', (text, words) => expect(segmentExact(text)).toEqual(words));

  it('gives the words inside a long word for searching', () => {
    expect(segmentForSearch('安全生产')).toEqual(expect.arrayContaining(['安全', '生产', '安全生产']));
  });

  it('loses no character of a gazette', () => {
    const text = readFileSync('test/fixtures/gazettes/002_8bb94a9499e35f44.txt', 'utf8').replace(/[^\p{L}\p{N}]/gu, '');
    expect(segmentExact(text).join('')).toBe(text);
  });

  it('falls back when there is no dictionary, and cuts as before once it is there again', () => {
    loadDictionary('/nowhere');
    expect(segmentation()).toBe('basic');
    expect(segmentExact('安装简单，没有').join('')).toBe('安装简单没有');
    loadDictionary();
    expect(segmentation()).toBe('dictionary');
  });
});

describe('synonyms', () => {
  it.each([
    ['加装电梯', ['增设电梯', '加建电梯', '安装电梯']],
    ['个保法', ['个人信息保护法']],
    ['电梯', []],
  ])('%s → %j', (word, others) => expect(synonymsOf(word)).toEqual(others));

  it('finds its words inside a sentence', () =>
    expect(wordsWithSynonyms('小区加装电梯要几户同意')).toEqual(['加装电梯']));
});
