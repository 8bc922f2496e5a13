/** Where documents begin: by their number lines, by orders, and, without a number, by their titles in the contents list or their shape. */
import type { CleanLine } from '../clean/clean.ts';
import { readBrokenNumber, readNotedNumber, readNumberLine } from '../text/document-number.ts';
import { isAnnounced, isForwarded, isListed, isPublishedBy, isPublishing } from './carried.ts';
import { type Head, placed } from './head.ts';
import { isAddressed, isListRow } from './list-rows.ts';
import { ORDER_LINES, type OrderHead, readOrderHead, readSerialHead, readTitledOrder } from './orders.ts';
import {
  ADOPTION_NOTE,
  DATE_LINE,
  ENDS_SENTENCE,
  ISSUED_TITLE,
  ISSUER_LINE,
  NOTICE_TITLE,
  REVIEW_NUMBER,
  SIGNATURE_WITH_DATE,
  TITLE_END,
  TITLE_START,
} from './patterns.ts';
import type { ContentsRow } from './split-document.ts';
import { findTitleEnd, isTitleLine, MOST_TITLE_LINES, titleOf, titleShape } from './title-lines.ts';
import { headByShape } from './unnumbered.ts';

const LONGEST_MASTHEAD = 40;
/** The line that an order, minutes or an announcement begins with. */
const LONGEST_ORDER = 90;
const SHORTEST_TITLE = 8;
const MOST_MASTHEAD_LINES = 8;
const BODY_OF_MASTHEAD =
  /^[\p{Script=Han}（）]{2,30}(?:委|办|部|厅|局|会|院|署|行|社|处|室|政府|中心|集团|公司)(?:文件)?$/u;
/** 公告〔2021〕16号 under a title that has said so */
const NUMBER_AGAIN = /^(?:令|公告|通告)[〔（]\d{4}[〕）]\d{1,5}号$/;
/** Who prints minutes, and when, stands between their number and their title. */
const IMPRINT = [SIGNATURE_WITH_DATE, ISSUER_LINE, DATE_LINE];
/** …的通知 1997年8月20日高检发法字〔1997〕1号; …的意见（某府办发〔2001〕30号） */
const ROW_OF_LIST =
  /(?:通知|意见|决定|批复|函|通告|公告|规定|办法|细则|规则|方案)(?:[^《》]{0,12}日)?[（(]?\p{Script=Han}{1,14}[〔[（(]\d{4}[〕\]）)]第?\d{1,5}号[）)]?$/u;
const SIGNED_BY = /^签发人[：:]/;

export function findHeads(lines: readonly CleanLine[], from: number, contents: readonly ContentsRow[]): Head[] {
  const heads: Head[] = [];
  const listed = new Set(contents.filter(({ title }) => title.length >= 6).map(({ title }) => titleShape(title)));
  // The order whose rule has been met: what is listed behind it is a document of its own.
  let published: Head | null = null;
  /** The last line that was a row of a list of documents. */
  let row: number | null = null;
  for (let i = from; i < lines.length; i += 1) {
    const order = heads.at(-1);
    const floor = order?.end ?? from;
    if (i < floor) continue;
    const numbered = headAt(lines, i, floor);
    const named = numbered ?? headListed(lines, i, floor, listed);
    if (numbered === null && named !== null && order?.isOrder && published !== order) {
      if (!isPublishing(order, lines, named)) published = order;
      else if (isPublishedBy(order, lines, named) || !isListed(order, contents)) {
        published = order;
        continue;
      }
    }
    const head = named ?? headByShape(lines, i, floor, order);
    if (head === null) continue;
    if (order !== undefined && isForwarded(order, lines, head, contents)) continue;
    if (order !== undefined && isAnnounced(order, lines, head)) {
      heads[heads.length - 1] = { ...order, number: head.number, numberLine: head.numberLine, isOrder: true };
      continue;
    }
    if (isListRow(lines, head, floor, row)) row = i;
    else heads.push(head);
  }
  return heads;
}

