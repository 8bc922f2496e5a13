/** What is said when nothing, or nothing as typed, was found. */
import { describe, expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import { aLibrary } from '../../support/search-library.ts';

const LIBRARY = aLibrary([
  {
    title: '关于旅游景点的通知',
    issuers: ['甲局', '乙局'],
    writtenOn: '2020-01-02',
    body: ['旅游景点免费开放。', '公开防范。'],
  },
  { title: '关于阅读的通知', issuers: ['甲局'], writtenOn: '2022-03-04', body: ['阅读经典著作。', '安全生产责任制。'] },
]);
const ask = (q: string, more: Partial<SearchRequest> = {}) =>
  LIBRARY.search.search(SearchRequest.parse({ q, ...more }));

describe('did you mean', () => {
  it.each([
    ['jingdian', ['景点', '经典'], 'letters'],
    ['景典', ['景点', '经典'], 'the same sound'],
    ['旅游景店', ['旅游景点'], 'one character of the same sound'],
    ['安全升产', ['安全生产'], 'inside a word'],
    ['安全止产', ['安全生产'], 'a slip of one character'],
    ['免费开防', ['免费开放'], 'a slip whose pairs all stand somewhere'],
    ['yuedu jingdian', ['阅读 经典'], 'letters of several words'],
    ['火箭', [], 'nothing like it'],
    ['景点', [], 'a word that is there'],
  ])('%s → %j (%s)', async (q, meant) => {
    const { help } = await ask(q);
    expect(help.didYouMean.map((one) => one.meant).sort()).toEqual([...meant].sort());
    for (const { change, total } of help.didYouMean) expect((await ask(change.q)).total).toBe(total);
  });

  it('never finds by sound', async () => {
    expect((await ask('jingdian')).hits).toEqual([]);
    expect((await ask('"景典"')).hits).toEqual([]);
  });
});

describe('without results', () => {
  it('says which word leaves nothing, and how many there are without it', async () => {
    const { total, help } = await ask('"旅游" "火箭"');
    expect(total).toBe(0);
    expect(help.blockers).toEqual([
      { kind: 'part', text: '火箭', total: 1, change: { q: '"旅游"', clear: [] } },
      { kind: 'part', text: '不加引号', total: 1, change: { q: '旅游 火箭', clear: [] } },
    ]);
  });

  it('says which choice leaves nothing', async () => {
    const { total, help } = await ask('景点', { issuer: ['甲局'], year: ['2022'], from: '2019-01-01' });
    expect(total).toBe(0);
    const choices = help.blockers.filter(({ kind }) => kind === 'choice');
    expect(choices.map(({ text, total: left, change }) => [text, left, change.clear])).toEqual([
      ['2022', 1, ['year:2022']],
      ['', 1, ['issuer:甲局', 'year:2022', 'from:2019-01-01']],
    ]);
  });

  it('says so too where no text has all the words, and each was looked for', async () => {
    const { total, help } = await ask('景点 火箭发射', { type: ['没有的文种'] });
    expect(total).toBe(0);
    expect(help.blockers.map(({ kind, text, total: left }) => [kind, text, left > 0])).toContainEqual([
      'choice',
      '没有的文种',
      true,
    ]);
  });

  it('offers a phrase without its quotes, and the nearest titles', async () => {
    const { help } = await ask('"景点旅游"');
    expect(help.blockers[0]).toMatchObject({ kind: 'part', total: 1 });
    const { help: titles } = await ask('"关于旅游景区的通知"');
    expect(titles.nearestTitles[0]?.title).toBe('关于旅游景点的通知');
  });

  it('tells of a few words that no text has together which one is to blame', async () => {
    const { query, help } = await ask('景点 火箭');
    expect(query.notes.map(({ code }) => code)).toContain('relaxed');
    expect(help.blockers.map(({ text, total }) => [text, total])).toEqual([['火箭', 1]]);
  });

  it('has nothing to say when all is well', async () => {
    expect((await ask('景点')).help).toEqual({ didYouMean: [], blockers: [], nearestTitles: [] });
    expect((await ask('')).help).toEqual({ didYouMean: [], blockers: [], nearestTitles: [] });
  });
});

describe('facets and reasons', () => {
  it('counts joint documents under each issuer and says how many are joint', async () => {
    const { facets } = await ask('通知');
    expect(facets.issuer.map(({ value, count, joint }) => [value, count, joint])).toEqual([
      ['甲局', 2, 1],
      ['乙局', 1, 1],
    ]);
  });

  it('draws years without gaps, whatever years and days are chosen', async () => {
    const years = [
      { year: 2020, count: 1 },
      { year: 2021, count: 0 },
      { year: 2022, count: 1 },
    ];
    expect((await ask('通知')).histogram).toEqual(years);
    expect((await ask('通知', { year: ['2020'], from: '2020-01-01', to: '2020-12-31' })).histogram).toEqual(years);
  });

  it('goes by the day that is asked for', async () => {
    const { facets } = await ask('通知', { dateBy: 'effective' });
    expect(facets.year).toEqual([{ value: '', label: '未注明', count: 2 }]);
  });

  it.each([
    ['乙', ['乙局']],
    ['yj', ['乙局']],
    ['', ['甲局', '乙局']],
    ['丙', []],
  ])('finds values of a facet by %j', (filter, values) => {
    const found = LIBRARY.search.facet('issuer', SearchRequest.parse({ q: '通知' }), { filter, offset: 0, limit: 10 });
    expect(found.values.map(({ value }) => value)).toEqual(values);
    expect(found.total).toBe(values.length);
  });

  it('explains a hit: rules, weights, and the words in title and passages', async () => {
    const { hits } = await ask('景点', { explain: '1' });
    const rules = hits[0]?.explanation ?? [];
    expect(rules.map(({ rule }) => rule)).toEqual(['title', 'words']);
    const spans = rules.flatMap((rule) => rule.spans);
    for (const { passage, start, end } of spans) {
      const text = passage === null ? hits[0]?.title : hits[0]?.passages[passage]?.text;
      expect(text?.slice(start, end)).toBe('景点');
    }
    expect((await ask('景点')).hits[0]?.explanation).toBeNull();
  });
});
