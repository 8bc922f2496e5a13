/** Text with its direction, as PDF and OFD place it → pieces that run from left to right, on the page turned for that. */
import type { Fragment } from './fragment.ts';
import { type Rule, turnRule } from './rules.ts';

export interface PageText {
  /** In points, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** By how many quarters clockwise the page was turned, for its lines to run from left to right: a wide table often stands on its side. */
  readonly quarters: number;
  /** Where they stand on the page so turned. */
  readonly fragments: readonly Fragment[];
  /** What is drawn on the page so turned; asked for only where there is need, because it takes time. */
  readonly drawing?: () => Promise<PageDrawing>;
}

/** What a page shows beside its text. */
export interface PageDrawing {
  readonly rules: readonly Rule[];
  /** The share of the page that pictures fill. */
  readonly pictured: number;
  /** The share of the text that is there to be searched, not to be seen. */
  readonly hidden: number;
  /** How many lines, shapes and characters it has. */
  readonly marks: number;
}

export interface PlacedText {
  readonly text: string;
  readonly length: number;
  readonly bold: boolean;
  /** From the text to the page, y downwards. */
  readonly matrix: readonly number[];
}

/** Part of an em that stands above the baseline in Chinese fonts. */
export const ASCENT = 0.86;

export interface UnturnedPage {
  readonly width: number;
  readonly height: number;
  readonly drawing?: () => Promise<PageDrawing>;
}

/** Turns the page so that most of its characters run to the right; what still runs otherwise is left out. */
export function uprightText(placed: readonly PlacedText[], { width, height, drawing }: UnturnedPage): PageText {
  const quarters = (4 - directionOf(placed)) % 4;
  const turned = placed.map((text) => ({ ...text, matrix: turnMatrix(text.matrix, quarters, [width, height]) }));
  const fragments = dropOverprints(toFragments(turned));
  if (drawing === undefined) return { width, height, quarters, fragments };
  const turnDrawing = async (): Promise<PageDrawing> => {
    const drawn = await drawing();
    return { ...drawn, rules: drawn.rules.map((rule) => turnRule(rule, quarters, [width, height])) };
  };
  return { width, height, quarters, fragments, drawing: turnDrawing };
}

/** The way that most characters run: 0 to the right, 1 downwards, 2 to the left, 3 upwards. */
function directionOf(placed: readonly PlacedText[]): number {
  const counts = [0, 0, 0, 0];
  for (const { text, matrix } of placed) {
    const quarter = Math.round(Math.atan2(matrix[1] ?? 0, matrix[0] ?? 1) / (Math.PI / 2));
    counts[(quarter + 4) % 4] = (counts[(quarter + 4) % 4] ?? 0) + text.length;
  }
  return counts.indexOf(Math.max(...counts));
}

/** As it is after so many quarter turns of its page clockwise. */
function turnMatrix(matrix: readonly number[], quarters: number, size: readonly [number, number]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
  if (quarters === 0) return [a, b, c, d, x, y];
  const [width, height] = size;
  return turnMatrix([-b, a, -d, c, height - y, x], quarters - 1, [height, width]);
}

function toFragments(placed: readonly PlacedText[]): Fragment[] {
  return placed.flatMap(({ text, length, bold, matrix }) => {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
    const size = Math.hypot(c, d);
    // Seals and watermarks stand askew; they are no lines of the text.
    if (size === 0 || Math.abs(b) > Math.abs(a) * 0.1) return [];
    return [{ text, box: { x, y: y - size * ASCENT, width: length, height: size }, size, bold, confidence: 1 }];
  });
}

/** Bold is often printed by setting the same text twice, a hair's breadth apart, and a shadow in the same way. */
function dropOverprints(fragments: readonly Fragment[]): Fragment[] {
  const printed = new Map<string, Fragment[]>();
  return fragments.filter((fragment) => {
    const same = printed.get(fragment.text);
    if (same === undefined) printed.set(fragment.text, [fragment]);
    else if (same.some((earlier) => isOverprint(earlier, fragment))) return false;
    else if (same.length < MOST_COMPARED) same.push(fragment);
    return true;
  });
}

function isOverprint({ box: a, size }: Fragment, { box: b }: Fragment): boolean {
  return Math.abs(a.x - b.x) < size * HAIR && Math.abs(a.y - b.y) < size * HAIR;
}

/** In ems. */
const HAIR = 0.15;
/** A sign that stands on a page more often is a leader or a rule. */
const MOST_COMPARED = 400;
