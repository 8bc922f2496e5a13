/** The lines behind a document's head → addressee, carrier, text, signature, print note, notes. */
import type { CleanLine } from '../clean/clean.ts';
import { issuedTexts } from '../text/carrier.ts';
import { readLabel } from '../text/labels.ts';
import { curlQuotes } from '../text/quotes.ts';
import { readSpeaker } from '../text/speaker.ts';
import { titleKey } from '../text/title-key.ts';
import { withoutContents } from './inner-contents.ts';
import {
  ADOPTION_NOTE,
  ANNEX_MARK,
  ATTACHMENTS,
  COPIES,
  ENDS_SENTENCE,
  looksLikeAddressee,
  NOTE,
  PRINT_NOTE,
  SIGNER,
  SPOKEN_NOTE,
  TITLE_END,
} from './patterns.ts';
import { printedOf, reflow } from './reflow.ts';
import { isRow } from './rows.ts';
import { ANNEX_BEHIND_DATE, signatureFrom, signsAlone } from './signature.ts';
import type { ContentsRow, Paragraph, SplitDocument } from './split-document.ts';
import { findTitleEnd } from './title-lines.ts';

export interface DocumentLines {
  readonly masthead: string | null;
  readonly registration: string | null;
  readonly titleLines: readonly CleanLine[];
  readonly numberLine: CleanLine | null;
  /** Everything behind the head. */
  readonly rest: readonly CleanLine[];
  /** Number of the document's first line. */
  readonly first: number;
  readonly contents: ContentsRow | null;
}

const MOST_ADDRESSEE_LINES = 6;
const LONGEST_ADDRESSEE = 300;
const MOST_TITLE_LINES = 5;

export function splitParts(document: DocumentLines): SplitDocument {
  const { body, printNote, notes, copiesTo } = cutTail(document.rest);
  const noted = countAdoptionNotes(body);
  const { addressee, rest } = readAddressee(body.slice(noted));
  const title = document.titleLines.map(({ text }) => text).join('');
  const { before, signature, after: behind } = cutCarrier(rest, title, noted > 0);
  const { noted: signedNotes, after } = cutNotes(behind);
  const attachmentsFrom = before.findIndex(({ text }) => ATTACHMENTS.test(text));
  const own = attachmentsFrom === -1 ? before : before.slice(0, attachmentsFrom);
  const attachmentsList = attachmentsFrom === -1 ? [] : readAttachments(before.slice(attachmentsFrom));
  const annexed = cutLists(after);
  const lists = [...attachmentsList, ...readAttachments(annexed.list)];
  const attached =
    after.length > 0 ? readAttached(withoutContents(annexed.text), namesOf(title, lists)) : { content: [], titles: [] };
  const issues = after.length > 0;
  const again = issues ? own.length : own.findIndex((_, index) => index > 0 && beginsText(own, index));
  const printedAgain = readAttached(withoutContents(again === -1 ? [] : own.slice(again)), namesOf(title, lists));
  return {
    masthead: document.masthead,
    registrationLine: document.registration,
    titleLines: curlTitle(document.titleLines).map(toParagraph),
    numberLine: document.numberLine && toParagraph(document.numberLine),
    addressee,
    adoptionNote: reflow(body.slice(0, noted)),
    carrier: issues ? reflow(own) : [],
    content: issues
      ? attached.content
      : [...reflow(withoutContents(again === -1 ? own : own.slice(0, again))), ...printedAgain.content],
    attachedTitles: [...attached.titles, ...printedAgain.titles],
    signature: signature.map(toParagraph),
    printNote: printNote && toParagraph(printNote),
    attachmentsList: lists,
    notes: reflow([...signedNotes, ...notes]),
    copiesTo: copiesTo.length > 0 ? (reflow(copiesTo)[0] ?? null) : null,
    contents: document.contents,
    lines: [document.first, document.rest.at(-1)?.line ?? document.titleLines.at(-1)?.line ?? document.first],
    repairs: [...document.titleLines, ...document.rest].filter(({ repaired }) => repaired).length,
    problems: [],
  };
}

export const toParagraph = (line: CleanLine): Paragraph => ({
  text: line.text,
  lines: [line.line, line.line],
  page: line.page,
  printed: printedOf([line]),
});

