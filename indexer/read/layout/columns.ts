/**
 * Reading order of a page: where a gutter parts the print, what stands left of it is read before what stands right;
 * what crosses it (a heading over both columns, a page number) ends the columns above and begins new ones below.
 */
import { bottom, median, right, type Segment, toSegment } from './fragment.ts';
import { groupRows } from './rows.ts';

/** A gutter is at least this wide, in ems. */
const GUTTER = 0.9;
/** A column of text is at least this wide, in ems; what is narrower are cells. */
const NARROWEST_COLUMN = 7;
const ROWS_OF_COLUMN = 3;
/** From this share on, lines that reach the edge of their column show that it is one. */
const FULL_LINES = 0.3;
const FULL_TOLERANCE = 1.6;
/** … and so much of them is print: cells with gaps between them are no full line. */
const PRINTED = 0.8;
/** Lines of two columns are still parted by so many ems; within a line there is less. */
const NARROWEST_GUTTER = 0.25;
/** First lines of paragraphs begin up to so many ems from the edge. */
const EDGE = 3;
/** Gutters are looked for in this stretch of the width. */
const MARGIN = 0.12;
const STEP = 2;
const DEEPEST = 3;
/** A line in the outermost part of a page, this far from its neighbour in pitches, is a running head or a page number. */
const OUTER = 0.12;
const APART = 1.5;
/** Titles are set in type so much larger than the text; heads are not, but for the masthead across the page. */
const LARGER = 1.2;

interface Gutter {
  /** Where the column right of it begins. */
  readonly x: number;
  readonly bands: readonly Band[];
  readonly rows: number;
  readonly width: number;
}

interface Band {
  /** Null where the print runs across. */
  readonly sides: readonly [Segment[], Segment[]] | null;
  readonly across: readonly Segment[];
}

export interface OrderedColumns {
  /** In the order in which they are read; in each the segments in no order. */
  readonly columns: readonly (readonly Segment[])[];
  /** Where gutters were found, in points from the left. */
  readonly gutters: readonly number[];
}

/** `known` are gutters of the pages before: a page of names, whose lines fill no column, is set in the same ones. */
export function orderColumns(
  segments: readonly Segment[],
  pageHeight: number,
  known: readonly number[] = [],
): OrderedColumns {
  const { head, body, foot } = partMargins(segments, pageHeight);
  const parting: Parting = { known, gutters: [], depth: 0 };
  const columns = [head, ...partBody(body, parting), foot].filter((block) => block.length > 0);
  return { columns, gutters: parting.gutters };
}

interface Parting {
  readonly known: readonly number[];
  /** Those found so far. */
  readonly gutters: number[];
  readonly depth: number;
}

function partBody(segments: readonly Segment[], parting: Parting): Segment[][] {
  const { known, gutters, depth } = parting;
  const gutter = depth < DEEPEST ? findGutter(segments, known) : null;
  if (gutter === null) return [[...segments]];
  gutters.push(gutter.x);
  return gutter.bands.flatMap(({ sides, across }) =>
    sides === null ? [[...across]] : sides.flatMap((side) => partBody(side, { ...parting, depth: depth + 1 })),
  );
}

/** Running heads and page numbers are kept out of the columns: they stand at no place of the text. */
function partMargins(segments: readonly Segment[], pageHeight: number) {
  const rows = groupRows(segments);
  const tops = rows.map((row) => Math.min(...row.map(({ box }) => box.y)));
  const bottoms = rows.map((row) => Math.max(...row.map(({ box }) => bottom(box))));
  const pitch = median(tops.slice(1).map((top, index) => top - (tops[index] ?? 0)));
  let from = 0;
  let until = rows.length;
  for (let at = 0; at < Math.min(2, rows.length - 1); at += 1) {
    const gap = (tops[at + 1] ?? 0) - (bottoms[at] ?? 0);
    const isOuter = (bottoms[at] ?? pageHeight) < pageHeight * OUTER && gap > pitch * (APART - 0.6);
    if (isOuter && !isTitleOfColumn(rows[at] ?? [], segments)) from = at + 1;
  }
  for (let at = rows.length - 1; at > Math.max(from, rows.length - 3); at -= 1) {
    const gap = (tops[at] ?? 0) - (bottoms[at - 1] ?? 0);
    if ((tops[at] ?? 0) > pageHeight * (1 - OUTER) && gap > pitch * (APART - 0.6)) until = at;
  }
  return { head: rows.slice(0, from).flat(), body: rows.slice(from, until).flat(), foot: rows.slice(until).flat() };
}

/** Larger than the text and beside the middle of the page: a document begins at the top of a column. */
function isTitleOfColumn(row: readonly Segment[], segments: readonly Segment[]): boolean {
  const size = median(segments.map((segment) => segment.size));
  const from = Math.min(...segments.map(({ box }) => box.x));
  const middle = (from + Math.max(...segments.map(({ box }) => right(box)))) / 2;
  return (
    row.some((segment) => segment.size > size * LARGER) && row.every(({ box }) => box.x > middle || right(box) < middle)
  );
}

