/** An issue's clean lines → its documents, or a whole file as a single document or law. */
import type { CleanLine } from '../clean/clean.ts';
import type { Problem } from '../model.ts';
import { readNotedNumber, readNumberLine } from '../text/document-number.ts';
import { readLabel } from '../text/labels.ts';
import { titleKey } from '../text/title-key.ts';
import { findComplaints, findCutOff, findMissing } from './complaints.ts';
import { readContents } from './contents.ts';
import { dropDoubled } from './doubled.ts';
import type { Head } from './head.ts';
import { findHeads } from './heads.ts';
import { repairInterleaved } from './interleaved.ts';
import { isLaw, isMarkedLaw, splitLaw } from './law.ts';
import { settleTitle } from './page-title.ts';
import { splitParts } from './parts.ts';
import { ATTACHMENTS, BACK_MATTER, COLOPHON, HEAD_MARK, ISSUED_TITLE, ISSUER_LINE, SECTION } from './patterns.ts';
import type { ContentsRow, Paragraph, SplitDocument } from './split-document.ts';
import { findTitleEnd, isTitleLine, titleOf } from './title-lines.ts';

export interface SplitText {
  readonly documents: readonly SplitDocument[];
  readonly contents: readonly ContentsRow[];
  /** Lines before the first document: masthead and contents list. */
  readonly front: readonly CleanLine[];
  /** Lines behind the last document: notice about the gazette, colophon. */
  readonly back: readonly CleanLine[];
  readonly problems: readonly Problem[];
}

/** A single document begins within so many lines. */
const TITLE_WITHIN = 30;
const MOST_MARKED_LINES = 3;
/** Back matter stands in the last part of a file. */
const BACK_FROM = 0.8;

export function splitDocuments(lines: readonly CleanLine[]): SplitText {
  if (isMarkedLaw(lines)) return single(splitLaw(lines), lines, []);
  const backAt = findBackMatter(lines);
  const repaired = repair(lines.slice(0, backAt));
  const text = settleTitle(repaired.lines);
  const { rows: contents, end: contentsEnd } = readContents(text);
  const heads = findHeads(text, contentsEnd, contents);
  if (heads.length === 0) return single(isLaw(text) ? splitLaw(text) : splitUnnumbered(text), [], repaired.problems);
  const documents = heads.map((head, index) => splitAt(text, head, heads[index + 1], contents, repaired.problems));
  const told = new Set(documents.flatMap(({ problems }) => problems));
  const others = repaired.problems.filter((problem) => !told.has(problem));
  return {
    documents,
    contents,
    front: text.slice(0, heads[0]?.start ?? 0),
    back: lines.slice(backAt),
    problems: [
      ...others,
      ...findMissing(contents, documents),
      ...findCutOff(text.slice(contentsEnd, heads[0]?.start), documents),
    ],
  };
}

function repair(lines: readonly CleanLine[]): { lines: readonly CleanLine[]; problems: readonly Problem[] } {
  const parted = repairInterleaved(lines);
  const single = dropDoubled(parted.lines);
  return { lines: single.lines, problems: [...parted.problems, ...single.problems] };
}

function single(document: SplitDocument | null, front: readonly CleanLine[], problems: readonly Problem[]): SplitText {
  const documents = document === null ? [] : [document];
  return { documents, contents: [], front: document === null ? front : [], back: [], problems };
}

function splitAt(
  lines: readonly CleanLine[],
  head: Head,
  next: Head | undefined,
  contents: readonly ContentsRow[],
  problems: readonly Problem[],
): SplitDocument {
  let end = next?.start ?? lines.length;
  while (end > head.end && isBetween(lines[end - 1]?.text ?? '')) end -= 1;
  const at = (index: number | null): CleanLine | null => (index === null ? null : (lines[index] ?? null));
  // 某某部公告 / 2019年第88号: the number is the two together, the issuer what stands before 公告.
  const isOrdered = head.number !== null && isOrderLine(at(head.numberLine)?.text ?? '');
  const numberLine = at(head.numberLine) ?? numberAtEnd(lines[end - 1]);
  const document = splitParts({
    masthead: mastheadOf(lines, head, isOrdered),
    registration: at(head.registration)?.text ?? null,
    titleLines: lines.slice(head.titleFrom, head.titleTo),
    numberLine: numberLine && isOrdered ? { ...numberLine, text: head.number ?? '' } : numberLine,
    imprint: head.numberLine === null ? [] : lines.slice(head.numberLine + 1, head.titleFrom),
    // A date or 题注 between title and number is read with what stands under them.
    rest: [
      ...lines.slice(head.titleTo, Math.min(head.numberLine ?? head.titleTo, head.end)),
      ...lines.slice(head.end, end).filter((line) => line !== numberLine),
    ],
    first: at(head.start)?.line ?? 1,
    contents: rowOf(head, lines, contents),
  });
  const [first, last] = document.lines;
  const own = problems.filter(({ line }) => line !== null && line >= first && line <= last);
  const titled = withPublishedTitle(document, head);
  return { ...titled, problems: [...own, ...findComplaints(titled, { head, lines, contents })] };
}

/** （鄂政任字〔1994〕15号） behind a list of appointments that has no number above it */
const numberAtEnd = (line: CleanLine | undefined): CleanLine | null =>
  line !== undefined && /^（.*号）$/.test(line.text) && readNumberLine(line.text) !== null ? line : null;

const isOrderLine = (text: string): boolean => readNumberLine(text) === null && readNotedNumber(text) === null;

/** Headings of the gazette's parts, and marks above the next document. */
const isBetween = (text: string): boolean => SECTION.test(text) || HEAD_MARK.test(text);

