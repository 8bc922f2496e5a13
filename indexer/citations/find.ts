/**
 * Finds every place in one paragraph that names a document: 《titles》 with their numbers and pins, numbers alone, and titles
 * without 《》 that carry a number in brackets. What the mention means is relation.ts's; who is meant, short-names.ts's.
 */
import type { Span } from '../model.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import { readPin } from '../text/pins.ts';

export interface Mention {
  /** Without the outer 《》, blanks removed; null when only a number stands there. */
  readonly title: string | null;
  readonly number: string | null;
  readonly pin: string | null;
  /** The short name that the text gives it from here on: （以下简称《实施意见》） */
  readonly shortName: string | null;
  /** Title, number and pin, in the paragraph. */
  readonly span: Span;
  /** Whether the title stands in 《》. */
  readonly quoted: boolean;
}

const LONGEST_TITLE = 160;
const LONGEST_NOTE = 120;
const LONGEST_NUMBER = 60;
/** （国办发〔2020〕49号，以下简称《意见》） or （2018年修正） */
const SHORT_NAME = /(?:以下|下)?(?:简称|统称|称)(?:为|：)?[《“‘"]?([^《》“”‘’"，。；、（）]{2,30})[》”’"]?/;
/** Titles end so when they stand without 《》 before a number in brackets. */
const BARE_TITLE_END =
  /(?:条例|办法|规定|细则|规则|决定|决议|意见|通知|通告|公告|批复|函|方案|规划|纲要|计划|要点|规程|规范|措施|政策|目录|预案)(?:（[^（）]{1,12}）)?$/;
/** 1.关于…的通知; （三）…办法 */
const LIST_MARK = /^(?:（?[\d一二三四五六七八九十]{1,4}[）.．、]\s*)+|^\d{1,3}(?=\p{Script=Han})/u;
const LONGEST_BARE_TITLE = 80;
const SHORTEST_BARE_TITLE = 6;
const LONGEST_DATE = 30;
/** Where a title without 《》 cannot begin before: 2019年8月20日印发的|济南市既有住宅增设电梯办法 */
const BARE_TITLE_START =
  /^.*(?:[，。；：、？！》）”\s号]|(?:印发|发布|公布|颁布|制定|出台|下发|实施|施行)的|根据|依据|依照|按照|遵照|贯彻落实|贯彻执行|贯彻|落实|执行|废止|修改|转发|以及|原(?=\p{Script=Han}{4}))/su;
/** Certificates and filings are numbered in the same shape: 济国用（2010）第0100号, 鲁联内资（2009）第1351号. */
const CERTIFICATE = /(?:用|证|权|资|许|准字|备|登|产|竞|挂|拍|检|鉴)$/;
/** Words that the reader of 令 numbers leaves before the issuer. */
const BEFORE_ORDER = /^(?:日|月|经|由|以|被|按|年|于|和|及|与|据)+(?=\p{Script=Han}{2,}(?:令|公告|通告))/u;
/** 济政发〔2018〕13号文件中的《…》, 省人民政府令第106号公布的《…》 */
const NUMBER_WORDS = /(?:文件|文|精神)?(?:公布|发布|颁布|印发|下发)?(?:中|的)?/y;

/** The mentions of a paragraph in reading order. A number that stands before, behind or in the brackets behind a title belongs to it. */
export function findMentions(text: string): Mention[] {
  const hasTitle = text.includes('《');
  const hasNumber = text.includes('号') && /\d/.test(text);
  if (!hasTitle && !hasNumber) return [];
  const numbers = hasNumber ? readNumbers(text) : [];
  const titles = hasTitle ? findTitles(text).filter((span) => !isStandard(text, span) && !isShortName(text, span)) : [];
  const mentions = titles.map((span) => titledMention(text, carrierAround(text, span) ?? span, numbers));
  const free: Mention[] = [];
  for (const number of outside(numbers, mentions)) free.push(numberedMention(text, number, free.at(-1)?.span.end ?? 0));
  return [...mentions, ...free].sort((a, b) => a.span.start - b.span.start);
}

/** 《停车场设计规范》（GB 50067-2014） and GB/T 1234《…》: technical standards are no documents of this kind. */
const STANDARD = '(?:GB|DB|JGJ|CJJ|HJ|JT|YY|QB|NY|LY|SL|TD|AQ|GA|WS|ISO|T)[A-Z]{0,3}(?:/[A-Z]{1,6})?[\\s\\d]';
const STANDARD_BEHIND = new RegExp(`^[（(]\\s*${STANDARD}[^（）]{0,30}[）)]|^\\s*${STANDARD}`);
const STANDARD_BEFORE = new RegExp(`${STANDARD}[\\d.\\-—–:]{2,20}\\s*$`);

const isStandard = (text: string, { start, end }: Span): boolean =>
  STANDARD_BEHIND.test(text.slice(end, end + 48)) || STANDARD_BEFORE.test(text.slice(Math.max(0, start - 32), start));

/** 《X法》（以下简称《X》）: the short name names the same text again, it is no mention of its own. */
const isShortName = (text: string, { start }: Span): boolean =>
  /[（，](?:以下|下)?(?:简称|统称)(?:为|：)?$/.test(text.slice(Math.max(0, start - 8), start));

interface NumberAt {
  readonly number: string;
  readonly span: Span;
}

function readNumbers(text: string): NumberAt[] {
  return findDocumentNumbers(text).flatMap(({ number, span }) => {
    const extra = BEFORE_ORDER.exec(number)?.[0].length ?? 0;
    const code = /^(.*?)〔/.exec(number)?.[1] ?? '';
    const printed = text.slice(span.start, span.end);
    if (CERTIFICATE.test(code) && /[）)]\s*第/.test(printed)) return [];
    return [{ number: number.slice(extra), span: { start: span.start + extra, end: span.end } }];
  });
}

