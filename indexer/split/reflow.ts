/**
 * Lines → paragraphs, across line, column and page breaks. Decided by evidence: end marks, labels and their numbers,
 * open brackets, the width of the lines around; an empty line alone proves nothing.
 */
import type { CleanLine } from '../clean/clean.ts';
import type { Printed } from '../text/alignment.ts';
import { openBrackets } from '../text/brackets.ts';
import { readNumberLine } from '../text/document-number.ts';
import { type Label, readLabel } from '../text/labels.ts';
import { curlQuotes } from '../text/quotes.ts';
import { ANNEX_MARK, ATTACHMENTS, DATE_LINE, ENDS_SENTENCE, TITLE_END } from './patterns.ts';
import { closesRow, findColumns, findNameRows, findNumberedRows, isOpenRow, isRow, rowText } from './rows.ts';
import { Numbering, partItems } from './run-together.ts';
import type { Paragraph } from './split-document.ts';

/** Lines that fill their column may be shorter than it by so much. */
const FULL_TOLERANCE = 2;
/** The first line of a paragraph is indented by two characters (GB/T 9704-2012 §7.3.3). */
const INDENT = 2;
const FIRST_LINE_TOLERANCE = 1.5;
/** A line without any end mark is a row of its own only when it is clearly shorter. */
const ROW_TOLERANCE = 5;
const LONGEST_HEADING = 40;
const HEADING_LINES = 4;
const TITLE_LINES = 3;
/** Stands by itself above the text of a plan. */
const PREFACE = /^(?:前言|序言|引言|导言|绪论|结语|后记)$/;
/** A bracket that has not closed within so many characters, or lines, was opened by mistake. */
const LONGEST_BRACKET = 120;
const BRACKET_LINES = 12;
const LONGEST_NOTE = 300;

/** What the paragraphs so far tell about the next. */
interface Context {
  /** Articles have begun: （一） and 1. are items, which are sentences, never headings. */
  inArticles: boolean;
  /** Whether the last paragraph with a label of this kind was a bare heading or ran on into its text. */
  readonly lastWasBare: Map<Label['kind'], boolean>;
  readonly numbering: Numbering;
}

export function reflow(lines: readonly CleanLine[]): Paragraph[] {
  const names = findNameRows(lines);
  const rows = new Set([...names].map((index) => lines[index]));
  const columns = new Set([...findColumns(lines)].map((index) => lines[index]));
  const numbered = findNumberedRows(lines);
  const numberedRows = new Set([...numbered].map((index) => lines[index]));
  const groups: CleanLine[][] = [];
  const context: Context = { inArticles: false, lastWasBare: new Map(), numbering: new Numbering() };
  lines.forEach((line, index) => {
    const last = groups.at(-1);
    const before = lines[index - 1];
    const evidence = { lines, index, width: before?.column ?? null, context };
    const ended = numbered.has(index - 1) && !isOpenRow(before?.text ?? '');
    const heads = numbered.has(index + 1) && /^序号/.test(line.text);
    const goesOn =
      last?.[0] !== undefined && numberedRows.has(last[0]) && isOpenRow(textOf(last)) && closesRow(line.text);
    if (last !== undefined && goesOn && !numbered.has(index)) {
      last.push(line);
      return;
    }
    const apart = names.has(index) || names.has(index - 1) || numbered.has(index) || ended || heads;
    if (last === undefined || before === undefined || apart || beginsParagraph(last, before, line, evidence)) {
      if (last !== undefined) remember(context, last);
      groups.push([line]);
    } else {
      last.push(line);
    }
  });
  const numbering = new Numbering();
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const place = {
      lines: [first.line, group.at(-1)?.line ?? first.line] as const,
      page: first.page,
      printed: printedOf(group),
    };
    if (first.row) return [{ text: first.text, ...place, row: true }];
    if (rows.has(first)) return [{ text: rowText(first.spaced), ...place, row: true }];
    if (numberedRows.has(first)) return [numberedRow(group, place)];
    if (group.length === 1 && columns.has(first)) return [{ text: rowText(first.spaced), ...place }];
    const text = curlQuotes(joinLines(group.map((line) => line.text)));
    return partItems(text, numbering).map((part) => ({ text: part, ...place }));
  });
}

/** A row with a bare number is one of a table; with a label it is an item whose columns stay apart. */
function numberedRow(group: readonly CleanLine[], place: Omit<Paragraph, 'text'>): Paragraph {
  const [first, ...rest] = group;
  const text = rowText(first?.spaced ?? '') + rest.map((line) => line.text).join('');
  return readLabel(text) === null ? { text, ...place, row: true } : { text, ...place };
}

/** As printed, moved stretches where they belong. */
export const printedOf = (group: readonly CleanLine[]): Printed[] =>
  group.flatMap(({ line, source, moved }) => moved ?? [{ line, text: source }]);

