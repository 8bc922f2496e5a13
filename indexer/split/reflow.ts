/**
 * Lines → paragraphs, across line, column and page breaks. Decided by evidence: end marks, labels, open brackets, the
 * width of the lines around; an empty line alone proves nothing.
 */
import type { CleanLine } from '../clean/clean.ts';
import { openBrackets } from '../text/brackets.ts';
import { type Label, readLabel } from '../text/labels.ts';
import { curlQuotes } from '../text/quotes.ts';
import { ANNEX_MARK, ATTACHMENTS, ENDS_SENTENCE } from './patterns.ts';
import type { Paragraph } from './split-document.ts';

/** Lines on each side that the width of a column is judged by. */
const NEIGHBOURS = 10;
/** A column this wide or wider is taken for whole paragraphs, not for lines. */
const WIDEST_COLUMN = 50;
const NARROWEST_COLUMN = 10;
/** From this share on, lines of one width are the full lines of a column. */
const SHARE_OF_FULL_LINES = 0.35;
const FULL_TOLERANCE = 2;
/** The first line of a paragraph is indented by two characters (GB/T 9704-2012 §7.3.3). */
const INDENT = 2;
const FIRST_LINE_TOLERANCE = 1;
const LONGEST_HEADING = 40;
const HEADING_LINES = 4;
/** A bracket that has not closed within so many characters, or lines, was opened by mistake. */
const LONGEST_BRACKET = 120;
const BRACKET_LINES = 12;

/** What the paragraphs so far tell about the next. */
interface Context {
  /** Articles have begun: （一） and 1. are items, which are sentences, never headings. */
  inArticles: boolean;
  /** Whether the last paragraph with a label of this kind was a bare heading or ran on into its text. */
  readonly lastWasBare: Map<Label['kind'], boolean>;
}

export function reflow(lines: readonly CleanLine[]): Paragraph[] {
  const widths = columnWidths(lines);
  const groups: CleanLine[][] = [];
  const context: Context = { inArticles: false, lastWasBare: new Map() };
  lines.forEach((line, index) => {
    const last = groups.at(-1);
    const before = lines[index - 1];
    const evidence = { lines, index, width: widths[index - 1] ?? null, context };
    if (last === undefined || before === undefined || beginsParagraph(last, before, line, evidence)) {
      if (last !== undefined) remember(context, last);
      groups.push([line]);
    } else {
      last.push(line);
    }
  });
  return groups.flatMap(toParagraphs);
}

function remember(context: Context, group: readonly CleanLine[]): void {
  const text = textOf(group);
  const label = readLabel(text);
  if (label === null) return;
  if (label.kind === 'article') context.inArticles = true;
  if (label.kind === 'heading1') context.inArticles = false;
  context.lastWasBare.set(label.kind, !/[。；，：]/.test(text));
}

/** For each line the width of the column it stands in, in characters; null where lines are whole paragraphs. */
function columnWidths(lines: readonly CleanLine[]): (number | null)[] {
  const widths = lines.map(({ width }) => width);
  return widths.map((_, index) => {
    const from = Math.max(0, index - NEIGHBOURS);
    const to = Math.min(widths.length, index + NEIGHBOURS + 1);
    const needed = Math.max(2, (to - from) * SHARE_OF_FULL_LINES);
    let widest = 0;
    for (let i = from; i < to; i += 1) {
      const width = widths[i] ?? 0;
      if (width > widest && countNear(widths, from, to, width) >= needed) widest = width;
    }
    return widest >= NARROWEST_COLUMN && widest < WIDEST_COLUMN ? widest : null;
  });
}

function countNear(widths: readonly number[], from: number, to: number, width: number): number {
  let near = 0;
  for (let i = from; i < to; i += 1) if (Math.abs((widths[i] ?? 0) - width) <= FULL_TOLERANCE) near += 1;
  return near;
}

const textOf = (group: readonly CleanLine[]): string => group.map(({ text }) => text).join('');

interface Evidence {
  readonly lines: readonly CleanLine[];
  /** Index of the line that is judged. */
  readonly index: number;
  /** Width of the column that the line before it stands in. */
  readonly width: number | null;
  readonly context: Context;
}

