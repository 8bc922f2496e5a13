import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../indexer/citations/find.ts';

const read = (text: string) => findMentions(text).map(({ title, number, pin }) => [title, number, pin]);

describe('findMentions', () => {
  it.each([
    [
      '《省政府关于品牌建设的意见》（鲁政发〔2016〕24号）精神',
      [['省政府关于品牌建设的意见', '鲁政发〔2016〕24号', null]],
      'number in brackets behind',
    ],
    [
      '鲁政发〔2017〕5号文件《关于困境儿童的意见》',
      [['关于困境儿童的意见', '鲁政发〔2017〕5号', null]],
      'number before',
    ],
    [
      '2005年6月16日以省人民政府令第106号公布的《某省停车办法》同时废止',
      [['某省停车办法', '省人民政府令第106号', null]],
      'the order that published it',
    ],
    [
      '依照《行政处罚法》第三十三条第一款、第二款和第三十四条的规定',
      [['行政处罚法', null, '第三十三条第一款、第二款和第三十四条']],
      'pins',
    ],
    [
      '根据《中华人民共和国消防法》《山东省消防条例》等',
      [
        ['中华人民共和国消防法', null, null],
        ['山东省消防条例', null, null],
      ],
      'a list without marks between',
    ],
    [
      '《〈中国制造2025〉某市行动计划》（济政发〔2016〕4号）',
      [['〈中国制造2025〉某市行动计划', '济政发〔2016〕4号', null]],
      'nested title',
    ],
    [
      '《省关于贯彻国发〔2016〕36号文件的意见》（鲁政发〔2017〕5号）',
      [['省关于贯彻国发〔2016〕36号文件的意见', '鲁政发〔2017〕5号', null]],
      'a number inside a title is the title’s',
    ],
    [
      '2019年8月20日印发的某市既有住宅增设电梯办法（济政办发〔2019〕14号）同时废止',
      [['某市既有住宅增设电梯办法', '济政办发〔2019〕14号', null]],
      'a title without 《》',
    ],
    [
      '12 关于加强采砂管理的通告 某政发〔2014〕9号',
      [['关于加强采砂管理的通告', '某政发〔2014〕9号', null]],
      'a row of a table',
    ],
    [
      '3.关于加强采砂管理的通告（某政发〔2014〕9号）',
      [['关于加强采砂管理的通告', '某政发〔2014〕9号', null]],
      'an item of a list',
    ],
    ['按照国办发〔2020〕49号文件要求', [[null, '国办发〔2020〕49号', null]], 'a number alone'],
    ['《计量法实施细则》（国务院令第698号）第五条', [['计量法实施细则', '国务院令第698号', '第五条']], 'order number'],
    ['土地证号：济国用（2010）第0100号', [], 'a certificate is no document'],
    ['（2023）最高法民终12号判决', [], 'a case number is no document'],
    ['符合GB/T 9704—2012的要求，编号37号', [], 'a standard is no document'],
    ['没有引用的一句话。', [], 'nothing'],
    ['', [], 'empty'],
  ])('%s', (text, expected, why) => {
    expect(read(text), why).toEqual(expected);
  });

  it('keeps the short name that a text gives', () => {
    expect(findMentions('《省实施意见》（鲁政发〔2017〕5号，以下简称《实施意见》）')[0]?.shortName).toBe('实施意见');
    expect(findMentions('根据《中华人民共和国森林法》（以下简称森林法）')[0]?.shortName).toBe('森林法');
  });

  it('cuts spans that hold what they name, in order, for any text', () => {
    const piece = fc.constantFrom(
      '《',
      '》',
      '〈',
      '〉',
      '（',
      '）',
      '〔2020〕',
      '号',
      '第',
      '条',
      '济政发',
      '12',
      '办法',
      '，',
      '的',
      '。',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { title, span } of findMentions(text)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          if (title !== null) expect(text.slice(span.start, span.end)).toContain(title);
        }
      }),
    );
  });

  it.each([
    '《',
    '》',
    '（',
    '〔',
    '第',
    '1',
    '号',
    '《》',
    '《〈',
    '济政发〔2020〕',
    '《办法》（济政发〔2020〕1号）、',
  ])('stays linear on a long run of %s', (run) => {
    const started = performance.now();
    findMentions(run.repeat(20_000));
    // Quadratic time would take minutes here; the bound is far above what a slow machine needs.
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
