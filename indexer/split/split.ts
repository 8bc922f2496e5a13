/** An issue's clean lines → its documents: found by their number lines, or a whole file when it is a single document or law. */
import type { CleanLine } from '../clean/clean.ts';
import type { Problem } from '../model.ts';
import { readNumberLine } from '../text/document-number.ts';
import { readLabel } from '../text/labels.ts';
import { readContents } from './contents.ts';
import { repairInterleaved } from './interleaved.ts';
import { isLaw, isMarkedLaw, splitLaw } from './law.ts';
import { splitParts } from './parts.ts';
import {
  ADDRESSEE,
  BACK_MATTER,
  CONTENTS_HEAD,
  DATE_LINE,
  ENDS_SENTENCE,
  ISSUER_LINE,
  NOTE,
  PRINT_NOTE,
  REGISTRATION,
  TITLE_END,
  TITLE_START,
} from './patterns.ts';
import type { ContentsRow, SplitDocument } from './split-document.ts';

export interface SplitText {
  readonly documents: readonly SplitDocument[];
  readonly contents: readonly ContentsRow[];
  /** Lines before the first document: masthead and contents list. */
  readonly front: readonly CleanLine[];
  /** Lines behind the last document: notice about the gazette, colophon. */
  readonly back: readonly CleanLine[];
  readonly problems: readonly Problem[];
}

/** Where a document's head stands, as indexes of lines. */
interface Head {
  readonly registration: number | null;
  readonly masthead: number | null;
  readonly titleFrom: number;
  readonly titleTo: number;
  readonly number: number | null;
  /** First line of the document. */
  readonly start: number;
  /** First line behind the head. */
  readonly end: number;
}

const LONGEST_TITLE_LINE = 90;
const MOST_TITLE_LINES = 7;

export function splitDocuments(lines: readonly CleanLine[]): SplitText {
  if (isMarkedLaw(lines)) {
    const law = splitLaw(lines);
    return { documents: law === null ? [] : [law], contents: [], front: [], back: [], problems: [] };
  }
  const backAt = findBackMatter(lines);
  const repaired = repairInterleaved(lines.slice(0, backAt));
  const text = repaired.lines;
  const problems = [...repaired.problems];
  const back = lines.slice(backAt);
  const { rows: contents, end: contentsEnd } = readContents(text);
  const heads = findHeads(text, contentsEnd);
  if (heads.length === 0) {
    const document = isLaw(text) ? splitLaw(text) : splitUnnumbered(text);
    return { documents: document === null ? [] : [document], contents, front: [], back, problems };
  }
  const documents = heads.map((head, index) => {
    const end = heads[index + 1]?.start ?? text.length;
    const number = head.number === null ? null : readNumberLine(text[head.number]?.text ?? '');
    const row = contents.find((one) => one.number !== null && one.number === number) ?? null;
    return splitParts({
      masthead: head.masthead === null ? null : (text[head.masthead]?.text ?? null),
      registration: head.registration === null ? null : (text[head.registration]?.text ?? null),
      titleLines: text.slice(head.titleFrom, head.titleTo),
      numberLine: head.number === null ? null : (text[head.number] ?? null),
      rest: text.slice(head.end, end),
      first: text[head.start]?.line ?? 1,
      contents: row,
    });
  });
  for (const row of contents) {
    if (
      row.number !== null &&
      !heads.some(({ number }) => number !== null && readNumberLine(text[number]?.text ?? '') === row.number)
    ) {
      problems.push({
        stage: 'split',
        code: 'contents_without_document',
        message: `目录中的“${row.title}”（${row.number}）没有找到正文`,
        line: null,
      });
    }
  }
  return { documents, contents, front: text.slice(0, heads[0]?.start ?? 0), back, problems };
}

/** Back matter begins at the first such line in the last fifth of the file. */
function findBackMatter(lines: readonly CleanLine[]): number {
  const from = Math.floor(lines.length * 0.8);
  for (let i = from; i < lines.length; i += 1) {
    if (!BACK_MATTER.test(lines[i]?.text ?? '')) continue;
    let at = i;
    while (
      at > from &&
      /公报|微网站|^\d{4}年第?\d+期/.test(lines[at - 1]?.text ?? '') &&
      (lines[at - 1]?.text.length ?? 99) < 30
    )
      at -= 1;
    return at;
  }
  return lines.length;
}

function findHeads(lines: readonly CleanLine[], from: number): Head[] {
  const heads: Head[] = [];
  for (let i = from; i < lines.length; i += 1) {
    if (readNumberLine(lines[i]?.text ?? '') === null) continue;
    const floor = heads.at(-1)?.end ?? from;
    const head = headAbove(lines, i, floor) ?? headBelow(lines, i, floor);
    if (head !== null) heads.push(head);
  }
  return heads;
}

