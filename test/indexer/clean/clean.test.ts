/** Cleaning: each line of the left column is a line of a source, the right one what is left of it. */
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../indexer/clean/clean.ts';

const clean = (text: string) =>
  cleanLines(text.split('\n').map((line, index) => ({ text: line, line: index + 1, page: null })));
const texts = (text: string): string[] => clean(text).lines.map((line) => line.text);

describe('characters and signs', () => {
  it.each([
    ['２０２１年９月ＢＩＭ技术', '2021年9月BIM技术'],
    ['各区县人民政府,市政府各部门(单位):', '各区县人民政府，市政府各部门（单位）：'],
    ['«关于贯彻 ‹中国制造›的意见»', '《关于贯彻〈中国制造〉的意见》'],
    ['予以公布.凡', '予以公布。凡'],
    ['(1) 加强; (2) 完善.', '（1）加强；（2）完善。'],
    ['济政发[2020]11号', '济政发〔2020〕11号'],
    ['占比达到1.5倍,约3,000元', '占比达到1.5倍，约3,000元'],
    ['⺠生与⻓效', '民生与长效'],
    ['习近平\u{100170}谈治国', '习近平·谈治国'],
    ['———优先保护单元', '——优先保护单元'],
    ['见 http://www.example.gov.cn 网站', '见http://www.example.gov.cn网站'],
    ['GDP，CPI 与 PPI', 'GDP，CPI与PPI'],
    ['符合 GB/T 9704—2012 和 E=mc² 的', '符合GB/T 9704—2012和E=mc²的'],
    [
      '邮箱 abc.d-e@example.gov.cn,网址 http://www.example.gov.cn/a?b=1&copy=2',
      '邮箱abc.d-e@example.gov.cn，网址http://www.example.gov.cn/a?b=1&copy=2',
    ],
    ['\u202a人民\u202c政府\u0007', '人民政府'],
  ])('%s', (line, expected) => {
    expect(texts(line)).toEqual([expected]);
  });
});

describe('escapes and marks of footnotes', () => {
  it.each([
    ['&nbsp;&nbsp;第一条&#12288;为了&ldquo;三农&rdquo;', '第一条为了“三农”'],
    ['\\u3000\\u3000第一条 为了\\n', '第一条为了'],
    ['AT&T公司的 C:\\new 目录', 'AT&T公司的C:\\new目录'],
    ['A&unknown;B与&#55296;', 'A&unknown;B与&#55296;'],
    ['1\\.加强<span style="color:red">管理</span>', '1.加强管理'],
    ['见[通知](http://www.example.gov.cn/1.htm)全文', '见通知全文'],
    ['当 a<b 时', '当a<b时'],
    ['依照《某办法》[1]执行。[12]', '依照《某办法》执行。'],
    ['根据规定¹执行，面积3米²', '根据规定执行，面积3米²'],
    ['某政发[2021]3号和[3]号', '某政发〔2021〕3号和[3]号'],
  ])('%s', (line, expected) => {
    expect(texts(line)).toEqual([expected]);
  });
});

describe('blanks', () => {
  it.each([
    ['建 立 健 全', '建立健全'],
    ['到 2023 年,建成 5 个', '到2023年，建成5个'],
    ['20 21 年', '2021年'],
    ['JNCR - 2021 - 0010007', 'JNCR-2021-0010007'],
    ['the quick fox', 'the quick fox'],
    ['伦敦 楼 房 发 生火 灾 中 使 馆 关 注 : 暂 无 中 国 公民 受伤', '伦敦楼房发生火灾中使馆关注：暂无中国公民受伤'],
    ['GDP growth 增 长 5. 2 %', 'GDP growth增长5.2%'],
    ['1. 2个以上', '1. 2个以上'],
  ])('%s', (line, expected) => {
    expect(texts(line)).toEqual([expected]);
  });

  it('keeps those of rows at hand', () => {
    expect(clean('马 涛　某研究院').lines[0]).toMatchObject({ text: '马涛某研究院', spaced: '马 涛 某研究院' });
  });
});

describe('marks of converters', () => {
  it.each([
    ['- **(一) 总体要求**', '（一）总体要求'],
    ['> 某某市人民政府', '某某市人民政府'],
    ['## 第一章 总则', '第一章总则'],
    ['| 序号 | 名称 |', '序号 名称'],
    ['│ 序号 │ 名称 │', '序号 名称'],
    ['➢ 加强管理', '加强管理'],
    ['\uf0d8 加强管理', '加强管理'],
    ['●加强管理', '加强管理'],
    ['■政务动态■', '■政务动态■'],
    ['·马克思的著作', '·马克思的著作'],
  ])('%s', (line, expected) => {
    expect(texts(line)).toEqual([expected]);
  });

  it('drops rules, comments and the settings of a site, and says so', () => {
    const { lines, changes } = clean('---\ntitle: x\n---\n# 某法\n<!-- INFO END -->\n|---|---|\n第一条 某事。');
    expect(lines.map(({ text, front }) => [text, front])).toEqual([
      ['某法', true],
      ['第一条某事。', false],
    ]);
    expect(changes.map(({ line, reason }) => [line, reason])).toEqual([1, 2, 3, 5, 6].map((line) => [line, 'markup']));
  });
});

