/** How wide the column is that a line stands in: the widest that enough of the lines around it fill. */

/** Lines on each side that the width of a column is judged by. */
const NEIGHBOURS = 10;
const NARROWEST_COLUMN = 10;
/** A column this wide or wider is taken for whole paragraphs, not for lines. */
const WIDEST_COLUMN = 50;
/** Full lines differ by what punctuation and half-width letters take. */
const DIFFERENCE = 1;
/** From this share on, lines of one width are the full lines of a column. */
const SHARE_OF_FULL_LINES = 0.3;
const FEWEST_FULL_LINES = 3;

/** For each line the width of its column in characters; null where lines are whole paragraphs. */
export function columnWidths(widths: readonly number[]): (number | null)[] {
  return widths.map((_, index) => {
    const from = Math.max(0, index - NEIGHBOURS);
    const to = Math.min(widths.length, index + NEIGHBOURS + 1);
    const needed = Math.max(FEWEST_FULL_LINES, (to - from) * SHARE_OF_FULL_LINES);
    let widest = 0;
    for (let i = from; i < to; i += 1) {
      const width = widths[i] ?? 0;
      if (width > widest && countNear(widths, from, to, width) >= needed) widest = width;
    }
    const isColumn = widest >= NARROWEST_COLUMN && widest < WIDEST_COLUMN;
    return isColumn && countWider(widths, from, to, widest) < countNear(widths, from, to, widest) ? widest : null;
  });
}

function countWider(widths: readonly number[], from: number, to: number, width: number): number {
  let wider = 0;
  for (let i = from; i < to; i += 1) if ((widths[i] ?? 0) > width + DIFFERENCE) wider += 1;
  return wider;
}

function countNear(widths: readonly number[], from: number, to: number, width: number): number {
  let near = 0;
  for (let i = from; i < to; i += 1) if (Math.abs((widths[i] ?? 0) - width) <= DIFFERENCE) near += 1;
  return near;
}
