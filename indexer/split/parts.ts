/** The lines behind a document's head → addressee, carrier, text, signature, print note, notes. */
import type { CleanLine } from '../clean/clean.ts';
import { issuedTexts } from '../text/carrier.ts';
import { readLabel } from '../text/labels.ts';
import { curlQuotes } from '../text/quotes.ts';
import { titleKey } from '../text/title-key.ts';
import { beginsText, countNamed, cutLists, namesOf, readAttached } from './annexes.ts';
import { withoutContents } from './inner-contents.ts';
import { joinedNote, readCopies, readNotes } from './notes.ts';
import {
  ATTACHMENTS,
  COPIES,
  DATE_LINE,
  ENDS_SENTENCE,
  ISSUER_LINE,
  looksLikeAddressee,
  NOTE,
  PRINT_NOTE,
} from './patterns.ts';
import { printedOf, reflow } from './reflow.ts';
import { ANNEX_BEHIND_DATE, signatureFrom, signsAlone } from './signature.ts';
import type { ContentsRow, Paragraph, SplitDocument } from './split-document.ts';
import { readTitleNotes } from './title-notes.ts';

export interface DocumentLines {
  readonly masthead: string | null;
  readonly registration: string | null;
  readonly titleLines: readonly CleanLine[];
  readonly numberLine: CleanLine | null;
  /** What stands between number and title: 签发人, or who printed minutes and when. */
  readonly imprint: readonly CleanLine[];
  /** Everything behind the head. */
  readonly rest: readonly CleanLine[];
  /** Number of the document's first line. */
  readonly first: number;
  readonly contents: ContentsRow | null;
}

const MOST_ADDRESSEE_LINES = 6;
const LONGEST_ADDRESSEE = 300;
const MOST_SIGNERS_ON_TOP = 6;
/** 各街道办事处，区级各部门，某某新区管委会: an addressee whose colon the source has lost, above a sentence. */
const UNCLOSED_ADDRESSEE =
  /^各[^，。；：]{0,24}(?:政府|办事处|部门|单位|委|局|办)(?:（[^（）]{1,12}）)?(?:，[^，。；：]{2,24})*，[^，。；：]{0,24}(?:政府|部门|单位|管委会|委员会|办事处|机构|企业|公司|学校|[局委办])(?:（[^（）]{1,12}）)?$/;

