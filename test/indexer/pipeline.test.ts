/** The pipeline as a whole: encodings, layouts, line widths and page furniture do not change what a document says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { runStage, STAGES } from '../../indexer/pipeline.ts';
import { parsePlain } from '../support/parse-plain.ts';
import { setAgain } from '../support/set-again.ts';
import { typeset } from '../support/typeset.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const layout = (name: string): string => readFileSync(join(FIXTURES, 'layouts', `${name}.txt`), 'utf8');
const parse = (text: string) => parsePlain(Buffer.from(text), 'a.txt');
const bodies = (text: string): string[] => parse(text).documents.map(({ body }) => body);

const NOTICE = `某某市人民政府办公室
关于印发某某市城市绿化管理规定的通知
某政办发〔2022〕8号
各县区人民政府，市政府各部门：
《某某市城市绿化管理规定》已经市政府同意，现印发给你们，请认真贯彻执行。
某某市人民政府办公室
2022年3月4日
某某市城市绿化管理规定
第一章 总则
第一条 为了促进城市绿化事业的发展，改善生态环境，根据《城市绿化条例》等有关法律法规，结合本市实际，制定本规定。
第二条 本规定适用于本市行政区域内城市绿化的规划、建设、保护和管理活动，以及与其相关的监督检查工作。
第二章 规划与建设
第三条 城市人民政府应当组织城市园林绿化行政主管部门和城市规划行政主管部门共同编制城市绿化规划，并纳入城市总体规划：
（一）根据当地的特点，利用原有的地形、地貌、水体、植被和历史文化遗址等自然、人文条件，以方便群众为原则；
（二）合理设置公共绿地、居住区绿地、防护绿地、生产绿地和风景林地等，并与周围环境相协调，注重实际效果。
城市公共绿地和居住区绿地的建设，应当以植物造景为主，选用适合当地自然条件的树木花草，适当配置泉、石、雕塑等景物。
第四条 本规定自2022年5月1日起施行，有效期5年。
`;

describe('encodings', () => {
  const plain = parse(NOTICE);
  const marked = (mark: number[], bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(mark), bytes]);
  const utf16le = Buffer.from(NOTICE, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();

  it.each([
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], Buffer.from(NOTICE)), 'utf-8'],
    ['UTF-16 LE with a mark', marked([0xff, 0xfe], utf16le), 'utf-16le'],
    ['UTF-16 BE with a mark', marked([0xfe, 0xff], utf16be), 'utf-16be'],
    ['UTF-16 LE', utf16le, 'utf-16le'],
    ['UTF-16 BE', utf16be, 'utf-16be'],
    ['GB18030', iconv.encode(NOTICE, 'gb18030'), 'gb18030'],
    ['Windows line ends', Buffer.from(NOTICE.replaceAll('\n', '\r\n')), 'utf-8'],
  ])('%s gives the same document', (_, bytes, encoding) => {
    const parsed = parsePlain(bytes, 'a.txt');
    expect(parsed.encoding).toBe(encoding);
    expect(parsed.documents).toEqual(plain.documents);
  });

  it('reads Big5', async () => {
    const text =
      '某某縣政府關於公共場所管理辦法的公告\n第一條 為維護公共場所之安全與秩序，特制定本辦法。\n第二條 本辦法自公布之日施行。\n';
    expect(await runStage(iconv.encode(text, 'big5'), 'a.txt', 'read')).toMatchObject({
      encoding: 'big5',
      lines: [{}, {}, { text: '第二條 本辦法自公布之日施行。' }, {}],
    });
  });

  it('reads what the user says it is', () => {
    const bytes = iconv.encode(NOTICE, 'gb18030');
    expect(parsePlain(bytes, 'a.txt', { encoding: 'gbk' }).documents).toEqual(plain.documents);
  });
});

describe('files that are no text', () => {
  it.each([
    ['empty', new Uint8Array(0), 'file_empty'],
    ['blank', Buffer.from(' \n\r\n\t'), 'file_empty'],
    ['with zero bytes', Uint8Array.from([1, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0]), 'file_binary'],
    ['of control characters', Uint8Array.from({ length: 200 }, (_, i) => i % 8), 'file_binary'],
  ])('%s', (_, bytes, code) => {
    expect(() => parsePlain(bytes, 'a.txt')).toThrow(expect.objectContaining({ code }));
  });

  it('reports a text without a document and does not throw', () => {
    const parsed = parse('今天天气很好。\n我们去公园。\n');
    expect(parsed.documents).toEqual([]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['no_document']);
  });
});

describe('other layouts', () => {
  it('reads a State Council gazette: order, reply, opinion, announcement, appointments', () => {
    const { issue, documents } = parse(layout('state-council-gazette'));
    expect(issue).toMatchObject({ publication: '中华人民共和国国务院公报', year: 2019, number: 31, totalNumber: 1678 });
    expect(documents.map(({ title, number, writtenOn }) => [title, number, writtenOn])).toEqual([
      ['公共场所无障碍设施条例', '中华人民共和国国务院令第721号', '2019-10-11'],
      ['国务院关于同意设立河套农业高新技术产业示范区的批复', '国函〔2019〕113号', '2019-11-18'],
      ['国务院办公厅关于促进平台企业规范健康发展的指导意见', '国办发〔2019〕38号', '2019-08-01'],
      [
        '财政部海关总署税务总局关于继续执行残疾人专用品进口税收政策的公告',
        '财政部海关总署税务总局公告2019年第88号',
        '2019-10-20',
      ],
      ['国务院任免国家工作人员', null, '2019-10-25'],
    ]);
  });

  it('reads a provincial gazette without a contents list', () => {
    const { documents } = parse(layout('provincial-gazette'));
    expect(documents.map(({ title, number }) => [title, number])).toEqual([
      ['江北省人民政府关于修改《江北省殡葬管理办法》的决定', '江北省人民政府令第301号'],
      ['江北省人民政府办公厅关于成立省防汛抗旱指挥部的通知', '江政办函〔2022〕7号'],
      ['江北省财政厅江北省教育厅关于印发《江北省学生资助资金管理办法》的通知', '江财教〔2022〕5号'],
      ['江北省人民政府关于李某某等同志任免职务的通知', '江政任〔2022〕2号'],
      ['江北省人民政府公告', '江政告〔2022〕1号'],
    ]);
    expect(documents[1]?.provisions.map(({ kind, text }) => [kind, text]).slice(1)).toEqual([
      ['table', '总指挥：钱某某 省长'],
      ['table', '副总指挥：孙某某 副省长'],
    ]);
  });

  it('reads a single document in red-head form', () => {
    const { documents } = parse(layout('red-head'));
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      title: '海州市人民政府办公室关于印发海州市河湖长制工作规定的通知',
      number: '海政办发〔2023〕14号',
      addressee: '各县（市、区）人民政府，市各委、办、局，市各直属单位',
      printedOn: '2023-04-06',
      attachments: ['海州市河湖长制工作规定', '海州市河湖名录'],
      notes: ['（此件公开发布）'],
    });
    expect(documents[0]?.copiesTo).toContain('市法院，市检察院');
    expect(documents[0]?.body).not.toMatch(/抄送|公开发布|特急|2023年4月6日印发/);
  });
});

/** What a reader sees as prose: it has stops inside, and is no addressee. */
const isProse = (line: string): boolean => /[，。；：]/.test(line) && !/^各.*：$/.test(line);