function remember(context: Context, group: readonly CleanLine[]): void {
  const text = textOf(group);
  const label = readLabel(text);
  if (label === null) return;
  if (label.kind === 'article') context.inArticles = true;
  if (label.kind === 'heading1') context.inArticles = false;
  context.lastWasBare.set(label.kind, !/[。；，：]/.test(text));
  context.numbering.note(text);
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
  if (line.row || line.heading > 0 || before.row || line.whole || before.whole || isSetApart(line)) return true;
  if (before.heading > 0 && line.heading === 0) return true;
  const tail = textOf(group.slice(-BRACKET_LINES));
  const open = openBrackets(tail.slice(-LONGEST_BRACKET));
  if (/[《〈]/.test(open) && !ENDS_SENTENCE.test(before.text)) return false;
  if (line.starts && readLabel(line.text) !== null) return true;
  if (group.length === 1 && standsAlone(before.text)) return true;
  if (/[，、]$/.test(before.text)) return beginsWithArticle(line.text);
  if (ANNEX_MARK.test(line.text) || ATTACHMENTS.test(line.text) || ANNEX_MARK.test(before.text)) return true;
  const ended = hasEnded(tail.slice(-LONGEST_NOTE));
  const heading = group.length <= HEADING_LINES && isHeading(textOf(group), context);
  const short =
    width !== null && before.width < width - (group.length === 1 ? INDENT + FIRST_LINE_TOLERANCE : FULL_TOLERANCE);
  const label = readLabel(line.text);
  // A bullet counts, except where it cuts a sentence that goes on behind a column's end.
  if (line.starts && (label !== null || ended || heading || !/。./.test(tail))) return true;
  const headed = heading || (label !== null && group.length <= HEADING_LINES && heads(textOf(group), label));
  if (label !== null && isPlausibleLabel(label, line.text, { ended, heading: headed, before, context, width, short }))
    return true;
  if (/^——?\p{Script=Han}/u.test(line.text) && (ended || heading)) return true;
  if (/（/.test(open)) return false;
  if (line.indented && (ended || heading || (short && !before.indented) || isTitle(group))) return true;
  if (width !== null) {
    // A short line ends its paragraph; so does nothing else in a column, because a full stop may well fall at its edge.
    const prose = line.indented || /[，。；：]/.test(line.text);
    const headingWithComma = prose && group.length <= HEADING_LINES && looksLikeHeading(textOf(group));
    return (
      (short && (ended || heading || headingWithComma)) || (before.width < width - ROW_TOLERANCE && isRow(before.text))
    );
  }
  if (ended || heading) return true;
  return isRow(before.text) && (isRow(line.text) || isRow(evidence.lines[evidence.index - 2]?.text ?? '，'));
}

/** A date, 前言, or the number of an original that is passed on. */
const standsAlone = (text: string): boolean =>
  DATE_LINE.test(text) || PREFACE.test(text) || readNumberLine(text) !== null;

/** 某市推动制造业发展行动计划（2020—2022年）: above an indented line, the title of what is issued. */
const isTitle = (group: readonly CleanLine[]): boolean =>
  group.length <= TITLE_LINES &&
  /关于|计划|规划|纲要|方案|办法|规定|细则/.test(textOf(group)) &&
  !/[。；：]/.test(textOf(group)) &&
  TITLE_END.test(textOf(group));

/** …审核公布。（市司法局牵头） is at an end, and so is such a note alone; 《…办法》（济政发〔2020〕1号） is not. */
function hasEnded(text: string): boolean {
  if (ENDS_SENTENCE.test(text)) return true;
  if (!text.endsWith('）')) return false;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === '）') depth += 1;
    else if (text[at] === '（') depth -= 1;
    if (depth === 0)
      return at === 0 ? (readLabel(text)?.length ?? 0) < text.length : /[。；！？]/.test(text[at - 1] ?? '');
  }
  return false;
}

/** 第九条 进口的…: a blank behind the label sets it apart from its text, as no sentence does that names an article. */
const isSetApart = (line: CleanLine): boolean =>
  /^第[^ ]{1,12}条(?:之[^ ]{1,3})? (?=[^ ，。、的和至第或及与所款项之])(?!规定)/.test(line.spaced);

const beginsWithArticle = (text: string): boolean =>
  /^第[零〇一二三四五六七八九十百千\d]+[章条](?![，。、的和至第]|规定)/.test(text);

interface Surroundings {
  readonly ended: boolean;
  readonly heading: boolean;
  readonly before: CleanLine;
  readonly context: Context;
  readonly width: number | null;
  readonly short: boolean;
}

/** A label in the middle of a sentence (依据本办法 / 第三条规定…) begins nothing. */
function isPlausibleLabel(label: Label, text: string, around: Surroundings): boolean {
  const { ended, heading, before, context, width, short } = around;
  if (ended || heading) return true;
  if (/^第.{1,6}[章条节编]/.test(text))
    return beginsWithArticle(text) && (context.numbering.continues(label) || width === null || short);
  const inOrder = label.value === 1 || context.numbering.continues(label);
  if (width !== null) return short && (label.kind !== 'heading3' || inOrder);
  return /[）”》\p{Script=Han}]$/u.test(before.text) && !/[的和或与及在对为]$/.test(before.text);
}

/** 三、坚持问题导向，强化风险管理 / （一）…: a point numbered one, right under a short line of a higher level. */
function heads(text: string, label: Label): boolean {
  const own = readLabel(text);
  return own !== null && own.kind < label.kind && label.value === 1 && looksLikeHeading(text);
}

/** 七、注重宣传引导，营造良好氛围: that it is no sentence shows only where its line ends early. */
function looksLikeHeading(text: string): boolean {
  const label = readLabel(text);
  return (
    label !== null &&
    /^heading[12]$/.test(label.kind) &&
    text.length <= LONGEST_HEADING &&
    !/[。；：，]$|[。；：]/.test(text)
  );
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

/** Joins broken lines; a Latin word or number that goes on behind the break keeps no blank, two words keep one. */
function joinLines(texts: readonly string[]): string {
  return texts.reduce((joined, text) =>
    /[A-Za-z]$/.test(joined) && /^[A-Za-z]/.test(text) ? `${joined} ${text}` : joined + text,
  );
}