interface Tail {
  readonly body: readonly CleanLine[];
  readonly printNote: CleanLine | null;
  readonly notes: readonly CleanLine[];
  readonly copiesTo: readonly CleanLine[];
}

/** Print note, copies-to and notes stand behind the text, in that or another order. */
function cutTail(lines: readonly CleanLine[]): Tail {
  const printAt = lines.findLastIndex(({ text }) => PRINT_NOTE.test(text));
  const printed = printAt !== -1 && lines.length - printAt < 60 ? printAt : -1;
  const beyond = printed === -1 ? [] : lines.slice(printed + 1);
  const upTo = printed === -1 ? lines.length : printed;
  const copiesAt = lines.findLastIndex(({ text }, index) => index < upTo && COPIES.test(text));
  const copies = copiesAt !== -1 && upTo - copiesAt < 30 ? copiesAt : -1;
  const bodyEnd = copies === -1 ? upTo : copies;
  const kept: CleanLine[] = [];
  const notes: CleanLine[] = [];
  const lastLines = Math.max(0, bodyEnd - 12);
  let inNote = false;
  lines.slice(0, bodyEnd).forEach((line, index) => {
    inNote = index >= lastLines && (NOTE.test(line.text) || (inNote && !/[）。]$/.test(notes.at(-1)?.text ?? '')));
    (inNote ? notes : kept).push(line);
  });
  return {
    body: kept,
    printNote: printed === -1 ? null : (lines[printed] ?? null),
    notes: [...notes, ...beyond],
    copiesTo: copies === -1 ? [] : lines.slice(copies, upTo),
  };
}

/** （此件公开发布） right under the signature, before the text that is issued. */
function cutNotes(lines: readonly CleanLine[]): { noted: readonly CleanLine[]; after: readonly CleanLine[] } {
  let count = 0;
  while (NOTE.test(lines[count]?.text ?? '')) count += 1;
  return { noted: lines.slice(0, count), after: lines.slice(count) };
}

/** （2021年5月27日…会议通过） under the title, or a date alone; or where a report was given, and by whom. */
function countAdoptionNotes(lines: readonly CleanLine[]): number {
  let count = 0;
  let spoken = false;
  for (; count < lines.length; count += 1) {
    const text = lines[count]?.text ?? '';
    const next = lines[count + 1]?.text ?? '';
    const speaks = SPOKEN_NOTE.test(text);
    const speaker = (spoken && readSpeaker(text) !== null) || (SIGNER.test(text) && /^（.*）$/.test(next));
    if (!(ADOPTION_NOTE.test(text) || speaks || speaker) || ENDS_SENTENCE.test(text)) break;
    spoken ||= speaks;
  }
  return count;
}

/** 各区县人民政府，市政府各部门（单位）： over one or more lines; what follows the colon in its line is text. */
function readAddressee(lines: readonly CleanLine[]): { addressee: Paragraph | null; rest: readonly CleanLine[] } {
  let text = '';
  for (let i = 0; i < Math.min(lines.length, MOST_ADDRESSEE_LINES); i += 1) {
    const line = lines[i];
    if (line === undefined || readLabel(line.text) !== null) break;
    const colon = line.text.indexOf('：') + 1;
    const upTo = colon === 0 ? line.text : line.text.slice(0, colon);
    text += upTo;
    if (text.length > LONGEST_ADDRESSEE || /[。；]/.test(upTo)) break;
    if (looksLikeAddressee(text)) {
      const addressee: Paragraph = { text, lines: [lines[0]?.line ?? line.line, line.line], page: line.page };
      return { addressee, rest: [...behindColon(line, colon), ...lines.slice(i + 1)] };
    }
    if (colon > 0 || ENDS_SENTENCE.test(line.text)) break;
  }
  return { addressee: null, rest: lines };
}

/** 市园林和林业绿化局：你局…: two lines that the source runs together. */
function behindColon(line: CleanLine, colon: number): CleanLine[] {
  const text = line.text.slice(colon);
  if (text === '') return [];
  const spaced = line.spaced.slice(line.spaced.indexOf('：') + 1).trim();
  return [{ ...line, text, spaced, width: text.length }];
}

interface Signed {
  readonly before: readonly CleanLine[];
  readonly signature: readonly CleanLine[];
  readonly after: readonly CleanLine[];
}

