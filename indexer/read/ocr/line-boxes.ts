/** The boxes in which a detector sees text, made exact: cut where a gutter or the rule of a table runs through, drawn in to the ink. */
import type { GrayImage } from '../image/bitmap.ts';
import { median } from '../layout/fragment.ts';
import type { Box } from '../read-text.ts';

/** White this wide, in heights of a line of the page, parts two columns or cells that were seen as one line. */
const GUTTER = 0.85;
/** Only this middle part of the height counts: lines above and below reach into a box. */
const MIDDLE = 0.7;
/** Left around the ink of each piece, in heights of a line. */
const RIM = 0.12;
/** A box so much higher than the lines of its page holds more than one, or white. */
const TOO_HIGH = 1.3;
/** Ink lower than this is a rule or what reaches in from a line above; white lower than this runs through a character. */
const LEAST_INK = 0.35;
const LEAST_WHITE = 0.2;

/** Boxes that share so much of the smaller one hold the same line. */
const DOUBLE = 0.55;

interface Page {
  readonly image: GrayImage;
  /** What is not lighter is ink. */
  readonly threshold: number;
  /** Height of a line. */
  readonly line: number;
}

/** Boxes in pixels, left to right where one was cut. */
export function refineBoxes(image: GrayImage, threshold: number, boxes: readonly Box[]): Box[] {
  const page = { image, threshold, line: median(boxes.map(({ height }) => height)) };
  return withoutDoubles(boxes.flatMap((box) => cutAcross(page, box)).flatMap((box) => cutAlong(page, box)));
}

/** Parts of a box that was cut may have been found alone as well: the wider of the two stays. */
function withoutDoubles(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of boxes.toSorted((a, b) => b.width - a.width))
    if (!kept.some((other) => shared(box, other) > box.width * box.height * DOUBLE)) kept.push(box);
  return kept;
}

function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function cutAcross(page: Page, box: Box): Box[] {
  const gap = Math.min(page.line, box.height) * GUTTER;
  const rim = Math.round(Math.min(page.line, box.height) * RIM);
  const from = Math.max(0, Math.floor(box.x));
  const to = Math.min(page.image.width, Math.ceil(box.x + box.width));
  const margin = (box.height * (1 - MIDDLE)) / 2;
  const middle = { ...box, y: box.y + margin, height: box.height - 2 * margin };
  return runs(from, to, gap, (x) => inkOf(page, { ...middle, x, width: 1 }) > 0).map(([start, end]) => {
    const x = Math.max(0, start - rim);
    return { x, y: box.y, width: Math.min(page.image.width, end + 1 + rim) - x, height: box.height };
  });
}

/** A box that is too high for one line: each band of ink in it is one. */
function cutAlong(page: Page, box: Box): Box[] {
  if (box.height <= page.line * TOO_HIGH) return [box];
  const rim = Math.round(page.line * RIM);
  const from = Math.max(0, Math.floor(box.y));
  const to = Math.min(page.image.height, Math.ceil(box.y + box.height));
  const bands = runs(from, to, page.line * LEAST_WHITE, (y) => inkOf(page, { ...box, y, height: 1 }) > 0);
  const lines = bands.filter(([start, end]) => end - start >= page.line * LEAST_INK);
  if (lines.length === 0 || lines.some(([start, end]) => end - start > page.line * TOO_HIGH)) return [box];
  return lines.map(([start, end]) => ({ ...box, y: start - rim, height: end - start + 2 * rim }));
}

/** First and last of each run, where runs stand further apart than the gap. */
function runs(from: number, to: number, gap: number, isInk: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; at < to; at += 1) {
    if (!isInk(at)) continue;
    const last = found.at(-1);
    if (last !== undefined && at - last[1] <= gap) last[1] = at;
    else found.push([at, at]);
  }
  return found;
}

/** How many pixels of a box are ink. */
function inkOf({ image: { width, height, pixels }, threshold }: Page, box: Box): number {
  let ink = 0;
  const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))];
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(height, Math.ceil(box.y + box.height)); y += 1)
    for (let x = left; x < right; x += 1) if ((pixels[y * width + x] ?? 255) <= threshold) ink += 1;
  return ink;
}
