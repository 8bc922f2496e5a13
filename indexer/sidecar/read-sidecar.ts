/** A table of metadata → its rows in our vocabulary. A cell that cannot be understood is told and left out, never guessed. */
import { CorrectionValues } from '../contract.ts';
import { AppError } from '../errors.ts';
import { SUBJECTS, VALIDITY_STATUSES, type ValidityStatus } from '../model.ts';
import { addDays, isoDay, readDate } from '../text/dates.ts';
import { readNumberLine } from '../text/document-number.ts';
import { countKnown, readHeads, tellsDocument } from './columns.ts';
import type { Sidecar, SidecarColumn, SidecarField, SidecarProblem, SidecarRow, SidecarValues } from './sidecar.ts';
import { readTable, type TableRow } from './table.ts';

export const MOST_ROWS = 50_000;
/** Over the heads of a sheet there may stand its own title, and who made it. */
const HEAD_WITHIN = 10;
const DAYS: ReadonlySet<SidecarField> = new Set(['writtenOn', 'printedOn', 'effectiveOn', 'expiresOn']);
/** A day as Excel counts it, between 1950 and 2100. */
const SERIALS = [18_264, 73_050] as const;
const SERIAL_ZERO = '1899-12-30';
const STANDINGS: readonly (readonly [RegExp, ValidityStatus])[] = [
  [/^(?:现行有效|有效|生效|是|继续有效)$/, 'in-force'],
  [/^(?:已?废止|已?被废止|宣布失效)$/, 'repealed'],
  [/^(?:已?失效|期满失效|已?过期|否)$/, 'expired'],
  [/^(?:已?被?修改|已?修订|已?修正)$/, 'amended'],
  [/^部分(?:失效|废止|有效)$/, 'partly-repealed'],
  [/^(?:尚未|未)(?:生效|施行|实施)$/, 'not-yet'],
];

/** Throws what readTable throws, sidecar_no_columns, or file_too_large for more than 50,000 rows. */
export async function readSidecar(bytes: Uint8Array): Promise<Sidecar> {
  const table = (await readTable(bytes)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const head = findHead(table);
  const columns = readHeads(table[head]?.cells ?? []);
  if (!tellsDocument(columns)) {
    const found = (table[0]?.cells ?? []).filter(Boolean).slice(0, 6).join('、');
    throw new AppError('sidecar_no_columns', { found: found.slice(0, 100) });
  }
  const rows = table.slice(head + 1);
  if (rows.length > MOST_ROWS) throw new AppError('file_too_large', { size: rows.length, limit: MOST_ROWS });
  return { columns: columns.filter(({ name }) => name !== ''), rows: rows.map((row) => readRow(row, columns)) };
}

/** The row among the first that names most columns. */
function findHead(table: readonly TableRow[]): number {
  const counts = table.slice(0, HEAD_WITHIN).map(({ cells }) => countKnown(readHeads(cells)));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

function readRow({ line, cells }: TableRow, columns: readonly SidecarColumn[]): SidecarRow {
  const values: Record<string, unknown> = {};
  const problems: SidecarProblem[] = [];
  let fileName: string | null = null;
  for (const [index, { name, field }] of columns.entries()) {
    const words = (cells[index] ?? '').trim();
    if (field === null || words === '') continue;
    if (field === 'fileName') {
      fileName = words;
      continue;
    }
    const read = readValue(field, words);
    if ('value' in read) values[field] = read.value;
    else problems.push({ code: read.problem, column: name, words: words.slice(0, 200) });
  }
  const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (extra.length > 0) problems.push({ code: 'extra_cells', column: '', words: extra.join(' ').slice(0, 200) });
  return { line, fileName, values: values as SidecarValues, problems };
}

type ReadValue = { readonly value: unknown } | { readonly problem: SidecarProblem['code'] };

function readValue(field: SidecarField, words: string): ReadValue {
  const read = interpret(field, words);
  if ('problem' in read) return read;
  return CorrectionValues.shape[field].safeParse(read.value).success ? read : { problem: 'not_allowed' };
}

function interpret(field: SidecarField, words: string): ReadValue {
  if (DAYS.has(field)) {
    const day = readDay(words);
    return day === null ? { problem: 'no_day' } : { value: day };
  }
  if (field === 'number') return { value: readNumberLine(words) ?? words };
  if (field === 'issuers') return { value: words.split(/[、，,;；|\n]+|\s{2,}/).flatMap((name) => name.trim() || []) };
  if (field === 'topics') return readSubjects(words);
  if (field === 'validity') return readStanding(words);
  return { value: words.replace(/\s+/g, ' ') };
}

/** 2020年9月6日, 2020/9/6, 20200906, and 44080 as Excel keeps it. */
function readDay(words: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(words);
  if (compact !== null) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const serial = /^\d{5}$/.test(words) ? Number(words) : 0;
  if (serial >= SERIALS[0] && serial <= SERIALS[1]) return addDays(SERIAL_ZERO, serial);
  return readDate(words);
}

/** Names of subjects hold 、 themselves, so they are parted by other signs. */
function readSubjects(words: string): ReadValue {
  const names = words.split(/[;；|/\\\n]+/).map((name) => name.trim().replace(/[,，]/g, '、'));
  const known = names.flatMap((name) => SUBJECTS.find((subject) => subject === name) ?? []);
  return known.length === 0 ? { problem: 'unknown_subject' } : { value: [...new Set(known)] };
}

function readStanding(words: string): ReadValue {
  const status =
    VALIDITY_STATUSES.find((one) => one === words.toLowerCase()) ?? STANDINGS.find(([form]) => form.test(words))?.[1];
  return status === undefined ? { problem: 'unknown_validity' } : { value: { status, since: null } };
}