/** Outer 《…》 pairs; a 《 that nothing closes is passed over. Linear: each 《 looks ahead a bounded stretch. */
function findTitles(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('《'); start !== -1; ) {
    const end = closeOf(text, start);
    if (end !== null) spans.push({ start, end });
    start = text.indexOf('《', end ?? start + 1);
  }
  return spans;
}

function closeOf(text: string, start: number): number | null {
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_TITLE);
  for (let at = start; at < limit; at++) {
    const c = text[at];
    if (c === '《') depth++;
    else if (c === '》' && --depth === 0) return at + 1;
    else if (c === '\n') return null;
  }
  return null;
}

function titledMention(text: string, outer: Span, numbers: readonly NumberAt[]): Mention {
  const quoted = text[outer.start] === '《';
  const title = text.slice(outer.start + (quoted ? 1 : 0), outer.end - (quoted ? 1 : 0)).replace(/\s/g, '');
  const notes = readNotes(text, outer.end);
  const near = between(numbers, outer.start - LONGEST_NUMBER, notes.end);
  const behind = near.find(({ span }) => span.start >= outer.end && span.end <= notes.end);
  const adjoining = behind ?? numberBeside(text, outer, near);
  const pin = readPin(text, Math.max(notes.end, adjoining?.span.end ?? 0));
  return {
    title,
    number: adjoining?.number ?? null,
    pin: pin?.text ?? null,
    shortName: SHORT_NAME.exec(notes.text)?.[1] ?? null,
    span: {
      start: Math.min(outer.start, adjoining?.span.start ?? outer.start),
      end: Math.max(pin?.end ?? 0, notes.end, adjoining?.span.end ?? 0),
    },
    quoted,
  };
}

/** 济政发〔2018〕13号《…》, 济政发〔2018〕13号文件《…》, 《…》济政发〔2018〕13号 */
function numberBeside(text: string, outer: Span, numbers: readonly NumberAt[]): NumberAt | undefined {
  return numbers.find(({ span }) => {
    if (span.start === outer.end) return true;
    if (span.end > outer.start) return false;
    NUMBER_WORDS.lastIndex = span.end;
    NUMBER_WORDS.exec(text);
    return span.end === outer.start || NUMBER_WORDS.lastIndex === outer.start;
  });
}

/** The brackets right behind a title, one or several: （试行）（济政办发〔2019〕14号）. */
function readNotes(text: string, from: number): { text: string; end: number } {
  let end = from;
  while (text[end] === '（') {
    const close = closeOfNote(text, end);
    if (close === null) break;
    end = close;
  }
  return { text: text.slice(from, end), end };
}

function closeOfNote(text: string, start: number): number | null {
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_NOTE);
  for (let at = start; at < limit; at++) {
    if (text[at] === '（') depth++;
    else if (text[at] === '）' && --depth === 0) return at + 1;
  }
  return null;
}

/**
 * A number without 《》 near it; a title in plain letters right before its bracket, or in the cell beside it, is its own.
 * What stands before `from` belongs to the number before.
 */
function numberedMention(text: string, { number, span }: NumberAt, from: number): Mention {
  const behind = cellBefore(text, span.start) === null ? cellBehind(text, span.end) : null;
  if (behind !== null)
    return {
      title: behind.title,
      number,
      pin: null,
      shortName: null,
      span: { start: span.start, end: behind.end },
      quoted: false,
    };
  const open = noteAround(text, span.start);
  const near =
    open === null ? (cellBefore(text, span.start) ?? bareTitleBefore(text, span.start)) : bareTitleBefore(text, open);
  const bare = near !== null && near.start < from ? null : near;
  const close = open !== null && bare !== null ? closeOfNote(text, open) : null;
  const end = close ?? span.end;
  const pin = readPin(text, end);
  return {
    title: bare?.title ?? null,
    number,
    pin: pin?.text ?? null,
    shortName: close === null ? null : (SHORT_NAME.exec(text.slice(span.end, close))?.[1] ?? null),
    span: { start: bare?.start ?? span.start, end: pin?.end ?? end },
    quoted: false,
  };
}

