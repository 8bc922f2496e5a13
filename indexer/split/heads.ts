/** Where documents begin: by their number lines, by orders, and, without a number, by their titles in the contents list or their shape. */
import type { CleanLine } from '../clean/clean.ts';
import { readNumberLine } from '../text/document-number.ts';
import { readLabel } from '../text/labels.ts';
import { readOrderHead } from './orders.ts';
import {
  ADOPTION_NOTE,
  APPOINTMENTS,
  CONTENTS_HEAD,
  DATE_LINE,
  ENDS_SENTENCE,
  ISSUED_TITLE,
  ISSUER_LINE,
  looksLikeAddressee,
  NOTE,
  PRINT_NOTE,
  REGISTRATION,
  REVIEW_NUMBER,
  SECTION,
  TITLE_END,
  TITLE_START,
} from './patterns.ts';
import type { ContentsRow } from './split-document.ts';

/** Where a document's head stands, as indexes of lines. */
export interface Head {
  /** Canonical; null when the document prints none. */
  readonly number: string | null;
  readonly numberLine: number | null;
  readonly registration: number | null;
  readonly masthead: number | null;
  /** The masthead is that of an order: the title is that of the text which it publishes. */
  readonly isOrder: boolean;
  readonly titleFrom: number;
  readonly titleTo: number;
  /** First line of the document. */
  readonly start: number;
  /** First line behind the head. */
  readonly end: number;
}

const LONGEST_TITLE_LINE = 90;
const MOST_TITLE_LINES = 7;
const LONGEST_MASTHEAD = 40;

export function findHeads(lines: readonly CleanLine[], from: number, contents: readonly ContentsRow[]): Head[] {
  const heads: Head[] = [];
  const listed = new Set(contents.filter(({ title }) => title.length >= 6).map(({ title }) => titleShape(title)));
  // The order whose rule has been met: what is listed behind it is a document of its own.
  let published: Head | null = null;
  for (let i = from; i < lines.length; i += 1) {
    const order = heads.at(-1);
    const floor = order?.end ?? from;
    if (i < floor) continue;
    const numbered = headAt(lines, i, floor);
    const named = numbered ?? headListed(lines, i, floor, listed);
    if (numbered === null && named !== null && order?.isOrder && published !== order && !isListed(order, contents)) {
      published = order;
      continue;
    }
    const head = named ?? headByShape(lines, i, floor);
    if (head !== null) heads.push(head);
  }
  return heads;
}

/** Where the contents list names the rule that an order publishes, and not the order, the two are one document. */
function isListed({ number }: Head, contents: readonly ContentsRow[]): boolean {
  return contents.some((row) => row.number === number);
}

function headAt(lines: readonly CleanLine[], at: number, floor: number): Head | null {
  const line = lines[at]?.text ?? '';
  const number = readNumberLine(line);
  if (number !== null) return headAbove(lines, at, floor, number) ?? headBelow(lines, at, floor, number);
  const order = readOrderHead(line, lines[at + 1]?.text ?? '');
  return order === null ? null : headOfOrder(lines, at, floor, order);
}

/** Title above its number, as gazettes print it. */
function headAbove(lines: readonly CleanLine[], at: number, floor: number, number: string): Head | null {
  let from = at;
  while (from > floor && at - from < MOST_TITLE_LINES && isTitleLine(lines[from - 1])) from -= 1;
  while (from < at && !beginsTitle(lines, from, at)) from += 1;
  if (from === at || !TITLE_END.test(titleOf(lines, from, at))) return null;
  return placed(lines, floor, { number, numberLine: at, titleFrom: from, titleTo: at, end: at + 1 });
}

/** 红头 form: masthead, number, then the title. */
function headBelow(lines: readonly CleanLine[], at: number, floor: number, number: string): Head | null {
  const to = findTitleEnd(lines, at + 1);
  if (to === null) return null;
  if (REVIEW_NUMBER.test(lines[at]?.text ?? '') && readNumberLine(lines[to]?.text ?? '') !== null) return null;
  const above = lines[at - 1];
  const hasMasthead =
    at > floor &&
    above !== undefined &&
    above.text.length <= LONGEST_MASTHEAD &&
    !ENDS_SENTENCE.test(above.text) &&
    !DATE_LINE.test(above.text);
  const masthead = hasMasthead ? at - 1 : null;
  return placed(lines, floor, { number, numberLine: at, masthead, titleFrom: at + 1, titleTo: to, end: to });
}

/** The title may stand under the number; else it is that of the text which the order publishes. */
function headOfOrder(
  lines: readonly CleanLine[],
  at: number,
  floor: number,
  order: { number: string; lines: number },
): Head {
  const behind = at + order.lines;
  const to = findTitleEnd(lines, behind) ?? behind;
  const numberLine = at + order.lines - 1;
  const masthead = order.lines === 2 ? at : null;
  return placed(lines, floor, {
    number: order.number,
    numberLine,
    masthead,
    isOrder: to === behind,
    titleFrom: to === behind ? at : behind,
    titleTo: to === behind ? at + 1 : to,
    end: to,
  });
}