/** Title above its number, as gazettes print it. */
function headAbove(lines: readonly CleanLine[], number: number, floor: number): Head | null {
  let from = number;
  while (from > floor && number - from < MOST_TITLE_LINES && isTitleLine(lines[from - 1])) from -= 1;
  while (from < number && !beginsTitle(lines, from, number)) from += 1;
  if (from === number || !TITLE_END.test(titleOf(lines, from, number))) return null;
  return withRegistration(lines, { titleFrom: from, titleTo: number, number, end: number + 1, floor, masthead: null });
}

/** 红头 form: masthead, number, then the title. */
function headBelow(lines: readonly CleanLine[], number: number, floor: number): Head | null {
  let to = number + 1;
  while (to < lines.length && to - number <= MOST_TITLE_LINES && isTitleLine(lines[to])) {
    to += 1;
    if (TITLE_END.test(titleOf(lines, number + 1, to)) && !isTitleContinued(lines[to])) break;
  }
  if (!TITLE_END.test(titleOf(lines, number + 1, to))) return null;
  const above = lines[number - 1];
  const masthead =
    number > floor &&
    above !== undefined &&
    above.text.length <= 40 &&
    !ENDS_SENTENCE.test(above.text) &&
    !DATE_LINE.test(above.text)
      ? number - 1
      : null;
  return withRegistration(lines, { titleFrom: number + 1, titleTo: to, number, end: to, floor, masthead });
}

function withRegistration(
  lines: readonly CleanLine[],
  head: { titleFrom: number; titleTo: number; number: number; end: number; floor: number; masthead: number | null },
): Head {
  const { titleFrom, titleTo, number, end, floor, masthead } = head;
  const first = Math.min(titleFrom, number, masthead ?? titleFrom);
  const registration = first > floor && REGISTRATION.test(lines[first - 1]?.text ?? '') ? first - 1 : null;
  return { registration, masthead, titleFrom, titleTo, number, end, start: registration ?? first };
}

const titleOf = (lines: readonly CleanLine[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('');

function isTitleLine(line: CleanLine | undefined): boolean {
  if (line === undefined) return false;
  const { text } = line;
  return (
    text.length <= LONGEST_TITLE_LINE &&
    !/[。；：]$/.test(text) &&
    !PRINT_NOTE.test(text) &&
    !DATE_LINE.test(text) &&
    !REGISTRATION.test(text) &&
    !NOTE.test(text) &&
    !CONTENTS_HEAD.test(text) &&
    !/^[【[].*[】\]]$/.test(text) &&
    readLabel(text) === null
  );
}

function isTitleContinued(line: CleanLine | undefined): boolean {
  return (
    line !== undefined &&
    isTitleLine(line) &&
    !ADDRESSEE.test(line.text) &&
    TITLE_END.test(line.text) &&
    line.text.length < 20
  );
}

/** A title begins with its issuer, or with 关于…; the lines before that belong to what stands above. */
function beginsTitle(lines: readonly CleanLine[], at: number, number: number): boolean {
  const text = lines[at]?.text ?? '';
  if (ISSUER_LINE.test(text) || TITLE_START.test(text)) return true;
  return /关于|印发|任免|命令/.test(text) && TITLE_END.test(titleOf(lines, at, number));
}

/** A file without any number line: title lines on top, then the text. */
function splitUnnumbered(lines: readonly CleanLine[]): SplitDocument | null {
  let from = 0;
  while (
    from < lines.length &&
    !(isTitleLine(lines[from]) && TITLE_END.test(titleOf(lines, from, from + 1))) &&
    from < 30
  ) {
    if (ISSUER_LINE.test(lines[from]?.text ?? '') && TITLE_END.test(titleOf(lines, from, from + 2))) break;
    if (ISSUER_LINE.test(lines[from]?.text ?? '') && TITLE_END.test(titleOf(lines, from, from + 3))) break;
    from += 1;
  }
  if (from >= Math.min(lines.length, 30)) return null;
  let to = from + 1;
  while (to < lines.length && to - from < MOST_TITLE_LINES && !TITLE_END.test(titleOf(lines, from, to))) to += 1;
  const rest = lines.slice(to);
  if (rest.length === 0) return null;
  return splitParts({
    masthead: null,
    registration: null,
    titleLines: lines.slice(from, to),
    numberLine: null,
    rest,
    first: lines[from]?.line ?? 1,
    contents: null,
  });
}