/** The carrier ends with its signature; where it prints its date under the title instead, with the beginning of the text that it issues. */
function cutCarrier(lines: readonly CleanLine[], title: string, dated: boolean): Signed {
  const signed = cutSignature(lines);
  const issued = signed.signature.length > 0 && !dated ? null : findIssued(lines, title);
  if (issued === null || (signed.signature.length > 0 && signed.before.length <= issued)) return signed;
  return {
    before: lines.slice(0, issued),
    signature: signed.signature,
    after: [...signed.before.slice(issued), ...signed.after],
  };
}

/** Index of the line where a text that the document's title issues is headed with its name. */
function findIssued(lines: readonly CleanLine[], title: string): number | null {
  const names = new Set(issuedTexts(title).titles.map(titleKey));
  if (names.size === 0) return null;
  const at = lines.findIndex(({ text }, index) => {
    const behindSentence = index > 0 && ENDS_SENTENCE.test(lines[index - 1]?.text ?? '');
    return behindSentence && !text.startsWith('《') && countNamed(lines, index, names) > 0;
  });
  return at === -1 ? null : at;
}

/** How many lines from here are together one of these names; 0 when they are none. */
function countNamed(lines: readonly CleanLine[], from: number, names: ReadonlySet<string>): number {
  let joined = '';
  for (let i = from; i < Math.min(lines.length, from + MOST_TITLE_LINES); i += 1) {
    joined += titleKey(lines[i]?.text ?? '');
    if (names.has(joined)) return i + 1 - from;
    if (![...names].some((name) => name.startsWith(joined))) return 0;
  }
  return 0;
}

/** The first signature: bodies (or a signer) and a date on lines of their own, or run together in one line. */
function cutSignature(lines: readonly CleanLine[]): Signed {
  for (let i = 0; i < lines.length; i += 1) {
    const from = signatureFrom(lines, i);
    if (from !== null) return signed(lines, from, i);
  }
  const alone = lines.findIndex((_, index) => index > 0 && signsAlone(lines, index));
  return alone === -1 ? { before: lines, signature: [], after: [] } : signed(lines, alone, alone);
}

function signed(lines: readonly CleanLine[], from: number, date: number): Signed {
  const dateLine = lines[date];
  const annex = dateLine !== undefined && ANNEX_BEHIND_DATE.test(dateLine.text);
  const signature = lines
    .slice(from, date + 1)
    .map((line) => ({ ...line, text: line.text.replace(ANNEX_BEHIND_DATE, '') }));
  const after = lines.slice(date + 1);
  const mark = annex && dateLine ? [{ ...dateLine, text: '附件', spaced: '附件' }] : [];
  return { before: lines.slice(0, from), signature, after: [...mark, ...after] };
}

/** An issued text may end with its own 附件：1.… list, above its annexes. */
function cutLists(lines: readonly CleanLine[]): { text: readonly CleanLine[]; list: readonly CleanLine[] } {
  for (let at = 0; at < lines.length; at += 1) {
    if (!ATTACHMENTS.test(lines[at]?.text ?? '')) continue;
    let end = at + 1;
    while (end < lines.length && /^\d/.test(lines[end]?.text ?? '') && !/。/.test(lines[end]?.text ?? '')) end += 1;
    if (end < lines.length && !ANNEX_MARK.test(lines[end]?.text ?? '')) continue;
    return { text: [...lines.slice(0, at), ...lines.slice(end)], list: lines.slice(at, end) };
  }
  return { text: lines, list: [] };
}

/** Quotes of a title may open in one line and close in the next. */
function curlTitle(lines: readonly CleanLine[]): CleanLine[] {
  const texts = curlQuotes(lines.map(({ text }) => text).join('\n')).split('\n');
  return lines.map((line, index) => ({ ...line, text: texts[index] ?? line.text }));
}

/** 附件：1.…图 2.…汇总表: one paragraph an entry, whatever the line breaks. */
function readAttachments(lines: readonly CleanLine[]): Paragraph[] {
  const entries: Paragraph[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (last === undefined || readLabel(line.text) !== null) entries.push(toParagraph(line));
    else entries[entries.length - 1] = { ...last, text: last.text + line.text, lines: [last.lines[0], line.line] };
  }
  return entries;
}

