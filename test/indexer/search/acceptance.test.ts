/** Complaints of users of neighbouring programs, each as a table row, asked of the real catalogue. */
import { describe, expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import { aLibrary } from '../../support/search-library.ts';

const ask = (library: ReturnType<typeof aLibrary>, q: string, more: Partial<SearchRequest> = {}) =>
  library.search.search(SearchRequest.parse({ q, limit: 100, ...more }));

async function found(texts: readonly string[], q: string): Promise<number[]> {
  const { hits } = await ask(aLibrary(texts.map((text) => ({ body: [text] }))), q);
  return hits.map(({ title }) => Number(title.slice(2))).sort((a, b) => a - b);
}

const COMPANIES = [
  '招商证券',
  '招商证券股份有限公司',
  '招商基金管理有限公司',
  '招商财富资产管理有限公司',
  '招商蛇口',
  '招商-平安金融中心',
  '招商基金-杭州运河网谷',
  '招商产业',
  '招商信雅达蛇口招商局',
  '招商国际信息',
];
const BANKS = ['中国人民银行', '中国农业银行', '中国农业发展银行', '工商银行'];
const YEARS = [
  '2023年',
  '2024年',
  '2025年',
  '我从2025年开始学习Rust语言',
  '国发〔2018〕1号',
  '国发〔2018〕10号',
  '37号',
  '137号',
];
const TOKYO = ['东京 秘密', '东京', '账单'];
const QUOTES = ['建设数字政府', '数字化政府', '数字的政府'];

describe('which texts are found', () => {
  it.each<[texts: readonly string[], q: string, found: number[]]>([
    [COMPANIES, '招商 公司', [2, 3, 4]],
    [COMPANIES, '招商 -公司', [1, 5, 6, 7, 8, 9, 10]],
    [COMPANIES, '"招商基金" "公司"', [3]],
    [BANKS, '农业', [2, 3]],
    [BANKS, '银行', [1, 2, 3, 4]],
    [BANKS, '"农业银行"', [2]],
    [BANKS, '发展银行', [3]],
    [['安装简单，没有复杂的配置：省心', '待处理', '在建工程', '鲁迅的青年时代'], '简单', [1]],
    [['安装简单', '待处理', '在建工程', '鲁迅的青年时代'], '处理', [2]],
    [['安装简单', '待处理', '在建工程', '鲁迅的青年时代'], '工程', [3]],
    [['小化妆包', 'Ipad 包', '…予以废止。'], '包', [1, 2]],
    [['小化妆包', 'Ipad 包', '…予以废止。'], '"小化妆"', [1]],
    [['小化妆包', 'Ipad 包', '…予以废止。'], '废止', [3]],
    [['罚款', '处以罚', '法'], '罚', [1, 2]],
    [['景点', '经典'], '景点', [1]],
    [['景点', '经典'], 'jingdian', []],
    [YEARS, '2024', [2]],
    [YEARS, '国发〔2018〕1号', [5]],
    [YEARS, '37号', [7]],
    [YEARS, 'rust', [4]],
    [YEARS, '202', []],
    [TOKYO, '(东京 AND NOT 秘密) OR 账单', [2, 3]],
    [TOKYO, '（东京 -秘密）|账单', [2, 3]],
    [QUOTES, '"数字政府"', [1]],
    [QUOTES, '“数字政府”', [1]],
    [QUOTES, '「数字政府」', [1]],
    [QUOTES, '＂数字政府＂', [1]],
    [['涛之雨', '不得转让', '得'], '不得', [2]],
    [['涛之雨', '不得转让', '得'], '涛之雨', [1]],
    [['二○二○年十月一日起施行', '2020年10月1日起施行', '2020年10月11日'], '2020年10月1日起施行', [1, 2]],
    [['第六条 甲', '第6条 乙', '第十六条 丙'], '第6条', [1, 2]],
  ])('%j: %s → %j', async (texts, q, expected) => expect(await found(texts, q)).toEqual(expected));

  it('says so when a quote has no fellow, and still searches', async () => {
    const { hits, query } = await ask(aLibrary(QUOTES.map((text) => ({ body: [text] }))), '“数字政府');
    expect(hits.map(({ title }) => title)).toEqual(['文件1']);
    expect(query.notes.map(({ code }) => code)).toContain('lone-quote');
  });

  it('never relaxes a quoted phrase', async () => {
    const { total } = await ask(aLibrary([{ body: ['数字化政府'] }]), '"数字政府"');
    expect(total).toBe(0);
  });
});

describe('clauses', () => {
  const labels = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '二十二'];
  const library = aLibrary([{ body: labels.map((label) => `第${label}条 ${label === '二' ? '甲' : '乙'}`) }]);

  it('第二条 finds clause 2 and none that only ends like it', async () => {
    const { hits } = await ask(library, '第二条', { unit: 'provision' });
    expect(hits.map(({ passages }) => passages[0]?.text)).toEqual(['第二条 甲']);
  });

  it('finds the end of a very long text', async () => {
    const long = aLibrary([
      {
        body: [
          ...Array.from({ length: 700 }, (_, i) => `第${i}条 ${'本规则所称检察人员'.repeat(20)}。`),
          '本规则自2019年12月30日起施行。',
        ],
      },
    ]);
    const { hits } = await ask(long, '自2019年12月30日起施行');
    expect(hits[0]?.passages[0]?.provisionId).toMatch(/-700$/);
  });

  it('counts a word of the title as said in every clause that has one of the other words', async () => {
    const shared = aLibrary([
      { title: '电梯办法', body: ['第一条 业主同意', '第二条 费用'] },
      { title: '停车办法', body: ['第一条 业主同意'] },
    ]);
    const { hits } = await ask(shared, '电梯 同意', { unit: 'provision' });
    expect(hits.map(({ title, passages }) => [title, passages[0]?.text])).toEqual([['电梯办法', '第一条 业主同意']]);
  });
});

