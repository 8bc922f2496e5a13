/** Lines → paragraphs. Each case is a source as printed, and the paragraphs that a reader sees in it. */
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../indexer/clean/clean.ts';
import { reflow } from '../../../indexer/split/reflow.ts';

const paragraphs = (text: string): string[] => {
  const { lines } = cleanLines(text.split('\n').map((line, index) => ({ text: line, line: index + 1, page: null })));
  return reflow(lines).map((paragraph) => paragraph.text);
};

describe('whole paragraphs', () => {
  it.each([
    [
      'a break inside a sentence',
      '对负有领导责任、监管责任和直接责任人员依法\n\n追究责任。\n其他事项。',
      ['对负有领导责任、监管责任和直接责任人员依法追究责任。', '其他事项。'],
    ],
    [
      'a title cut by a break',
      '根据《某某市文物建筑\n\n消防安全管理规定》等要求执行。',
      ['根据《某某市文物建筑消防安全管理规定》等要求执行。'],
    ],
    [
      'a note that ends its paragraph',
      '加强监管。（责任单位：市水务局）\n统筹相关措施。',
      ['加强监管。（责任单位：市水务局）', '统筹相关措施。'],
    ],
    ['a preface', '前　言\n水是生命之源。\n生态之基。', ['前言', '水是生命之源。', '生态之基。']],
    [
      'a title above an indented line',
      '某某市促进数字创意产业发展行动计划（2020—2022年）\n　　数字创意产业是新经济，\n是助推器。',
      ['某某市促进数字创意产业发展行动计划（2020—2022年）', '数字创意产业是新经济，是助推器。'],
    ],
    ['a heading without a stop', '一、总体要求\n坚持科学规划。', ['一、总体要求', '坚持科学规划。']],
    [
      'a reference at the head of a line',
      '违反本办法第五条、\n第六条规定的，予以处罚。',
      ['违反本办法第五条、第六条规定的，予以处罚。'],
    ],
    [
      'a label set apart by a blank',
      '组成计税价格=成本÷比例\n第九条 进口的应税消费品纳税。',
      ['组成计税价格=成本÷比例', '第九条进口的应税消费品纳税。'],
    ],
    [
      'two points in one line',
      '（三十）水芝路。长224米，至北延线。（三十一）凤彩路。长707米。',
      ['（三十）水芝路。长224米，至北延线。', '（三十一）凤彩路。长707米。'],
    ],
    [
      'two articles in one line',
      '第十三条 市城管部门实施考核。 第十四条 区县政府指导街道。',
      ['第十三条市城管部门实施考核。', '第十四条区县政府指导街道。'],
    ],
    [
      'a bullet at a column break',
      '- 1. 能力提升。新建起步区及莱芜\n\n- (或钢城) 地震台,增加测项。',
      ['1.能力提升。新建起步区及莱芜（或钢城）地震台，增加测项。'],
    ],
    [
      'names, one a line',
      '马 涛 某研究院\n王苗利(女)某中心\n李 力 某公司',
      ['马涛 某研究院', '王苗利（女）某中心', '李力 某公司'],
    ],
    ['Latin words', '推广 Smart\nCity 技术。', ['推广Smart City技术。']],
  ])('%s', (_, source, expected) => {
    expect(paragraphs(source)).toEqual(expected);
  });
});

describe('numbered rows', () => {
  it.each([
    ['names under labels', '1．张　三　某某镇竹编社\n2．李四四　木雕厂', ['1.张三 某某镇竹编社', '2.李四四 木雕厂']],
    [
      'bare numbers under a head',
      '序号　姓名　性别　单位\n1　张　三　男　某某镇竹编社\n2　李四四　女　木雕厂',
      ['序号 姓名 性别 单位', '1 张三 男 某某镇竹编社', '2 李四四 女 木雕厂'],
    ],
    [
      'documents that a decision repeals',
      '序号　文件名称　发文字号\n1　某市人民政府关于甲事的通知　某政发〔2008〕12号\n本决定自公布之日起施行。',
      ['序号 文件名称 发文字号', '1 某市人民政府关于甲事的通知 某政发〔2008〕12号', '本决定自公布之日起施行。'],
    ],
    ['headings set apart', '1．总 则\n2．附 则', ['1.总则', '2.附则']],
    [
      'points of a text',
      '1．加强领导 落实责任，强化督查。\n2．广泛宣传。',
      ['1.加强领导落实责任，强化督查。', '2.广泛宣传。'],
    ],
  ])('%s', (_, source, expected) => {
    expect(paragraphs(source)).toEqual(expected);
  });
});

it('never joins what the format says is a whole paragraph', () => {
  const source = ['某某市人民政府', '关于', '开展工作'].map((text, index) => ({ text, line: index + 1, page: null }));
  const whole = source.map((line) => ({ ...line, whole: true }));
  expect(reflow(cleanLines(whole).lines).map(({ text }) => text)).toEqual(source.map(({ text }) => text));
});

const COLUMN = `３．加快考古遗址公园项目建设.推
动城子崖遗址、大辛庄遗址、东平陵故城
列入国家 “十四五”时期重要大遗址.推
进城子崖国家考古遗址公园建设,全面提
升遗址展示品质. (牵头单位:市文化和
旅游局,责任单位:有关区县政府)
４．争创国家、省级文物保护利用示范
区.按照有关要求,完善提升古城区文物
保护利用示范区创建实施方案.
本政策与市级其他专项政策的同类条
款原则上不重复享受.本政策自２０２１年
７月１日起施行.`;

describe('a narrow column', () => {
  it('joins lines, parts points whose numbers follow, and knows an indented first line', () => {
    expect(paragraphs(COLUMN).map((text) => text.slice(0, 12))).toEqual([
      '3.加快考古遗址公园项目',
      '4.争创国家、省级文物保',
      '本政策与市级其他专项政策',
    ]);
  });

  it('reads the same with an empty line after every line', () => {
    expect(paragraphs(COLUMN.replaceAll('\n', '\n\n'))).toEqual(paragraphs(COLUMN));
  });
});
