/** Tables of metadata as people keep them: encodings, delimiters, sheets, lists; cells that make no sense are told. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { readSidecar } from '../../../indexer/sidecar/read-sidecar.ts';
import type { SidecarRow } from '../../../indexer/sidecar/sidecar.ts';

const TABLE = [
  ['文件名', '文号', '标题', '发文机关', '成文日期', '文种', '主题'],
  [
    '通知.docx',
    '某政发[2021]5号',
    '关于加强管理的通知',
    '某市财政局、某市民政局',
    '2021年3月4日',
    '通知',
    '财政、金融、审计',
  ],
];
const EXPECTED = {
  fileName: '通知.docx',
  values: {
    number: '某政发〔2021〕5号',
    title: '关于加强管理的通知',
    issuers: ['某市财政局', '某市民政局'],
    writtenOn: '2021-03-04',
    type: '通知',
    topics: ['财政、金融、审计'],
  },
  problems: [],
};
const joined = (sign: string): string => TABLE.map((cells) => cells.join(sign)).join('\r\n');
const rowsOf = async (bytes: Uint8Array | string): Promise<readonly SidecarRow[]> =>
  (await readSidecar(Buffer.from(bytes))).rows;
const sheet = async (rows: readonly (readonly unknown[])[]): Promise<Uint8Array> => {
  const cells = rows.map((row) => row.map((value) => ({ value: String(value), type: String })));
  return writeXlsx(cells).toBuffer();
};

describe('the same table', () => {
  it.each<[string, () => Uint8Array | string | Promise<Uint8Array>]>([
    ['UTF-8', () => joined(',')],
    ['UTF-8 with a mark', () => `\ufeff${joined(',')}`],
    ['GB18030', () => iconv.encode(joined(','), 'gb18030')],
    ['UTF-16 with a mark, as Excel saves Unicode text', () => iconv.encode(joined('\t'), 'utf16le', { addBOM: true })],
    ['tabs', () => joined('\t')],
    ['semicolons', () => joined(';')],
    ['a workbook', () => sheet(TABLE)],
    ['a workbook with a title and a blank row over its heads', () => sheet([['某市公文目录'], [''], ...TABLE])],
    ['JSON', () => JSON.stringify([Object.fromEntries(TABLE[0]?.map((name, at) => [name, TABLE[1]?.[at]]) ?? [])])],
    ['quoted cells', () => TABLE.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')],
  ])('from %s', async (_, make) => {
    const [row] = await rowsOf(await make());
    expect(row).toMatchObject(EXPECTED);
  });
});

it.each([
  [
    'English heads',
    'file name,Date,Issuer\na.pdf,2021-03-04,某市财政局',
    { writtenOn: '2021-03-04', issuers: ['某市财政局'] },
  ],
  [
    'heads with blanks and explanations',
    '文　号,成文日期（年月日）\n某政发〔2021〕5号,20210304',
    { writtenOn: '2021-03-04' },
  ],
  ['days as Excel counts them', '文号,成文日期\n某政发〔2021〕5号,44259', { writtenOn: '2021-03-04' }],
  ['standing', '文号,时效性\n某政发〔2021〕5号,已废止', { validity: { status: 'repealed', since: null } }],
  ['empty cells', '文号,成文日期,文种\n某政发〔2021〕5号,,', {}],
  [
    'exports of other programs',
    '[{"pcode":"某政发〔2021〕5号","puborg":"某市财政局","id":3}]',
    { issuers: ['某市财政局'] },
  ],
  ['a list under a name', '{"total":1,"documents":[{"文号":"某政发〔2021〕5号","文种":"通知"}]}', { type: '通知' }],
  ['one object a line', '{"文号":"某政发〔2021〕5号"}\n{"文号":"某政发〔2021〕6号"}', {}],
])('reads %s', async (_, text, values) => {
  const [row] = await rowsOf(text);
  const { number: _number, ...others } = row?.values ?? {};
  expect(others).toEqual(values);
});

it.each([
  ['成文日期', '去年三月', 'no_day'],
  ['成文日期', '2021年2月30日', 'no_day'],
  ['主题', '乱七八糟', 'unknown_subject'],
  ['时效性', '大概有效', 'unknown_validity'],
  ['文种', '很'.repeat(30), 'not_allowed'],
])('tells that %s cannot be “%s”', async (head, words, code) => {
  const [row] = await rowsOf(`文号,${head}\n某政发〔2021〕5号,${words}`);
  expect(row).toMatchObject({
    line: 2,
    values: { number: '某政发〔2021〕5号' },
    problems: [{ code, column: head, words }],
  });
});

it('says which columns it knows', async () => {
  const { columns } = await readSidecar(Buffer.from('文号,保管期限,文号\n某政发〔2021〕5号,永久,x'));
  expect(columns).toEqual([
    { name: '文号', field: 'number' },
    { name: '保管期限', field: null },
    { name: '文号', field: null },
  ]);
});

it.each<[string, Uint8Array | string, string]>([
  ['nothing', '', 'file_empty'],
  ['no column that names a document', '日期,数量\n2021-03-04,5', 'sidecar_no_columns'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file_unsupported'],
  ['a broken workbook', Buffer.from('504b0304', 'hex'), 'file_damaged'],
  ['broken JSON', '{"文号": ', 'file_damaged'],
  ['a quote without end', '文号,标题\n"某政发〔2021〕5号,x', 'file_damaged'],
  ['a program', Uint8Array.from({ length: 300 }, (_, at) => at % 7), 'file_binary'],
])('refuses %s', async (_, bytes, code) => {
  await expect(readSidecar(Buffer.from(bytes))).rejects.toMatchObject({ code });
});

it('gives rows or a named error, whatever it is given', async () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('文号', '标题', '2021-03-04', '"', '\t', ';'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), async (rows) => {
      const text = `文件名,${rows.map((cells) => cells.join(',')).join('\n')}`;
      const outcome = await readSidecar(Buffer.from(text)).catch((error: { code?: string }) => error.code);
      expect(typeof outcome === 'string' || typeof outcome === 'object').toBe(true);
    }),
  );
});