describe('page furniture', () => {
  it('drops page numbers and running heads wherever they fall', () => {
    const head = '某某市人民政府公报 (2021年第13期)';
    const source = `对有关单位依\n— 12 —\n${head}\n法予以处理。\n45\n第 3 页\n市政府文件 ${head}\n其他事项。`;
    expect(texts(source)).toEqual(['对有关单位依', '法予以处理。', '其他事项。']);
  });

  it('keeps years and sentences that name a gazette', () => {
    expect(texts('2020\n在某某市人民政府公报2021年第13期刊登，现予公布。')).toHaveLength(2);
  });

  it('drops the end of a line that a break prints again', () => {
    expect(texts('（牵头单位：市水务局）\n局）\n二、其他')).toEqual(['（牵头单位：市水务局）', '二、其他']);
  });
});

it('restores a dash read as 一 among dashed points', () => {
  expect(texts('一数字产业化水平提升。\n——产业数字化取得突破。\n一是加强领导。')).toEqual([
    '——数字产业化水平提升。',
    '——产业数字化取得突破。',
    '一是加强领导。',
  ]);
});

describe('what the format says', () => {
  const printed = (page: number, texts: readonly string[], more = {}) =>
    texts.map((text, index) => ({ text, page, line: page * 100 + index, ...more }));
  const left = (lines: Parameters<typeof cleanLines>[0]): string[] => cleanLines(lines).lines.map(({ text }) => text);

  it('drops what recurs at the edge of pages, whatever it says', () => {
    const words = [
      ['甲', '乙', '丙'],
      ['丁', '戊', '己'],
      ['庚', '辛', '壬'],
    ];
    const pages = words.flatMap((text, at) => printed(at + 1, ['某某市政府文件', ...text, `${at + 1} / 3`]));
    expect(left(pages)).toEqual(words.flat());
  });

  it.each([
    ['drops the head of left pages, which there are two of', '海州市人民政府公报', 9, 2],
    ['keeps a line of the size of the text', '海州市人民政府', 14, 4],
  ])('%s', (_, text, size, count) => {
    const box = { x: 60, y: 40, width: 200, height: 10 };
    const body = '各区人民政府应当按期完成任务，报告办理情况。';
    const pages = [1, 2].flatMap((page) => [
      { text, size, box, page, line: page * 10 },
      { text: body, size: 14, box: { ...box, y: 90 }, page, line: page * 10 + 1 },
    ]);
    expect(left(pages)).toHaveLength(count);
  });

  it('keeps the marks of annexes, each at the top of its page', () => {
    const marks = [1, 2, 3].flatMap((page) => printed(page, [`附件${page}`, '甲乙丙'[page - 1] ?? '', '某某表']));
    expect(left(marks)).toContain('附件2');
  });

  it('knows a column by its block, where few of the lines around are full', () => {
    const size = 10;
    const line = (text: string, block: number, at: number, x = 0) => ({
      text,
      block,
      size,
      line: at,
      page: 1,
      box: { x, y: at * 16, width: text.length * size, height: size },
    });
    const full = '明确责任分工，细化工作措施，确保各项任务落到实处。';
    const short = Array.from({ length: 9 }, (_, at) => line('短行', 1, 10 + at, 300));
    const column = [line(full, 0, 1), line(full, 0, 2), line('报告市人民政府。', 0, 3)];
    expect(cleanLines([...column, ...short]).lines[0]?.column).toBe(25);
  });

  it('knows a column by its text, whatever tables stand in it', () => {
    const text = Array.from({ length: 8 }, (_, at) => ({
      text: '明确责任分工细化工作措施确保各项任务落到实处',
      line: at,
      page: 1,
    }));
    const rows = Array.from({ length: 9 }, (_, at) => ({
      text: '一\t完善地下管线综合规划编制体系统筹各类管线\t市自然资源局',
      row: true,
      line: at + 9,
      page: 1,
    }));
    expect(cleanLines([...text, ...rows]).lines.map(({ column }) => column)).toEqual([
      ...text.map(() => 22),
      ...rows.map(() => null),
    ]);
  });

  it('knows the edge of a page by another, where nearly all lines of it are set in', () => {
    const at = (page: number, x: number, text: string) => ({
      text,
      page,
      block: 0,
      size: 10,
      line: page * 10 + x,
      box: { x, y: x, width: text.length * 10, height: 10 },
    });
    const first = [50, 51, 50].map((x) => at(1, x, '本办法由市人民政府制定并公布。'));
    const second = [at(2, 50, '各区：'), ...[70, 71, 70].map((x) => at(2, x, '任命张某某为局长；'))];
    expect(cleanLines([...first, ...second]).lines.map(({ indented }) => indented)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('keeps the head of a table and chapters on every page', () => {
    const pages = [1, 2, 3].flatMap((page) => printed(page, ['序号\t名称', `${page}\t某站`], { row: true }));
    expect(left(pages)).toEqual(['序号 名称', '1 某站', '序号 名称', '2 某站', '序号 名称', '3 某站']);
  });

  it('keeps a number by itself in the middle of a page whose places are known', () => {
    const box = { x: 0, y: 0, width: 100, height: 10 };
    expect(left(printed(1, ['甲', '乙', '12', '丙', '丁', '12'], { box }))).toEqual(['甲', '乙', '12', '丙', '丁']);
  });

  it('hands on headings, rows and whole paragraphs', () => {
    const [line] = cleanLines([{ text: '总则', line: 1, page: null, heading: 2, whole: true }]).lines;
    expect(line).toMatchObject({ heading: 2, whole: true, starts: true, row: false });
  });

  it.each(['12/30', '第12页 共30页', '·12·', '— xii —', 'iv'])('%s is a page number', (text) => {
    expect(texts(text)).toEqual([]);
  });
});
