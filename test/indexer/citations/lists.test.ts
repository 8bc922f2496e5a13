/** Lists and tables of what is repealed, amended, kept or prolonged: each row with its number, title and what is done to it. */
import { expect, it } from 'vitest';
import { parseBytes } from '../../../indexer/pipeline.ts';

const HEAD = '各区县人民政府：';
const FOOT = '某市人民政府\n2022年3月1日';

async function listed(title: string, ...lines: readonly string[]): Promise<string[]> {
  const text = [title, '某政发〔2022〕5号', '', HEAD, ...lines].join('\n');
  const { documents } = await parseBytes(Buffer.from(text), 'list.txt');
  const citations = documents.flatMap((document) => document.citations);
  return citations.map(({ relation, number, title: cited, pin }) =>
    [relation, number ?? '无号', cited ?? '无题', ...(pin === null ? [] : [pin])].join(' '),
  );
}

it.each<[what: string, title: string, lines: readonly string[], expected: readonly string[]]>([
  [
    'annexes of what stays, what is changed and what ends',
    '某市人民政府关于公布规范性文件清理结果的通知',
    [
      '现将清理结果公布如下：',
      '一、继续有效的规范性文件（附件1）',
      '二、废止的规范性文件（附件3）',
      FOOT,
      '附件1',
      '继续有效的规范性文件目录',
      '序号 文件名称 文号',
      '1 某市人民政府关于加强停车管理的通知 某政发〔2015〕3号',
      '2 某市停车收费管理办法 某政发〔2016〕8号',
      '附件2',
      '修改的规范性文件目录',
      '1 某市城市绿化管理办法 某政发〔2014〕9号 将第五条中的“园林局”修改为“林业局”。',
      '附件3',
      '废止和失效的规范性文件目录',
      '序号 文件名称 文号 备注',
      '1 某市人民政府关于加强废品收购管理的意见 某政发〔2003〕31号 已被新规定代替',
      '2 某市人民政府关于机动车尾气污染防治的通告 某政通〔2005〕2号',
    ],
    [
      'mentions 某政发〔2015〕3号 某市人民政府关于加强停车管理的通知',
      'mentions 某政发〔2016〕8号 某市停车收费管理办法',
      'amends 某政发〔2014〕9号 某市城市绿化管理办法',
      'repeals 某政发〔2003〕31号 某市人民政府关于加强废品收购管理的意见',
      'repeals 某政通〔2005〕2号 某市人民政府关于机动车尾气污染防治的通告',
    ],
  ],
  [
    'points of a decision, each list under its own point',
    '某市人民政府关于废止和修改部分规范性文件的决定',
    [
      '一、对下列规范性文件予以废止：',
      '（一）《某市户外广告管理办法》（某政发〔2009〕4号）',
      '（二）《某市城市房屋拆迁管理办法》（某政发〔2001〕14号）',
      '（三）某市人民政府关于印发《某市流动人口管理暂行办法》的通知（某政发〔2006〕22号）',
      '二、对下列规范性文件的部分条款予以修改：',
      '（一）《某市节约用水办法》（某政发〔2012〕7号）',
      '1.将第三条修改为：“市水务局主管本市节约用水工作。”',
      '三、下列规范性文件继续有效，有效期延长至2025年12月31日：',
      '1.《某市供热管理办法》（某政发〔2017〕1号）',
      '2.某市养犬管理规定（某政发〔2017〕2号）',
      FOOT,
    ],
    [
      'repeals 某政发〔2009〕4号 某市户外广告管理办法',
      'repeals 某政发〔2001〕14号 某市城市房屋拆迁管理办法',
      'repeals 某政发〔2006〕22号 某市人民政府关于印发《某市流动人口管理暂行办法》的通知',
      'amends 某政发〔2012〕7号 某市节约用水办法',
      'amends 某政发〔2012〕7号 某市节约用水办法 第三条',
      'amends 某政发〔2017〕1号 某市供热管理办法',
      'amends 某政发〔2017〕2号 某市养犬管理规定',
    ],
  ],
  [
    'rules of a government, known by the orders that published them or by their titles alone',
    '某市人民政府关于废止部分市政府规章的决定',
    [
      '市政府决定废止以下规章：',
      '1.某市暂住人口管理办法（1999年9月1日某市人民政府令第155号公布）',
      '2.《某市建筑渣土管理办法》（2001年1月1日某市人民政府令第188号公布）',
      '3.某市道路停车规定',
      FOOT,
    ],
    [
      'repeals 某市人民政府令第155号 某市暂住人口管理办法',
      'repeals 某市人民政府令第188号 某市建筑渣土管理办法',
      'repeals 无号 某市道路停车规定',
    ],
  ],
  [
    'numbers before titles',
    '某市财政局关于公布失效规范性文件的公告',
    ['下列文件宣布失效：', '某财综〔2008〕12号 关于规范非税收入管理的通知', '某财采〔2012〕9号文件。', FOOT],
    ['repeals 某财综〔2008〕12号 关于规范非税收入管理的通知', 'repeals 某财采〔2012〕9号 无题'],
  ],
  [
    'a table of what is prolonged',
    '某市人民政府关于延长部分行政规范性文件有效期的通知',
    [
      '具体目录见附件。',
      FOOT,
      '附件',
      '延长有效期的规范性文件目录',
      '| 序号 | 文件名称 | 文号 | 有效期至 |',
      '| 1 | 某市公共租赁住房管理办法 | 某政办发〔2018〕5号 | 2025年9月5日 |',
    ],
    ['amends 某政办发〔2018〕5号 某市公共租赁住房管理办法'],
  ],
  [
    'cases and annexes are no lists of documents',
    '某市人民政府关于加强河湖管理的意见',
    [
      '一、有下列情形之一的，许可失效：',
      '（一）不执行河湖保护方案',
      '（二）报送的治理规划',
      '二、《某市河湖办法》同时废止。附件：',
      '1.某市河湖巡查工作规程',
      FOOT,
    ],
    ['repeals 无号 某市河湖办法'],
  ],
  [
    'sentences under a title that speaks of repeal are read for themselves',
    '某市人民政府关于废止《某市盐业办法》的决定',
    ['违反《某省盐业条例》规定的，依法处理。', '各单位要加强管理，不得另行制定办法', FOOT],
    ['repeals 无号 某市盐业办法', 'mentions 无号 某省盐业条例'],
  ],
])('%s', async (_, title, lines, expected) => {
  expect(await listed(title, ...lines)).toEqual(expected);
});