function headAt(lines: readonly CleanLine[], at: number, floor: number): Head | null {
  const line = lines[at]?.text ?? '';
  const number = readNumberLine(line);
  if (number !== null) return headAbove(lines, at, floor, number) ?? headBelow(lines, at, floor, number);
  const noted = readNotedNumber(line);
  if (noted !== null) return headAbove(lines, at, floor, noted);
  const broken = readBrokenNumber(line);
  if (broken !== null) return headAbove(lines, at, floor, broken.repaired);
  if (line.length > LONGEST_ORDER || /[，。；：]/.test(line)) return null;
  const texts = lines.slice(at, at + ORDER_LINES).map(({ text }) => text);
  const special = headOfSeries(lines, at, floor, texts) ?? headOfTitled(lines, at, floor, texts);
  if (special !== null) return special;
  const order = readOrderHead(texts);
  if (order === null) return null;
  return headOfAnnouncement(lines, at, floor, order) ?? headOfOrder(lines, at, floor, order);
}

/** Minutes and the like: known by their title and number within their series together. */
function headOfSeries(lines: readonly CleanLine[], at: number, floor: number, texts: readonly string[]): Head | null {
  const serial = readSerialHead(texts);
  if (serial === null) return null;
  const end = at + serial.lines;
  const own = titleOfMinutes(lines, end);
  const found = { number: serial.number, numberLine: end - 1 };
  if (own === null) return placed(lines, floor, { ...found, titleFrom: at, titleTo: end - 1, end });
  return placed(lines, floor, { ...found, ...own, masthead: at, end: own.titleTo });
}

/** The title holds the number, or ends with it in brackets, in its own line or one below. */
function headOfTitled(lines: readonly CleanLine[], at: number, floor: number, texts: readonly string[]): Head | null {
  const titled = readTitledOrder(texts);
  if (titled === null) return null;
  const { number } = titled;
  const last = at + titled.lines;
  if (/^（/.test(lines[last - 1]?.text ?? ''))
    return placed(lines, floor, { number, numberLine: last - 1, titleFrom: at, titleTo: last - 1, end: last });
  const end = last + (NUMBER_AGAIN.test(lines[last]?.text ?? '') ? 1 : 0);
  return placed(lines, floor, { number, numberLine: at, titleFrom: at, titleTo: last, end });
}

/** 某省人民政府专题会议纪要 / 〔2021〕37号 / 某省人民政府办公厅 2021年4月13日 / 研究…问题的会议纪要: minutes with a title of their own. */
function titleOfMinutes(lines: readonly CleanLine[], from: number): Pick<Head, 'titleFrom' | 'titleTo'> | null {
  let at = from;
  while (at < from + 2 && IMPRINT.some((form) => form.test(lines[at]?.text ?? ''))) at += 1;
  const to = findTitleEnd(lines, at);
  return to !== null && /纪要$/.test(titleOf(lines, at, to)) ? { titleFrom: at, titleTo: to } : null;
}

/** Title above its number, as gazettes print it; its date or 题注 may stand between them. */
function headAbove(lines: readonly CleanLine[], at: number, floor: number, number: string | null): Head | null {
  let to = at;
  while (to > floor && ADOPTION_NOTE.test(lines[to - 1]?.text ?? '')) to -= 1;
  let from = to;
  while (from > floor && to - from < MOST_TITLE_LINES && isTitleLine(lines[from - 1])) {
    const above = lines[from - 1]?.text ?? '';
    // A row of a list ends with the number of the document that it names.
    if (readNumberLine(above) !== null || ROW_OF_LIST.test(above)) break;
    from -= 1;
  }
  while (from < to && !beginsTitle(lines, from, to)) from += 1;
  if (from === to || !TITLE_END.test(titleOf(lines, from, to))) return null;
  const again = findPrintedAgain(lines, from, to);
  const issuer = again > floor && ISSUER_LINE.test(lines[again - 1]?.text ?? '') ? again - 1 : null;
  if (again > from)
    return placed(lines, floor, {
      number,
      numberLine: at,
      masthead: issuer,
      titleFrom: again,
      titleTo: to,
      end: at + 1,
    });
  return placed(lines, floor, { number, numberLine: at, titleFrom: from, titleTo: to, end: at + 1 });
}

/** A site prints the title over its own lines and once more over the text: where it begins there; `from` when it is printed once. */
function findPrintedAgain(lines: readonly CleanLine[], from: number, to: number): number {
  for (let at = to - 1; at > Math.max(0, from - 1); at -= 1) {
    const title = titleOf(lines, at, to);
    if (!TITLE_END.test(title)) continue;
    const above = lines.slice(Math.max(0, at - MOST_TITLE_LINES), at);
    if (title.length >= SHORTEST_TITLE && above.some(({ text }) => text === title)) return at;
  }
  return from;
}

