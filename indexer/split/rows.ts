/** Lists of names and the like that a source prints line by line: 马 涛 某某研究院. They are rows, however wide their lines. */
import type { CleanLine } from '../clean/clean.ts';
import { readLabel } from '../text/labels.ts';

const LONGEST_ROW = 40;
/** A name, a remark in brackets, and what the person belongs to; the blanks tell the columns. */
const NAME_ROW = /^\p{Script=Han}{1,4}(?:[ ·]\p{Script=Han}{1,8})?(?: |（[^（）]{1,6}） ?)\S{2,40}$/u;
/** 总 指 挥：钱某某 省长; 组 长：王某某 市委副书记、市长 */
const ROLE_ROW = /^\p{Script=Han}[\p{Script=Han} ]{1,9}：[\p{Script=Han} （）、]{2,40}$/u;
const STOPS = /[，。；]/;
/** So many rows, one after the other, are a list. */
const ROWS_OF_A_LIST = 3;
const ROLES_OF_A_LIST = 2;

/** A line of a list or table: short, without label or stop. */
export function isRow(text: string): boolean {
  return text.length <= LONGEST_ROW && !/[，。；、：]/.test(text) && readLabel(text) === null;
}

/** Indexes of the lines that stand in a list of names: each is a row, however the text around it runs. */
export function findNameRows(lines: readonly CleanLine[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let run: number[] = [];
  const flush = (): void => {
    const needed = run.every((index) => lines[index]?.text.includes('：')) ? ROLES_OF_A_LIST : ROWS_OF_A_LIST;
    if (run.length >= needed) for (const index of run) rows.add(index);
    run = [];
  };
  lines.forEach(({ spaced, text }, index) => {
    if (!STOPS.test(spaced) && (NAME_ROW.test(spaced) || ROLE_ROW.test(spaced)) && readLabel(text) === null)
      run.push(index);
    else flush();
  });
  flush();
  return rows;
}

/** 1 张某 某某镇竹编社; 2．李某 木雕厂; 3 某某市人民政府关于…的通知 某政发〔2008〕12号 */
const NUMBERED = /^(\d{1,4})(?:[.．、] ?| )(?=[\p{Script=Han}《A-Z])(.{2,90})$/u;
const LIST_HEAD = /^(?:序号|编号)(?: |$)/;
/** A long row takes so many lines at most. */
const LINES_OF_A_ROW = 4;

/**
 * Indexes of lines that begin a row with a number of its own, where the numbers follow each other and blanks part what stands
 * behind them. Under 序号 one row is enough; a heading whose characters are set apart is no row.
 */
export function findNumberedRows(lines: readonly CleanLine[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let run: number[] = [];
  let last = 0;
  const flush = (): void => {
    const headed = LIST_HEAD.test(lines[(run[0] ?? 0) - 1]?.spaced ?? '');
    if (run.length >= 2 || (headed && run.length === 1)) for (const index of run) rows.add(index);
    run = [];
  };
  lines.forEach(({ spaced, row }, index) => {
    const match = row ? null : NUMBERED.exec(spaced);
    if (match === null || !(hasColumns(match[2] ?? '') || closesBelow(lines, index))) return;
    const value = Number(match[1]);
    if (value !== last + 1 || index - (run.at(-1) ?? index) > LINES_OF_A_ROW) flush();
    run.push(index);
    last = value;
  });
  flush();
  return rows;
}

/** 2 某县人民政府关于加强烟花爆竹 / 管理的通告 某政发〔2018〕3号: a title that wraps in its cell, its number behind the end. */
function closesBelow(lines: readonly CleanLine[], at: number): boolean {
  if (!isOpenRow(lines[at]?.text ?? '')) return false;
  const below = lines.slice(at + 1, at + LINES_OF_A_ROW).findIndex(({ text }) => closesRow(text));
  return below !== -1 && !lines.slice(at + 1, at + 1 + below).some(({ spaced }) => NUMBERED.test(spaced));
}

/** Whether a line may end the title that a row above it has begun. */
export const closesRow = (text: string): boolean =>
  text.length <= LONGEST_ROW + 20 &&
  !/[。；]/.test(text) &&
  /(?:通知|意见|决定|批复|函|办法|规定|通告|公告|方案|细则)|[〔[]\d{4}[〕\]]\d+号/.test(text);

/** At least two columns, none of them a word whose characters are set apart. */
function hasColumns(text: string): boolean {
  if (/[，。；：]/.test(text)) return false;
  const columns = joinName(text).split(' ');
  const single = columns.filter((column) => column.length === 1 && !/[男女是否\d—-]/.test(column)).length;
  return columns.length >= 2 && single <= 1 && columns.some((column) => column.length >= 3);
}

/** Whether the row that begins so goes on in the next line: the title of a document that has not come to its number. */
export const isOpenRow = (text: string): boolean =>
  /关于/.test(text) && !/(?:号|）|通知|意见|决定|批复|函|办法|规定|通告|公告|方案|细则|[A-Z]-?[\d-]+)$/.test(text);

/** Indexes of rows whose blanks part columns: 序号 名称 河长. A blank in a row that stands alone is a converter's. */
export function findColumns(lines: readonly CleanLine[]): ReadonlySet<number> {
  const parted = lines.map(({ text, spaced }) => spaced.includes(' ') && isRow(text));
  return new Set(parted.flatMap((is, index) => (is && (parted[index - 1] || parted[index + 1]) ? [index] : [])));
}

/** 总 指 挥：钱某某 省长 → 总指挥：钱某某 省长; 马 涛 某某研究院 → 马涛 某某研究院: the blank inside a name goes, the one between columns stays. */
export function rowText(spaced: string): string {
  const role = spaced.indexOf('：') + 1;
  if (role > 0) return spaced.slice(0, role).replaceAll(' ', '') + spaced.slice(role).trim();
  const label = /^\d{1,4}[.．、] ?/.exec(spaced)?.[0] ?? '';
  const number = label === '' ? (/^\d{1,4} (?=\p{Script=Han})/u.exec(spaced)?.[0] ?? '') : label;
  return (label === '' ? number : label.trim()) + joinName(spaced.slice(number.length));
}

/** 马 涛 某某研究院: a name of two characters is set apart to fill its column. */
const joinName = (text: string): string => text.replace(/^(\p{Script=Han}) (\p{Script=Han})(?= |$|（)/u, '$1$2');
