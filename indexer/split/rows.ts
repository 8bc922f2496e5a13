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

/** Indexes of rows whose blanks part columns: 序号 名称 河长. A blank in a row that stands alone is a converter's. */
export function findColumns(lines: readonly CleanLine[]): ReadonlySet<number> {
  const parted = lines.map(({ text, spaced }) => spaced.includes(' ') && isRow(text));
  return new Set(parted.flatMap((is, index) => (is && (parted[index - 1] || parted[index + 1]) ? [index] : [])));
}

/** 总 指 挥：钱某某 省长 → 总指挥：钱某某 省长; 马 涛 某某研究院 → 马涛 某某研究院: the blank inside a name goes, the one between columns stays. */
export function rowText(spaced: string): string {
  const role = spaced.indexOf('：') + 1;
  if (role > 0) return spaced.slice(0, role).replaceAll(' ', '') + spaced.slice(role).trim();
  return spaced.replace(/^(\p{Script=Han}) (\p{Script=Han})(?= |$|（)/u, '$1$2');
}
