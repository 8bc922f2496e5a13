/**
 * Lines → paragraphs, across line, column and page breaks. Decided by evidence: end marks, labels, open brackets, the
 * width of the lines around; an empty line alone proves nothing.
 */
import type { CleanLine } from '../clean/clean.ts';
import { curlQuotes } from '../clean/punctuation.ts';
import { openBrackets } from '../text/brackets.ts';
import { readLabel } from '../text/labels.ts';
import { ANNEX_MARK, ATTACHMENTS, ENDS_SENTENCE } from './patterns.ts';
import type { Paragraph } from './split-document.ts';

/** Lines on each side that the width of a column is judged by. */
const NEIGHBOURS = 10;
/** A column this wide or wider is taken for whole paragraphs, not for lines. */
const WIDEST_COLUMN = 50;
const FULL_TOLERANCE = 2;
const LONGEST_HEADING = 40;

export function reflow(lines: readonly CleanLine[]): Paragraph[] {
  const widths = columnWidths(lines);
  const groups: CleanLine[][] = [];
  lines.forEach((line, index) => {
    const last = groups.at(-1);
    const before = lines[index - 1];
    if (last === undefined || before === undefined || beginsParagraph(last, before, line, widths[index - 1] ?? null))
      groups.push([line]);
    else last.push(line);
  });
  return groups.flatMap(toParagraphs);
}

/** For each line the width of the column it stands in, in characters; null where lines are whole paragraphs. */
function columnWidths(lines: readonly CleanLine[]): (number | null)[] {
  return lines.map((_, index) => {
    const around = lines.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1).map(({ text }) => text.length);
    const widest = [...around].sort((a, b) => b - a)[Math.floor(around.length / 8)] ?? 0;
    const full = around.filter(
      (length) => length >= widest - FULL_TOLERANCE && length <= widest + FULL_TOLERANCE,
    ).length;
    return widest >= 10 && widest < WIDEST_COLUMN && full >= Math.max(2, around.length * 0.35) ? widest : null;
  });
}

function beginsParagraph(
  group: readonly CleanLine[],
  before: CleanLine,
  line: CleanLine,
  width: number | null,
): boolean {
  const soFar = group.map(({ text }) => text).join('');
  if (line.starts) return true;
  if (before.heading > 0 && line.heading === 0) return true;
  const open = openBrackets(soFar.slice(-120));
  if (/[《〈]/.test(open) && !ENDS_SENTENCE.test(before.text)) return false;
  if (/[，、]$/.test(before.text)) return !/^第.{1,5}[章条]/.test(line.text) ? false : beginsWithArticle(line.text);
  if (ANNEX_MARK.test(line.text) || ATTACHMENTS.test(line.text) || ANNEX_MARK.test(before.text)) return true;
  const ended = ENDS_SENTENCE.test(before.text) || /。[”’）》]+$/.test(before.text);
  const label = readLabel(line.text);
  if (
    label !== null &&
    (ended || label.kind !== 'heading3' || width === null) &&
    isPlausibleLabel(soFar, before, line.text, width)
  )
    return true;
  if (/^——?\p{Script=Han}/u.test(line.text) && ended) return true;
  if (/^附件?[:：]/.test(soFar) && !ended) return false;
  if (/（/.test(open)) return false;
  if (width !== null) {
    // A short line ends its paragraph; so does nothing else in a column, because a full stop may well fall at its edge.
    return before.text.length < width - FULL_TOLERANCE && (ended || isHeading(soFar) || isRow(before.text));
  }
  if (ended) return true;
  if (isHeading(soFar)) return true;
  return isRow(before.text) && (isRow(line.text) || !/[，。；、]/.test(line.text));
}

const beginsWithArticle = (text: string): boolean =>
  /^第[零〇一二三四五六七八九十百千\d]+[章条](?:\s|$|[^，。、规的和至第])/.test(text);

/** A label in the middle of a sentence (依据本办法 / 第三条规定…) begins nothing. */
function isPlausibleLabel(soFar: string, before: CleanLine, text: string, width: number | null): boolean {
  if (ENDS_SENTENCE.test(before.text) || isHeading(soFar)) return true;
  if (/^第.{1,6}[章条节编]/.test(text))
    return beginsWithArticle(text) && (width === null || before.text.length < width - FULL_TOLERANCE);
  return width === null
    ? /[）”》\p{Script=Han}]$/u.test(before.text) && !/[的和或与及在对为]$/.test(before.text)
    : before.text.length < width - FULL_TOLERANCE;
}

/** 一、总体要求; 第一章 总则: a label and a few words without a stop. */
function isHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING && readLabel(text) !== null && !/[。；，：]/.test(text) && openBrackets(text) === ''
  );
}

/** A line of a list or table: short, without a stop. */
function isRow(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[，。；、：]/.test(text);
}

function toParagraphs(group: readonly CleanLine[]): Paragraph[] {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
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
