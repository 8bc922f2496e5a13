/** A file that is one law or regulation, in plain text or Markdown: title, 题注, articles. */
import type { CleanLine } from '../clean/clean.ts';
import { DATE_PATTERN } from '../text/dates.ts';
import { readLabel } from '../text/labels.ts';
import { toParagraph } from './parts.ts';
import { CONTENTS_HEAD } from './patterns.ts';
import { reflow } from './reflow.ts';
import type { SplitDocument } from './split-document.ts';

const INFO_END = /INFO END/;
/** 2002年8月29日 第九届…通过; （2019年4月3日…公布） */
const NOTE_LINE = new RegExp(
  `^[（(]?\\s*${DATE_PATTERN}.{0,200}(?:通过|公布|发布|批准|修正|修订|修改|施行|实施|废止|印发|起施行|会议)|^（.*(?:通过|修正|修订|公布|批准).*）$|^${DATE_PATTERN}$`,
);
const TITLE_WITHIN = 12;

/** It has a title on top and begins its text with articles, chapters or numbered points soon after, without a document number. */
export function isLaw(lines: readonly CleanLine[]): boolean {
  if (lines[0]?.heading === 1) return lines.length > 1;
  return lines.slice(0, 80).some(({ text }) => /^第[一1]条/.test(text));
}

export function splitLaw(lines: readonly CleanLine[]): SplitDocument | null {
  const titleEnd = findTitleEnd(lines);
  if (titleEnd === 0) return null;
  let at = titleEnd;
  const notes: CleanLine[] = [];
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (
      readLabel(line.text) !== null ||
      line.heading > 1 ||
      !(NOTE_LINE.test(line.text) || INFO_END.test(line.text) || (notes.length > 0 && isNoteGoingOn(notes)))
    )
      break;
    if (!INFO_END.test(line.text)) notes.push(line);
  }
  const body = withoutContents(lines.slice(at));
  if (body.length === 0) return null;
  return {
    masthead: null,
    registrationLine: null,
    titleLines: lines.slice(0, titleEnd).map(toParagraph),
    numberLine: null,
    addressee: null,
    adoptionNote: notes.map(toParagraph),
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
    if (NOTE_LINE.test(text) || readLabel(text) !== null || CONTENTS_HEAD.test(text)) return i;
  }
  return 1;
}

/** A bracketed note over several lines is open until its bracket closes. */
function isNoteGoingOn(notes: readonly CleanLine[]): boolean {
  const text = notes.map((line) => line.text).join('');
  return text.startsWith('（') && (text.match(/（/g)?.length ?? 0) > (text.match(/）/g)?.length ?? 0);
}

/** A contents list of chapters repeats the headings before the first article: its lines are left out. */
function withoutContents(lines: readonly CleanLine[]): readonly CleanLine[] {
  const head = lines.findIndex(({ text }, index) => index < 6 && CONTENTS_HEAD.test(text));
  if (head === -1) return lines;
  const first = lines[head + 1]?.text ?? '';
  const again = lines.findIndex(({ text }, index) => index > head + 1 && text === first);
  return again === -1 ? lines.filter((_, index) => index !== head) : [...lines.slice(0, head), ...lines.slice(again)];
}
