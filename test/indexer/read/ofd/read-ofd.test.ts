/**
 * Gazettes printed to OFD in one and two columns, their text objects in any order and form, read back: the same documents
 * and provisions as from the text. Then the parts of an OFD one by one. All files are made here, none by an office program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ParsedDocument, ParsedFile } from '../../../../indexer/model.ts';
import { parseBytes, parseText } from '../../../../indexer/pipeline.ts';
import { readOfd } from '../../../../indexer/read/ofd/read-ofd.ts';
import { A4 } from '../../../support/pdf-writer.ts';
import { type PageSetting, paragraphsOf, setPages } from '../../../support/printed-gazette.ts';
import { setRuledTable } from '../../../support/ruled-table.ts';
import { type OfdOptions, writeOfd, writeOfdVolume } from '../../../support/write-ofd.ts';

const GAZETTES = resolve(import.meta.dirname, '../../../fixtures/gazettes');
const HEAD = '某某市人民政府公报 2020年第18期';
const ONE: PageSetting = { columns: 1, size: 14, gutter: 0, leading: 24, runningHead: HEAD };
const TWO: PageSetting = { columns: 2, size: 10.5, gutter: 20, leading: 18, runningHead: HEAD };
/** Of the provisions: those in lists of names whose wrapped rows only their blanks tell apart. */
const DIFFERENT = 0.03;

const facts = ({ title, number, type, writtenOn, issuers }: ParsedDocument) => ({
  title,
  number,
  type,
  writtenOn,
  issuers,
});
const squeeze = (text: string): string => text.replace(/\s/g, '');
const WAYS: readonly (readonly [string, PageSetting, OfdOptions])[] = [
  ['one column', ONE, {}],
  ['one column, an object a character, last first', ONE, { objects: 'character', backwards: true }],
  ['two columns, last object first', TWO, { backwards: true }],
  ['two columns, distances counted', TWO, { objects: 'counted' }],
  ['two columns, through a matrix', TWO, { objects: 'scaled', backwards: true }],
];

describe.each(readdirSync(GAZETTES).sort())('%s', (name) => {
  let paragraphs: ReturnType<typeof paragraphsOf>;
  let original: ParsedFile;
  beforeAll(async () => {
    original = await parseBytes(readFileSync(resolve(GAZETTES, name)), name);
    paragraphs = original.documents.flatMap(paragraphsOf);
  });

  it.each(WAYS)('in %s gives the text in its order, its documents and provisions', async (_, setting, options) => {
    const read = await readOfd(writeOfd(setPages(paragraphs, setting), options));
    const furniture = new RegExp(`^(?:${HEAD}|— \\d+ —)$`);
    const found = read.lines.filter(({ text }) => !furniture.test(text)).map(({ text }) => text);
    expect(squeeze(found.join(''))).toBe(squeeze(paragraphs.map(({ text }) => text).join('')));

    const { documents } = parseText(read);
    expect(documents.map(facts)).toEqual(original.documents.map(facts));
    const provisionsOf = (file: readonly ParsedDocument[]): string[] =>
      file.flatMap(({ provisions }) => provisions.map(({ text }) => squeeze(text)));
    const [expected, given] = [provisionsOf(original.documents), new Set(provisionsOf(documents))];
    const missing = expected.filter((text) => !given.has(text));
    expect(missing.length / Math.max(1, expected.length), missing.slice(0, 3).join('\n')).toBeLessThanOrEqual(
      DIFFERENT,
    );
  });
});

const line = (text: string, y: number, x = 90) => ({ text, x, y, size: 16 });
const BODY = [line('各区人民政府，市政府各部门、各直属单位：', 100), line('现将有关事项通知如下，请遵照执行。', 130)];
const NOTICE = [line('海州市人民政府关于移交档案的通知', 60), line('海政发〔2021〕18号', 80), ...BODY];
const BODY_TEXT = BODY.map(({ text }) => text);
const layer = (objects: string): OfdOptions => ({ more: { layer: objects } });
const textObject = (codes: string, attributes = ''): string =>
  `<ofd:TextObject ID="7" Boundary="30 80 150 10" Font="3" Size="5" ${attributes}>${codes}</ofd:TextObject>`;

