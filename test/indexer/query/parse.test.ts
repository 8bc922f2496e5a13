import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsOf } from '../../../indexer/query/chips.ts';
import { NO_KNOWLEDGE, type QueryKnowledge } from '../../../indexer/query/knowledge.ts';
import { parseQuery } from '../../../indexer/query/parse.ts';
import type { QueryNode } from '../../../indexer/query/tree.ts';

const KNOWLEDGE: QueryKnowledge = {
  knowsCode: (code) => ['济政办发', '国办发'].includes(code),
  codesByInitials: (letters) => (letters === 'jzbf' ? ['济政办发'] : []),
  issuerNamed: (name) => (name === '济南市人民政府办公厅' ? name : null),
  knowsType: (type) => type === '通知',
  synonymsOf: (word) => (word === '加装电梯' ? ['增设电梯'] : []),
  meaningsIn: () => [],
};

/** A tree in one line: (招商 & !公司), number(济政办发〔2020〕25号). */
function print(node: QueryNode | null): string {
  if (node === null) return '∅';
  switch (node.kind) {
    case 'all':
      return `(${node.parts.map(print).join(' & ')})`;
    case 'any':
      return `(${node.parts.map(print).join(' | ')})`;
    case 'without':
      return `!${print(node.part)}`;
    case 'text':
      return `${node.form === 'word' ? '' : node.form}${node.column === null ? '' : `@${node.column}`}${node.form === 'word' ? '' : ':'}${node.phrases.join('=')}`;
    case 'number':
      return `number:${node.numbers.join('=')}`;
    case 'issue':
      return `issue:${[node.publication, node.year, node.number, node.totalNumber].map((part) => part ?? '').join('/')}`;
    case 'date':
      return `date:${node.from}..${node.to}`;
    case 'article':
      return `article:${node.title ?? ''}/${node.label}${node.year === null ? '' : `/${node.year}`}`;
    case 'together':
      return `together:${print(node.part)}`;
    default:
      return `${node.exact ? '=' : ''}${node.field}:${node.value}${node.until === null ? '' : `..${node.until}`}`;
  }
}

