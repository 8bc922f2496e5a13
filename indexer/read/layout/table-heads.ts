/** The head of a table that goes on over the page is printed again on each: it is read once. */
import type { PrintedLine } from './rows.ts';

/** A head has no more rows. */
const MOST_ROWS = 3;
/** Running heads and page numbers that may stand between the table and the edge of its page. */
const BETWEEN = 3;

/** Pages must be handed over in their order. */
export class TableHeads {
  /** First rows of the table that the page before ended in. */
  #head: readonly string[] = [];

  dropRepeated(lines: readonly PrintedLine[]): readonly PrintedLine[] {
    const from = lines.findIndex(({ row }) => row);
    const goesOn = from >= 0 && from <= BETWEEN;
    let repeated = 0;
    while (goesOn && repeated < this.#head.length && this.#head[repeated] === lines[from + repeated]?.text)
      repeated += 1;
    this.#head = repeated > 0 && endsTable(lines) === from ? this.#head : firstRows(lines);
    return repeated === 0 ? lines : lines.filter((_, index) => index < from || index >= from + repeated);
  }
}

/** Index of the first row of the table at the end of the page; -1 where it ends otherwise. */
function endsTable(lines: readonly PrintedLine[]): number {
  const last = lines.findLastIndex(({ row }) => row);
  if (last < 0 || lines.length - 1 - last > BETWEEN) return -1;
  return lines.findLastIndex(({ row }, index) => index < last && !row) + 1;
}

function firstRows(lines: readonly PrintedLine[]): string[] {
  const from = endsTable(lines);
  if (from < 0) return [];
  const end = lines.findIndex(({ row }, index) => index > from && !row);
  return lines.slice(from, Math.min(from + MOST_ROWS, end < 0 ? lines.length : end)).map(({ text }) => text);
}
