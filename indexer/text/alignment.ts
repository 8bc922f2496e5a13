/**
 * Where each character of a clean text stands in the source that it was read from. Cleaning drops characters, replaces them
 * and puts in a few blanks, in order; so the two texts are walked along together, folded, and meet again behind each repair.
 */
import { foldText } from './fold.ts';

/** One line of a source. */
export interface Printed {
  readonly line: number;
  readonly text: string;
}

/** Blanks and what no reader sees; they are looked at again only when a repair is told. */
const SKIPPED = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/;
/** A repair replaces no more characters than this on either side. */
const REPAIR = 4;
/** Behind a repair so many characters must agree again. */
const AGREEMENT = 2;
/** The mark between the cells of a table in Markdown, folded. */
const CELL = '｜';
/** Text that was moved, or noise left out, is looked for within so many characters. */
const REACH = 2000;
/** Of so many characters of a source one at least stays; a long line that many texts were read from is not read whole for each. */
const SPARSEST = 4;

/** For each character of `clean` its index in `source`, or -1 for one that cleaning put in. `from` is where to begin in the source. */
export function alignText(clean: string, source: string, from = 0): Int32Array {
  const folded = foldText(clean);
  const upTo = (reach: number): Squeezed => squeeze(source, from, Math.min(source.length, from + reach));
  // Most texts stand in the source as they are; only a repair is looked for further on.
  return (
    walk(folded, upTo(clean.length * 2), false) ??
    walk(folded, upTo(clean.length * SPARSEST + 2 * REACH), true) ??
    new Int32Array()
  );
}

/** Null where a repair is met and none may be. */
function walk(folded: string, { text, places }: Squeezed, repairs: boolean): Int32Array | null {
  const map = new Int32Array(folded.length).fill(-1);
  let at = 0;
  let i = 0;
  while (i < folded.length) {
    if (folded[i] === text[at] && at < text.length) {
      map[i] = places[at] ?? -1;
      i += 1;
      at += 1;
    } else if (folded[i] === ' ') {
      i += 1;
    } else {
      if (!repairs) return null;
      const [here, there] = findAgreement(folded, i, text, at);
      // As many for as many: each stands for the one at its place.
      if (here === there) for (let k = 0; k < here; k += 1) if (at + k < text.length) map[i + k] = places[at + k] ?? -1;
      i += here;
      at += there;
    }
  }
  return map;
}

interface Squeezed {
  readonly text: string;
  /** Index in the source of each character. */
  readonly places: Int32Array;
}

function squeeze(source: string, from: number, end: number): Squeezed {
  const folded = foldText(source.slice(from, end));
  const places = new Int32Array(Math.max(0, end - from));
  const runs: string[] = [];
  let count = 0;
  let start = from;
  for (let i = from; i <= end; i += 1) {
    const code = source.charCodeAt(i);
    if (
      i < end &&
      !(code <= 0x20 || (code > 0x7f && !(code >= 0x3001 && code < 0xfe00) && SKIPPED.test(source[i] ?? '')))
    ) {
      places[count] = i;
      count += 1;
      continue;
    }
    if (i > start) runs.push(folded.slice(start - from, i - from));
    start = i + 1;
  }
  return { text: runs.join(''), places };
}

/** The sizes of a repair on each side, the smallest first; among these a sign for a sign. */
const SHARES: readonly (readonly [number, number])[] = Array.from({ length: (REPAIR + 1) ** 2 - 1 }, (_, index) => {
  const here = Math.floor((index + 1) / (REPAIR + 1));
  return [here, (index + 1) % (REPAIR + 1)] as const;
}).sort(([a, b], [c, d]) => a + b - c - d || Math.abs(a - b) - Math.abs(c - d));

/** How many characters on each side a repair takes: the fewest after which the texts agree again. */
function findAgreement(clean: string, i: number, source: string, at: number): readonly [number, number] {
  // A text may begin in the middle of a line: what the line says before it is no repair.
  const begins = i === 0 ? search(clean, i, source, at) : -1;
  if (begins !== -1) return [0, begins];
  for (const [here, there] of SHARES) if (agrees(clean, i + here, source, at + there)) return [here, there];
  const found = search(clean, i, source, at);
  return found === -1 ? [1, 1] : [0, found];
}

/** How far ahead in the source the next characters stand, the more of them the better; -1 when they do not. */
function search(clean: string, i: number, source: string, at: number): number {
  const ahead = source.slice(at, at + REACH);
  for (const length of [AGREEMENT * 2, AGREEMENT]) {
    const probe = clean.slice(i, i + length).replaceAll(' ', '');
    const found = probe.length < Math.min(AGREEMENT, clean.length) ? -1 : ahead.indexOf(probe);
    if (found !== -1) return found;
  }
  return -1;
}

function agrees(clean: string, i: number, source: string, at: number): boolean {
  if (i >= clean.length) return true;
  let there = at;
  let agreed = 0;
  for (let k = i; k < clean.length && agreed < AGREEMENT; k += 1) {
    if (clean[k] === ' ') continue;
    // What parts the cells of a table in Markdown parts no words.
    while (source[there] === CELL && clean[k] !== CELL) there += 1;
    if (clean[k] !== source[there]) return false;
    there += 1;
    agreed += 1;
  }
  return agreed > 0;
}

/**
 * The same as pieces, three numbers each: start in the clean text, line of the source (from 1), column in that line (from 0).
 * A character belongs to the last piece that starts at or before it. Empty when nothing of the text stands in the lines.
 */
export function alignPieces(clean: string, lines: readonly Printed[], from = 0): { pieces: number[]; end: number } {
  const source = lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({ text }) => text).join('\n');
  const map = alignText(clean, source, from);
  const pieces: number[] = [];
  let line = 0;
  let start = 0;
  let previous = -1;
  let previousAt = 0;
  for (let i = 0; i < map.length; i += 1) {
    const place = map[i] ?? -1;
    if (place === -1) continue;
    const lineEnd = start + (lines[line]?.text.length ?? 0);
    if (previous === -1 || place - previous !== i - previousAt || place > lineEnd) {
      while (place > start + (lines[line]?.text.length ?? 0) && line < lines.length - 1) {
        start += (lines[line]?.text.length ?? 0) + 1;
        line += 1;
      }
      pieces.push(i, lines[line]?.line ?? 0, place - start);
    }
    previous = place;
    previousAt = i;
  }
  return { pieces, end: previous === -1 ? from : previous + 1 };
}

/** Where a character of the text was printed: `[line, column]`; null when no piece covers it. */
export function placeOf(pieces: readonly number[], at: number): readonly [line: number, column: number] | null {
  let low = 0;
  let high = pieces.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle * 3] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return null;
  const piece = (low - 1) * 3;
  return [pieces[piece + 1] ?? 0, (pieces[piece + 2] ?? 0) + at - (pieces[piece] ?? 0)];
}
