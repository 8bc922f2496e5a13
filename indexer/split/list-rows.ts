/** Lists of other documents, as a decision that repeals them prints: their titles and numbers look like heads and are rows. */
import type { CleanLine } from '../clean/clean.ts';
import type { Head } from './head.ts';
import { looksLikeAddressee } from './patterns.ts';
import { isTail, titleOf } from './title-lines.ts';

/** 序号 文件名称 发文字号, in one line or in several */
const LIST_HEAD =
  /^(?:序号|编号)?(?:规范性)?(?:文件|制度|规章|法规)?(?:名称|标题|题名)(?:.{0,30}(?:文号|字号|日期|机关|单位|备注))?$|^序号|^(?:发文字号|文号|文件编号|制定机关|发文机关|发文单位)$/;
/** 12, or 12 and the title behind it; 2021年… is none. */
const ROW_NUMBER = /^\d{1,4}[.、．]?$/;
const ROW_WITH_TITLE = /^\d{1,4}[.、．]?(?!年|月|号|\d)\p{Script=Han}/u;
const FARTHEST_LIST_HEAD = 60;
const MOST_ADDRESSEE_LINES = 8;

/** Whether what looks like the head of a document is a row of a list. `row` is the last line known to stand in one, or null. */
export function isListRow(lines: readonly CleanLine[], head: Head, floor: number, row: number | null): boolean {
  if (isAddressed(lines, head.end)) return false;
  if (lines[head.numberLine ?? head.titleFrom]?.row) return true;
  const first = lines[head.titleFrom]?.text ?? '';
  const above = head.start > floor ? (lines[head.start - 1]?.text ?? '') : '';
  if (ROW_WITH_TITLE.test(first) || ROW_NUMBER.test(above)) return true;
  return isInList(lines, head.start, Math.max(floor, row ?? floor), row !== null) && !isProse(lines[head.end]);
}

/** 各区县人民政府，市政府各部门（单位）： under a title, in one line or in several. */
export function isAddressed(lines: readonly CleanLine[], at: number): boolean {
  for (let to = at + 1; to <= Math.min(lines.length, at + MOST_ADDRESSEE_LINES); to += 1) {
    const text = titleOf(lines, at, to);
    if (/[。；〕]/.test(text)) return false;
    if (looksLikeAddressee(text)) return true;
    if (text.includes('：')) return false;
  }
  return false;
}

/** Between the list's head, or its last row, and this line nothing is said. */
function isInList(lines: readonly CleanLine[], at: number, floor: number, known: boolean): boolean {
  for (let i = at - 1; i >= Math.max(floor, at - FARTHEST_LIST_HEAD); i -= 1) {
    const text = lines[i]?.text ?? '';
    if (LIST_HEAD.test(text)) return true;
    if (/。$/.test(text) || isTail(text)) return false;
  }
  return known && at - floor < FARTHEST_LIST_HEAD;
}

const isProse = (line: CleanLine | undefined): boolean =>
  line !== undefined && line.text.length >= 15 && /[，。：]/.test(line.text);
