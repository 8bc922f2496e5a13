/** Pieces of text with their place, as a PDF or a recogniser gives them, and how they join to stretches of one line. */
import { raiseNumber } from '../raised.ts';
import type { Box } from '../read-text.ts';

/** A run of characters printed side by side; a PDF may give one for each character. */
export interface Fragment {
  readonly text: string;
  readonly box: Box;
  /** Size of its characters in points: an em. */
  readonly size: number;
  readonly bold: boolean;
  /** How sure OCR is of it; 1 for text that was not recognised. */
  readonly confidence: number;
}

/** Fragments of one line without a wide gap between them. Rows of tables and lines of two columns are several of these. */
export interface Segment extends Fragment {
  readonly fragments: readonly Fragment[];
  /** It is a whole row of a table with these cells, as its rules part them. */
  readonly cells?: readonly string[];
}

/** A gap this wide, in ems, may part two columns or two cells. */
const WIDE_GAP = 0.9;
/** Characters may overlap so far: kerning, and signs that take less than an em. */
const OVERLAP = 0.6;
/** Baselines of one line differ by less than this share of the smaller size. */
const BASELINE = 0.4;
/** Gaps from which on a blank was meant, in ems: beside Latin letters and digits, and between Chinese characters. */
const NARROW_BLANK = 0.18;
const WIDE_BLANK = 0.42;
/** … and so much wider than the others of their line: titles are set apart letter by letter, justified lines a little. */
const WIDER = 0.3;
const NARROW_CHARACTER = /[\u0021-\u024f]/;

export const right = ({ x, width }: Box): number => x + width;
export const bottom = ({ y, height }: Box): number => y + height;

/** Whether two pieces stand in one line: 通知 and its footnote mark do, lines of unlike columns hardly ever. */
export function onOneLine(a: Fragment, b: Fragment): boolean {
  const small = Math.min(a.size, b.size);
  if (Math.abs(bottom(a.box) - bottom(b.box)) <= small * BASELINE) return true;
  // A raised or lowered sign, clearly smaller than what it belongs to.
  const large = Math.max(a.size, b.size);
  const overlap = Math.min(bottom(a.box), bottom(b.box)) - Math.max(a.box.y, b.box.y);
  return small < large * 0.75 && overlap >= small * 0.6;
}

/** Joins what stands side by side. The order of the fragments does not matter. */
export function joinFragments(fragments: readonly Fragment[]): Segment[] {
  const open = new Map<number, Fragment[][]>();
  const lines: Fragment[][] = [];
  const ordered = fragments.filter(({ text }) => text.trim() !== '').sort((a, b) => a.box.x - b.box.x);
  const slot = ({ box }: Fragment): number => Math.round(bottom(box) / SLOT);
  for (const fragment of ordered) {
    const at = slot(fragment);
    const near = [at - 2, at - 1, at, at + 1, at + 2].flatMap((key) => open.get(key) ?? []);
    const line = near.filter((one) => continues(one, fragment)).sort((a, b) => endOf(b) - endOf(a))[0];
    if (line === undefined) {
      const begun = [fragment];
      lines.push(begun);
      const listed = open.get(at);
      if (listed === undefined) open.set(at, [begun]);
      else listed.push(begun);
    } else {
      line.push(fragment);
    }
  }
  return lines.map(toSegment);
}

/** Fragments are looked up by their baseline in steps of so many points. */
const SLOT = 6;

const endOf = (line: readonly Fragment[]): number => {
  const last = line.at(-1);
  return last === undefined ? 0 : right(last.box);
};

function continues(line: readonly Fragment[], next: Fragment): boolean {
  const last = line.at(-1);
  if (last === undefined) return false;
  const em = Math.max(last.size, next.size);
  const gap = next.box.x - right(last.box);
  return gap < em * WIDE_GAP && gap > -em * OVERLAP && onOneLine(last, next);
}

export function toSegment(fragments: readonly Fragment[]): Segment {
  const box = boxAround(fragments.map((fragment) => fragment.box));
  const characters = fragments.reduce((sum, { text }) => sum + text.length, 0) || 1;
  const mean = (value: (fragment: Fragment) => number): number =>
    fragments.reduce((sum, fragment) => sum + value(fragment) * fragment.text.length, 0) / characters;
  return {
    text: textOf(fragments),
    box,
    size: mean(({ size }) => size),
    bold: mean(({ bold }) => (bold ? 1 : 0)) > 0.5,
    confidence: mean(({ confidence }) => confidence),
    fragments,
  };
}

/** The texts side by side, with a blank where the print leaves one. */
function textOf(fragments: readonly Fragment[]): string {
  let text = '';
  let before: Fragment | null = null;
  const wide = Math.max(WIDE_BLANK, usualGap(fragments) + WIDER);
  for (const fragment of fragments) {
    if (before !== null && !text.endsWith(' ') && !fragment.text.startsWith(' ')) {
      const gap = (fragment.box.x - right(before.box)) / Math.max(fragment.size, before.size);
      const narrow = NARROW_CHARACTER.test(text.at(-1) ?? '') || NARROW_CHARACTER.test(fragment.text[0] ?? '');
      if (gap > (narrow ? NARROW_BLANK : wide)) text += ' ';
    }
    text += isRaised(fragment, fragments) ? raiseNumber(fragment.text) : fragment.text;
    before = fragment;
  }
  return text;
}

/** A number in small type above the line: the mark of a footnote, or a power. */
function isRaised({ text, size, box }: Fragment, line: readonly Fragment[]): boolean {
  if (!/^\d{1,3}$/.test(text)) return false;
  const others = line.filter((other) => other.size * SMALL > size);
  const floor = median(others.map((other) => bottom(other.box)));
  return others.length > 0 && floor - bottom(box) > (others[0]?.size ?? 0) * RAISED;
}

/** Of the size of the line, and how far above it in ems. */
const SMALL = 0.8;
const RAISED = 0.15;

/** In ems; 0 of pieces that are no single characters. */
function usualGap(fragments: readonly Fragment[]): number {
  if (fragments.length < 3) return 0;
  return median(fragments.slice(1).map(({ box, size }, index) => (box.x - right(fragments[index]?.box ?? box)) / size));
}

export function boxAround(boxes: readonly Box[]): Box {
  let [x, y, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    x1 = Math.max(x1, right(box));
    y1 = Math.max(y1, bottom(box));
  }
  return { x, y, width: x1 - x, height: y1 - y };
}

/** The value in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