/** What the texts behind a carrier are called: its title names those that it issues, 附件：1.… the others. */
function namesOf(title: string, listed: readonly Paragraph[]): ReadonlySet<string> {
  const annexes = listed.map(({ text }) => text.replace(ATTACHMENTS, '').replace(/^\d{1,2}[.．、]/, ''));
  return new Set([...issuedTexts(title).titles, ...annexes].map(titleKey));
}

/** Title lines of the attached text stand on top of it; annexes have theirs behind an 附件 mark. */
function readAttached(
  lines: readonly CleanLine[],
  names: ReadonlySet<string>,
): { content: Paragraph[]; titles: Paragraph[] } {
  const content: Paragraph[] = [];
  const titles: Paragraph[] = [];
  let at = 0;
  while (at < lines.length) {
    const title = readTitleAt(lines, at, names);
    const next = findNextText(lines, title.end);
    if (title.paragraph) {
      titles.push(title.paragraph);
      content.push(title.paragraph);
    }
    content.push(...reflow(lines.slice(title.end, next)));
    at = next;
  }
  return { content, titles };
}

function findNextText(lines: readonly CleanLine[], from: number): number {
  for (let i = from; i < lines.length; i += 1)
    if (ANNEX_MARK.test(lines[i]?.text ?? '') || beginsText(lines, i)) return i;
  return lines.length;
}

/** Behind the end of a text: a title with a 题注 or the first article under it, as a rule that is printed again as amended has. */
function beginsText(lines: readonly CleanLine[], at: number): boolean {
  if (!/。(?:”|’|）)?$/.test(lines[at - 1]?.text ?? '')) return false;
  const to = findTitleEnd(lines, at);
  const below = to === null ? '' : (lines[to]?.text ?? '');
  return /^第[一1][编章条](?![，。、的])/.test(below) || (below.startsWith('（') && ADOPTION_NOTE.test(below));
}

/** （2021年—2025年）, （试行） under a title. */
const BRACKETED = /^[（(](?!.*月\d{1,2}日).{0,20}[）)]$/;

interface Title {
  readonly paragraph: Paragraph | null;
  readonly end: number;
}

function readTitleAt(lines: readonly CleanLine[], from: number, names: ReadonlySet<string>): Title {
  let start = from;
  while (ANNEX_MARK.test(lines[start]?.text ?? '')) start += 1;
  const named = countNamed(lines, start, names);
  if (named > 0)
    return toTitle(lines, start, start + named + (BRACKETED.test(lines[start + named]?.text ?? '') ? 1 : 0));
  let text = '';
  for (let i = start; i < Math.min(lines.length, start + MOST_TITLE_LINES); i += 1) {
    const line = lines[i];
    if (line === undefined || !mayBeTitle(line)) break;
    text = curlQuotes(text + line.text);
    const next = lines[i + 1]?.text ?? '';
    const goesOn =
      BRACKETED.test(next) ||
      (TITLE_END.test(text + next) && next.length < 20 && !/[。；：]/.test(next) && readLabel(next) === null);
    if ((TITLE_END.test(text) || /表|名单|一览|清单|图$/.test(text)) && !goesOn) return toTitle(lines, start, i + 1);
  }
  // What stands between an 附件 mark and a table or a numbered point heads the annex, whatever its last word.
  const [first, next] = [lines[start], lines[start + 1]];
  const heads =
    start > from &&
    first !== undefined &&
    next !== undefined &&
    mayBeTitle(first) &&
    !/[，\s]/.test(first.spaced.trim()) &&
    (readLabel(next.text) !== null || (isRow(next.text) && next.spaced.trim().includes(' ')));
  return heads ? toTitle(lines, start, start + 1) : { paragraph: null, end: start };
}

const mayBeTitle = ({ text }: CleanLine): boolean =>
  !/[。；：]/.test(text) && readLabel(text) === null && text.length <= 60;

function toTitle(lines: readonly CleanLine[], from: number, to: number): Title {
  const whole = lines.slice(from, to);
  const [first, last] = [whole[0], whole.at(-1)];
  return {
    paragraph: {
      text: curlQuotes(whole.map(({ text }) => text).join('')),
      lines: [first?.line ?? 1, last?.line ?? 1],
      page: first?.page ?? null,
      printed: printedOf(whole),
    },
    end: to,
  };
}
