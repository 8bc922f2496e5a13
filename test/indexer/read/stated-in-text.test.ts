import { describe, expect, it } from 'vitest';
import { statedInText } from '../../../indexer/read/stated-in-text.ts';

const read = (text: string) =>
  statedInText(text.split('\n').map((line, index) => ({ text: line, line: index + 1, page: null })));

describe('the table of facts of a page that was saved as text', () => {
  it.each([
    [
      'two labels in a line',
      '索引号: 003129766/201901-00336 组配分类: 规范性文件发布\n生成日期: 2019-01-23 文号: 东政发〔2019〕3号\n发布机构: 东湾县人民政府办公室',
    ],
    [
      'labels stretched by blanks',
      '索 引 号： 003129766/201901-00336 主题分类： 综合政务\n文　　号： 东政发〔2019〕3号 成文日期： 2019年1月23日\n发文机关： 东湾县人民政府办公室',
    ],
    [
      'values on lines of their own',
      '  • 索引号:\n\n    003129766/201901-00336\n  • 来源:\n\n  • 发文机构:\n\n    东湾县人民政府办公室\n  • 发文字号:\n\n    东政发〔2019〕3号\n  • 发文日期:\n\n    2019年01月23日 16:40',
    ],
    [
      'rules between the cells',
      '索引号 | 003129766/201901-00336 | ||\n发布机构 | 东湾县人民政府办公室 |\n生成日期 | 2019-01-23 | 公开方式 | 主动公开 |\n文号 | 东政发〔2019〕3号 |',
    ],
    [
      'blanks alone',
      '索引号 003129766/201901-00336 成文时间 2019-01-23\n发布机构 东湾县人民政府办公室 组配分类 东政发\n文号 东政发〔2019〕3号',
    ],
  ])('is read with %s', (_, table) => {
    expect(read(`${table}\n\n东湾县人民政府关于公布蓝线的通知`)).toMatchObject({
      stated: true,
      indexNumber: '003129766/201901-00336',
      number: '东政发〔2019〕3号',
      issuers: ['东湾县人民政府办公室'],
      writtenOn: '2019-01-23',
    });
  });

  it.each([
    ['a document', '东湾县人民政府关于公布蓝线的通知\n东政发〔2019〕3号\n各乡镇人民政府：'],
    ['a form', '名称：\n数量：\n单位：\n来源：'],
    ['a single label', '发文字号：东政发〔2019〕3号'],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(read(text)).toBeNull();
  });
});
