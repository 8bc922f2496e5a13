/** The boxes in which a detector sees text, made exact: cut where a gutter or the rule of a table runs through, drawn in to the ink. */
import type { GrayImage } from '../image/bitmap.ts';
import type { Box } from '../read-text.ts';

/** White this wide, in heights of the line, parts two columns or cells that were seen as one line. */
const GUTTER = 0.85;
/** Only this middle part of the height counts: lines above and below reach into a box. */
const MIDDLE = 0.7;
/** Left around the ink of each piece, in heights of the line. */
const RIM = 0.12;

/** Boxes in pixels, left to right where one was cut. */
export function refineBoxes(image: GrayImage, threshold: number, boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => cutBox(image, threshold, box));
}

function cutBox(image: GrayImage, threshold: number, box: Box): Box[] {
  const from = Math.max(0, Math.floor(box.x));
  const to = Math.min(image.width, Math.ceil(box.x + box.width));
  const rim = Math.round(box.height * RIM);
  const gap = box.height * GUTTER;
  const pieces: [number, number][] = [];
  for (let x = from; x < to; x += 1) {
    if (!hasInk(image, threshold, box, x)) continue;
    const last = pieces.at(-1);
    if (last !== undefined && x - last[1] <= gap) last[1] = x;
    else pieces.push([x, x]);
  }
  return pieces.map(([start, end]) => {
    const x = Math.max(0, start - rim);
    return { x, y: box.y, width: Math.min(image.width, end + 1 + rim) - x, height: box.height };
  });
}

function hasInk({ width, height, pixels }: GrayImage, threshold: number, box: Box, x: number): boolean {
  const margin = (box.height * (1 - MIDDLE)) / 2;
  const from = Math.max(0, Math.floor(box.y + margin));
  const to = Math.min(height, Math.ceil(box.y + box.height - margin));
  for (let y = from; y < to; y += 1) if ((pixels[y * width + x] ?? 255) <= threshold) return true;
  return false;
}
