/** What became of every file of an import, as a table for a spreadsheet. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { ImportFile } from '../contract.ts';
import type { Language } from '../errors.ts';
import { OUTCOME_WORDS } from '../importing/outcome-words.ts';
import { openSheetStream, type SheetStream } from './sheet-stream.ts';

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

/** Files of a report that are asked for at once; others have their turn in between. */
const AT_ONCE = 250;

/**
 * The report piece by piece, from files as `pageAt` gives them. CSV carries a byte order mark, without which Excel takes it
 * for the system's encoding.
 */
export async function* writeReport(
  pageAt: (offset: number, limit: number) => readonly ImportFile[],
  format: ReportFormat,
  language: Language,
): AsyncGenerator<Uint8Array, void> {
  const sheet = format === 'xlsx' ? openSheetStream(HEADS[language], WIDTHS) : openTable(HEADS[language]);
  for (let offset = 0; ; offset += AT_ONCE) {
    const files = pageAt(offset, AT_ONCE);
    const piece = sheet.write(files.map((file) => toRow(file, language)));
    if (piece.length > 0) yield piece;
    if (files.length < AT_ONCE) break;
    await nextTurn();
  }
  const rest = sheet.end();
  if (rest.length > 0) yield rest;
}

/** CSV; what begins like a formula would be run by the spreadsheet. */
function openTable(heads: readonly string[]): SheetStream {
  let isFirst = true;
  return {
    write(rows) {
      const safe = rows.map((row) => row.map((value) => (typeof value === 'string' ? disarm(value) : value)));
      const text = stringify(isFirst ? [heads, ...safe] : safe, { bom: isFirst, record_delimiter: 'windows' });
      isFirst = false;
      return Buffer.from(text);
    },
    end: () => new Uint8Array(),
  };
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
