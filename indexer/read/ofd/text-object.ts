/** A TextObject of an OFD → the runs of characters that it prints, each with its place on the page in points. */
import type { PlacedText } from '../layout/placed-text.ts';
import { elementsOf, textIn, type XmlElement } from '../xml.ts';
import { combine, deltasIn, type Matrix, numberIn, place } from './values.ts';

/** Characters farther apart than this many ems stand in runs of their own. */
const FARTHEST = 1.6;
const BACKWARDS = -0.1;
/** How far from their line they may stand, in ems. */
const LEVEL = 0.1;
/** Widths in ems where the file gives no distances: of letters and digits, and of Chinese characters. */
const NARROW = 0.5;
const NARROW_CHARACTER = /[\u0020-\u024f]/;
const BOLD_WEIGHT = 600;

/** `toPage` leads from the space of the object to points of the page; fonts that are bold themselves are given by their id. */
export function readTextObject(object: XmlElement, toPage: Matrix, boldFonts: ReadonlySet<string>): PlacedText[] {
  const style: Style = {
    ...shapeOf(object),
    bold: numberIn(object.attributes.Weight, 400) >= BOLD_WEIGHT || boldFonts.has(object.attributes.Font ?? ''),
    toPage,
  };
  return placeCodes(object, style).flatMap((glyphs) => toRuns(glyphs, style));
}

/** Each character with the matrix that draws it, of one em, at its place: sizes count upwards from the baseline. */
export function drawnCharacters(object: XmlElement, toPage: Matrix): { text: string; matrix: Matrix }[] {
  const shape = shapeOf(object);
  const { size, stretch } = shape;
  return placeCodes(object, shape)
    .flat()
    .map(({ text, x, y }) => ({ text, matrix: combine(toPage, [size * stretch, 0, 0, -size, x, y]) }));
}

function shapeOf({ attributes }: XmlElement): Shape {
  return { size: numberIn(attributes.Size, 0), stretch: numberIn(attributes.HScale, 1) || 1 };
}

/** The characters of each TextCode at their places in the space of the object; none of a size that shows nothing. */
function placeCodes(object: XmlElement, shape: Shape): Glyph[][] {
  if (shape.size <= 0) return [];
  const shared = sharedGlyphs(object);
  let [x, y, at] = [0, 0, 0];
  return elementsOf(object, 'TextCode').map((code) => {
    // What is not given is as in the code before.
    x = numberIn(code.attributes.X, x);
    y = numberIn(code.attributes.Y, y);
    const characters = [...textOf(code)];
    const from = at;
    at += characters.length;
    return placeCharacters(characters, { x, y, code, joined: (index) => shared.has(from + index), shape });
  });
}

/** Indentation of the file is no text. */
const textOf = (code: XmlElement): string => textIn(code).replace(/\s*[\r\n]\s*/g, '');

interface Shape {
  readonly size: number;
  /** Width of a character by its height. */
  readonly stretch: number;
}

interface Style extends Shape {
  readonly bold: boolean;
  readonly toPage: Matrix;
}

interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly code: XmlElement;
  readonly joined: (index: number) => boolean;
  readonly shape: Shape;
}

function placeCharacters(characters: readonly string[], { x, y, code, joined, shape }: Placing): Glyph[] {
  const across = deltasIn(code.attributes.DeltaX, characters.length);
  const down = deltasIn(code.attributes.DeltaY, characters.length);
  // Writers count distances by character or by glyph; fewer than characters are by glyph.
  const byGlyph = across.length > 0 && across.length < characters.length - 1;
  let [atX, atY, step] = [x, y, 0];
  return characters.map((text, index) => {
    const glyph = { text, x: atX, y: atY };
    if (byGlyph && joined(index)) return glyph;
    // Without distances the characters follow by their widths; a list that ends early goes on as it ended.
    atX += across[step] ?? across.at(-1) ?? (down.length > 0 ? 0 : widthOf(text, shape));
    atY += down[step] ?? down.at(-1) ?? 0;
    step += 1;
    return glyph;
  });
}

const widthOf = (text: string, { size, stretch }: Shape): number =>
  size * stretch * (NARROW_CHARACTER.test(text) ? NARROW : 1);

/** Places of characters that share the glyph of the one after them, as the f of ﬁ does: CGTransform names them. */
function sharedGlyphs(object: XmlElement): Set<number> {
  const shared = new Set<number>();
  for (const { attributes } of elementsOf(object, 'CGTransform')) {
    const start = numberIn(attributes.CodePosition, 0);
    const codes = Math.min(numberIn(attributes.CodeCount, 1), LONGEST);
    const glyphs = Math.max(1, numberIn(attributes.GlyphCount, 1));
    for (let at = start; at < start + codes - glyphs; at += 1) shared.add(at);
  }
  return shared;
}

/** Characters that one glyph stands for are few. */
const LONGEST = 64;

/** Characters that follow each other on one line are one run, their blanks with them. */
function toRuns(glyphs: readonly Glyph[], style: Style): PlacedText[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && follows(before, glyph, style)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map((run) => toPlacedText(run, style));
}

function follows(before: Glyph, next: Glyph, { size, stretch }: Style): boolean {
  const across = (next.x - before.x) / (size * stretch);
  const down = (next.y - before.y) / size;
  if (Math.abs(down) < LEVEL) return across > BACKWARDS && across < FARTHEST;
  // Written downwards.
  return Math.abs(across) < LEVEL && down > 0 && down < FARTHEST;
}

function toPlacedText(run: readonly Glyph[], style: Style): PlacedText {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A run without characters');
  const { toPage, size, bold } = style;
  const [x, y] = place(toPage, first.x, first.y);
  const [a, b, c, d] = combine(toPage, [size, 0, 0, size, 0, 0]);
  const length = (last.x - first.x + widthOf(last.text, style)) * Math.hypot(toPage[0], toPage[1]);
  // Sizes count upwards from the baseline, as in PDF.
  return { text: run.map(({ text }) => text).join(''), length, bold, matrix: [a, b, -c, -d, x, y] };
}
