import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACET_CHOICES } from '../../../indexer/query/choices.ts';
import { NO_KNOWLEDGE } from '../../../indexer/query/knowledge.ts';
import { parseQuery } from '../../../indexer/query/parse.ts';
import { DEFAULT_PARTS, type QueryParts, readQuery, writeQuery } from '../../../indexer/query/write.ts';

const parts = (some: Partial<QueryParts>): QueryParts => ({ ...DEFAULT_PARTS, ...some });

describe('writeQuery', () => {
  it.each<[Partial<QueryParts>, string]>([
    [{}, ''],
    [{ q: '电梯' }, '电梯'],
    [{ q: '电梯', issuer: ['某某局'], sort: 'newest' }, '机关=某某局 排序:最新 电梯'],
    [{ topic: ['城乡建设、环境保护'] }, '主题=城乡建设、环境保护'],
    [{ validity: ['in-force', 'unknown'] }, '时效=有效 时效=未核实'],
    [{ year: [''] }, '年=未注明'],
    [{ issuer: ['未注明'] }, '机关="未注明"'],
    [{ issuer: ['一 "局"'] }, '机关="一 ""局"""'],
    [{ not: ['type:通知'] }, '-文种=通知'],
    [{ from: '2020-01-01' }, '日期:2020-01-01..'],
    [{ to: '2020-01-01', dateBy: 'effective' }, '日期:..2020-01-01 日期按:施行'],
    [{ asOf: '2023-01-01', unit: 'provision' }, '单位:条款 截至:2023-01-01'],
    [{ synonyms: 'off', preferInForce: 'off' }, '同义:否 有效优先:否'],
  ])('%j is written %s', (some, written) => {
    expect(writeQuery(parts(some))).toBe(written);
    expect(readQuery(written)).toEqual(parts(some));
  });

  it.each([
    ['issuer=某某局 sort:newest unit:provision', { issuer: ['某某局'], sort: 'newest', unit: 'provision' }],
    ['date:2020-01-01..2020-12-31 dateby:published', { from: '2020-01-01', to: '2020-12-31', dateBy: 'published' }],
    ['时效:有效 电梯', { validity: ['in-force'], q: '电梯' }],
    ['电梯 OR 扶梯 机关=某某局', { q: '电梯 OR 扶梯', issuer: ['某某局'] }],
    ['NOT 文种=通知', { not: ['type:通知'] }],
    ['机关＝“某某 局”', { issuer: ['某某 局'] }],
    ['截至:昨天', { q: '截至:昨天' }],
    ['日期:2020', { q: '日期:2020' }],
  ])('%s is read as a choice', (text, some) => expect(readQuery(text)).toEqual(parts(some)));

  it('is read back as it was, whatever is chosen', () => {
    const value = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text === text.normalize() && !/[\n\r]/.test(text)),
      fc.constantFrom('某某市人民政府', '城乡建设、环境保护/城乡建设（含住房）', '未注明', '', 'a"b', '局|厅', '2020'),
    );
    const values = fc.uniqueArray(value, { maxLength: 3 });
    const day = fc.option(fc.constantFrom('2020-01-01', '1999-12-31'), { nil: undefined });
    const facet = fc.constantFrom('issuer', 'topic', 'type', 'issue');
    const written = fc.record({
      q: fc.constantFrom('', '电梯', '电梯 | 扶梯', '"安全生产" -办法', '(甲', '“乙'),
      issuer: values,
      year: fc.uniqueArray(fc.constantFrom('2020', '2021', ''), { maxLength: 2 }),
      topic: values,
      type: values,
      validity: fc.uniqueArray(fc.constantFrom(...Object.keys(FACET_CHOICES.validity?.words ?? {})), { maxLength: 3 }),
      issue: values,
      not: fc.uniqueArray(
        fc.tuple(facet, value).map(([name, one]) => `${name}:${one}`),
        { maxLength: 2 },
      ),
      from: day,
      to: day,
      asOf: day,
      dateBy: fc.constantFrom('written', 'published', 'effective'),
      unit: fc.constantFrom('document', 'provision'),
      sort: fc.constantFrom('relevance', 'newest', 'oldest'),
      synonyms: fc.constantFrom('on', 'off'),
      preferInForce: fc.constantFrom('on', 'off'),
    });
    fc.assert(
      fc.property(written, (request) => {
        expect(readQuery(writeQuery(request))).toEqual(
          Object.fromEntries(Object.entries(request).filter(([, one]) => one !== undefined)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what excludes a synonym among the words', () => {
    const query = parseQuery('加装电梯 -同义:增设电梯 机关=某某局', NO_KNOWLEDGE);
    expect(query.choices.map(({ name }) => name)).toEqual(['without-synonym', 'issuer']);
    expect(readQuery('加装电梯 -同义:增设电梯 机关=某某局').q).toBe('加装电梯 -同义:增设电梯');
  });
});
