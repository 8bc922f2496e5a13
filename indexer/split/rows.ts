/** Lists of names and the like that a source prints line by line: 马 涛 某某研究院. They are rows, however wide their lines. */
import type { CleanLine } from '../clean/clean.ts';
import { readLabel } from '../text/labels.ts';

const LONGEST_ROW = 40;
/** A name, a remark in brackets, and what the person belongs to; the blanks tell the columns. */
const NAME_ROW = /^\p{Script=Han}{1,4}(?:[ ·]\p{Script=Han}{1,8})?(?: |（[^（）]{1,6}） ?)\S{2,40}$/u;
const STOPS = /[，。；：]/;
/** So many rows, one after the other, are a list. */
const ROWS_OF_A_LIST = 3;

/** A line of a list or table: short, without label or stop. */
export function isRow(text: string): boolean {
  return text.length <= LONGEST_ROW && !/[，。；、：]/.test(text) && readLabel(text) === null;
}

/** Indexes of the lines that stand in a list of names. */
export function findNameRows(lines: readonly CleanLine[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let run: number[] = [];
  const flush = (): void => {
    if (run.length >= ROWS_OF_A_LIST) for (const index of run) rows.add(index);
    run = [];
  };
  lines.forEach(({ spaced, text }, index) => {
    if (!STOPS.test(spaced) && NAME_ROW.test(spaced) && readLabel(text) === null) run.push(index);
    else flush();
  });
  flush();
  return rows;
}

/** 马 涛 某某研究院 → 马涛 某某研究院: the blank inside a name goes, the one between columns stays. */
export function rowText(spaced: string): string {
  return spaced.replace(/^(\p{Script=Han}) (\p{Script=Han})(?= |$|（)/u, '$1$2');
}
