/** Saved web pages: the document on them, and the table above it. */
import { expect, it } from 'vitest';
import { parseBytes } from '../../../../indexer/pipeline.ts';
import { readFile } from '../../../../indexer/read/read-file.ts';
import { documentsOf, essence } from '../../../support/documents.ts';
import { parsePlain } from '../../../support/parse-plain.ts';
import { escapeXml } from '../../../support/write-docx.ts';

const page = (content: string): string => `<!DOCTYPE html><html><head><title>某市人民政府网站</title>
<script>document.write('脚本文字')</script><style>p{color:red}</style></head><body>
<nav><a href="/">首页</a> <a href="/xxgk">政务公开</a></nav>${content}<footer>版权所有：某市人民政府办公厅，网站标识码 1</footer></body></html>`;
const TABLE = `<table><tr><td>索 引 号：</td><td>000014349/2020-00012</td><td>主题分类：</td><td>城乡建设</td></tr>
<tr><td>发文机关：</td><td>某市人民政府</td><td>成文日期：</td><td>2020年09月06日</td></tr>
<tr><td>发文字号：</td><td>某政发〔2020〕5号</td><td>发布日期：</td><td>2020年09月10日</td></tr></table>`;

it('gives the same documents and provisions as the text', async () => {
  for (const { paragraphs } of documentsOf('002_8bb94a9499e35f44.txt').slice(0, 6)) {
    const html = page(`<div id="UCAP-CONTENT">${paragraphs.map((one) => `<p>${escapeXml(one)}</p>`).join('\n')}</div>`);
    const plain = parsePlain(Buffer.from(paragraphs.join('\n\n')), 'a.txt');
    expect(essence(await parseBytes(Buffer.from(html), 'a.html'))).toEqual(essence(plain));
  }
});

it('finds the text without known marks, and leaves out menus, scripts and the foot', async () => {
  const html = page(
    `<div><div><p>第一条　为了加强管理，制定本办法。</p><p>第二条　本办法自公布之日起施行。</p></div></div>`,
  );
  const { lines } = await readFile(Buffer.from(html), 'a.html');
  expect(lines.map(({ text }) => text)).toEqual([
    '第一条　为了加强管理，制定本办法。',
    '第二条　本办法自公布之日起施行。',
  ]);
});

it('reads the metadata table', async () => {
  const { metadata } = await readFile(Buffer.from(page(`${TABLE}<div><p>某通知，正文。</p></div>`)), 'a.html');
  expect(metadata).toEqual({
    stated: true,
    number: '某政发〔2020〕5号',
    issuers: ['某市人民政府'],
    writtenOn: '2020-09-06',
    publishedOn: '2020-09-10',
    subject: '城乡建设',
    indexNumber: '000014349/2020-00012',
  });
});

it.each([
  [
    'a list with bold labels',
    '<ul><li><b>发文字号：</b>某政发〔2020〕5号</li><li><b>发布机构：</b> 某市财政局、某市民政局 </li></ul>',
    { number: '某政发〔2020〕5号', issuers: ['某市财政局', '某市民政局'] },
  ],
  [
    'label and value in one cell',
    '<table><tr><td>索引号：A1/2020-1</td><td>文号：国令第711号</td></tr><tr><td>成文日期：2020-09-06</td><td>有效性：失效</td></tr></table>',
    { number: '中华人民共和国国务院令第711号', writtenOn: '2020-09-06', standing: '失效', indexNumber: 'A1/2020-1' },
  ],
  [
    'cells that say nothing',
    '<table><tr><td>发文字号</td><td>无</td><td>标题</td><td>某通知</td></tr><tr><td>主题分类</td><td>—</td><td>索引号</td><td>A1</td></tr></table>',
    { title: '某通知', indexNumber: 'A1' },
  ],
])('reads metadata from %s', async (_, table, expected) => {
  const { metadata } = await readFile(Buffer.from(page(`${table}<div><p>某通知，正文。</p></div>`)), 'a.html');
  expect(metadata).toEqual({ stated: true, ...expected });
});

it.each([
  ['raised numbers', '<p>5km<sup>2</sup>以内<sup>[1]</sup></p>', ['5km²以内[1]']],
  ['rows', '<table><tr><td>甲</td><td>乙</td></tr></table>', ['甲\t乙']],
  ['line breaks', '<p>某办法<br>（试行）</p>', ['某办法', '（试行）']],
  ['hidden parts', '<p style="display:none">密</p><p>通知</p>', ['通知']],
  ['a page nested without end', `${'<div>'.repeat(20_000)}x`, null],
])('%s', async (_what, content, expected) => {
  const read = readFile(Buffer.from(`<html><body>${content}</body></html>`), 'a.html');
  if (expected === null) await expect(read).rejects.toMatchObject({ code: expect.stringMatching(/^file_/) });
  else expect((await read).lines.map(({ text }) => text)).toEqual(expected);
});

it('reads pages in GB18030, by their mark or by their bytes', async () => {
  const head = Buffer.from('<html><meta charset="gb2312"><body><p>');
  const word = Buffer.from('bcc3c4cfcad0', 'hex');
  const { lines, encoding } = await readFile(Buffer.concat([head, word, Buffer.from('</p>')]), 'a.html');
  expect([lines[0]?.text, encoding]).toEqual(['济南市', 'gb18030']);
});