/** What stands above the number: of an order without 令 or 公告; of joint bodies, a line each, without 文件 beside them. */
function mastheadOf(lines: readonly CleanLine[], head: Head, isOrdered: boolean): string | null {
  const { masthead, numberLine, titleFrom } = head;
  if (masthead === null) return null;
  const to = titleFrom > masthead ? Math.min(numberLine ?? masthead + 1, titleFrom) : (numberLine ?? masthead + 1);
  if (isOrdered) return titleOf(lines, masthead, to).replace(/(?:令|公告|通告)$/, '');
  if (to === masthead + 1) return lines[masthead]?.text ?? null;
  const bodies = lines.slice(masthead, to).map(({ text }) => text.replace(/文件$/, ''));
  return bodies.join('');
}

/** An order is known by the title of the law or rule that it publishes. */
function withPublishedTitle(document: SplitDocument, head: Head): SplitDocument {
  if (!head.isOrder && head.titleTo > head.titleFrom) return document;
  // What the text lists as its annex it does not publish.
  const listed = new Set(document.attachmentsList.map(({ text }) => titleKey(text.replace(ATTACHMENTS, ''))));
  const titles = document.attachedTitles.filter(({ text }) => !listed.has(titleKey(text)));
  const published = titles[0] ?? (head.isOrder ? readPublished(document) : undefined);
  return published === undefined ? document : { ...document, titleLines: [published] };
}

/** 《X条例》已由…通过，现予公布 over a text that begins with 第一章, its title left out: X条例. */
function readPublished({ carrier, content }: SplitDocument): Paragraph | undefined {
  const [said] = carrier;
  const named = /^《((?:[^《》]|《[^《》]*》)*)》.*(?:公布|发布)/.exec(said?.text ?? '')?.[1];
  const first = readLabel(content[0]?.text ?? '');
  if (said === undefined || named === undefined || first === null || !/^(?:part|chapter|article)$/.test(first.kind))
    return undefined;
  return { text: named, lines: said.lines, page: said.page };
}

function rowOf(head: Head, lines: readonly CleanLine[], contents: readonly ContentsRow[]): ContentsRow | null {
  const byNumber = head.number === null ? undefined : contents.find(({ number }) => isSameNumber(number, head.number));
  if (byNumber !== undefined) return byNumber;
  const shape = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  const title = shape(
    lines
      .slice(head.titleFrom, head.titleTo)
      .map(({ text }) => text)
      .join(''),
  );
  return contents.find((row) => shape(row.title) === title) ?? null;
}

/** 省政府令第318号 in the contents list is 湖东省人民政府令第318号 above the text. */
function isSameNumber(listed: string | null, printed: string | null): boolean {
  if (listed === printed) return true;
  const order = (number: string | null): string | null =>
    /(?:令|公告|通告)[^〔]*第\d+号$/.exec(number ?? '')?.[0] ?? null;
  return order(listed) !== null && order(listed) === order(printed);
}

/** Back matter begins at the first such line in the last fifth of the file, with the gazette's name above it. */
function findBackMatter(lines: readonly CleanLine[]): number {
  const from = Math.floor(lines.length * BACK_FROM);
  const colophon = findColophon(lines, from);
  for (let i = from; i < lines.length; i += 1) {
    if (i !== colophon && !BACK_MATTER.test(lines[i]?.text ?? '')) continue;
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

/** Publisher, address and the like, in two lines at least, and nothing said behind them; -1 when there is none. */
function findColophon(lines: readonly CleanLine[], from: number): number {
  const said = lines.findLastIndex(({ text }) => text.includes('。'));
  const told: number[] = [];
  for (let i = Math.max(from, said + 1); i < lines.length && told.length < 2; i += 1)
    if (COLOPHON.test(lines[i]?.text ?? '')) told.push(i);
  return told.length === 2 ? (told[0] ?? -1) : -1;
}

/** A file without any number: title lines on top, then the text, which must show that it is an official document. */
function splitUnnumbered(lines: readonly CleanLine[]): SplitDocument | null {
  for (let from = 0; from < Math.min(lines.length, TITLE_WITHIN); from += 1) {
    const marked = countMarkedTitle(lines, from);
    if (marked === 0 && !isTitleLine(lines[from])) continue;
    const to = marked > 0 ? from + marked : findTitleEnd(lines, from);
    if (to === null || to >= lines.length) continue;
    const document = splitParts({
      masthead: null,
      registration: null,
      titleLines: lines.slice(from, to),
      numberLine: null,
      imprint: [],
      rest: lines.slice(to),
      first: lines[from]?.line ?? 1,
      contents: null,
    });
    return marked > 0 || looksOfficial(document, lines[from]?.text ?? '') ? document : null;
  }
  return null;
}

/** How many lines the title takes that the format marks as one, at the top of a file; 0 when it marks none, or a sign alone. */
function countMarkedTitle(lines: readonly CleanLine[], from: number): number {
  let count = 0;
  while (from === 0 && count < MOST_MARKED_LINES && lines[count]?.heading === 1) count += 1;
  return titleOf(lines, 0, count).length < 2 ? 0 : count;
}

function looksOfficial(document: SplitDocument, title: string): boolean {
  return (
    document.addressee !== null ||
    document.signature.length > 0 ||
    document.printNote !== null ||
    ISSUER_LINE.test(title) ||
    ISSUED_TITLE.test(title) ||
    document.content.some(({ text }) => /^(?:第[一1]条|一、|（一）|1[.．]?总则)/.test(text))
  );
}
