/** Pieces of text in the cells that rules draw → one segment for each row of the table, its cells in order. */
import { type Fragment, joinFragments, median, right, type Segment, toSegment } from './fragment.ts';
import { findBands, findGrids, type Grid, type GridCell, gridOfBands } from './grids.ts';
import { groupRows } from './rows.ts';
import type { Rule } from './rules.ts';
import { joinLines } from './table-cells.ts';

export interface TabledPage {
  /** What stands in no table. */
  readonly fragments: readonly Fragment[];
  readonly rows: readonly Segment[];
}

/** A row alone is a table from so many cells with text on. */
const CELLS_OF_A_ROW = 3;
/** A grid whose cells hold longer texts sets columns or frames apart. */
const MOST_LINES = 12;
/** Columns that no rule parts stand so many ems apart. */
const GAP = 0.6;
const SPACE_FOR_WORDS = /^[ -~]$/;

/** Frames with a text, charts and rules between columns are no tables. */
export function setTables(fragments: readonly Fragment[], rules: readonly Rule[]): TabledPage {
  let rest = fragments;
  const rows: Segment[] = [];
  const take = (box: Grid['box'], gridFor: (inside: readonly Fragment[]) => Grid | null): void => {
    const inside = rest.filter((one) => holds(box, one.box.x + one.box.width / 2, one.box.y + one.box.height / 2));
    const grid = inside.length === 0 ? null : gridFor(inside);
    const table = grid === null ? null : setTable(grid, inside);
    if (table === null) return;
    rows.push(...table);
    rest = rest.filter((fragment) => !inside.includes(fragment));
  };
  for (const grid of findGrids(rules)) take(grid.box, () => grid);
  for (const bands of findBands(rules))
    take(bands.box, (inside) => {
      const parts = gapsBetween(inside);
      return parts.length === 0 ? null : gridOfBands(bands, parts);
    });
  return { fragments: rest, rows };
}

/** Where all rows leave a gap, in points from the left. */
function gapsBetween(fragments: readonly Fragment[]): number[] {
  const gaps: number[] = [];
  let end: number | null = null;
  const printed = fragments.filter(({ text }) => text.trim() !== '');
  for (const { box, size } of printed.sort((a, b) => a.box.x - b.box.x)) {
    if (end !== null && box.x - end > size * GAP) gaps.push((end + box.x) / 2);
    end = Math.max(end ?? box.x, right(box));
  }
  return gaps;
}

const holds = ({ x, y, width, height }: Grid['box'], px: number, py: number): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

interface FilledCell {
  readonly cell: GridCell;
  readonly fragments: Fragment[];
}

function setTable(grid: Grid, inside: readonly Fragment[]): Segment[] | null {
  const filled: FilledCell[] = grid.cells.map((cell) => ({ cell, fragments: [] }));
  for (const fragment of inside.flatMap((one) => partAtEdges(one, grid)))
    cellUnder(filled, fragment)?.fragments.push(fragment);
  const read = filled.map(({ cell, fragments }) => ({ cell, fragments, ...readCell(fragments) }));
  const byRow = Array.from({ length: grid.rows }, (_, row) => read.filter(({ cell }) => cell.row === row));
  const counts = byRow.map((cells) => cells.filter(({ text }) => text !== '').length);
  const parted = counts.filter((count) => count > 1).length;
  if (parted < 2 && !counts.some((count) => count >= CELLS_OF_A_ROW)) return null;
  const lengths = read.filter(({ lines }) => lines > 0).map(({ lines }) => lines);
  if (median(lengths) > MOST_LINES) return null;
  return byRow.flatMap((cells, row) => {
    const own = cells.flatMap(({ fragments }) => fragments);
    if (own.length === 0) return [];
    const texts = cells.map(({ text }) => text);
    const [y, until] = [grid.edges[row] ?? 0, grid.edges[row + 1] ?? 0];
    // A cell of several rows is read with the first of them.
    const box = { x: grid.box.x, y, width: grid.box.width, height: until - y };
    return [{ ...toSegment(own), text: texts.join('\t'), box, cells: texts }];
  });
}

function cellUnder(filled: readonly FilledCell[], { box }: Fragment): FilledCell | undefined {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const under = filled.filter(({ cell }) => holds(cell.box, x, y));
  const area = ({ cell }: FilledCell): number => cell.box.width * cell.box.height;
  return under.sort((a, b) => area(a) - area(b))[0];
}

/** Where cells are narrow, one piece of text may go on from one to the next. */
function partAtEdges(fragment: Fragment, grid: Grid): Fragment[] {
  const { box, size, text } = fragment;
  if (text.length < 2) return [fragment];
  const y = box.y + box.height / 2;
  const edge = grid.cells.find(({ box: cell }) => {
    const inRow = y >= cell.y && y <= cell.y + cell.height;
    return inRow && cell.x > box.x + size / 2 && cell.x < right(box) - size / 2;
  })?.box.x;
  if (edge === undefined) return [fragment];
  const widths = [...text].map((character) => (SPACE_FOR_WORDS.test(character) ? 0.5 : 1));
  const em = box.width / widths.reduce((sum, width) => sum + width, 0);
  let [at, taken] = [box.x, 0];
  for (const width of widths) {
    if (at + (width * em) / 2 > edge) break;
    at += width * em;
    taken += 1;
  }
  const characters = [...text];
  const [before, behind] = [characters.slice(0, taken).join(''), characters.slice(taken).join('')];
  if (before.trim() === '' || behind.trim() === '') return [fragment];
  const rest = { ...fragment, text: behind, box: { ...box, x: at, width: right(box) - at } };
  return [{ ...fragment, text: before.trimEnd(), box: { ...box, width: at - box.x } }, ...partAtEdges(rest, grid)];
}

/** Its lines as one text. */
function readCell(fragments: readonly Fragment[]): { text: string; lines: number } {
  const rows = groupRows(joinFragments(fragments)).map((row) => row.map(({ text }) => text.trim()).join(' '));
  return { text: rows.reduce(joinLines, '').replaceAll('\t', ' ').trim(), lines: rows.length };
}