describe('a table between rules', () => {
  const rows = [
    [['责任单位'], ['工作任务']],
    [['市住房和城乡建设', '局、市城市管理局'], ['完善地下管线规划']],
    [['市水务局'], ['改造供水管网，', '完成一百公里']],
  ];
  const { lines, rules } = setRuledTable({ rows, edges: [60, 160, 400], top: 200, align: 'middle' });
  const mm = (points: number): string => ((points * 25.4) / 72).toFixed(3);
  const path = (data: string, more: string): string =>
    `<ofd:PathObject ID="8" Boundary="0 0 210 297" LineWidth="0.3" ${more}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;

  it.each([
    ['lines', rules.map(([x0, y0, x1, y1]) => path(`M ${mm(x0)} ${mm(y0)} L ${mm(x1)} ${mm(y1)}`, ''))],
    [
      'thin boxes',
      rules.map(([x, y, x1, y1]) => {
        const [right, down] = [mm(Math.max(x + 0.5, x1)), mm(Math.max(y + 0.5, y1))];
        return path(
          `M ${mm(x)} ${mm(y)} L ${right} ${mm(y)} L ${right} ${down} L ${mm(x)} ${down} C`,
          'Stroke="false" Fill="true"',
        );
      }),
    ],
  ])('drawn as %s gives its rows', async (_, drawn) => {
    const read = await readOfd(writeOfd([[...BODY, ...lines]], layer(drawn.join(''))));
    expect(read.lines.filter(({ row }) => row).map(({ text }) => text)).toEqual([
      '责任单位\t工作任务',
      '市住房和城乡建设局、市城市管理局\t完善地下管线规划',
      '市水务局\t改造供水管网，完成一百公里',
    ]);
  });
});

describe('a text object', () => {
  const row = async (objects: string): Promise<string[]> =>
    (await readOfd(writeOfd([BODY], layer(objects)))).lines.map(({ text }) => text).slice(2);

  it.each([
    ['distances of each character', '<ofd:TextCode X="0" Y="4" DeltaX="5 5 5">停车管理</ofd:TextCode>', ['停车管理']],
    ['distances counted', '<ofd:TextCode X="0" Y="4" DeltaX="g 3 5">停车管理</ofd:TextCode>', ['停车管理']],
    ['no distances', '<ofd:TextCode X="0" Y="4">停车管理</ofd:TextCode>', ['停车管理']],
    ['fewer distances than characters', '<ofd:TextCode X="0" Y="4" DeltaX="5">停车管理</ofd:TextCode>', ['停车管理']],
    ['a count beyond all measure', '<ofd:TextCode X="0" Y="4" DeltaX="g 999999999 5">停车</ofd:TextCode>', ['停车']],
    ['a count of nothing', '<ofd:TextCode X="0" Y="4" DeltaX="g">停</ofd:TextCode>', ['停']],
    [
      'several codes, the later where the first says',
      '<ofd:TextCode X="0" Y="4">停车</ofd:TextCode><ofd:TextCode X="10">管理</ofd:TextCode>',
      ['停车管理'],
    ],
    [
      'lines of one object',
      '<ofd:TextCode X="0" Y="4">停车管理</ofd:TextCode><ofd:TextCode X="0" Y="12">第二行</ofd:TextCode>',
      ['停车管理', '第二行'],
    ],
    [
      'a glyph for two characters, distances by glyph',
      '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>17</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4" DeltaX="2.5 2.5">file</ofd:TextCode>',
      ['file'],
    ],
    ['a character beyond the first plane', '<ofd:TextCode X="0" Y="4" DeltaX="5 5">𠮷林路</ofd:TextCode>', ['𠮷林路']],
    ['signs that XML escapes', '<ofd:TextCode X="0" Y="4">&lt;停&gt;&amp;&#x8f66;</ofd:TextCode>', ['<停>&车']],
    ['written downwards', '<ofd:TextCode X="0" Y="4" DeltaY="g 3 5">停车管理</ofd:TextCode>', ['停车管理']],
    [
      'the same again a hair aside, for bold',
      '<ofd:TextCode X="0" Y="4">停车管理</ofd:TextCode><ofd:TextCode X="0.2" Y="4">停车管理</ofd:TextCode>',
      ['停车管理'],
    ],
    ['nothing', '<ofd:TextCode X="0" Y="4"></ofd:TextCode>', []],
  ])('is read with %s', async (_, codes, expected) => {
    expect(await row(textObject(codes))).toEqual(expected);
  });

  it('of no size, hidden, or askew is none of the text', async () => {
    const code = '<ofd:TextCode X="0" Y="4">仅供内部使用</ofd:TextCode>';
    expect(await row(textObject(code, 'Visible="false"'))).toEqual([]);
    expect(await row(textObject(code, 'CTM="0.7 0.7 -0.7 0.7 0 0"'))).toEqual([]);
    expect(await row(textObject(code).replace('Size="5"', 'Size="0"'))).toEqual([]);
  });

  it('in blocks and composite graphics is read at its place', async () => {
    const code = '<ofd:TextCode X="0" Y="4">停车管理</ofd:TextCode>';
    expect(await row(`<ofd:PageBlock><ofd:PageBlock>${textObject(code)}</ofd:PageBlock></ofd:PageBlock>`)).toEqual([
      '停车管理',
    ]);
    const unit = `<ofd:CompositeGraphicUnit ID="70" Width="50" Height="10"><ofd:Content>${textObject(code).replace('30 80', '0 0')}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const res = `<?xml version="1.0"?><ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits></ofd:Res>`;
    const bytes = writeOfd([BODY], {
      ...layer('<ofd:CompositeObject ID="8" Boundary="30 80 50 10" ResourceID="70"/>'),
      files: { 'PublicRes.xml': Buffer.from(res) },
    });
    const read = await readOfd(bytes);
    expect(read.lines[2]).toMatchObject({ text: '停车管理', box: { x: 85 } });
  });
});

