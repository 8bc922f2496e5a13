/** Pixels of a page → its printed lines in reading order: straighten, find lines, cut columns, read, lay out. */
import {
  type Bitmap,
  type GrayImage,
  inkThreshold,
  isSpeckled,
  shrink,
  smooth,
  toGray,
  turn,
  turnQuarter,
} from '../image/bitmap.ts';
import type { Fragment } from '../layout/fragment.ts';
import { layOutPage } from '../layout/page-layout.ts';
import type { PrintedLine } from '../layout/rows.ts';
import { turnBoxBack } from '../layout/turned.ts';
import type { Box } from '../read-text.ts';
import { refineBoxes } from './line-boxes.ts';
import { findSkew } from './skew.ts';
import { type ModelOptions, openTextModels, type ReadLine, type TextModels } from './text-models.ts';

export interface Recogniser {
  /**
   * Boxes in points of the page as it was given, confidence from 0 to 1. Nothing on a blank page. An image with more
   * pixels on its longest side is made smaller first.
   */
  recognise(page: Bitmap, longestSide?: number): Promise<PrintedLine[]>;
  close(): Promise<void>;
}

/** What is less sure than this is a stain, a stamp or the pattern of the paper. */
const LEAST_CONFIDENCE = 0.5;
/** A box so much higher than wide holds a line that runs downwards. */
const TALL = 1.5;
/** A page read with less confidence may stand on its head. */
const SURE = 0.85;
const POINTS_AN_INCH = 72;
/** A detector's box is so much higher than an em of its line. */
const BOX_OF_EM = 1.12;

export async function openRecogniser(options: ModelOptions): Promise<Recogniser> {
  const models = await openTextModels(options);
  return {
    async recognise(page, longestSide = Number.POSITIVE_INFINITY) {
      const by = Math.max(1, Math.ceil(Math.max(page.width, page.height) / longestSide));
      const seen = by === 1 ? toGray(page) : shrink(toGray(page), by);
      const gray = isSpeckled(seen) ? smooth(seen) : seen;
      const scale = (POINTS_AN_INCH / page.dpi) * by;
      const read = await readUpright(models, gray);
      const fragments = read.lines.map((line) => toFragment(line, scale));
      const { lines } = layOutPage(fragments, read.image.height * scale);
      return lines.map((line) => ({ ...line, box: turnBack(line.box, read, scale) }));
    },
    close: () => models.close(),
  };
}

interface ReadPage {
  /** The page as it was read: upright and straight. */
  readonly image: GrayImage;
  /** Quarter turns clockwise from the page as it was given, and then degrees of skew. */
  readonly quarters: number;
  readonly skew: number;
  readonly lines: readonly ReadLine[];
}

/** Reads a page as it lies; where that gives little, it was scanned on its side or on its head. */
async function readUpright(models: TextModels, gray: GrayImage): Promise<ReadPage> {
  const boxes = await models.find(gray);
  const onItsSide = boxes.filter(({ width, height }) => height > width * TALL).length > boxes.length / 2;
  const first = onItsSide
    ? await readStraight(models, { given: turnQuarter(gray), quarters: 1 })
    : await readStraight(models, { given: gray, quarters: 0, boxes });
  if (first.lines.length === 0 || sureness(first) >= SURE) return first;
  const given = turnQuarter(turnQuarter(first.given));
  const other = await readStraight(models, { given, quarters: first.quarters + 2 });
  return sureness(other) > sureness(first) ? other : first;
}

interface GivenPage {
  readonly given: GrayImage;
  readonly quarters: number;
  /** What was found on it already. */
  readonly boxes?: readonly Box[];
}

async function readStraight(models: TextModels, page: GivenPage): Promise<ReadPage & GivenPage> {
  const skew = findSkew(page.given);
  const image = turn(page.given, skew);
  const found = skew === 0 && page.boxes !== undefined ? page.boxes : await models.find(image);
  const boxes = refineBoxes(image, inkThreshold(image), found);
  const lines = (await models.read(image, boxes)).filter(isText);
  return { ...page, image, skew, lines };
}

/** By the length of the lines: on a page upside down a few marks are read, and with doubt. */
function sureness({ lines }: ReadPage): number {
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, characters);
}

const isText = ({ text, confidence }: ReadLine): boolean => text.trim() !== '' && confidence >= LEAST_CONFIDENCE;

function toFragment({ text, box, confidence }: ReadLine, scale: number): Fragment {
  const size = sizeOf(text, box) * scale;
  const middle = (box.y + box.height / 2) * scale;
  const place = { x: box.x * scale, y: middle - size / 2, width: box.width * scale, height: size };
  return { text: text.trim(), box: place, size, bold: false, confidence };
}

/** An em of the line: by the width of its characters where there are some, by its height else. */
function sizeOf(text: string, { width, height }: Box): number {
  const ems = [...text].reduce((sum, c) => sum + (c < '\u2e80' ? 0.5 : 1), 0);
  const byHeight = height / BOX_OF_EM;
  if (ems < 4) return byHeight;
  return Math.min(byHeight * 1.15, Math.max(byHeight * 0.75, width / ems));
}

/** Where a box of the page as it was read stands on the page as it was given. */
function turnBack(box: Box, { image, quarters, skew }: ReadPage, scale: number): Box {
  const straight = skew === 0 ? box : askew(box, { image, scale, skew });
  return turnBoxBack(straight, { width: image.width * scale, height: image.height * scale, quarters });
}

interface Askew {
  readonly image: GrayImage;
  readonly scale: number;
  readonly skew: number;
}

function askew(box: Box, { image, scale, skew }: Askew): Box {
  const radians = (skew * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [cx, cy] = [(image.width * scale) / 2, (image.height * scale) / 2];
  const [mx, my] = [box.x + box.width / 2 - cx, box.y + box.height / 2 - cy];
  const height = box.height + box.width * Math.abs(sin);
  const x = cx + mx * cos - my * sin;
  const y = cy + mx * sin + my * cos;
  return { x: x - box.width / 2, y: y - height / 2, width: box.width, height };
}
