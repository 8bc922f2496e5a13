/** A file that is one law or regulation, in plain text or Markdown: title, 题注, articles. */
import type { CleanLine } from '../clean/clean.ts';
import { openBrackets } from '../text/brackets.ts';
import { readNumberLine } from '../text/document-number.ts';
import { readLabel } from '../text/labels.ts';
import { withoutContents } from './inner-contents.ts';
import { toParagraph } from './parts.ts';
import {
  ADOPTION_NOTE,
  CONTENTS_HEAD,
  DATE_LINE,
  ISSUER_LINE,
  looksLikeAddressee,
  SIGNATURE_WITH_DATE,
  SIGNER,
} from './patterns.ts';
import { reflow } from './reflow.ts';
import type { Paragraph, SplitDocument } from './split-document.ts';

const TITLE_WITHIN = 12;
const ARTICLE_WITHIN = 80;
/** A title is printed again above the text on so many lines at most. */
const REPEATED_WITHIN = 6;

/** It has a title on top, 题注 or articles under it, and nothing that a notice has and a law has not: addressee, signature. */
export function isLaw(lines: readonly CleanLine[]): boolean {
  const article = lines.slice(0, ARTICLE_WITHIN).findIndex(({ text }) => /^第[一1]条/.test(text));
  if (article !== -1) return !lines.slice(0, article).some((line, index) => isOfNotice(line, lines[index - 1]));
  const titleEnd = lines[0]?.heading === 1 ? findTitleEnd(lines) : 0;
  const noted = titleEnd > 0 && ADOPTION_NOTE.test(lines[titleEnd]?.text ?? '');
  return noted && !lines.slice(titleEnd + 1).some((line, index) => isOfNotice(line, lines[titleEnd + index]));
}

/** 各区县人民政府： or a date under the name of a body. */
const isOfNotice = ({ text }: CleanLine, before: CleanLine | undefined): boolean =>
  looksLikeAddressee(text) ||
  SIGNATURE_WITH_DATE.test(text) ||
  (DATE_LINE.test(text) && (ISSUER_LINE.test(before?.text ?? '') || SIGNER.test(before?.text ?? '')));

/** A converter has marked where title and 题注 end: the file is a law, whatever its lines look like. */
export const isMarkedLaw = (lines: readonly CleanLine[]): boolean => lines[0]?.front === true;

export function splitLaw(lines: readonly CleanLine[]): SplitDocument | null {
  const titleEnd = findTitleEnd(lines);
  if (titleEnd === 0) return null;
  const titleLines = lines.slice(0, titleEnd);
  const title = titleLines.map(({ text }) => text).join('');
  const notesEnd = findNotesEnd(lines, titleEnd);
  const above = lines.slice(titleEnd, notesEnd);
  const front = above.slice(countRepeated(above, title));
  const rest = lines.slice(notesEnd);
  const repeated = countRepeated(rest, title);
  const numberAt = rest.slice(0, repeated + 1).findIndex(({ text }) => readNumberLine(text) !== null);
  const numberLine = front.find(({ text }) => readNumberLine(text) !== null) ?? rest[numberAt] ?? null;
  const body = withoutContents(rest.slice(Math.max(repeated, numberAt + 1)));
  if (body.length === 0) return null;
  return {
    masthead: null,
    registrationLine: null,
    titleLines: titleLines.map(toParagraph),
    numberLine: numberLine && toParagraph(numberLine),
    addressee: null,
    adoptionNote: joinNotes(front.filter((line) => line !== numberLine)),
    carrier: [],
    content: reflow(body),
    attachedTitles: [],
    signature: [],
    printNote: null,
    attachmentsList: [],
    notes: [],
    copiesTo: null,
    contents: null,
    lines: [lines[0]?.line ?? 1, lines.at(-1)?.line ?? 1],
    repairs: lines.filter(({ repaired }) => repaired).length,
    problems: [],
  };
}

function findTitleEnd(lines: readonly CleanLine[]): number {
  if (lines[0]?.heading === 1) return lines[1]?.heading === 1 ? 2 : 1;
  for (let i = 0; i < Math.min(lines.length, TITLE_WITHIN); i += 1) {
    const text = lines[i]?.text ?? '';
    if (ADOPTION_NOTE.test(text) || readLabel(text) !== null || CONTENTS_HEAD.test(text)) return i;
  }
  return 1;
}

/** All lines that the converter set above its mark are 题注; without a mark, those that read like one. */
function findNotesEnd(lines: readonly CleanLine[], from: number): number {
  if (isMarkedLaw(lines)) return Math.max(from, lines.findLastIndex(({ front }) => front) + 1);
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.heading > 1 || readLabel(line.text) !== null) break;
    const number = readNumberLine(line.text) !== null;
    if (!number && !ADOPTION_NOTE.test(line.text) && !isOpenNote(lines.slice(from, at))) break;
  }
  return at;
}

/** A bracketed note over several lines is open until its bracket closes. */
function isOpenNote(notes: readonly CleanLine[]): boolean {
  const text = notes.map((line) => line.text).join('');
  return text.startsWith('（') && (text.match(/（/g)?.length ?? 0) > (text.match(/）/g)?.length ?? 0);
}

/** One paragraph a note; a note goes on in the next line while a bracket or title in it is open. */
function joinNotes(lines: readonly CleanLine[]): Paragraph[] {
  const notes: Paragraph[] = [];
  for (const line of lines) {
    const last = notes.at(-1);
    if (last === undefined || openBrackets(last.text) === '') notes.push(toParagraph(line));
    else notes[notes.length - 1] = { ...last, text: last.text + line.text, lines: [last.lines[0], line.line] };
  }
  return notes;
}

/** How many lines on top of the text print the title once more, whole or its end. */
function countRepeated(lines: readonly CleanLine[], title: string): number {
  let joined = '';
  for (let i = 0; i < Math.min(lines.length, REPEATED_WITHIN); i += 1) {
    joined += lines[i]?.text ?? '';
    if (!title.includes(joined)) return 0;
    if (title.endsWith(joined)) return i + 1;
  }
  return 0;
}
