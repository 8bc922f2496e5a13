/**
 * Footnotes of a page: small lines at the foot of a column that begin with a mark which the text above bears. They are set
 * apart, because a paragraph goes on over the page break and would take them in.
 */
import { median } from './fragment.ts';
import type { PrintedLine } from './rows.ts';

/** ①, [1], 〔1〕, ﹡ */
const MARK = /^[\s　]*([①-⑳]|[[〔［]\d{1,3}[\]〕］]|[*＊†])(?=\S|\s)/u;
/** Type of a footnote is smaller than this share of the text's. */
const SMALLER = 0.92;

export interface PartedPage {
  readonly text: readonly PrintedLine[];
  readonly footnotes: readonly PrintedLine[];
}

export function partFootnotes(lines: readonly PrintedLine[]): PartedPage {
  const size = median(lines.flatMap((line) => Array.from({ length: line.text.length }, () => line.size)));
  const footnotes = new Set<PrintedLine>();
  for (const block of new Set(lines.map((line) => line.block))) {
    const column = lines.filter((line) => line.block === block);
    let from = column.length;
    while (from > 0 && (column[from - 1]?.size ?? size) < size * SMALLER) from -= 1;
    while (from < column.length && !isMarked(column[from], lines)) from += 1;
    for (const line of column.slice(from)) footnotes.add(line);
  }
  if (footnotes.size === 0) return { text: lines, footnotes: [] };
  return {
    text: lines.filter((line) => !footnotes.has(line)),
    footnotes: lines.filter((line) => footnotes.has(line)).map(beginParagraph),
  };
}

/** Its mark stands within a line of the text above. */
function isMarked(line: PrintedLine | undefined, lines: readonly PrintedLine[]): boolean {
  const mark = MARK.exec(line?.text ?? '')?.[1];
  if (line === undefined || mark === undefined) return false;
  return lines.some((other) => other.box.y < line.box.y && other.text.trim().indexOf(mark) > 0);
}

function beginParagraph(line: PrintedLine): PrintedLine {
  return MARK.test(line.text) ? { ...line, text: `　　${line.text.trim()}` } : line;
}
