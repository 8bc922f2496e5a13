/**
 * Footnotes of a page: small lines at the foot of a column that begin with a mark which the text above bears. They are set
 * apart, because a paragraph goes on over the page break and would take them in.
 */
import { RAISED, raiseNumber } from '../raised.ts';
import { median } from './fragment.ts';
import type { PrintedLine } from './rows.ts';

/** ①, [1], 〔1〕, ﹡, ¹ */
const MARK = new RegExp(`^[\\s　]*([①-⑳]|[[〔［]\\d{1,3}[\\]〕］]|[*＊†]|[${RAISED}]{1,3})(?=\\S|\\s)`, 'u');
/** 1 or 1. before a note whose mark in the text is raised. */
const PLAIN_MARK = /^[\s　]*(\d{1,3})[.．、]?[\s　]*(?=\p{Script=Han}|[《“（])/u;
const PAGE_NUMBER = /^[\s\d·—–―\-第页共/]+$/;
/** Type of a footnote is smaller than this share of the text's. */
const SMALLER = 0.92;

export interface Footnote {
  readonly line: PrintedLine;
  /** The line that bears its mark. */
  readonly mark: PrintedLine;
}

export interface PartedPage {
  readonly text: readonly PrintedLine[];
  readonly footnotes: readonly Footnote[];
}

export function partFootnotes(lines: readonly PrintedLine[]): PartedPage {
  const size = median(lines.flatMap((line) => Array.from({ length: line.text.length }, () => line.size)));
  const footnotes = new Map<PrintedLine, Footnote>();
  for (const block of new Set(lines.map((line) => line.block))) {
    const column = lines.filter((line) => line.block === block);
    let from = column.length;
    while (from > 0 && (column[from - 1]?.size ?? size) < size * SMALLER) from -= 1;
    let mark: PrintedLine | null = null;
    for (const line of column.slice(from)) {
      if (PAGE_NUMBER.test(line.text)) continue;
      const own = findMark(line, lines);
      mark = own?.line ?? mark;
      if (mark !== null) footnotes.set(line, { line: own === null ? line : beginParagraph(line, own.sign), mark });
    }
  }
  return { text: lines.filter((line) => !footnotes.has(line)), footnotes: [...footnotes.values()] };
}

interface Mark {
  readonly sign: string;
  readonly line: PrintedLine;
}

/** Its mark stands within a line of the text above. */
function findMark(line: PrintedLine, lines: readonly PrintedLine[]): Mark | null {
  const plain = PLAIN_MARK.exec(line.text)?.[1];
  const sign = MARK.exec(line.text)?.[1] ?? (plain === undefined ? undefined : raiseNumber(plain));
  if (sign === undefined) return null;
  const bearing = lines.find((other) => other.box.y < line.box.y && other.text.trim().indexOf(sign) > 0);
  return bearing === undefined ? null : { sign, line: bearing };
}

/** A raised number says nothing where nothing is raised: 注1：… */
function beginParagraph(line: PrintedLine, sign: string): PrintedLine {
  const number = [...sign].map((digit) => RAISED.indexOf(digit)).join('');
  const text = line.text.trim();
  const bare = text.replace(MARK, '').replace(PLAIN_MARK, '').trim();
  return { ...line, text: `　　${RAISED.includes(sign[0] ?? '') ? `注${number}：${bare}` : text}` };
}