describe('totals and facets', () => {
  const issuers = Array.from({ length: 300 }, (_, i) => `第${i}局`);
  const library = aLibrary(
    Array.from({ length: 1500 }, (_, i) => ({
      body: [`关于工作的通知${i}`],
      issuers: [issuers[i % 300] ?? ''],
      writtenOn: i < 40 ? null : `20${10 + (i % 10)}-01-02`,
    })),
  );

  it('are exact on the first page and on the last', async () => {
    const first = await ask(library, '通知', { limit: 10 });
    const last = await ask(library, '通知', { limit: 10, offset: 1490 });
    expect([first.total, last.total, last.hits.length]).toEqual([1500, 1500, 10]);
    const years = first.facets.year.map(({ count }) => count);
    expect(years.reduce((sum, count) => sum + count, 0)).toBe(1500);
    expect(first.facets.year.at(-1)).toEqual({ value: '', label: '未注明', count: 40 });
    expect(first.facets.issuer).toHaveLength(300);
    expect(first.facets.issuer.find(({ value }) => value === '第299局')?.count).toBe(5);
  });

  it('shows every hit once over all pages', async () => {
    const ids = new Set<string>();
    for (let offset = 0; offset < 1500; offset += 100)
      for (const { id } of (await ask(library, '通知', { offset })).hits) ids.add(id);
    expect(ids.size).toBe(1500);
  });

  it('counts each facet as if its own choice were not made, and keeps chosen values at 0', async () => {
    const { total, facets } = await ask(library, '通知', { issuer: ['第1局'], year: ['1999'] });
    expect(total).toBe(0);
    expect(facets.issuer.find(({ value }) => value === '第1局')).toMatchObject({ count: 0 });
    expect(facets.year.find(({ value }) => value === '1999')).toMatchObject({ count: 0 });
    const one = await ask(library, '通知', { issuer: ['第1局'] });
    expect(one.total).toBe(5);
    expect(one.facets.issuer).toHaveLength(300);
    expect(one.facets.year.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  it('leaves out what is excluded, and says when filters leave nothing', async () => {
    expect((await ask(library, '通知', { not: ['issuer:第1局'] })).total).toBe(1495);
    const { query } = await ask(library, '通知', { year: ['1999'] });
    expect(query.notes.map(({ code }) => code)).toContain('filtered');
  });

  it('filters by the day of writing', async () => {
    expect((await ask(library, '通知', { from: '2012-01-01', to: '2012-12-31' })).total).toBe(146);
  });
});

describe('a list that no portal shows to its end', () => {
  // 47 documents of 471 clauses: the number of local regulations of which a public portal shows 10,000.
  const library = aLibrary(
    Array.from({ length: 47 }, (_, i) => ({
      issuers: [`第${i}局`],
      body: Array.from({ length: 471 }, (_, k) => `第${k + 1}条 应当依法办理。`),
    })),
  );

  it('is pageable to the last of 22,137 hits', async () => {
    const last = await ask(library, '应当', { unit: 'provision', offset: 22_100 });
    expect([last.total, last.hits.length]).toEqual([22_137, 37]);
    const beyond = await ask(library, '应当', { unit: 'provision', offset: 22_137 });
    expect([beyond.total, beyond.hits.length]).toEqual([22_137, 0]);
    const ids = new Set<string | null>();
    for (let offset = 0; offset < 22_137; offset += 5000)
      for (const { provisionId } of (await ask(library, '应当', { unit: 'provision', offset, limit: 100 })).hits)
        ids.add(provisionId);
    expect(ids.size).toBe(500);
    expect(last.facets.issuer.reduce((sum, { count }) => sum + count, 0)).toBe(22_137);
  });

  it('names the choice that empties it, and offers to take it back', async () => {
    const { total, help } = await ask(library, '应当', { unit: 'provision', type: ['公告'] });
    expect(total).toBe(0);
    expect(help.blockers).toEqual([
      { kind: 'choice', text: '公告', total: 22_137, change: { q: '应当', clear: ['type:公告'] } },
    ]);
  });
});

describe('every field of a record', () => {
  const library = aLibrary([
    {
      title: '某某市停车办法',
      number: '某政办发〔2020〕25号',
      registration: 'MMCR-2020-0020011',
      issuers: ['某某市城管局'],
      type: '办法',
      addressee: '各区县人民政府',
      attached: ['停车收费细则'],
      writtenOn: '2020-09-06',
      body: ['第一条 文明停车。'],
    },
    { title: '别的', body: ['无'] },
  ]);

  it.each([
    ['停车办法'],
    ['标题:停车'],
    ['某政办发〔2020〕25号'],
    ['字号:2020'],
    ['MMCR-2020-0020011'],
    ['某某市城管局'],
    ['机关:城管'],
    ['文种:办法'],
    ['主送:区县'],
    ['停车收费细则'],
    ['2020年9月6日'],
    ['年:2020'],
    ['文明停车'],
    ['正文:文明'],
    ['条:1'],
  ])('is found by %s', async (q) => {
    const { hits } = await ask(library, q);
    expect(hits.map(({ title }) => title)).toEqual(['某某市停车办法']);
  });
});

describe('an issue', () => {
  const library = aLibrary([
    { title: '甲办法', issue: { publication: '国务院公报', year: 2023, number: 36 }, body: ['甲'] },
    {
      title: '乙办法',
      issue: { publication: '国务院公报', year: 2023, number: 35 },
      body: ['国务院公报 2023年第36号'],
    },
  ]);

  it.each(['国务院公报 2023年第36号', '公报2023-36', '2023年36期', '国务院公报2023年第36期', '期:36'])(
    '%s is a row of its own, with its contents first',
    async (q) => {
      const { issues, hits } = await ask(library, q);
      expect(issues.map(({ label, documents }) => [label, documents])).toEqual([['国务院公报 2023年第36期', 1]]);
      expect(hits[0]?.title).toBe('甲办法');
    },
  );
});

describe('order', () => {
  const TITLE = '国务院办公厅关于提升大众创业万众创新示范基地带动作用进一步促改革稳就业强动能的实施意见';
  const library = aLibrary([
    { title: '关于大众创业万众创新的通知', body: [`落实《${TITLE}》`, '大众创业万众创新示范基地'] },
    { title: TITLE, number: '国办发〔2020〕26号', body: ['总体要求'] },
    { title: '关于创业的意见', body: ['创业', '实施意见'] },
  ]);

  it.each([
    [TITLE, 'title-exact', null],
    [`${TITLE.slice(0, -6)}的工作通知等`, 'title-near', 'near-title'],
    ['国办发2020年26号', 'number', null],
  ])('%s stands first by %s', async (q, why, note) => {
    const { hits, query } = await ask(library, q);
    expect(hits[0]?.title).toBe(TITLE);
    expect(hits[0]?.why[0]).toBe(why);
    if (note !== null) expect(query.notes.map(({ code }) => code)).toContain(note);
  });

  it('by date when asked, undated last either way', async () => {
    const dated = aLibrary(['2020-01-01', null, '2021-01-01'].map((writtenOn) => ({ body: ['电梯'], writtenOn })));
    const order = async (sort: 'newest' | 'oldest') =>
      (await ask(dated, '电梯', { sort })).hits.map(({ writtenOn }) => writtenOn);
    expect(await order('newest')).toEqual(['2021-01-01', '2020-01-01', null]);
    expect(await order('oldest')).toEqual(['2020-01-01', '2021-01-01', null]);
    expect((await ask(dated, '')).hits.map(({ writtenOn }) => writtenOn)).toEqual(['2021-01-01', '2020-01-01', null]);
  });
});

describe('suggestions', () => {
  it('pinyin suggests what it never matches', async () => {
    const library = aLibrary([
      { title: '关于景点的通知', body: ['甲'] },
      { title: '关于经典的通知', body: ['乙'] },
    ]);
    const { suggestions } = await library.search.suggest({ q: 'jingdian', limit: 8 });
    expect(
      suggestions
        .filter(({ kind }) => kind === 'word')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['景点', '经典']);
  });

  it('offers numbers and titles as they are typed', async () => {
    const library = aLibrary([{ title: '关于电梯的通知', number: '某政办发〔2020〕25号', body: ['甲'] }]);
    expect((await library.search.suggest({ q: '某政办发', limit: 8 })).suggestions[0]).toMatchObject({
      kind: 'number',
      text: '某政办发〔2020〕25号',
    });
    expect((await library.search.suggest({ q: '电梯', limit: 8 })).suggestions[0]).toMatchObject({
      kind: 'document',
      text: '关于电梯的通知',
    });
  });
});