describe('an OFD', () => {
  it('tells pages, places and sizes in points', async () => {
    const { mediaType, pages, lines, problems } = await readOfd(writeOfd([BODY, BODY]));
    expect(mediaType).toBe('application/ofd');
    expect(pages).toHaveLength(2);
    expect(pages[0]?.width).toBeCloseTo(A4.width, 1);
    expect(pages[0]?.height).toBeCloseTo(A4.height, 1);
    expect(lines[0]).toMatchObject({ page: 1, size: 16, box: { x: 90, y: 100, width: 320, height: 16 } });
    expect(lines.map(({ page }) => page)).toEqual([1, 1, 2, 2]);
    expect(problems).toEqual([]);
  });

  it('prints what its template holds on every page', async () => {
    const template = [line('海州市人民政府文件', 40)];
    const { lines } = await readOfd(writeOfd([BODY, BODY], { template }));
    const page = ['海州市人民政府文件', ...BODY_TEXT];
    expect(lines.map(({ text }) => text)).toEqual([...page, ...page]);
  });

  it('holds several documents one after the other', async () => {
    const { lines, pages, metadata } = await readOfd(
      writeOfdVolume([[BODY], [[line('第二份文件的第一行文字在这里', 100)]]]),
    );
    expect(lines.map(({ text }) => text)).toEqual([...BODY_TEXT, '第二份文件的第一行文字在这里']);
    expect(pages).toHaveLength(2);
    expect(metadata).toBeNull();
  });

  it('says what its title and author are', async () => {
    const info = '<ofd:Title>海州市人民政府关于停车的通知</ofd:Title><ofd:Author>海州市人民政府</ofd:Author>';
    const { metadata } = await readOfd(writeOfd([BODY], { info }));
    expect(metadata).toEqual({ title: '海州市人民政府关于停车的通知', issuers: ['海州市人民政府'] });
  });

  it('says what a system of official documents has stated in it', async () => {
    const custom = [
      ['发文字号', '海政发〔2021〕17号'],
      ['发文机关', '海州市人民政府'],
      ['成文日期', '2021年4月12日'],
      ['密级', '普通'],
    ].map(([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`);
    const info = `<ofd:Author>admin</ofd:Author><ofd:CustomDatas>${custom.join('')}</ofd:CustomDatas>`;
    const { metadata } = await readOfd(writeOfd([BODY], { info }));
    expect(metadata).toEqual({
      stated: true,
      number: '海政发〔2021〕17号',
      issuers: ['海州市人民政府'],
      writtenOn: '2021-04-12',
    });
  });

  it('names what is attached to it, in a part of its own or in the document', async () => {
    const entry =
      '<ofd:Attachment ID="1" Name="收费标准.xlsx" Format="xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment>';
    const list = `<?xml version="1.0"?><ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016">${entry}</ofd:Attachments>`;
    const apart = writeOfd([BODY], {
      more: { document: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' },
      files: { 'Attachs/Attachments.xml': Buffer.from(list) },
    });
    const inside = writeOfd([BODY], { more: { document: `<ofd:Attachments>${entry}</ofd:Attachments>` } });
    for (const bytes of [apart, inside]) {
      const { problems } = await readOfd(bytes);
      expect(problems).toMatchObject([
        { code: 'attachments_inside', message: expect.stringContaining('收费标准.xlsx') },
      ]);
    }
  });

  it.each([
    [
      'with its day',
      '<ofd:SignedInfo><ofd:SignatureDateTime>20210412093000Z</ofd:SignatureDateTime></ofd:SignedInfo>',
      '文件带有1 个电子签章（签署时间：2021-04-12），其真伪未作验证',
    ],
    ['without one', '', '文件带有1 个电子签章，其真伪未作验证'],
  ])('that is sealed says so, %s', async (_, signedInfo, said) => {
    const xml = (root: string, content: string): Uint8Array =>
      Buffer.from(`<?xml version="1.0"?><ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${content}</ofd:${root}>`);
    const bytes = writeOfd([NOTICE], {
      more: { body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>' },
      files: {
        'Signs/Signatures.xml': xml(
          'Signatures',
          '<ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>',
        ),
        'Signs/Sign_0/Signature.xml': xml('Signature', signedInfo),
      },
    });
    const { documents, problems } = parseText(await readOfd(bytes));
    expect(documents.map(({ notes }) => notes)).toEqual([[said]]);
    expect(problems).toEqual([]);
  });

  it('whose pages are pictures waits for recognition, and takes what was recognised', async () => {
    const bytes = writeOfd([], { pictures: [{ bytes: new Uint8Array([0xff, 0xd8, 0xff]), format: 'JPEG' }] });
    expect(await readOfd(bytes)).toMatchObject({
      lines: [],
      pages: [{ scanned: true }],
      problems: [{ code: 'pages_scanned' }],
    });
    const recognised = new Map([[1, [{ text: '停车管理', line: 1, page: 1, confidence: 0.98 }]]]);
    expect(await readOfd(bytes, { recognised })).toMatchObject({
      lines: [{ text: '停车管理', line: 1 }],
      problems: [],
    });
  });

  it('with a text layer hidden under the picture is read by that', async () => {
    const objects = textObject(
      '<ofd:TextCode X="0" Y="4">扫描件下面隐藏的文字层也要读出来</ofd:TextCode>',
      'Visible="false"',
    );
    const { lines } = await readOfd(writeOfd([[]], layer(objects)));
    expect(lines.map(({ text }) => text)).toEqual(['扫描件下面隐藏的文字层也要读出来']);
  });
});