function beginsParagraph(group: readonly CleanLine[], before: CleanLine, line: CleanLine, evidence: Evidence): boolean {
  const { width, context } = evidence;
  if (line.starts || before.row) return true;
  if (before.heading > 0 && line.heading === 0) return true;
  const open = openBrackets(textOf(group.slice(-BRACKET_LINES)).slice(-LONGEST_BRACKET));
  if (/[《〈]/.test(open) && !ENDS_SENTENCE.test(before.text)) return false;
  if (isSetApart(line)) return true;
  if (/[，、]$/.test(before.text)) return beginsWithArticle(line.text);
  if (ANNEX_MARK.test(line.text) || ATTACHMENTS.test(line.text) || ANNEX_MARK.test(before.text)) return true;
  const ended = ENDS_SENTENCE.test(before.text) || /。[”’）》]+$/.test(before.text);
  const heading = group.length <= HEADING_LINES && isHeading(textOf(group), context);
  const short =
    width !== null && before.width < width - (group.length === 1 ? INDENT + FIRST_LINE_TOLERANCE : FULL_TOLERANCE);
  const label = readLabel(line.text);
  if (
    label !== null &&
    (ended || label.kind !== 'heading3' || width === null) &&
    isPlausibleLabel(heading, before, line.text, width === null ? null : short)
  )
    return true;
  if (/^——?\p{Script=Han}/u.test(line.text) && (ended || heading)) return true;
  if (/（/.test(open)) return false;
  if (width !== null) {
    // A short line ends its paragraph; so does nothing else in a column, because a full stop may well fall at its edge.
    return short && (ended || heading || isRow(before.text));
  }
  if (ended || heading) return true;
  return isRow(before.text) && (isRow(line.text) || isRow(evidence.lines[evidence.index - 2]?.text ?? '，'));
}

/** 第九条 进口的…: a blank behind the label sets it apart from its text, as no sentence does that names an article. */
const isSetApart = (line: CleanLine): boolean =>
  /^第[^ ]{1,12}条(?:之[^ ]{1,3})? (?=[^ ，。、的和至第或及与所款项之])(?!规定)/.test(line.spaced);

const beginsWithArticle = (text: string): boolean =>
  /^第[零〇一二三四五六七八九十百千\d]+[章条](?:\s|$|[^，。、规的和至第])/.test(text);

/** A label in the middle of a sentence (依据本办法 / 第三条规定…) begins nothing. */
function isPlausibleLabel(afterHeading: boolean, before: CleanLine, text: string, short: boolean | null): boolean {
  if (ENDS_SENTENCE.test(before.text) || afterHeading) return true;
  if (/^第.{1,6}[章条节编]/.test(text)) return beginsWithArticle(text) && short !== false;
  return short ?? (/[）”》\p{Script=Han}]$/u.test(before.text) && !/[的和或与及在对为]$/.test(before.text));
}

/** 一、总体要求; 第一章 总则: a label and a few words without a stop, where its like before it did not run on either. */
function isHeading(text: string, context: Context): boolean {
  const label = readLabel(text);
  if (label === null || text.length > LONGEST_HEADING || /[。；，：]/.test(text) || openBrackets(text) !== '')
    return false;
  if (label.kind === 'article') return false;
  if (context.inArticles && /^heading[2-5]$/.test(label.kind)) return false;
  return label.value === 1 || context.lastWasBare.get(label.kind) !== false;
}

/** A line of a list or table: short, without label or stop. */
function isRow(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[，。；、：]/.test(text) && readLabel(text) === null;
}

function toParagraphs(group: readonly CleanLine[]): Paragraph[] {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.row) return [{ text: first.text, lines: [first.line, first.line], page: first.page, row: true }];
  const text = curlQuotes(joinLines(group.map((line) => line.text)));
  const place = { lines: [first.line, last.line] as const, page: first.page };
  if (group.length === 1 && isRow(text) && first.spaced.includes(' ') && readLabel(text) === null)
    return [{ text: rowText(first.spaced), ...place }];
  return partItems(text).map((part) => ({ text: part, ...place }));
}

/** Joins broken lines; a Latin word or number that goes on behind the break keeps no blank, two words keep one. */
function joinLines(texts: readonly string[]): string {
  return texts.reduce((joined, text) =>
    /[A-Za-z]$/.test(joined) && /^[A-Za-z]/.test(text) ? `${joined} ${text}` : joined + text,
  );
}

/** 马 涛 某某研究院 → 马涛 某某研究院: the blank inside a name goes, the one between columns stays. */
function rowText(spaced: string): string {
  return spaced.replace(/^(\p{Script=Han}) (\p{Script=Han})(?= |$|（)/u, '$1$2');
}

const ITEM = /(?<=[。；])（([一二三四五六七八九十]{1,4})）(?=\p{Script=Han})/gu;

/** Two items run together in one line are parted: 〔…北延线。（三十一）凤彩路。…〕 when the numbers follow each other. */
function partItems(text: string): string[] {
  const own = readLabel(text);
  let previous = own?.kind === 'heading2' ? own.value : null;
  const cuts: number[] = [];
  for (const match of text.matchAll(ITEM)) {
    const value = readLabel(match[0])?.value ?? null;
    if (value === null || (previous === null ? value !== 1 : value !== previous + 1)) continue;
    cuts.push(match.index);
    previous = value;
  }
  return [...cuts, text.length].map((cut, index) => text.slice(cuts[index - 1] ?? 0, cut));
}
