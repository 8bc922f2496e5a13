/** What became of every file of an import, as programs for tables read it. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { ImportFile } from '../../../indexer/contract.ts';
import { type ReportFormat, writeReport } from '../../../indexer/export/import-report.ts';

const aFile = (position: number, change: Partial<ImportFile> = {}): ImportFile => ({
  position,
  path: `/公报/${position}.txt`,
  name: `${position}.txt`,
  size: 10 + position,
  format: 'text',
  outcome: 'new',
  newDocuments: 1,
  mergedDocuments: 0,
  warnings: 0,
  document: { id: 'd', title: `第${position}号` },
  changes: null,
  problem: null,
  ...change,
});
const FILES: readonly ImportFile[] = [
  aFile(0, { name: '=HYPERLINK("x")', document: null, outcome: 'unconverted' }),
  aFile(1, {
    name: 'a<b> & "c"\u0001\n第二行.txt',
    outcome: 'failed',
    document: null,
    problem: { code: 'file_empty', message: '文件是空的', hint: '请确认' },
  }),
  ...Array.from({ length: 1300 }, (_value, i) => aFile(i + 2)),
];

async function written(files: readonly ImportFile[], format: ReportFormat): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const pageAt = (offset: number, limit: number) => files.slice(offset, offset + limit);
  for await (const piece of writeReport(pageAt, format, 'zh')) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('is a CSV that Excel takes for UTF-8 and runs nothing of', async () => {
  const bytes = await written(FILES, 'csv');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(FILES.length);
  expect(rows[0]).toMatchObject({ 文件: '\'=HYPERLINK("x")', 结果: '待转换' });
  expect(rows[1]).toMatchObject({ 结果: '失败', 错误代码: 'file_empty', 原因: '文件是空的', 处理办法: '请确认' });
  expect(rows.at(-1)).toMatchObject({ 文件: '1301.txt', 字节: '1311', 文献: '第1301号' });
});

it('is a workbook with the same rows, numbers as numbers and any sign in a name', async () => {
  const rows = await readSheet(await written(FILES, 'xlsx'));
  expect(rows).toHaveLength(FILES.length + 1);
  expect(rows[0]?.slice(0, 4)).toEqual(['文件', '路径', '字节', '结果']);
  expect(rows[1]?.slice(0, 4)).toEqual(['=HYPERLINK("x")', '/公报/0.txt', 10, '待转换']);
  expect(rows[2]?.[0]).toBe('a<b> & "c"\n第二行.txt');
  expect(rows.at(-1)?.[2]).toBe(1311);
});

it.each<ReportFormat>(['csv', 'xlsx'])('has its heads where there are no files: %s', async (format) => {
  const bytes = await written([], format);
  const rows = format === 'csv' ? parse(bytes, { bom: true }) : await readSheet(bytes);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(0, 4)).toEqual(['文件', '路径', '字节', '结果']);
});
