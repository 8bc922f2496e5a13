/** The lines that a title takes: which may belong to one, and where it ends. */
import type { CleanLine } from '../clean/clean.ts';
import { readNumberLine } from '../text/document-number.ts';
import { readLabel } from '../text/labels.ts';
import { readRegistrationLine } from '../text/registration.ts';
import {
  CONTENTS_HEAD,
  DATE_LINE,
  HEAD_MARK,
  looksLikeAddressee,
  NOTE,
  PAGE_MENU,
  PAGE_TABLE,
  PRINT_NOTE,
  SECTION,
  TITLE_END,
} from './patterns.ts';

const LONGEST_TITLE_LINE = 90;
export const MOST_TITLE_LINES = 7;

/** A line that stands behind the end of a document, or above the head of the next. */
export const isTail = (text: string): boolean =>
  readRegistrationLine(text) !== null ||
  DATE_LINE.test(text) ||
  PRINT_NOTE.test(text) ||
  NOTE.test(text) ||
  SECTION.test(text) ||
  HEAD_MARK.test(text);

export const titleOf = (lines: readonly CleanLine[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('');

/** Titles are compared by their words alone. */
export const titleShape = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

export function isTitleLine(line: CleanLine | undefined): boolean {
  if (line === undefined) return false;
  const { text } = line;
  return (
    text.length <= LONGEST_TITLE_LINE &&
    !/[。；：]$/.test(text) &&
    !isTail(text) &&
    !PAGE_TABLE.test(text) &&
    !PAGE_MENU.test(text) &&
    /[\p{L}\p{N}]/u.test(text) &&
    !CONTENTS_HEAD.test(text) &&
    readLabel(text) === null
  );
}

/** Index behind the title that begins at `from`; null when none does. */
export function findTitleEnd(lines: readonly CleanLine[], from: number): number | null {
  for (let to = from + 1; to <= Math.min(lines.length, from + MOST_TITLE_LINES); to += 1) {
    if (!isTitleLine(lines[to - 1]) || readNumberLine(lines[to - 1]?.text ?? '') !== null) return null;
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
