/** A question that no text answers word for word brings the clause that answers it first. */
import { describe, expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import type { Citation } from '../../../indexer/model.ts';
import { aLibrary, type PlainDocument } from '../../support/search-library.ts';

const COURT = '最高人民法院';
const CONGRESS = '全国人民代表大会';

async function answers(documents: readonly PlainDocument[], q: string, more: Record<string, string> = {}) {
  const { search } = aLibrary(documents);
  const { hits, query } = await search.search(SearchRequest.parse({ q, unit: 'provision', ...more }));
  return { texts: hits.map(({ title, passages }) => `${title} ${passages[0]?.text ?? ''}`), query, hits };
}

const LEASES: PlainDocument = {
  title: '租赁条例',
  body: [
    '第一条 为了规范租赁活动，制定本条例。',
    '第二条 出租人应当在租赁期限届满后返还承租人交付的保证金。',
    '第三条 有关部门办理登记，不得收取费用。',
  ],
};

describe('everyday words', () => {
  it('are read as the words of the law, which are marked and told', async () => {
    const { texts, query, hits } = await answers([LEASES], '房东不肯退押金怎么处理');
    expect(texts[0]).toContain('返还承租人');
    expect(query.notes.map(({ text }) => text).join()).toContain('房东＝出租人');
    const passage = hits[0]?.passages[0];
    const marked = passage?.highlights.map(([start, end]) => passage.text.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining(['出租人', '保证金']));
  });

  it('are read as typed where words of the same meaning are not wanted', async () => {
    const { query } = await answers([LEASES], '房东不肯退押金怎么处理', { synonyms: 'off' });
    expect(query.notes.map(({ text }) => text).join()).not.toContain('＝');
  });
});

describe('what stands around a clause', () => {
  it('tells what it is about: the chapter over it', async () => {
    const code = (title: string, chapter: string): PlainDocument => ({
      title,
      body: [
        '第一章 总则',
        '第一条 为了规范活动，制定本条例。',
        `第二章 ${chapter}`,
        '第二条 逾期不领取的，可以提存。',
      ],
    });
    const { texts } = await answers(
      [code('甲条例', '运输合同'), code('乙条例', '保管合同')],
      '保管合同的东西逾期没有领取会怎样',
    );
    expect(texts[0]).toMatch(/^乙条例.*提存/);
  });
});

const citing = (title: string): Citation => ({
  number: null,
  title,
  relation: 'basis',
  quote: `根据《${title}》`,
  trigger: '根据',
  pin: null,
  in: '第一条',
  provision: 0,
  span: null,
});

describe('the standing of a document', () => {
  const article = '第一条 当事人应当按照约定全面履行自己的义务。';

  it.each([
    [
      'a law that others cite stands before its like',
      [
        { title: '甲法', body: [article] },
        { title: '乙法', body: [article] },
        { title: '某规定', body: ['第一条 制定本规定。'], citations: [citing('乙法')] },
        { title: '另一规定', body: ['第一条 制定本规定。'], citations: [citing('乙法')] },
      ],
      '乙法',
    ],
    [
      'a rule of one place stands behind those of the country',
      [
        { title: '某某省履约条例', body: [article] },
        { title: '履约条例', body: [article] },
      ],
      '履约条例',
    ],
    [
      'what changes a law stands behind the law',
      [
        { title: '关于修改《履约条例》的决定', body: [article] },
        { title: '履约条例', body: [article] },
      ],
      '履约条例',
    ],
    [
      'a law stands before the rules that carry it out',
      [
        { title: '履约规程', issuers: ['某某局'], body: [article] },
        { title: '履约法', issuers: [CONGRESS], body: [article] },
      ],
      '履约法',
    ],
    [
      'and so does what a court says of it',
      [
        { title: '履约规程', issuers: ['某某局'], body: [article] },
        { title: '履约解释', issuers: [COURT], body: [article] },
      ],
      '履约解释',
    ],
  ] as [string, PlainDocument[], string][])('%s', async (_, documents, first) => {
    const { hits } = await answers(documents, '当事人不按照约定履行义务会怎样');
    expect(hits[0]?.title).toBe(first);
  });
});

describe('the name of a law', () => {
  const law = (title: string, writtenOn = '2000-01-01'): PlainDocument => ({
    title,
    writtenOn,
    body: ['第一条 为了规范，制定本法。', '第二条 本法自公布之日起施行。'],
  });
  const LAWS = [
    law('中华人民共和国民法典总则'),
    law('某法院关于适用《中华人民共和国民法典》的解释'),
    law('某法院关于适用《中华人民共和国民事诉讼法》的解释'),
    law('某法院关于适用《中华人民共和国海事诉讼特别程序法》的解释'),
    law('行政处罚法', '2017-09-01'),
    law('行政处罚法', '2021-01-22'),
  ];

  it.each([
    ['民法典2条', '中华人民共和国民法典总则', '2000-01-01', 'a part of a code before what explains it'],
    [
      '民诉法解释第二条',
      '某法院关于适用《中华人民共和国民事诉讼法》的解释',
      '2000-01-01',
      'a short name inside a name',
    ],
    ['行政处罚法2021修订第二条', '行政处罚法', '2021-01-22', 'the text of a year'],
    ['行政处罚法2017年第2条', '行政处罚法', '2017-09-01', 'the text of another'],
  ])('%s → %s of %s (%s)', async (q, title, writtenOn) => {
    const { hits } = await answers(LAWS, q);
    expect([hits[0]?.title, hits[0]?.writtenOn]).toEqual([title, writtenOn]);
    expect(hits[0]?.passages[0]?.path).toBe('第二条');
  });
});

describe('a decision that changes many rules', () => {
  const DOCUMENTS: PlainDocument[] = [
    {
      title: '关于修改《租赁规定》等十件规定的决定',
      body: ['一、将《租赁规定》第三条中的租金改为费用。', '二、删去第四条，租赁期限另定。'],
    },
    { title: '关于租赁的规定', body: ['租金由双方约定。'] },
  ];

  it('stands behind the rules, unless changes are asked for', async () => {
    expect((await answers(DOCUMENTS, '租赁 租金', { unit: 'document' })).hits[0]?.title).toBe('关于租赁的规定');
    expect((await answers(DOCUMENTS, '租赁 租金 修改', { unit: 'document' })).hits[0]?.title).toMatch(/修改/);
  });
});
