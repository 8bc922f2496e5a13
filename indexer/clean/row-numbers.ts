/** Numbers alone on their lines that count the rows of a table, whose cells a converter prints a line each: they are no page numbers. */

const NUMBER = /^\d{1,4}$/;
/** 序号 on top of the table */
const LIST_HEAD = /^(?:序号|编号)$/;
/** The page numbers of a contents list follow each other as closely. */
const CONTENTS = /^目\s*[录次]$/;
/** A row has so many cells at most: pages are longer. */
const MOST_CELLS = 9;
const FEWEST_ROWS = 3;
const CONTENTS_WITHIN = 60;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** Indexes of all bare numbers in tables whose rows are counted 1, 2, 3 … each within a few lines of the one before. */
export function findRowNumbers(lines: readonly string[]): ReadonlySet<number> {
  const numbers = lines.flatMap((line, index) => (NUMBER.test(line.trim()) ? [{ index, value: Number(line) }] : []));
  const cells = new Set<number>();
  for (const [at, { index, value }] of numbers.entries()) {
    if (value !== 1 || cells.has(index)) continue;
    const run = follow(numbers, at);
    const headed = lines.slice(Math.max(0, index - MOST_CELLS), index).some((line) => LIST_HEAD.test(line.trim()));
    if (run.rows < (headed ? FEWEST_ROWS - 1 : FEWEST_ROWS) || isInContents(lines, index)) continue;
    for (const number of numbers)
      if (number.index >= run.from && number.index <= run.to + MOST_CELLS) cells.add(number.index);
  }
  return cells;
}

function follow(numbers: readonly { index: number; value: number }[], at: number): Run {
  const from = numbers[at]?.index ?? 0;
  let [to, rows] = [from, 1];
  for (const { index, value } of numbers.slice(at + 1)) {
    if (index - to > MOST_CELLS) break;
    if (value !== rows + 1) continue;
    [to, rows] = [index, value];
  }
  return { from, to, rows };
}

function isInContents(lines: readonly string[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - CONTENTS_WITHIN), at);
  return above.findLastIndex((line) => CONTENTS.test(line.trim())) > above.findLastIndex((line) => /。$/.test(line));
}