/** 红头 form: masthead, number, then the title. */
function headBelow(lines: readonly CleanLine[], at: number, floor: number, number: string): Head | null {
  let from = SIGNED_BY.test(lines[at + 1]?.text ?? '') ? at + 2 : at + 1;
  // The red rule under the number, with a star in it
  while (from < lines.length && !/[\p{L}\p{N}]/u.test(lines[from]?.text ?? '')) from += 1;
  const to = findTitleEnd(lines, from);
  // A page saved without its headline begins with number and addressee.
  if (to === null && at === 0 && isAddressed(lines, from))
    return placed(lines, floor, { number, numberLine: at, titleFrom: from, titleTo: from, end: from });
  if (to === null) return null;
  // （鄂政任字〔1994〕15号） over a title with a number of its own ends the document above.
  if (/^（.*）$/.test(lines[at]?.text ?? '') && readNumberLine(lines[to]?.text ?? '') !== null) return null;
  if (REVIEW_NUMBER.test(lines[at]?.text ?? '') && readNumberLine(lines[to]?.text ?? '') !== null) return null;
  const above = lines[at - 1];
  const hasMasthead =
    at > floor &&
    above !== undefined &&
    above.text.length <= LONGEST_MASTHEAD &&
    !ENDS_SENTENCE.test(above.text) &&
    !DATE_LINE.test(above.text);
  const masthead = hasMasthead ? findMasthead(lines, at - 1, floor) : null;
  return placed(lines, floor, { number, numberLine: at, masthead, titleFrom: from, titleTo: to, end: to });
}

/** Joint bodies stand in a line each, 文件 beside one of them: the first of these lines. */
function findMasthead(lines: readonly CleanLine[], last: number, floor: number): number {
  let from = last;
  while (from > floor && last - from < MOST_MASTHEAD_LINES && BODY_OF_MASTHEAD.test(lines[from - 1]?.text ?? ''))
    from -= 1;
  const joint = lines.slice(from, last + 1).some(({ text }) => text.endsWith('文件'));
  return joint && BODY_OF_MASTHEAD.test(lines[last]?.text ?? '') ? from : last;
}

/** 关于…税费政策的公告 / 财政部 税务总局公告2023年第12号: the title above, the number of its series under it. */
function headOfAnnouncement(lines: readonly CleanLine[], at: number, floor: number, order: OrderHead): Head | null {
  if (order.lines > 1) return null;
  const head = headAbove(lines, at, floor, order.number);
  const title = head === null ? '' : titleOf(lines, head.titleFrom, head.titleTo);
  return /关于.*(?:公告|通告|决定)$/.test(title) ? head : null;
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
  const masthead = order.lines > 1 ? at : null;
  return placed(lines, floor, {
    number: order.number,
    numberLine,
    masthead,
    isOrder: to === behind,
    titleFrom: to === behind ? at : behind,
    // The lines above its number are all its name.
    titleTo: to === behind ? Math.max(at + 1, numberLine) : to,
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
    let numberAt = to;
    while (ADOPTION_NOTE.test(lines[numberAt]?.text ?? '')) numberAt += 1;
    if (readNumberLine(lines[numberAt]?.text ?? '') !== null) return null;
    const below = lines[to]?.text ?? '';
    const misread = /^\p{Script=Han}{2,12}.{0,3}\d{4}.{1,8}号?$/u.test(below) || readBrokenNumber(below) !== null;
    if (!misread) return placed(lines, floor, { titleFrom: at, titleTo: to, end: to });
    const number = readBrokenNumber(below)?.repaired ?? null;
    return placed(lines, floor, { number, numberLine: to, titleFrom: at, titleTo: to, end: to + 1 });
  }
  return null;
}

const CUT_BODY = /^\p{Script=Han}+(?:人民政\n府|人民\n政府|人\n民政府|办公\n[室厅]|委员\n会).*(?:关于|印发|转发)/u;

/** A title begins with its issuer, or with 关于…; the lines before that belong to what stands above. */
function beginsTitle(lines: readonly CleanLine[], at: number, number: number): boolean {
  const text = lines[at]?.text ?? '';
  if (ISSUER_LINE.test(text) || TITLE_START.test(text) || ISSUED_TITLE.test(text) || NOTICE_TITLE.test(text))
    return true;
  // 中共海州市委办公厅海州市人民政 / 府办公厅关于…: a narrow column breaks the name of a body.
  if (CUT_BODY.test(`${text}\n${lines[at + 1]?.text ?? ''}`)) return true;
  return /关于|印发|任免|命令/.test(text) && TITLE_END.test(titleOf(lines, at, number));
}
