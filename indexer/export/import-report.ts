/** What became of every file of an import, as a table for a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import writeSheet from 'write-excel-file/node';
import type { ImportFile } from '../contract.ts';
import type { Language } from '../errors.ts';
import { OUTCOME_WORDS } from '../importing/outcome-words.ts';

export type ReportFormat = 'csv' | 'xlsx';

export const REPORT_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['文件', '路径', '字节', '结果', '新增', '并入', '待核对', '文献', '变化', '错误代码', '原因', '处理办法'],
  en: [
    'File',
    'Path',
    'Bytes',
    'Outcome',
    'New',
    'Merged',
    'To check',
    'Document',
    'Changes',
    'Code',
    'Reason',
    'Advice',
  ],
};

const WIDTHS = [40, 60, 12, 10, 8, 8, 8, 40, 40, 18, 40, 40];

/** CSV carries a byte order mark, without which Excel takes it for the system's encoding. */
export async function writeReport(
  files: readonly ImportFile[],
  format: ReportFormat,
  language: Language,
): Promise<Buffer> {
  const rows = files.map((file) => toRow(file, language));
  if (format === 'csv') {
    // What begins like a formula would be run by the spreadsheet.
    const safe = rows.map((row) => row.map((value) => (typeof value === 'string' ? disarm(value) : value)));
    return Buffer.from(stringify([HEADS[language], ...safe], { bom: true, record_delimiter: 'windows' }));
  }
  const head = HEADS[language].map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })));
  return writeSheet([head, ...cells], { columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

function toRow(file: ImportFile, language: Language): (string | number)[] {
  const { name, path, size, outcome, newDocuments, mergedDocuments, warnings, document, changes, problem } = file;
  const changed = changes?.changed.map(({ title, fields }) => `${title}: ${fields.join(', ')}`) ?? [];
  const added = changes?.added.map((title) => `+ ${title}`) ?? [];
  const gone = changes?.gone.map((title) => `- ${title}`) ?? [];
  return [
    name,
    path,
    size,
    OUTCOME_WORDS[language][outcome],
    newDocuments,
    mergedDocuments,
    warnings,
    document?.title ?? '',
    [...added, ...gone, ...changed].join('\n'),
    problem?.code ?? '',
    problem?.message ?? '',
    problem?.hint ?? '',
  ];
}

const disarm = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
