/** Cells of tables whose text runs over several lines: each line joins the row that it belongs to. */

export interface Cell {
  readonly text: string;
  /** From where to where it stands, in points from the left. */
  readonly from: number;
  readonly to: number;
}

export interface CellRow {
  readonly cells: readonly Cell[];
  readonly top: number;
  readonly bottom: number;
  /** Size of its characters. */
  readonly size: number;
}

/** Lines of one cell stand no further apart than this, in ems; the next row may stand as near. */
const LEADING = 0.95;
/** So much nearer to one row than to the other, a line belongs to it: cells may be centred in the height of their row. */
const NEARER = 0.75;
/** A row of a table is looked for over so many lines of a cell. */
const MOST_LINES = 12;

/** A row as it is read: its own line, and the lines that are the rest of its cells. */
export interface WholeRow {
  /** Indexes of its lines from top to bottom. */
  readonly lines: readonly number[];
  readonly texts: readonly string[];
}

/**
 * The rows from top to bottom. A line of the first column begins a row: only what stands in later columns alone can be the
 * rest of cells.
 */
export function joinWrapped(rows: readonly CellRow[]): WholeRow[] {
  const grids = rows.map((row, index) => gridOf(rows, index, row));
  const hosts = rows.map((row, at) => (grids[at] === null ? at : hostOf(rows, at, { row, grids })));
  return rows.flatMap((row, index) => {
    if (hosts[index] !== index) return [];
    const lines = hosts.flatMap((host, at) => (host === index ? [at] : []));
    if (lines.length === 1) return [{ lines, texts: row.cells.map(({ text }) => text) }];
    const grid = grids[lines.find((at) => at !== index) ?? index] ?? row;
    return [
      {
        lines,
        texts: joinCells(
          grid,
          lines.map((at) => rows[at] ?? row),
        ),
      },
    ];
  });
}

/** The fullest row of the table that a line may be a part of; null when it is no part of one. */
function gridOf(rows: readonly CellRow[], at: number, row: CellRow): CellRow | null {
  const near = rows.slice(Math.max(0, at - MOST_LINES), at + 1 + MOST_LINES).filter(({ cells }) => cells.length > 1);
  const grid = near.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  if (grid === undefined || row.cells.length >= grid.cells.length) return null;
  const columns = row.cells.map((cell) => columnsUnder(cell, grid.cells));
  if (!columns.every((under) => under.length === 1 && under[0] !== 0)) return null;
  // One row with a gap alone is no table.
  return near.filter((one) => begins(one, grid)).length > 1 ? grid : null;
}

/** Has a cell in the first column. */
const begins = ({ cells }: CellRow, grid: CellRow): boolean =>
  cells.some((cell) => columnsUnder(cell, grid.cells).includes(0));

interface Part {
  readonly row: CellRow;
  readonly grids: readonly (CellRow | null)[];
}

/** The nearer of the rows above and below, where one is near enough. */
function hostOf(rows: readonly CellRow[], at: number, { row, grids }: Part): number {
  const whole = (index: number): boolean => grids[index] === null;
  const above = rows.findLastIndex((_, index) => index < at && whole(index));
  const below = rows.findIndex((_, index) => index > at && whole(index));
  const isRow = (index: number): boolean => {
    const [other, grid] = [rows[index], grids[at]];
    return other !== undefined && grid != null && other.cells.length > 1 && begins(other, grid);
  };
  const up = isRow(above) ? gap(rows[at - 1], row) : Number.POSITIVE_INFINITY;
  const down = isRow(below) ? gap(row, rows[at + 1]) : Number.POSITIVE_INFINITY;
  if (Math.min(up, down) > row.size * LEADING) return at;
  return down < 0 || down < up * NEARER ? below : above;
}

const gap = (upper: CellRow | undefined, lower: CellRow | undefined): number =>
  upper === undefined || lower === undefined ? Number.POSITIVE_INFINITY : lower.top - upper.bottom;

function columnsUnder({ from, to }: Cell, cells: readonly Cell[]): number[] {
  return cells.flatMap((other, index) => (Math.min(to, other.to) > Math.max(from, other.from) ? [index] : []));
}

function joinCells(grid: CellRow, lines: readonly CellRow[]): string[] {
  const texts = grid.cells.map(() => '');
  for (const { cells } of lines)
    for (const [index, cell] of cells.entries()) {
      const column = columnsUnder(cell, grid.cells)[0] ?? Math.min(index, texts.length - 1);
      texts[column] = joinLines(texts[column] ?? '', cell.text.trim());
    }
  return texts;
}

/** Words of Latin letters keep their blank, characters have none. */
export const joinLines = (before: string, after: string): string =>
  /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
