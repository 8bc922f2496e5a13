/** What officials type without syntax, how it is shown, and how it is taken back. */
import { describe, expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import { aLibrary } from '../../support/search-library.ts';

const LIBRARY = aLibrary([
  {
    title: '某某市人民政府办公厅关于印发某某市既有住宅增设电梯办法的通知',
    number: '某政办发〔2021〕25号',
    issuers: ['某某市人民政府办公厅'],
    type: '通知',
    writtenOn: '2021-06-03',
    expiresOn: '2026-07-02',
    addressee: '各区人民政府',
    body: ['第一条 为规范增设电梯，制定本办法。', '第六条 应当经业主同意。', '第十六条 费用由业主分担。'],
  },
  {
    title: '某某市人民政府关于停车的批复',
    number: '某政字〔2021〕6号',
    issuers: ['某某市人民政府'],
    type: '批复',
    writtenOn: '2021-06-30',
    body: ['同意停车。2021年6月3日起。'],
  },
  {
    title: '个人信息保护法',
    issuers: ['某某委员会'],
    type: '法律',
    writtenOn: '2021-08-20',
    body: ['第十三条 取得个人同意。', '第十四条 撤回同意。'],
  },
  { title: '关于通知书的说明', body: ['某某市人民政府办公厅的通知书，增设电梯。', '业主须知。'] },
]);

const ask = (q: string, more: Partial<SearchRequest> = {}) =>
  LIBRARY.search.search(SearchRequest.parse({ q, ...more }));

describe('a query without syntax', () => {
  it.each([
    ['某某市人民政府办公厅 通知 2021年6月', ['某政办发〔2021〕25号'], 'issuer, kind and month'],
    ['某某市政府办 通知', ['某政办发〔2021〕25号'], 'an issuer by a short name'],
    ['某某市人民政府办公厅2021年6月通知', ['某政办发〔2021〕25号'], 'without blanks'],
    ['某某市人民政府 2021', ['某政字〔2021〕6号'], 'issuer and year'],
    ['电梯办法第六条', ['某政办发〔2021〕25号'], 'a short title and an article'],
    ['电梯办法第6条', ['某政办发〔2021〕25号'], 'its number in digits'],
    ['个保法第十三条', [null], 'a short name of a law'],
    ['《某某市既有住宅增设电梯办法》第十六条', ['某政办发〔2021〕25号'], 'a title in brackets'],
    ['有效期至2026年', ['某政办发〔2021〕25号'], 'what expires in a year'],
    ['有效期至2026年7月', ['某政办发〔2021〕25号'], 'what expires in a month'],
    ['主送:各区', ['某政办发〔2021〕25号'], 'the addressee'],
    ['同条(增设电梯 业主)', [], 'both words, but in two clauses'],
    ['增设电梯 业主', ['某政办发〔2021〕25号', null], 'both words anywhere'],
    ['条:16', ['某政办发〔2021〕25号'], 'an article by its number'],
    ['(文种=批复 | 文种=法律) 同意', [null, '某政字〔2021〕6号'], 'exact values inside brackets'],
  ])('%s finds %j (%s)', async (q, numbers) => {
    const { hits } = await ask(q);
    expect(hits.map(({ number }) => number)).toEqual(numbers);
  });

  it('shows the very article first, for documents and for clauses', async () => {
    expect((await ask('电梯办法第六条')).hits[0]?.passages[0]?.text).toBe('第六条 应当经业主同意。');
    const { hits } = await ask('个保法第十三条', { unit: 'provision' });
    expect(hits.map(({ passages, why }) => [passages[0]?.text, why[0]])).toEqual([
      ['第十三条 取得个人同意。', 'article'],
    ]);
  });

  it('shows what it understood, with a way back to the words', async () => {
    const { query } = await ask('某某市人民政府办公厅 通知');
    expect(query.chips.map(({ kind, text, literal }) => [kind, text, literal])).toEqual([
      ['field', '机关：某某市人民政府办公厅', '"某某市人民政府办公厅" 通知'],
      ['field', '文种：通知', '某某市人民政府办公厅 "通知"'],
    ]);
    const { total } = await ask('"某某市人民政府办公厅" "通知"');
    expect(total).toBe(2);
  });

  it('reads the words as words when nothing is of that issuer and kind', async () => {
    const { total, query } = await ask('某某市人民政府办公厅 法律');
    expect(query.chips.map(({ kind }) => kind)).toEqual(['word', 'word']);
    expect(total).toBeGreaterThan(0);
  });
});

describe('what is written as a choice', () => {
  it.each([
    ['同意 机关=某某市人民政府', { issuer: ['某某市人民政府'] }],
    ['同意 -文种=通知 排序:最新', { not: ['type:通知'], sort: 'newest' as const }],
    ['同意 日期:2021-07-01..', { from: '2021-07-01' }],
    ['同意 单位:条款 同义:否', { unit: 'provision' as const, synonyms: 'off' as const }],
    ['年=未注明 业主', { year: [''] }],
  ])('%s asks the same as its parameters', async (q, parameters) => {
    const words = q.replace(/\S*[=:]\S*/g, '').trim();
    const [written, chosen] = [await ask(q), await ask(words, parameters)];
    expect(written.hits).toEqual(chosen.hits);
    expect(written.facets).toEqual(chosen.facets);
    expect(written.query.written).toBe(chosen.query.written);
    expect((await ask(written.query.written)).hits).toEqual(written.hits);
  });
});

describe('synonyms', () => {
  it('are shown one by one and switched off one by one, or all', async () => {
    const { total, query } = await ask('加装电梯');
    expect(total).toBe(2);
    const chip = query.chips.find(({ text }) => text.endsWith('增设电梯'));
    expect(chip).toMatchObject({ kind: 'synonym', without: '加装电梯 -同义:增设电梯' });
    const without = await ask(chip?.without ?? '');
    expect(without.hits.filter(({ why }) => !why.includes('similar'))).toEqual([]);
    const off = await ask('加装电梯', { synonyms: 'off' });
    expect(off.query.chips.map(({ kind }) => kind)).toEqual(['word']);
  });
});
