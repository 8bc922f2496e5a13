/**
 * Documents without a number: a title known by what stands around it. The document before is at its end, an addressee or a
 * note of adoption follows, or a signature of its own; and the document before does not name it as a text that it issues.
 */
import type { CleanLine } from '../clean/clean.ts';
import { readDate } from '../text/dates.ts';
import { readBrokenNumber, readNumberLine } from '../text/document-number.ts';
import { type Head, placed } from './head.ts';
import { isAddressed } from './list-rows.ts';
import { ORDER_LINES, readOrderHead } from './orders.ts';
import {
  ADOPTION_NOTE,
  ANNEX_MARK,
  APPOINTED_LIST,
  APPOINTMENTS,
  ENDS_SENTENCE,
  ISSUED_TITLE,
  ISSUER_LINE,
  NOTICE_TITLE,
  SPOKEN_NOTE,
  TITLE_END,
  TITLE_START,
} from './patterns.ts';
import { signatureFrom } from './signature.ts';
import { findTitleEnd, isTail, isTitleLine, titleOf, titleShape } from './title-lines.ts';
import { readNoteAt } from './title-notes.ts';

/** Kinds that documents of their own have; a plan or a rule is issued by another. */
const OWN_KIND =
  /(?:通知|通告|公告|公报|决定|决议|命令|意见|通报|报告|请示|批复|答复|建议|议案|函|纪要|公示)(?:（[^（）]{1,24}）)*$/;
/** The gazette's own name is no title. */
const GAZETTE = /^\p{Script=Han}*(?:政府|国务院|委员会|法院|检察院|[部局委])公报$/u;
/** What a gazette prints besides documents: 大事记, 政策解读, speeches. */
const OTHER_MATTER = /(?:大事记|政策解读|解读|讲话|致辞|答记者问|政府工作报告|新闻发布会)(?:（[^（）]{1,24}）)*$/;
/** 《某某市养老服务条例》解读; 2021年8月大事记 */
const NAMED_MATTER = /^(?:关于)?《.*》|大事记/;
const ENDS_TEXT = /[。！？](?:”|’|）|》)*$/;
/** A signature stands within so many lines, and what a document issues is named within so many. */
const FARTHEST_SIGNATURE = 600;
const LINES_BEFORE_NUMBER = 3;
const LINES_OF_A_SENTENCE = 8;
const MENTIONED_WITHIN = 200;

export function headByShape(
  lines: readonly CleanLine[],
  at: number,
  floor: number,
  before: Head | undefined,
): Head | null {
  const above = lines[at - 1]?.text ?? '';
  const line = lines[at]?.text ?? '';
  // Behind a masthead of the gazette only what names its issuer or its matter begins a document.
  const begins = before === undefined && (at === 0 || TITLE_START.test(line) || namesIssuer(line));
  // A table may end without a stop: then the issuer in a line of its own must tell.
  const ended = at === floor || begins || ENDS_SENTENCE.test(above) || isTail(above);
  if (ANNEX_MARK.test(above) || (!ended && (/[，、]$/.test(above) || !ISSUER_LINE.test(line)))) return null;
  if (APPOINTMENTS.test(line)) return placed(lines, floor, { titleFrom: at, titleTo: at + 1, end: at + 1 });
  // 国务院 / 任免国家工作人员
  if (ISSUER_LINE.test(line) && APPOINTMENTS.test(titleOf(lines, at, at + 2)))
    return placed(lines, floor, { titleFrom: at, titleTo: at + 2, end: at + 2 });
  if (!isTitleLine(lines[at])) return null;
  const closed = begins || isTail(above) || ENDS_TEXT.test(above);
  const to = closed && OTHER_MATTER.test(line) ? at + 1 : findTitleEnd(lines, at);
  if (to === null || isNumbered(lines, at, to)) return null;
  const title = titleOf(lines, at, to);
  // Title, issuer, and the title again: it begins behind the issuer.
  if (ISSUER_LINE.test(line) && above === titleOf(lines, at + 1, to)) return null;
  const issued = ISSUED_TITLE.test(title) || NOTICE_TITLE.test(title);
  if (hasIssuerInside(lines, at, to) || (/：/.test(title) && !/《/.test(title))) return null;
  if (!ended && !(issued && (isAddressed(lines, to) || isSigned(lines, to)) && isClosed(lines, before, at)))
    return null;
  if (!isOwnTitle(lines, { at, to, title, issued, closed: closed || !ended, before })) return null;
  return placed(lines, floor, { titleFrom: at, titleTo: to, end: to, isOrder: isAnnouncement(lines, title, to) });
}

/** 最高人民检察院公告 / 《…规定》已经…通过，现予公布: like an order it goes by the title of what it publishes. */
const isAnnouncement = (lines: readonly CleanLine[], title: string, to: number): boolean =>
  /^\p{Script=Han}{2,30}公告$/u.test(title) &&
  /^《[^。]*》[^。]*现予(?:公布|发布)/.test(titleOf(lines, to, to + LINES_OF_A_SENTENCE));

interface Candidate {
  readonly at: number;
  readonly to: number;
  readonly title: string;
  /** It names its issuer. */
  readonly issued: boolean;
  /** The text above is at an end. */
  readonly closed: boolean;
  readonly before: Head | undefined;
}

