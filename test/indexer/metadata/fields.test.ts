import { describe, expect, it } from 'vitest';
import { readAddressee } from '../../../indexer/metadata/addressee.ts';
import { readAttached, readAttachments } from '../../../indexer/metadata/attached.ts';
import { readPrintedOn, readWrittenOn } from '../../../indexer/metadata/dates.ts';
import { readIssuers, splitBodies } from '../../../indexer/metadata/issuers.ts';
import { readNumber } from '../../../indexer/metadata/number.ts';
import { readRegistration } from '../../../indexer/metadata/registration.ts';
import { readTitle } from '../../../indexer/metadata/title.ts';
import { readType } from '../../../indexer/metadata/type.ts';
import { aSplitDocument } from '../../support/split-document.ts';

describe('readTitle', () => {
  it.each([
    [
      { title: ['济南市人民政府', '关于实施“三线一单”生态环境', '分区管控的意见'] },
      '济南市人民政府关于实施“三线一单”生态环境分区管控的意见',
      '000: over three lines',
    ],
    [
      { masthead: '济南市人民政府办公厅', title: ['关于依法依规推动社会信用', '体系建设的实施意见'] },
      '济南市人民政府办公厅关于依法依规推动社会信用体系建设的实施意见',
      '001: issuer in the masthead',
    ],
    [
      { masthead: '某省人民政府文件', title: '关于公布目录的通知' },
      '某省人民政府关于公布目录的通知',
      'a masthead of 文件',
    ],
    [
      { title: ['某市行动计划 (2020—2022 年)', '某市行动计划 (2020—2022 年)'] },
      '某市行动计划（2020—2022年）',
      'a line twice; brackets; blanks',
    ],
    [
      { title: '关于批转 "十四五" 规划的通知', contentsTitle: '某县人民政府关于批转“十四五”规划的通知' },
      '某县人民政府关于批转“十四五”规划的通知',
      'issuer known from the contents list',
    ],
    [{ title: '关于推广BIM Level 2技术的意见' }, '关于推广BIM Level 2技术的意见', 'blanks stay between Latin words'],
    [{}, '', 'no title'],
  ])('%#', (text, expected, why) => {
    expect(readTitle(aSplitDocument(text)), why).toBe(expected);
  });
});

describe('readType', () => {
  it.each([
    ['某市人民政府办公厅关于促进建筑业高质量发展的实施意见', '意见'],
    ['某市人民政府办公厅关于印发某市电梯办法的通知', '通知'],
    ['某市人民政府关于同意规划的批复', '批复'],
    ['某省人民政府办公厅关于同意设立的复函', '函'],
    ['某市企业信用监管办法（试行）', '办法'],
    ['中华人民共和国刑法修正案（十一）', '修正案'],
    ['中华人民共和国民法典', '法'],
    ['某省人民代表大会常务委员会组成人员守则', '守则'],
    ['关于某某同志任职', null],
    ['', null],
  ])('%s: %s', (title, expected) => {
    expect(readType(title)).toBe(expected);
  });
});

describe('readNumber', () => {
  it.each([
    [{ number: '济政发 〔2021〕12号' }, '济政发〔2021〕12号'],
    [{ number: '（厅字〔2019〕34号）' }, '厅字〔2019〕34号'],
    [{ masthead: '某市人民政府令', number: '第271号' }, '某市人民政府令第271号'],
    [{ masthead: '中华人民共和国主席令', number: '第三十一号' }, '中华人民共和国主席令第31号'],
    [{ masthead: '应急管理部公告', number: '（2019年第11号）' }, '应急管理部公告2019年第11号'],
    [{ number: '财政部 税务总局公告2022年第13号' }, '财政部税务总局公告2022年第13号'],
    [{ number: '第5号' }, null],
    [{}, null],
  ])('%#', (text, expected) => {
    expect(readNumber(aSplitDocument(text))).toBe(expected);
  });
});

describe('splitBodies', () => {
  it.each([
    ['济南市人民政府', ['济南市人民政府']],
    ['中共济南市委办公厅济南市人民政府办公厅', ['中共济南市委办公厅', '济南市人民政府办公厅']],
    ['山东省民政厅山东省财政厅', ['山东省民政厅', '山东省财政厅']],
    ['最高人民法院最高人民检察院公安部民政部', ['最高人民法院', '最高人民检察院', '公安部', '民政部']],
    ['国家发展改革委、财政部', ['国家发展改革委', '财政部']],
    ['中共中央办公厅国务院办公厅', ['中共中央办公厅', '国务院办公厅']],
    ['中国人民银行', ['中国人民银行']],
    ['内蒙古自治区人民政府办公厅', ['内蒙古自治区人民政府办公厅']],
    ['全国人民代表大会常务委员会', ['全国人民代表大会常务委员会']],
    ['某市财政局国家税务总局某市税务局', ['某市财政局', '国家税务总局某市税务局']],
    ['财政部税务总局', ['财政部', '税务总局']],
    ['四川省第十一届人民代表大会常务委员会', ['四川省人民代表大会常务委员会']],
    ['关于加强管理', []],
    ['', []],
  ])('%s', (run, expected) => {
    expect(splitBodies(run)).toEqual(expected);
  });
});