/** The gutter that most of the lines keep clear of; null on a page of one column. */
function findGutter(segments: readonly Segment[], known: readonly number[]): Gutter | null {
  if (segments.length < ROWS_OF_COLUMN + 1) return null;
  const from = Math.min(...segments.map(({ box }) => box.x));
  const to = Math.max(...segments.map(({ box }) => right(box)));
  const ordered = [...segments].sort((a, b) => a.box.y - b.box.y);
  let best: Gutter | null = null;
  let before = '';
  for (let x = from + (to - from) * MARGIN; x < to - (to - from) * MARGIN; x += STEP) {
    // Places that part the segments alike are one gutter; it is judged once.
    const parting = ordered.map(({ box }) => (right(box) <= x ? 'l' : box.x >= x ? 'r' : 'x')).join('');
    if (parting === before) continue;
    before = parting;
    if (!parting.includes('l') || !parting.includes('r')) continue;
    const gutter = judge(ordered, x, known);
    if (
      gutter !== null &&
      (best === null || gutter.rows > best.rows || (gutter.rows === best.rows && gutter.width > best.width))
    )
      best = gutter;
  }
  return best;
}

function judge(ordered: readonly Segment[], x: number, known: readonly number[]): Gutter | null {
  const bands: Band[] = [];
  let rows = 0;
  let width = 0;
  let edge = Number.POSITIVE_INFINITY;
  let band: Segment[] = [];
  let across: Segment[] = [];
  const flushAcross = (): void => {
    if (across.length > 0) bands.push({ sides: null, across });
    across = [];
  };
  const flushBand = (): void => {
    const middle = ({ box }: Segment): number => box.x + box.width / 2;
    const sides = [band.filter((one) => middle(one) <= x), band.filter((one) => middle(one) > x)] as const;
    const columns = judgeSides(sides[0], sides[1], known);
    if (columns === null) {
      across.push(...band);
    } else {
      flushAcross();
      bands.push({ sides: [sides[0], sides[1]], across: [] });
      rows += columns.rows;
      width = Math.max(width, columns.width);
      edge = Math.min(edge, columns.x);
    }
    band = [];
  };
  const edges = edgesOf(ordered, x);
  for (const row of groupRows(ordered)) {
    const crossing = row.flatMap((segment) => partAt(segment, x, edges));
    if (crossing.some(({ box }) => box.x < x && right(box) > x)) {
      flushBand();
      across.push(...crossing);
    } else band.push(...crossing);
  }
  flushBand();
  flushAcross();
  return rows === 0 ? null : { x: edge, bands, rows, width };
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where the lines that keep clear of a gutter begin, on either side of it. */
function edgesOf(segments: readonly Segment[], x: number): Edges {
  const starts = (on: (segment: Segment) => boolean): number =>
    Math.min(...segments.filter(on).map((segment) => segment.box.x));
  return { left: starts(({ box }) => right(box) <= x), right: starts(({ box }) => box.x >= x) };
}

/**
 * A line of each column that came too near to each other are parted again: a sign hangs in the gutter, or a recogniser
 * saw more than there is. A heading that runs across keeps its words together: it begins at no edge.
 */
function partAt(segment: Segment, x: number, edges: Edges): Segment[] {
  const { box, size, fragments } = segment;
  if (box.x >= x || right(box) <= x || fragments.length < 2) return [segment];
  const at = fragments.findIndex((fragment) => fragment.box.x + fragment.box.width / 2 > x);
  const [before, behind] = [fragments[at - 1], fragments[at]];
  if (before === undefined || behind === undefined) return [segment];
  const gap = behind.box.x - right(before.box);
  const fits = box.x - edges.left < size * EDGE && Math.abs(behind.box.x - edges.right) < size * EDGE;
  if (gap < size * NARROWEST_GUTTER || !fits) return [segment];
  return [toSegment(fragments.slice(0, at)), toSegment(fragments.slice(at))];
}

/** Whether both sides are columns of text, and of how many rows. Cells of a table do not fill their column. */
function judgeSides(
  left: readonly Segment[],
  other: readonly Segment[],
  known: readonly number[],
): { x: number; rows: number; width: number } | null {
  if (left.length === 0 || other.length === 0) return null;
  const em = median([...left, ...other].map(({ size }) => size));
  const leftEnd = Math.max(...left.map(({ box }) => right(box)));
  const rightStart = Math.min(...other.map(({ box }) => box.x));
  const width = rightStart - leftEnd;
  if (width < em * GUTTER) return null;
  const leftRows = groupRows(left);
  const rightRows = groupRows(other);
  // The last page may hold a line or two in its right column, but never in its left one.
  if (leftRows.length < ROWS_OF_COLUMN || widthOf(left) < em * NARROWEST_COLUMN) return null;
  if (rightRows.length >= ROWS_OF_COLUMN && widthOf(other) < em * NARROWEST_COLUMN) return null;
  const isKnown = known.some((gutter) => leftEnd <= gutter + em && gutter - em <= rightStart);
  if (!isKnown && !fillsColumn(leftRows, em) && !fillsColumn(rightRows, em)) return null;
  return { x: rightStart, rows: leftRows.length + rightRows.length, width };
}

function widthOf(segments: readonly Segment[]): number {
  return Math.max(...segments.map(({ box }) => right(box))) - Math.min(...segments.map(({ box }) => box.x));
}

function fillsColumn(rows: readonly (readonly Segment[])[], em: number): boolean {
  if (rows.length < ROWS_OF_COLUMN) return false;
  const starts = rows.map((row) => row[0]?.box.x ?? 0);
  const ends = rows.map((row) => Math.max(...row.map(({ box }) => right(box))));
  const [from, to] = [Math.min(...starts), Math.max(...ends)];
  if (to - from < em * NARROWEST_COLUMN) return false;
  const printed = rows.map((row) => row.reduce((sum, { box }) => sum + box.width, 0));
  const full = ends.filter(
    (end, index) => to - end < em * FULL_TOLERANCE && (printed[index] ?? 0) > (to - from) * PRINTED,
  );
  return full.length >= Math.max(2, rows.length * FULL_LINES);
}