describe('line breaks', () => {
  const expected = bodies(NOTICE);
  const lines = NOTICE.split('\n').filter((line) => line !== '');
  const set = (width: number, page: number): string => typeset(lines, new Set(lines.filter(isProse)), { width, page });

  it.each([17, 20, 24, 32, 40])('a column of %i characters gives the same paragraphs', (width) => {
    expect(bodies(set(width, 1000))).toEqual(expected);
  });

  it('page numbers and running heads anywhere change nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 17, max: 40 }), fc.integer({ min: 5, max: 40 }), (width, pageLength) => {
        expect(bodies(set(width, pageLength))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  const gazettes = readdirSync(join(FIXTURES, 'gazettes'));
  it.each(gazettes.flatMap((name) => [17, 24, 40].map((width) => [name, width] as const)))(
    '%s, each document set again in columns of %i, has the same paragraphs',
    (name, width) => {
      const { documents } = parsePlain(readFileSync(join(FIXTURES, 'gazettes', name)), name);
      let lost = 0;
      let all = 0;
      for (const document of documents) {
        const again = parse(setAgain(document, width)).documents;
        expect(again.map(({ number }) => number)).toEqual([document.number]);
        const kept = new Set(again[0]?.body.split('\n'));
        const before = document.body.split('\n');
        all += before.length;
        lost += before.filter((paragraph) => !kept.has(paragraph)).length;
      }
      // A heading that fills its line, or a straight quote without its fellow, cannot be told.
      expect(lost / all).toBeLessThanOrEqual(0.01);
    },
  );

  it('blanks that a converter puts between characters change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: NOTICE.length }), { maxLength: 60 }), (places) => {
        const body = NOTICE.slice(NOTICE.indexOf('第一条'));
        const han = [...body].map((c, index) =>
          places.includes(index) && /\p{Script=Han}/u.test(c) && /\p{Script=Han}/u.test(body[index + 1] ?? '')
            ? `${c} `
            : c,
        );
        expect(bodies(NOTICE.slice(0, NOTICE.indexOf('第一条')) + han.join(''))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('stages', () => {
  it.each(STAGES)('%s can be seen alone', async (stage) => {
    expect(await runStage(Buffer.from(NOTICE), 'a.txt', stage)).toBeTruthy();
  });
});