/** …关于印发《X》的通知（甲发〔2006〕22号）, …关于印发《X》的通知 甲发〔2006〕22号: the number is the carrier's, which stands without 《》. */
const CARRIER_BEFORE =
  /关于(?:印发|转发|批转|公布|发布|颁布|下发|贯彻|落实|实施|修改|调整|废止)[^，。；：《》（）\s]{0,30}$/;
const CARRIER_BEHIND =
  /^(?:（[^（）]{1,12}）)?[^，。；：《》（）\s]{0,24}?的(?:补充)?(?:通知|通告|公告|决定|意见|批复|函|办法)(?=（[^（）]{0,24}〔?\d{4}|[\s|]*\p{Script=Han}{2,12}〔)/u;

function carrierAround(text: string, { start, end }: Span): Span | null {
  const before = text.slice(Math.max(0, start - LONGEST_BARE_TITLE), start);
  const behind = CARRIER_BEHIND.exec(text.slice(end, end + LONGEST_BARE_TITLE));
  if (behind === null || !CARRIER_BEFORE.test(before)) return null;
  const head = before.replace(BARE_TITLE_START, '').replace(LIST_MARK, '');
  // 关于印发 itself is cut where the text has no issuer before it.
  const from = head.includes('关于') ? start - head.length : start - before.length + before.lastIndexOf('关于');
  return { start: from, end: end + behind[0].length };
}

interface BareTitle {
  readonly title: string;
  readonly start: number;
}

/** Where the （ stands that a number is in: （1999年9月1日某市人民政府令第155号公布）. Null when it is in none. */
function noteAround(text: string, at: number): number | null {
  const before = text.slice(Math.max(0, at - LONGEST_DATE), at);
  const open = before.lastIndexOf('（');
  return open === -1 || /[）。；]/.test(before.slice(open)) ? null : at - before.length + open;
}

function bareTitleBefore(text: string, open: number): BareTitle | null {
  const before = text.slice(Math.max(0, open - LONGEST_BARE_TITLE), open);
  if (!BARE_TITLE_END.test(before)) return null;
  const title = before.replace(BARE_TITLE_START, '').replace(LIST_MARK, '');
  const tells = title.length >= SHORTEST_BARE_TITLE && BARE_TITLE_END.test(title);
  return tells ? { title, start: open - title.length } : null;
}

/** 序号 | 文件名称 | 文号: lists of what is repealed are often tables. */
function cellBefore(text: string, start: number): BareTitle | null {
  const before = text.slice(Math.max(0, start - LONGEST_BARE_TITLE), start);
  const cell = /[^\s|，。；《》]+(?=[\s|]+$)/.exec(before)?.[0] ?? '';
  const title = cell.replace(LIST_MARK, '');
  if (title.length < SHORTEST_BARE_TITLE || !BARE_TITLE_END.test(title)) return null;
  return { title, start: start - before.length + before.lastIndexOf(title) };
}

/** 某财综〔2008〕12号 关于加强票据管理的通知: other lists have the number first. */
const CELL_BEHIND =
  /^(?:[\s|]+|(?=关于))([^\s|，。；：（）《》〔]{6,80}?(?:条例|办法|规定|细则|决定|意见|通知|通告|公告|批复|方案|规划|函))(?=$|[\s|；。]|\p{Script=Han}{2,10}〔)/u;

function cellBehind(text: string, end: number): { title: string; end: number } | null {
  const match = CELL_BEHIND.exec(text.slice(end, end + LONGEST_BARE_TITLE));
  const title = match?.[1] ?? '';
  return BARE_TITLE_END.test(title) ? { title, end: end + (match?.[0].length ?? 0) } : null;
}

/** The numbers that begin in a stretch; both lists are in order, so that long lists of documents cost no more than they must. */
function between(numbers: readonly NumberAt[], from: number, to: number): readonly NumberAt[] {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.span.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < numbers.length && (numbers[end]?.span.start ?? 0) <= to) end++;
  return numbers.slice(low, end);
}

/** The numbers that no titled mention has taken. */
function outside(numbers: readonly NumberAt[], mentions: readonly Mention[]): NumberAt[] {
  let next = 0;
  return numbers.filter(({ span }) => {
    while ((mentions[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    return span.end <= (mentions[next]?.span.start ?? Number.POSITIVE_INFINITY);
  });
}