describe('parseQuery', () => {
  it.each([
    ['招商 公司', '(招商 & 公司)'],
    ['招商 -公司', '(招商 & !公司)'],
    ['招商-平安金融中心', '招商-平安金融中心'],
    ['"招商基金" "公司"', '(phrase:招商基金 & phrase:公司)'],
    ['“数字政府”', 'phrase:数字政府'],
    ['「数字政府」', 'phrase:数字政府'],
    ['＂数字政府＂', 'phrase:数字政府'],
    ['标题:电梯 正文：“同时废止”', '(field@title:电梯 & field@text:同时废止)'],
    ['(东京 AND NOT 秘密) OR 账单', '((东京 & !秘密) | 账单)'],
    ['（东京 -秘密）｜账单', '((东京 & !秘密) | 账单)'],
    ['电梯|扶梯 住宅', '(电梯 | (扶梯 & 住宅))'],
    ['信用中国（山东济南）网站 异议', '(信用中国（山东济南）网站 & 异议)'],
    ['双随机、一公开', '双随机、一公开'],
    ['夫妻一方所欠债务，谁偿还？', '(夫妻一方所欠债务 & 谁偿还)'],
    ['信易+', '信易+'],
    ['《山东省社会信用条例》', 'title:山东省社会信用条例'],
    ['《关于〈办法〉的通知》 废止', '(title:关于〈办法〉的通知 & 废止)'],
    ['第6条', '第6条=第六条'],
    ['第二条', '第二条=第2条'],
    ['2020年10月1日起施行', '2020年10月1日起施行=二〇二〇年十月一日起施行'],
    ['年:2019-2021 文种:通知', '(year:2019..2021 & type:通知)'],
    ['机关:济南市', 'issuer:济南市'],
    ['期:18', 'issue://18/'],
    ['字号:济政办发2020年25号', 'number:济政办发〔2020〕25号'],
    ['条:6', 'article:/第六条'],
    ['条:第6条', 'article:/第六条'],
    ['article:116', 'article:/第一百一十六条'],
    ['同条(增设电梯 业主)', 'together:(增设电梯 & 业主)'],
    ['together(a b) -同条“c”', '(together:(a & b) & !together:phrase:c)'],
    ['电梯办法第六条', 'article:电梯办法/第六条'],
    ['个保法第13条第2款', 'article:个保法/第十三条'],
    ['《某某市电梯办法》第6条', 'article:某某市电梯办法/第六条'],
    ['《某某市电梯办法》6条', 'article:某某市电梯办法/第六条'],
    ['身份证法 20条', 'article:身份证法/第二十条'],
    ['劳动合同法三十九条', 'article:劳动合同法/第三十九条'],
    ['刑法133条之1', 'article:刑法/第一百三十三条之一'],
    ['民法典 1165', 'article:民法典/第一千一百六十五条'],
    ['行政处罚法（2021修订）第三十三条', 'article:行政处罚法/第三十三条/2021'],
    ['行政处罚法 2021', '(行政处罚法 & 2021)'],
    ['有效期至2026年', 'date:2026-01-01..2026-12-31'],
    ['有效期到2026年2月', 'date:2026-02-01..2026-02-28'],
    [
      '济南市人民政府办公厅 通知 2021年6月',
      '(=issuer:济南市人民政府办公厅 & =type:通知 & date:2021-06-01..2021-06-30)',
    ],
    ['济南市人民政府办公厅2021年6月通知', '(=issuer:济南市人民政府办公厅 & date:2021-06-01..2021-06-30 & =type:通知)'],
    ['通知', '通知'],
    ['2023年36期', 'issue:/2023/36/'],
    ['年:2019-2021', 'year:2019..2021'],
    ['year:2019..2021', 'year:2019..2021'],
    ['时效:没有的', '没有的'],
    ['(机关=某某局 | 电梯)', '(=issuer:某某局 | 电梯)'],
    ['机关=某某局 电梯 排序:最新', '电梯'],
    ['排序:随便', '随便'],
    ['-同义:增设电梯 加装电梯', '加装电梯'],
    ['or', 'or'],
    ['', '∅'],
    [' ，。？ ', '∅'],
    ['()', '∅'],
  ])('%s → %s', (text, tree) => expect(print(parseQuery(text, KNOWLEDGE).root)).toBe(tree));

  it.each([
    '济政办发〔2020〕25号',
    '济政办发2020年25号',
    '济政办发2020年第25号',
    '济政办发[2020]25号',
    '济政办发【2020】25号',
    '济政办发(2020)25号',
    '济政办发（２０２０）２５号',
    '济政办发 〔2020〕 25 号',
    '济政办发2020 25',
    '济政办发〔2020〕25',
    '2020济政办发25',
    'jzbf 2020 25',
    'JZBF2020年25号',
    'jzbf〔2020〕25号',
  ])('%s is a document number', (text) =>
    expect(print(parseQuery(text, KNOWLEDGE).root)).toBe('number:济政办发〔2020〕25号'),
  );

  it.each([
    ['abcd 2020 25', '(abcd & 2020 & 25)', 'initials that no code has'],
    ['济南市2020年25号', '济南市2020年25号=济南市二〇二〇年25号', 'a city is no code'],
    ['关于贯彻国办发〔2020〕49号文件的意见', '关于贯彻国办发〔2020〕49号文件的意见', 'a title that holds a number'],
    ['JNCR-2020-0020013', 'registration:JNCR-2020-0020013', 'a registration number'],
    ['2021年9月15日', 'date:2021-09-15..2021-09-15', 'a day'],
    ['2021-9-15', 'date:2021-09-15..2021-09-15', 'a day with dashes'],
    ['二〇二一年九月十五日', 'date:2021-09-15..2021-09-15', 'a day in Han numerals'],
    ['2021年6月', 'date:2021-06-01..2021-06-30', 'a month'],
    ['2021年 电梯', '(date:2021-01-01..2021-12-31 & 电梯)', 'a year beside a word'],
    ['2019-2021年 电梯', '(date:2019-01-01..2021-12-31 & 电梯)', 'years'],
    ['2019年至2021年 电梯', '(date:2019-01-01..2021-12-31 & 电梯)', 'years with 至'],
    ['2020年以后 电梯', '(date:2020-01-01..9999-12-31 & 电梯)', 'from a year on'],
    ['2018年以前 电梯', '(date:0001-01-01..2018-12-31 & 电梯)', 'until a year'],
    ['2021年上半年 电梯', '(date:2021-01-01..2021-06-30 & 电梯)', 'half a year'],
    ['2021年', '2021年=二〇二一年', 'a year alone is a word'],
    ['2021 电梯', '(2021 & 电梯)', 'a number that may be no year'],
    ['现行有效 电梯', '(=validity:in-force & 电梯)', 'what is said of a document'],
    ['已失效的电梯办法', '(=validity:expired & 电梯办法)', 'the same in one run'],
    ['现行有效', '现行有效', 'alone it is a word'],
    ['电梯 不含 扶梯', '(电梯 & !扶梯)', 'a minus in words'],
    ['不含税价格', '不含税价格', 'a word that begins so'],
    ['国办发二〇二〇年第四十九号', 'number:国办发〔2020〕49号', 'a number in Han numerals'],
    ['2021年2月30日', '2021年2月30日=二〇二一年二月三十日', 'no such day'],
    ['济南市人民政府公报 2020年第18期', 'issue:济南市人民政府公报/2020/18/', 'an issue'],
    ['2020年第18期', 'issue:/2020/18/', 'an issue without its gazette'],
    ['总第328期', 'issue:///328', 'a running number'],
    ['公报2023-36', 'issue:/2023/36/', 'a careless issue'],
    ['国务院公报 2023年第36号', 'issue:国务院公报/2023/36/', '号 for 期'],
  ])('%s → %s (%s)', (text, tree) => expect(print(parseQuery(text, KNOWLEDGE).root)).toBe(tree));

  it('notes a quote without its fellow and searches for the words', () => {
    const query = parseQuery('“数字政府 建设', NO_KNOWLEDGE);
    expect(query.notes).toEqual(['lone-quote']);
    expect(print(query.root)).toBe('(数字政府 & 建设)');
  });

  it('never throws, and every part stands where its span says', () => {
    const piece = fc.constantFrom(
      '电梯',
      '"',
      '“',
      '(',
      ')',
      '（',
      '）',
      '-',
      ' OR ',
      '|',
      '标题:',
      '年:2019-',
      '《',
      '》',
      '第18期',
      'NOT ',
      '2020年',
      '济政办发〔2020〕25号',
      '，',
      '\n',
      '—',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 15 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (query) => {
        const parsed = parseQuery(query, KNOWLEDGE);
        for (const chip of chipsOf(parsed)) parseQuery(chip.without, KNOWLEDGE);
        const spans = (node: QueryNode): boolean =>
          node.span.start >= 0 && node.span.end <= query.length && (!('parts' in node) || node.parts.every(spans));
        return parsed.root === null || spans(parsed.root);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the first parts of a pasted page and says so', () => {
    const { root, notes } = parseQuery(Array.from({ length: 500 }, (_, i) => `词${i}`).join('，'), NO_KNOWLEDGE);
    expect(root).toMatchObject({ kind: 'all', parts: { length: 40 } });
    expect(notes).toEqual(['too-long']);
  });

  it('does not mind thousands of brackets', () =>
    expect(parseQuery('('.repeat(1000) + ')'.repeat(1000), KNOWLEDGE).root).toBeNull());
});

describe('chipsOf', () => {
  it.each([
    [
      '电梯 -通知 "业主同意"',
      [
        ['word', '电梯', '-通知 "业主同意"'],
        ['without', '-通知', '电梯 "业主同意"'],
        ['phrase', '业主同意', '电梯 -通知'],
      ],
    ],
    ['电梯 OR 扶梯', [['any', '电梯 OR 扶梯', '']]],
    [
      '济政办发2020年25号 电梯',
      [
        ['number', '济政办发〔2020〕25号', '电梯'],
        ['word', '电梯', '济政办发2020年25号'],
      ],
    ],
    [
      '加装电梯 比例',
      [
        ['word', '加装电梯', '比例'],
        ['synonym', '加装电梯 ≈ 增设电梯', '加装电梯 比例 -同义:增设电梯'],
        ['word', '比例', '加装电梯'],
      ],
    ],
    ['', []],
  ])('%s', (text, chips) =>
    expect(
      chipsOf(parseQuery(text, KNOWLEDGE)).map(({ kind, text: words, without }) => [kind, words, without]),
    ).toEqual(chips),
  );

  it('takes away exactly the part whose chip is removed', () => {
    const word = fc.constantFrom('电梯', '"业主同意"', '-通知', '标题:办法', '《消防法》', '住宅');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), (words, pick) => {
        const chips = chipsOf(parseQuery(words.join(' '), NO_KNOWLEDGE));
        const removed = pick % chips.length;
        const rest = chipsOf(parseQuery(chips[removed]?.without ?? '', NO_KNOWLEDGE)).map((chip) => chip.text);
        expect(rest).toEqual(chips.filter((_, i) => i !== removed).map((chip) => chip.text));
      }),
    );
  });
});
