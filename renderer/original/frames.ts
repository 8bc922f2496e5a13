/**
 * Where clauses and hits stand on the pages of the original. A line is known by its box and how many characters it has,
 * blanks left out; a hit is found by counting them. Pure.
 */
import type { PagesResponse, ProvisionView } from '../../indexer/contract.ts';
import type { Range } from '../ui/segments.ts';

export interface Frame {
  readonly page: number;
  /** In points from the top left corner of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Line extends Frame {
  readonly characters: number;
}

/** The lines of a provision that are print of its own: no running head, no page number. */
function linesOf(pages: PagesResponse, ordinal: number): Line[] {
  const span = pages.provisions[ordinal];
  if (span === undefined || span === null) return [];
  const [first, last] = span;
  return pages.lines
    .slice(Math.max(0, first - pages.firstLine), last - pages.firstLine + 1)
    .map(([page, x, y, width, height, characters]) => ({ page, x, y, width, height, characters }))
    .filter(({ page, characters }) => page > 0 && characters > 0);
}

/** One frame for each column that a provision stands in, in reading order. */
export function provisionFrames(pages: PagesResponse, ordinal: number): Frame[] {
  const frames: Frame[] = [];
  for (const line of linesOf(pages, ordinal)) {
    const last = frames.at(-1);
    if (last !== undefined && goesOn(last, line)) frames[frames.length - 1] = around(last, line);
    else frames.push({ page: line.page, x: line.x, y: line.y, width: line.width, height: line.height });
  }
  return frames;
}

/** The next line of the same column: below, not far, and over the same width. */
function goesOn(frame: Frame, line: Line): boolean {
  const below = line.y >= frame.y && line.y <= frame.y + frame.height + 3 * line.height;
  const shared = Math.min(frame.x + frame.width, line.x + line.width) - Math.max(frame.x, line.x);
  return frame.page === line.page && below && shared > 0;
}

function around(a: Frame, b: Frame): Frame {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { page: a.page, x, y, width, height };
}

/** The frames of each range of a provision's text, one for each line that it runs over. */
export function hitFrames(pages: PagesResponse, provision: ProvisionView, ranges: readonly Range[]): Frame[][] {
  const lines = linesOf(pages, provision.ordinal);
  const printed = lines.reduce((sum, { characters }) => sum + characters, 0);
  const counted = countCharacters(provision.text, provision.text.length);
  if (printed === 0 || counted === 0) return ranges.map(() => []);
  // Cleaning may have added or taken away a sign; the places are right all the same within a character or two.
  const scale = printed / counted;
  return ranges.map(([start, end]) => {
    const from = countCharacters(provision.text, start) * scale;
    const to = countCharacters(provision.text, end) * scale;
    return cutLines(lines, from, to);
  });
}

const countCharacters = (text: string, end: number): number => text.slice(0, end).replace(/\s/g, '').length;

function cutLines(lines: readonly Line[], from: number, to: number): Frame[] {
  const frames: Frame[] = [];
  let at = 0;
  for (const { page, x, y, width, height, characters } of lines) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, characters)];
    at += characters;
    if (end - start < 0.3) continue;
    const em = width / characters;
    frames.push({ page, x: x + start * em, y, width: (end - start) * em, height });
  }
  return frames;
}

/** The page on which a provision begins; null where that is not known. */
export function pageOf(pages: PagesResponse, ordinal: number): number | null {
  return linesOf(pages, ordinal)[0]?.page ?? null;
}

/** The provision that is printed at a point of a page; null where there is none. */
export function provisionAt(pages: PagesResponse, page: number, [x, y]: readonly [number, number]): number | null {
  const hit = pages.lines.findIndex(
    ([on, left, top, width, height, characters]) =>
      on === page &&
      characters > 0 &&
      x >= left - REACH &&
      x <= left + width + REACH &&
      y >= top - REACH &&
      y <= top + height + REACH,
  );
  if (hit < 0) return null;
  const line = pages.firstLine + hit;
  const found = pages.provisions.findIndex((span) => span !== null && span[0] <= line && line <= span[1]);
  return found < 0 ? null : found;
}

/** From this percentage down, a line that OCR read is to be compared with its print. */
const DOUBTFUL = 90;

/** The lines of a page that OCR is not sure of. */
export function doubtfulFrames(pages: PagesResponse, on: number): Frame[] {
  return pages.lines.flatMap(([page, x, y, width, height, characters, confidence]) =>
    page === on && characters > 0 && confidence < DOUBTFUL ? [{ page, x, y, width, height }] : [],
  );
}

/** A click beside a line still means it, in points. */
const REACH = 4;