describe('readIssuers', () => {
  it.each([
    [
      { title: ['中共某市委办公厅', '某市人民政府办公厅', '关于印发方案的通知'] },
      ['中共某市委办公厅', '某市人民政府办公厅'],
      'joint, a line each',
    ],
    [
      { title: '关于加强管理的通知', signature: ['某市民政局', '某市财政局', '2021年3月5日'] },
      ['某市民政局', '某市财政局'],
      'from the signature',
    ],
    [
      { title: '关于加强管理的通知', signature: ['某市人民政府2021年9月9日'] },
      ['某市人民政府'],
      '004: name and date in one line',
    ],
    [
      { masthead: '某市人民政府令', title: '某市停车办法', signature: ['市长 张某某', '2021年9月9日'] },
      ['某市人民政府'],
      'an order is signed by a person',
    ],
    [
      {
        title: '某某省信用条例',
        adoptionNote: ['2020年7月24日某某省第十三届人民代表大会常务委员会第二十二次会议通过'],
      },
      ['某某省人民代表大会常务委员会'],
      'a regulation of a province',
    ],
    [
      { title: '某某市市容条例', adoptionNote: ['2016年8月24日某某市七届人民代表大会常务委员会第三十一次会议通过'] },
      ['某某市人民代表大会常务委员会'],
      'a term without 第',
    ],
    [
      { title: '城市绿化条例', adoptionNote: ['1992年6月22日中华人民共和国国务院令第100号发布'] },
      ['国务院'],
      'an order of the State Council',
    ],
    [{ title: '反间谍法实施细则' }, [], 'nobody is named'],
  ])('%#', (text, expected, why) => {
    const document = aSplitDocument(text);
    expect(readIssuers(document, readTitle(document)), why).toEqual(expected);
  });
});

describe('dates', () => {
  it.each([
    [{ signature: ['某市人民政府', '2021年6月26日'] }, '2021-06-26'],
    [{ signature: ['某市人民政府', '二○○八年九月二十二日'] }, '2008-09-22'],
    [{ signature: ['某市人民政府', '2021年2月30日'] }, null],
    [{ adoptionNote: ['2003年11月23日国务院令第392号公布', '2016年2月6日修订'] }, '2016-02-06'],
    [{ adoptionNote: ['2008年4月17日公告公布 自2008年4月23日起施行'] }, '2008-04-17'],
    [{}, null],
  ])('成文: %#', (text, expected) => {
    expect(readWrittenOn(aSplitDocument(text))?.day ?? null).toBe(expected);
  });

  it('印发', () => {
    expect(readPrintedOn(aSplitDocument({ printNote: '（2020年9月6日印发）' }))?.day).toBe('2020-09-06');
    expect(readPrintedOn(aSplitDocument({}))).toBeNull();
  });
});

describe('small fields', () => {
  it.each([
    [{ addressee: '各区县人民政府，市政府各部门 (单位)：' }, '各区县人民政府，市政府各部门（单位）'],
    [{ addressee: '市园林和林业绿化局：' }, '市园林和林业绿化局'],
    [{}, null],
  ])('主送: %#', (text, expected) => {
    expect(readAddressee(aSplitDocument(text))).toBe(expected);
  });

  it.each([
    [{ registration: 'JNCR - 2021 - 0010007' }, 'JNCR-2021-0010007'],
    [{ registration: '统一编号：HNPR—2019—01001' }, 'HNPR-2019-01001'],
    [{}, null],
  ])('登记号: %#', (text, expected) => {
    expect(readRegistration(aSplitDocument(text))).toBe(expected);
  });

  it.each([
    ['某市人民政府办公厅关于印发某市电梯办法（试行）的通知', [], ['某市电梯办法（试行）']],
    ['某市人民政府办公厅印发关于加快推广的若干政策的通知', [], ['关于加快推广的若干政策']],
    ['某市委办公厅关于印发《甲方案》《乙办法》的通知', [], ['甲方案', '乙办法']],
    ['某市关于印发2017年某市政府公开工作要点的通知', ['2017年某市政务公开工作要点'], ['2017年某市政务公开工作要点']],
    ['某市人民政府关于公布第十三批拔尖人才名单的通知', ['第十三批拔尖人才名单'], ['第十三批拔尖人才名单']],
    ['某市人民政府关于公布第十三批拔尖人才名单的通知', [], []],
    ['某市人民政府关于发布2021年企业工资指导线的通知', [], []],
    ['某市人民政府关于规范交易秩序的通告', [], []],
  ])('%s', (title, attachedTitles, expected) => {
    expect(readAttached(aSplitDocument({ title, attachedTitles }), title)).toEqual(expected);
  });

  it('附件', () => {
    const attachments = ['附件：1.某市生态环境管控单元图', '2.某市生态环境准入清单（总体要求）'];
    expect(readAttachments(aSplitDocument({ attachments }))).toEqual([
      '某市生态环境管控单元图',
      '某市生态环境准入清单（总体要求）',
    ]);
  });
});