/** A document without a number line, or whose number was misread: its title stands in the contents list. */
function headListed(lines: readonly CleanLine[], at: number, floor: number, listed: ReadonlySet<string>): Head | null {
  if (listed.size === 0 || !isTitleLine(lines[at])) return null;
  let shape = '';
  for (let to = at + 1; to <= Math.min(lines.length, at + MOST_TITLE_LINES); to += 1) {
    if (!isTitleLine(lines[to - 1])) return null;
    shape += titleShape(lines[to - 1]?.text ?? '');
    if (!listed.has(shape)) continue;
    if (readNumberLine(lines[to]?.text ?? '') !== null) return null;
    const misread = /^\p{Script=Han}{2,12}.{0,3}\d{4}.{1,8}号?$/u.test(lines[to]?.text ?? '') ? 1 : 0;
    return placed(lines, floor, { titleFrom: at, titleTo: to, end: to + misread });
  }
  return null;
}

/** Behind the end of a text: a title that names its issuer, and an addressee under it; or a list of appointments. */
function headByShape(lines: readonly CleanLine[], at: number, floor: number): Head | null {
  const before = lines[at - 1]?.text ?? '';
  if (at > floor && !ENDS_SENTENCE.test(before) && !isTail(before)) return null;
  const line = lines[at]?.text ?? '';
  if (APPOINTMENTS.test(line)) return placed(lines, floor, { titleFrom: at, titleTo: at + 1, end: at + 1 });
  if (!isTitleLine(lines[at]) || !(ISSUED_TITLE.test(line) || ISSUER_LINE.test(line))) return null;
  const to = findTitleEnd(lines, at);
  if (to === null || !ISSUED_TITLE.test(titleOf(lines, at, to))) return null;
  const below = lines[to]?.text ?? '';
  if (!looksLikeAddressee(below) && !isAdopted(below)) return null;
  return placed(lines, floor, { titleFrom: at, titleTo: to, end: to });
}

/** （2021年8月30日…第三十六次会议通过） under the title of a decision of a people’s congress. */
const isAdopted = (text: string): boolean => /^（.*通过）$/.test(text) && ADOPTION_NOTE.test(text);

const isTail = (text: string): boolean =>
  REGISTRATION.test(text) || DATE_LINE.test(text) || PRINT_NOTE.test(text) || NOTE.test(text) || SECTION.test(text);

type Found = Pick<Head, 'titleFrom' | 'titleTo' | 'end'> & Partial<Head>;

/** The registration number stands above everything else. */
function placed(lines: readonly CleanLine[], floor: number, found: Found): Head {
  const first = Math.min(found.titleFrom, found.numberLine ?? found.titleFrom, found.masthead ?? found.titleFrom);
  const above = lines[first - 1]?.text ?? '';
  const registered = first > floor && (REGISTRATION.test(above) || REVIEW_NUMBER.test(above));
  const registration = registered ? first - 1 : null;
  return {
    number: null,
    numberLine: null,
    masthead: null,
    isOrder: false,
    ...found,
    registration,
    start: registration ?? first,
  };
}

export const titleOf = (lines: readonly CleanLine[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('');

/** Titles are compared by their words alone. */
const titleShape = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

export function isTitleLine(line: CleanLine | undefined): boolean {
  if (line === undefined) return false;
  const { text } = line;
  return (
    text.length <= LONGEST_TITLE_LINE &&
    !/[。；：]$/.test(text) &&
    !isTail(text) &&
    !REGISTRATION.test(text) &&
    !CONTENTS_HEAD.test(text) &&
    readLabel(text) === null
  );
}

/** Index behind the title that begins at `from`; null when none does. */
export function findTitleEnd(lines: readonly CleanLine[], from: number): number | null {
  for (let to = from + 1; to <= Math.min(lines.length, from + MOST_TITLE_LINES); to += 1) {
    if (!isTitleLine(lines[to - 1])) return null;
    if (TITLE_END.test(titleOf(lines, from, to)) && !isTitleContinued(lines[to])) return to;
  }
  return null;
}

function isTitleContinued(line: CleanLine | undefined): boolean {
  return (
    line !== undefined &&
    isTitleLine(line) &&
    !looksLikeAddressee(line.text) &&
    TITLE_END.test(line.text) &&
    line.text.length < 20
  );
}

/** A title begins with its issuer, or with 关于…; the lines before that belong to what stands above. */
function beginsTitle(lines: readonly CleanLine[], at: number, number: number): boolean {
  const text = lines[at]?.text ?? '';
  if (ISSUER_LINE.test(text) || TITLE_START.test(text) || ISSUED_TITLE.test(text)) return true;
  return /关于|印发|任免|命令/.test(text) && TITLE_END.test(titleOf(lines, at, number));
}
