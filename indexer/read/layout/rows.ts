/** Segments of one column → its printed lines from top to bottom; rows of tables keep their cells apart by tabs. */

import type { Box } from '../read-text.ts';
import { boxAround, median, onOneLine, right, type Segment } from './fragment.ts';
import { type Cell, type CellRow, joinWrapped } from './table-cells.ts';

/** A line as printed, without its place in the file. */
export interface PrintedLine {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly confidence: number;
  /** A row of a table, its cells parted by tabs. */
  readonly row: boolean;
  /** Number of its column on the page. */
  readonly block: number;
}

/** A gap this wide in ems parts cells; a narrower one is a blank: 马　涛, 第一章　总则. */
const CELL_GAP = 1.8;
/** Rows that part at the same places, one after the other, are a table from so many on. */
const ROWS_OF_A_TABLE = 2;
const FIRST_LINE_INDENT = 2;
const INDENT_TOLERANCE = 0.45;
/** A line that stands in by two characters so exactly is indented, though as much may be left free behind it. */
const EXACT_INDENT = 0.2;

/** Pieces of one line each, left to right; from top to bottom. */
export function groupRows(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  const ordered = [...segments].sort((a, b) => middle(a) - middle(b) || a.box.x - b.box.x);
  for (const segment of ordered) {
    const row = rows
      .slice(-4)
      .find((one) => one.some((other) => onOneLine(other, segment) && !overlap(other, segment)));
    if (row === undefined) rows.push([segment]);
    else row.push(segment);
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x));
}

const middle = ({ box }: Segment): number => box.y + box.height / 2;
const overlap = (a: Segment, b: Segment): boolean =>
  Math.min(right(a.box), right(b.box)) - Math.max(a.box.x, b.box.x) > Math.min(a.size, b.size) * 0.8;

export function readRows(segments: readonly Segment[], block: number): PrintedLine[] {
  const all = groupRows(segments);
  const free = all.filter((row) => !isRuledRow(row));
  const edges = { left: leftEdge(free), edge: Math.max(...free.flat().map(({ box }) => right(box))) };
  const lines: PrintedLine[] = [];
  let open: Segment[][] = [];
  for (const row of [...all, []]) {
    if (row.length > 0 && !isRuledRow(row)) open.push(row);
    else {
      lines.push(...readFreeRows(open, block, edges), ...row.flatMap((segment) => toRuledLine(segment, block)));
      open = [];
    }
  }
  return lines;
}

const isRuledRow = (row: readonly Segment[]): boolean => row.some(({ cells }) => cells !== undefined);

function toRuledLine({ text, cells, box, size, bold, confidence }: Segment, block: number): PrintedLine {
  return { text, box, size, bold, confidence, row: cells !== undefined, block };
}

function readFreeRows(rows: readonly Segment[][], block: number, { left, edge }: ColumnEdges): PrintedLine[] {
  const printed = joinWrapped(rows.map(toCellRow)).map(({ lines, texts }) => {
    return { row: lines.flatMap((line) => rows[line] ?? []), texts };
  });
  const parts = printed.map(({ texts }) => texts);
  return printed.map(({ row, texts }, index) => {
    const box = boxAround(row.map((segment) => segment.box));
    const size = median(row.map((segment) => segment.size));
    const isTable = texts.length > 1 && isTableRow(parts, index);
    const text = texts.join(isTable ? '\t' : '　');
    const indent = !isTable && isIndented({ box, size, left, edge }) ? '　　' : '';
    const confidence = Math.min(...row.map((segment) => segment.confidence));
    return { text: indent + text, box, size, bold: row.every(({ bold }) => bold), confidence, row: isTable, block };
  });
}

/** Segments with a blank between them are one cell. */
function toCellRow(row: readonly Segment[]): CellRow {
  const cells: Cell[] = [];
  let before: Segment | null = null;
  for (const segment of row) {
    const gap = before === null ? Number.POSITIVE_INFINITY : segment.box.x - right(before.box);
    const em = before === null ? segment.size : Math.max(before.size, segment.size);
    const to = right(segment.box);
    const last = gap >= em * CELL_GAP ? undefined : cells.pop();
    if (last === undefined) cells.push({ text: segment.text, from: segment.box.x, to });
    else cells.push({ text: `${last.text} ${segment.text}`, from: last.from, to });
    before = segment;
  }
  const box = boxAround(row.map((segment) => segment.box));
  return { cells, top: box.y, bottom: box.y + box.height, size: median(row.map(({ size }) => size)) };
}

/** A row that parts like its neighbours: 济南市　　　　2020年 alone is a line with a gap. */
function isTableRow(parts: readonly (readonly string[])[], index: number): boolean {
  const parted = (at: number): boolean => (parts[at]?.length ?? 0) > 1;
  let count = 1;
  for (let at = index - 1; parted(at); at -= 1) count += 1;
  for (let at = index + 1; parted(at); at += 1) count += 1;
  return count >= ROWS_OF_A_TABLE;
}

/** Where most lines of a column begin. */
function leftEdge(rows: readonly (readonly Segment[])[]): number {
  const starts = rows.map((row) => row[0]?.box.x ?? 0);
  const em = median(rows.map((row) => row[0]?.size ?? 0)) || 1;
  const counts = starts.map((start) => starts.filter((other) => Math.abs(other - start) < em * 0.5).length);
  // Where paragraphs are of one line each, all of them are indented: then the outermost start counts.
  const most = Math.max(...counts);
  const common = Math.min(...starts.filter((_, index) => counts[index] === most));
  const outer = starts.filter((start) => start < common - em * 1.5).sort((a, b) => a - b);
  return outer.length >= 2 ? (outer[0] ?? common) : common;
}

interface ColumnEdges {
  readonly left: number;
  readonly edge: number;
}

interface Edges extends ColumnEdges {
  readonly box: Box;
  readonly size: number;
}

/** The first line of a paragraph stands two characters in (GB/T 9704-2012 §7.3.3); a centred line stands in on both sides. */
function isIndented({ box, size, left, edge }: Edges): boolean {
  const indent = (box.x - left) / size;
  const rest = (edge - right(box)) / size;
  const off = Math.abs(indent - FIRST_LINE_INDENT);
  const centred = Math.abs(indent - rest) < 1 && rest > 1;
  return off <= EXACT_INDENT || (off <= INDENT_TOLERANCE && !centred);
}
