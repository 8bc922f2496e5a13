/** Source lines → clean lines, with a list of everything that was dropped or repaired and why. */
import type { SourceLine } from '../read/read-text.ts';
import type { Printed } from '../text/alignment.ts';
import { cleanCharacters } from './characters.ts';
import { columnWidths } from './columns.ts';
import { findMisreadDashes, restoreDash } from './dashes.ts';
import { decodeEscapes } from './escapes.ts';
import { dropFootnoteMarks } from './footnotes.ts';
import { countSettings, findFrontMatterEnd, readMarkup, type Unmarked } from './markup.ts';
import { findPageFurniture } from './page-furniture.ts';
import { cleanPunctuation } from './punctuation.ts';
import { findRowNumbers } from './row-numbers.ts';
import { findEdges, findPageHeads, findRecurringHeads, headReason } from './running-heads.ts';
import { cleanSpaces } from './spaces.ts';
import { blockWidths, findMargins, isSetIn, widthOf } from './widths.ts';

export interface CleanLine {
  readonly text: string;
  /** With its single blanks kept: rows of names and tables are read from this. */
  readonly spaced: string;
  readonly line: number;
  readonly page: number | null;
  /** The line as it stands in the source. */
  readonly source: string;
  /** What was moved into this line from others, when columns were parted. */
  readonly moved?: readonly Printed[];
  /** How wide it was printed, in Chinese characters; Latin letters and digits take half. */
  readonly width: number;
  /** How wide the column is that it stands in; null where lines are whole paragraphs. */
  readonly column: number | null;
  /** It is indented as the first line of a paragraph is. */
  readonly indented: boolean;
  /** A converter marked this line as the beginning of something; at column breaks it may be wrong. */
  readonly starts: boolean;
  /** Level of a heading that Markdown or the format marks, 0 for none. */
  readonly heading: number;
  /** It was a row of a table. */
  readonly row: boolean;
  /** The format says that a whole paragraph stands here: it is never joined to another. */
  readonly whole: boolean;
  /** It stands above the mark with which a converter ends title and 题注. */
  readonly front: boolean;
  /** The cleaning changed more than blanks, widths and signs. */
  readonly repaired: boolean;
}

export interface Change {
  readonly line: number;
  readonly reason: 'page-number' | 'running-head' | 'page-furniture' | 'markup' | 'doubled' | 'characters';
  readonly before: string;
  readonly after: string;
}

export interface CleanText {
  readonly lines: readonly CleanLine[];
  readonly changes: readonly Change[];
}

/** Two characters wide (GB/T 9704-2012 §7.3.3). */
const INDENT = /^(?:\u3000{2}| {4})(?=\S)/;

export function cleanLines(source: readonly SourceLine[]): CleanText {
  const changes: Change[] = [];
  const raw = source.map(({ text }) => text);
  const settings = countSettings(raw);
  const frontEnd = findFrontMatterEnd(raw);
  const unmarked = source.flatMap((line, index) => {
    if (line.text.trim() === '') return [];
    if (index < settings) {
      changes.push({ line: line.line, reason: 'markup', before: line.text, after: '' });
      return [];
    }
    const markup = readMarkup(line.row ? cleanCellCharacters(line.text) : cleanCharacters(decodeEscapes(line.text)));
    const empty = markup === null || markup.text.trim() === '';
    if (empty) changes.push({ line: line.line, reason: 'markup', before: line.text, after: '' });
    return empty ? [] : [{ source: line, front: index < frontEnd, ...withFormat(markup, line) }];
  });
  const recurring = findRecurringHeads(unmarked.map(({ text }) => text));
  const printed = unmarked.map(({ source, text, row }) => ({ ...source, text, row }));
  const pageHeads = findPageHeads(printed);
  const edges = findEdges(printed);
  const furniture = findPageFurniture(unmarked.map(({ text }) => text));
  const cells = findRowNumbers(unmarked.map(({ text }) => text));
  const margins = findMargins(source);
  const blocks = new Map(blockWidths(source, margins).map((width, index) => [source[index]?.line, width]));
  const lines: CleanLine[] = [];
  for (const [index, { source: original, text, starts, heading, row, front }] of unmarked.entries()) {
    const { text: before, line, page } = original;
    // A number in a cell, or by itself in the middle of a page whose places are known, is no page number.
    const inside = row || cells.has(index) || (original.box !== undefined && !edges.has(index));
    const told = pageHeads.has(index) ? 'running-head' : headReason(text, recurring);
    const heads = inside && told === 'page-number' ? null : told;
    const reason = furniture.has(index) ? 'page-furniture' : heads;
    if (reason !== null) {
      changes.push({ line, reason, before, after: '' });
      continue;
    }
    const signs = cleanPunctuation(
      dropFootnoteMarks(text)
        .replace(/[ \t]+/g, ' ')
        .trim(),
    );
    const after = row ? cleanCells(text) : cleanSpaces(signs);
    if (isDoubled(after, lines.at(-1)?.text ?? '')) {
      changes.push({ line, reason: 'doubled', before, after: '' });
      continue;
    }
    const repaired = /[\ue000-\uf8ff\u2e80-\u2fd5]|[\u{f0000}-\u{10fffd}]/u.test(before);
    if (repaired) changes.push({ line, reason: 'characters', before, after });
    const width = widthOf(original);
    const indented = INDENT.test(before) || isSetIn(original, margins);
    lines.push({
      text: after,
      spaced: signs,
      line,
      page,
      source: before,
      width,
      column: null,
      indented,
      starts,
      heading,
      row,
      whole: original.whole === true,
      front,
      repaired,
    });
  }
  const columns = textColumns(lines);
  const dashes = findMisreadDashes(lines.map(({ text }) => text));
  const mended = lines.map((before, index) => {
    const line = { ...before, column: before.whole ? null : (columns[index] ?? blocks.get(before.line) ?? null) };
    if (!dashes.has(index)) return line;
    const text = restoreDash(line.text);
    changes.push({ line: line.line, reason: 'characters', before: line.text, after: text });
    return { ...line, text, spaced: restoreDash(line.spaced), repaired: true };
  });
  return { lines: mended, changes };
}

/** Rows of tables do not show how wide the text around them is set. */
function textColumns(lines: readonly CleanLine[]): (number | null)[] {
  const texts = lines.filter(({ row }) => !row);
  const widths = columnWidths(texts.map(({ width }) => width));
  const byLine = new Map(texts.map((line, index) => [line, widths[index] ?? null]));
  return lines.map((line) => byLine.get(line) ?? null);
}

/** What the format itself marks counts beside what a converter wrote. */
function withFormat(markup: Unmarked, { heading, row, whole }: SourceLine): Unmarked {
  return {
    text: markup.text,
    starts: markup.starts || heading !== undefined || row === true || whole === true,
    heading: heading ?? markup.heading,
    row: row ?? markup.row,
  };
}

/** Tabs part the cells of a row, so they stay. */
const cleanCellCharacters = (text: string): string =>
  text
    .split('\t')
    .map((cell) => cleanCharacters(decodeEscapes(cell)))
    .join('\t');

/** The cells of a table's row, one blank between them. */
const cleanCells = (text: string): string =>
  text
    .split('\t')
    .map((cell) => cleanSpaces(cleanPunctuation(cell)))
    .filter((cell) => cell !== '')
    .join(' ');

/** A break that prints the last characters of a line again (…市水务局） / 局）): a line that is only the end of the one before. */
function isDoubled(text: string, before: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 12 &&
    /[）。；，、》”]$/.test(text) &&
    before.length > text.length &&
    before.endsWith(text)
  );
}
