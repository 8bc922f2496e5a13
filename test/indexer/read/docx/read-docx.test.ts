/** Word documents: what prints is what is read. */
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseBytes } from '../../../../indexer/pipeline.ts';
import { readFile } from '../../../../indexer/read/read-file.ts';
import { documentsOf, essence } from '../../../support/documents.ts';
import { parsePlain } from '../../../support/parse-plain.ts';
import { paragraph, run, writeDocx } from '../../../support/write-docx.ts';

const texts = async (body: string, more: object = {}): Promise<string[]> =>
  (await readFile(writeDocx({ body, ...more }), 'a.docx')).lines.map(({ text }) => text);
const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (depth: number): string => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`;
const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

it('gives the same documents and provisions as the text', async () => {
  for (const { paragraphs } of documentsOf('002_8bb94a9499e35f44.txt').slice(0, 6)) {
    const plain = parsePlain(Buffer.from(paragraphs.join('\n\n')), 'a.txt');
    const word = await parseBytes(writeDocx({ body: paragraphs.map((one) => paragraph(one)).join('') }), 'a.docx');
    expect(essence(word)).toEqual(essence(plain));
  }
});

it('writes automatic numbers as text, level by level', async () => {
  const levels = level(0, 'chineseCounting', '第%1条') + level(1, 'chineseCounting', '（%2）');
  const numbering = `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
  const body = [0, 1, 1, 0, 1].map((depth, index) => paragraph(`内容${index}`, numbered(depth))).join('');
  expect(await texts(body, { numbering })).toEqual([
    '第一条　内容0',
    '（一）内容1',
    '（二）内容2',
    '第二条　内容3',
    '（一）内容4',
  ]);
});

it('parts the cells of a row by tabs, and reads a frame as paragraphs', async () => {
  const { lines } = await readFile(
    writeDocx({ body: `<w:tbl>${row('市水务局', '局长')}</w:tbl><w:tbl>${row('抄送：市委')}</w:tbl>` }),
    'a.docx',
  );
  expect(lines.map(({ text, row: isRow }) => [text, isRow ?? false])).toEqual([
    ['市水务局\t局长', true],
    ['抄送：市委', false],
  ]);
});

it.each([
  [
    'insertions are taken in, deletions left out',
    `<w:p><w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>${run('办法')}</w:p>`,
    ['新办法'],
  ],
  [
    'a deleted paragraph end joins',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('第一')}</w:p>${paragraph('条')}`,
    ['第一条'],
  ],
  ['hidden text is left out', `<w:p>${run('密', '<w:vanish/>')}${run('通知')}</w:p>`, ['通知']],
  [
    'a text box is read once',
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph('某市人民政府文件')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('某市人民政府文件')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ['某市人民政府文件'],
  ],
  [
    'raised numbers stay raised',
    `<w:p>${run('5km')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('以内')}</w:p>`,
    ['5km²以内'],
  ],
  ['entities of XML are characters', paragraph('A&B <甲>'), ['A&B <甲>']],
])('%s', async (_what, body, expected) => {
  expect(await texts(body)).toEqual(expected);
});

it('puts footnotes below, in the order of their marks', async () => {
  const body = `<w:p>${run('本办法')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
  const footnotes = `<w:footnote w:id="2">${paragraph('自公布之日起施行')}</w:footnote>`;
  expect(await texts(body, { footnotes })).toEqual(['本办法', '注1：自公布之日起施行']);
});

it('refuses a document type, so that no entity is ever expanded', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
  const bytes = zipSync({ '[Content_Types].xml': Buffer.from(''), 'word/document.xml': Buffer.from(laughs) });
  await expect(readFile(bytes, 'a.docx')).rejects.toMatchObject({ code: 'file_damaged' });
});

it.each([
  ['cut short', writeDocx({ body: paragraph('通知') }).slice(0, 200)],
  ['nested without end', writeDocx({ body: '<w:sdt>'.repeat(50_000) })],
  ['not XML', zipSync({ '[Content_Types].xml': Buffer.from(''), 'word/document.xml': Buffer.from('\0\0') })],
])('calls a file damaged that is %s', async (_what, bytes) => {
  await expect(readFile(bytes, 'a.docx')).rejects.toMatchObject({ code: 'file_damaged' });
});

it.each([
  [
    'named',
    '<dc:title>某市关于加强管理的通知</dc:title><dc:creator>某市人民政府</dc:creator>',
    { title: '某市关于加强管理的通知', issuers: ['某市人民政府'] },
  ],
  ['left empty', '<dc:title></dc:title><dc:creator/>', null],
  ['damaged', '<dc:title', null],
])('reads properties that are %s', async (_, core, expected) => {
  const part = strToU8(`<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">${core}</cp:coreProperties>`);
  const bytes = writeDocx({ body: paragraph('通知'), more: { 'docProps/core.xml': part } });
  const { metadata } = await readFile(bytes, 'a.docx');
  expect(metadata).toEqual(expected);
});