export function splitParts(document: DocumentLines): SplitDocument {
  const { body, printNote, notes, copiesTo } = cutTail(document.rest);
  const titleNotes = readTitleNotes(body);
  const noted = titleNotes.flat().length;
  const signedOnTop = noted === 0 ? countSignedOnTop(body) : 0;
  const { addressee, rest } = readAddressee(body.slice(noted + signedOnTop));
  const title = document.titleLines.map(({ text }) => text).join('');
  const { before, signature: below, after: behind } = cutCarrier(rest, title, noted + signedOnTop > 0);
  const signature = signedOnTop > 0 ? body.slice(0, signedOnTop) : below;
  const { noted: signedNotes, after } = cutNotes(behind);
  const attachmentsFrom = before.findIndex(({ text }) => ATTACHMENTS.test(text));
  const own = attachmentsFrom === -1 ? before : before.slice(0, attachmentsFrom);
  const attachmentsList = attachmentsFrom === -1 ? [] : readAttachments(before.slice(attachmentsFrom));
  const annexed = cutLists(after);
  const lists = [...attachmentsList, ...readAttachments(annexed.list)];
  const attached =
    after.length > 0
      ? readAttached(withoutContents(annexed.text), namesOf(title, lists, own))
      : { content: [], titles: [] };
  const issues = after.length > 0;
  const again = issues
    ? own.length
    : own.findIndex((_, index) => index > 0 && (beginsText(own, index) || isApproved(own, index, title)));
  const printedAgain = readAttached(withoutContents(again === -1 ? [] : own.slice(again)), namesOf(title, lists, own));
  return {
    masthead: document.masthead,
    registrationLine: document.registration,
    titleLines: curlTitle(document.titleLines).map(toParagraph),
    numberLine: document.numberLine && toParagraph(document.numberLine),
    addressee,
    adoptionNote: titleNotes.map(joinedNote),
    carrier: issues ? reflow(own) : [],
    content: issues
      ? attached.content
      : [...reflow(withoutContents(again === -1 ? own : own.slice(0, again))), ...printedAgain.content],
    attachedTitles: [...attached.titles, ...printedAgain.titles],
    signature: (signature.length > 0 ? signature : signatureOf(document.imprint)).map(toParagraph),
    printNote: printNote && toParagraph(printNote),
    attachmentsList: lists,
    notes: readNotes([...signedNotes, ...notes]),
    copiesTo: readCopies(copiesTo),
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

/** Minutes are not signed below (GB/T 9704-2012 §10.3). */
const signatureOf = (imprint: readonly CleanLine[]): readonly CleanLine[] =>
  signatureFrom(imprint, imprint.length - 1) === null ? [] : imprint;

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
  let copiesAt = lines.findLastIndex(({ text }, index) => index < upTo && COPIES.test(text));
  while (COPIES.test(lines[copiesAt - 1]?.text ?? '')) copiesAt -= 1;
  const copies = copiesAt !== -1 && upTo - copiesAt < 30 ? copiesAt : -1;
  const bodyEnd = copies === -1 ? upTo : copies;
  const kept: CleanLine[] = [];
  const notes: CleanLine[] = [];
  const lastLines = Math.max(0, bodyEnd - 12);
  let inNote = false;
  lines.slice(0, bodyEnd).forEach((line, index) => {
    inNote = index >= lastLines && (NOTE.test(line.text) || (inNote && goesOn(line.text, notes.at(-1)?.text ?? '')));
    (inNote ? notes : kept).push(line);
  });
  return {
    body: kept,
    printNote: printed === -1 ? null : (lines[printed] ?? null),
    notes: [...notes, ...beyond],
    copiesTo: copies === -1 ? [] : lines.slice(copies, upTo),
  };
}

/** A note goes on until its end mark; neither annexes nor a signature belong to it. */
const goesOn = (text: string, note: string): boolean =>
  !/[）。]$/.test(note) && ![ATTACHMENTS, ISSUER_LINE, DATE_LINE].some((form) => form.test(text));

/** （此件公开发布） right under the signature, before the text that is issued. */
function cutNotes(lines: readonly CleanLine[]): { noted: readonly CleanLine[]; after: readonly CleanLine[] } {
  let count = 0;
  while (NOTE.test(lines[count]?.text ?? '')) count += 1;
  return { noted: lines.slice(0, count), after: lines.slice(count) };
}

/** 某某市统计局 / 国家统计局某某调查队 / 2022年4月8日 under the title of a communiqué: how many lines they take. */
function countSignedOnTop(lines: readonly CleanLine[]): number {
  for (let at = 1; at < Math.min(lines.length, MOST_SIGNERS_ON_TOP); at += 1)
    if (signatureFrom(lines, at) === 0) return at + 1;
  return 0;
}

/** 各区县人民政府，市政府各部门（单位）： over one or more lines; what follows the colon in its line is text. */
function readAddressee(lines: readonly CleanLine[]): { addressee: Paragraph | null; rest: readonly CleanLine[] } {
  const [top, under] = lines;
  if (top !== undefined && UNCLOSED_ADDRESSEE.test(top.text) && /^.{2,}[，。：]/.test(under?.text ?? ''))
    return { addressee: toParagraph(top), rest: lines.slice(1) };
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
  if (signed.signature.length > 0) {
    const after = [...signed.before.slice(issued), ...signed.after];
    return { before: lines.slice(0, issued), signature: signed.signature, after };
  }
  // 二〇〇六年二月二十日 above the text that is issued, where a seal stood for the name.
  let from = issued;
  while (from > 1 && isSigning(lines[from - 1]?.text ?? '')) from -= 1;
  const between = lines.slice(from, issued);
  return {
    before: lines.slice(0, from),
    signature: between.filter(({ text }) => !NOTE.test(text)),
    after: [...between.filter(({ text }) => NOTE.test(text)), ...lines.slice(issued)],
  };
}

const isSigning = (text: string): boolean => DATE_LINE.test(text) || ISSUER_LINE.test(text) || NOTE.test(text);

/** 关于批准《X条约》的决定 prints X条约 behind its own text. */
function isApproved(lines: readonly CleanLine[], at: number, title: string): boolean {
  const approved = /关于批准《([^《》]+)》的/.exec(title)?.[1];
  if (approved === undefined || !/。$/.test(lines[at - 1]?.text ?? '')) return false;
  return countNamed(lines, at, new Set([titleKey(approved)])) > 0;
}

/** Index of the line where a text that the document's title issues is headed with its name. */
function findIssued(lines: readonly CleanLine[], title: string): number | null {
  const names = new Set(issuedTexts(title).titles.map(titleKey));
  if (names.size === 0) return null;
  const at = lines.findIndex(({ text }, index) => {
    const above = lines[index - 1]?.text ?? '';
    const behindText = index > 0 && (ENDS_SENTENCE.test(above) || isSigning(above));
    return behindText && !text.startsWith('《') && countNamed(lines, index, names) > 0;
  });
  return at === -1 ? null : at;
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
