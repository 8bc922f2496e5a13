/** CSV, XLSX or JSON → rows of cells as text. The only file that names csv-parse and read-excel-file. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { AppError } from '../errors.ts';
import { decodeText } from '../read/encoding.ts';
import { withPackage } from '../read/package.ts';
import { countKnown, readHeads } from './columns.ts';

export interface TableRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf];
const DELIMITERS = [',', '\t', ';', '，', '|'];
/** Enough lines to see by which sign the cells are parted. */
const SAMPLE = 8192;

/** Throws file_damaged, file_unsupported, file_too_large, file_empty, file_undecodable or file_binary. */
export async function readTable(bytes: Uint8Array): Promise<TableRow[]> {
  const startsWith = (head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw new AppError('file_empty');
  if (startsWith(ZIP)) return readWorkbook(bytes);
  if (startsWith(OLE)) throw new AppError('file_unsupported', { format: 'XLS / ET' });
  const { text } = decodeText(bytes);
  return /^\s*[[{]/.test(text) ? readJson(text) : readSeparated(text);
}

async function readWorkbook(bytes: Uint8Array): Promise<TableRow[]> {
  // Every part is unpacked within bounds once, before a reader that has none gets the file.
  await withPackage(bytes, async (parts) => {
    if (!parts.has('xl/workbook.xml')) throw new AppError('file_unsupported', { format: 'ZIP' });
    for (const name of parts.names) await parts.bytes(name);
  });
  try {
    const sheet = await readSheet(Buffer.from(bytes));
    return sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(showCell) }));
  } catch (cause) {
    throw new AppError('file_damaged', { reason: cause instanceof Error ? cause.message : 'XLSX' }, { cause });
  }
}

/** Days are midnights in UTC. */
function showCell(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(showCell).filter(Boolean).join('；');
  return typeof value === 'object' ? '' : String(value).trim();
}

/** Parted by the sign that shows most heads that are known. */
function readSeparated(text: string): TableRow[] {
  const lines = text.slice(0, SAMPLE).split(/\r\n|\n|\r/);
  const known = (delimiter: string): number => {
    const counts = lines.map((line) => countKnown(readHeads(line.replaceAll('"', '').split(delimiter))));
    return Math.max(...counts);
  };
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, count: known(delimiter) })).sort(
    (a, b) => b.count - a.count,
  );
  return split(text, best?.delimiter ?? ',');
}

function split(text: string, delimiter: string): TableRow[] {
  try {
    const rows = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    // A quote that is never closed.
    throw new AppError('file_damaged', { reason: cause instanceof Error ? cause.message : 'CSV' }, { cause });
  }
}

/** A list of objects, alone or under some name, or one object a line. */
function readJson(text: string): TableRow[] {
  const objects = listIn(parseJson(text)).filter(isObject);
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const rows = objects.map((one, index) => ({ line: index + 1, cells: names.map((name) => showCell(one[name])) }));
  return [{ line: 0, cells: names }, ...rows];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      throw new AppError('file_damaged', { reason: cause instanceof Error ? cause.message : 'JSON' }, { cause });
    }
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  return Object.values(value).find((one): one is unknown[] => Array.isArray(one) && one.some(isObject)) ?? [value];
}