function isOwnTitle(lines: readonly CleanLine[], candidate: Candidate): boolean {
  const { at, to, title, issued, closed, before } = candidate;
  const line = lines[at]?.text ?? '';
  const below = noteBelow(lines, to);
  if (issued && namesIssuer(line) && (isAddressed(lines, to) || isAdopted(below))) return true;
  const issues = before !== undefined && /印发|转发/.test(titleOf(lines, before.titleFrom, before.titleTo));
  if (closed && !issues && SPOKEN_NOTE.test(below)) return true;
  if (!closed || GAZETTE.test(title) || isMentioned(lines, before, at, title)) return false;
  const above = lines[at - 1]?.text ?? '';
  if (SPOKEN_NOTE.test(below) || (TITLE_END.test(title) && /^（.*(?:通过|批准|修正|修订|公布).*）$/.test(below)))
    return true;
  if (APPOINTED_LIST.test(title) && namesIssuer(line) && /任命|免去|任免/.test(below)) return true;
  if (OTHER_MATTER.test(title)) return (isTail(above) || NAMED_MATTER.test(title)) && isClosed(lines, before, at);
  if (!OWN_KIND.test(title)) return false;
  const apart = before === undefined || isTail(above);
  if (apart && TITLE_START.test(title) && isAddressed(lines, to)) return true;
  // 中共中央 国务院关于…的决定 / （2021年6月26日）: a date under the title instead of a signature.
  if (issued && /^（.*）$/.test(below) && readDate(below) !== null && ADOPTION_NOTE.test(below)) return true;
  return (apart || (issued && isClosed(lines, before, at))) && isSigned(lines, to);
}

/** A law site prints the issuer between title and 题注. */
function noteBelow(lines: readonly CleanLine[], to: number): string {
  const line = lines[to]?.text ?? '';
  const under = ISSUER_LINE.test(line) ? (readNoteAt(lines, to + 1)?.text ?? '') : '';
  return isAdopted(under) ? under : (readNoteAt(lines, to)?.text ?? line);
}

/** （2021年8月30日…第三十六次会议通过） under the title of a decision of a people’s congress. */
const isAdopted = (text: string): boolean => /^（.*(?:通过|公布|发布).*）$/.test(text) && ADOPTION_NOTE.test(text);

const namesIssuer = (line: string): boolean =>
  ISSUED_TITLE.test(line) || NOTICE_TITLE.test(line) || ISSUER_LINE.test(line);

/** Rows of a table run into the issuer of the next title: the title begins there. */
const hasIssuerInside = (lines: readonly CleanLine[], from: number, to: number): boolean =>
  lines
    .slice(from + 1, to)
    .some(({ text }, index) => ISSUER_LINE.test(text) && !ISSUER_LINE.test(lines[from + index]?.text ?? ''));

/** A number stands under the title: the head is found by it. */
function isNumbered(lines: readonly CleanLine[], at: number, to: number): boolean {
  for (let i = at + 1; i < to; i += 1) if (beginsOrder(lines, i)) return true;
  for (let i = to; i <= Math.min(lines.length, to + LINES_BEFORE_NUMBER); i += 1) {
    const text = lines[i]?.text ?? '';
    if (readNumberLine(text) !== null || readBrokenNumber(text) !== null) return true;
    if (beginsOrder(lines, i)) return true;
    if (!isTitleLine(lines[i])) return false;
  }
  return false;
}

const beginsOrder = (lines: readonly CleanLine[], at: number): boolean =>
  readOrderHead(lines.slice(at, at + ORDER_LINES).map(({ text }) => text)) !== null;

/** The document before has signed, or prints a note of adoption: what stands here may be another. */
function isClosed(lines: readonly CleanLine[], before: Head | undefined, at: number): boolean {
  if (before === undefined) return true;
  const { closes } = marksOf(lines);
  for (let i = at - 1; i >= Math.max(before.titleTo, at - FARTHEST_SIGNATURE); i -= 1) if (closes[i]) return true;
  return before.number === null;
}

/** A signature follows before the next number. */
function isSigned(lines: readonly CleanLine[], from: number): boolean {
  const { parts, signs } = marksOf(lines);
  for (let i = from; i < Math.min(lines.length, from + FARTHEST_SIGNATURE); i += 1) {
    if (parts[i]) return false;
    if (signs[i]) return true;
  }
  return false;
}

/** A note of adoption or of a speech begins here. */
function closesHere(lines: readonly CleanLine[], at: number, text: string): boolean {
  if (!/^[（—-]/.test(text)) return SPOKEN_NOTE.test(text);
  const note = readNoteAt(lines, at)?.text ?? '';
  return isAdopted(note) || SPOKEN_NOTE.test(note);
}

interface Marks {
  /** A signature ends here. */
  readonly signs: readonly boolean[];
  /** A signature ends here, or a note of adoption stands here. */
  readonly closes: readonly boolean[];
  /** A number or an annex begins here. */
  readonly parts: readonly boolean[];
}

/** Each line is judged once, however many titles ask about it. */
const known = new WeakMap<readonly CleanLine[], Marks>();

function marksOf(lines: readonly CleanLine[]): Marks {
  const marks = known.get(lines) ?? findMarks(lines);
  known.set(lines, marks);
  return marks;
}

function findMarks(lines: readonly CleanLine[]): Marks {
  const signs = lines.map((_, index) => signatureFrom(lines, index) !== null);
  return {
    signs,
    closes: lines.map(({ text }, index) => signs[index] === true || closesHere(lines, index, text)),
    parts: lines.map(({ text }) => readNumberLine(text) !== null || ANNEX_MARK.test(text)),
  };
}

/** What the document before issues or lists as an annex, it names: its title, text or list of annexes holds this title. */
function isMentioned(lines: readonly CleanLine[], before: Head | undefined, at: number, title: string): boolean {
  if (before === undefined) return false;
  // Behind the title of what is passed on its author may stand in brackets.
  const named = title.slice(Math.max(0, title.indexOf('关于'))).replace(/（[^（）]*）$/, '');
  const matter = titleShape(named);
  const until = Math.min(at, before.start + MENTIONED_WITHIN);
  return titleShape(titleOf(lines, before.start, until)).includes(matter);
}
