/** Running heads and page numbers, found by what they are made of, by their recurrence and by their place on the page, wherever they fall. */
import type { SourceLine } from '../read/read-text.ts';

/** — 12 —, 第 3 页, 45, 12/30, 第12页 共30页; a bare year is the masthead's, not a page's. */
const PAGE_NUMBER =
  /^(?!(?:19|20)\d{2}$)[\s·.—–―_-]*(?:第 ?)?\d{1,4}(?: ?页)?(?:[\s,，/／]*[共/／] ?\d{1,4} ?页?)?[\s·.—–―_-]*$/;
/** iv, — XII —: the front pages of an issue. Upper case alone may be a grade in a table. */
const ROMAN = /^(?:[ivx]{1,6}|[·—–―-]+ ?(?:[IVX]{1,6}|[ivx]{1,6}) ?[·—–―-]+)$/;
/** 市政府文件 某某公报（2021年第13期）: the name of a gazette with its number, and no sentence. */
const ISSUE_HEAD = /(?:公报|政报).{0,6}[（(]?\s*\d{4}\s*[年.]?\s*第?\s*\d{1,3}\s*[期号]/;
const SENTENCE = /[，。；：]/;
const LONGEST = 60;
const RECURRENCES = 3;
/** A running head is one of so many lines from the top or the bottom of its page. */
const EDGE = 2;
/** Of the pages from its first to its last it stands on so many: odd and even pages may have heads of their own. Signatures recur, too. */
const SHARE = 0.4;
/** Heads of all pages are printed at one height, in points. */
const HEIGHT = 6;
const LABEL =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|第.{1,7}[编章节条]|[（(]?[一二三四五六七八九十]{1,4}[）)、]|附(?:件|表|录))/;

/** In type so much smaller than the text, a line that recurs at one height need not stand there three times. */
const SMALLER = 0.9;
const SMALL_RECURRENCES = 2;

type Placed = Pick<SourceLine, 'text' | 'page' | 'row' | 'box' | 'size'>;

/** Lines alike but for their digits and blanks. */
function shape(line: string): string {
  return line.replace(/\d+/g, '#').replace(/\s/g, '');
}

/** What the lines of a file recur as: shapes that stand three times or more and look like a head. */
export function findRecurringHeads(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.length < 4 || line.length > LONGEST || SENTENCE.test(line)) continue;
    const key = shape(line);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const heads = [...counts].filter(([key, count]) => count >= RECURRENCES && /公报|政报|#期|第#页|共#页/.test(key));
  return new Set(heads.map(([key]) => key));
}

/**
 * Indexes of the lines that recur at the top or the bottom of three pages or more: 某某市政府文件, whatever it says.
 * Pages must be known; a table's head, printed again on each page, is a row and stays.
 */
export function findPageHeads(lines: readonly Placed[]): ReadonlySet<number> {
  const pages = new Map<string, Set<number>>();
  const small = usualSize(lines) * SMALLER;
  const edges: { index: number; key: string }[] = [];
  for (const index of findEdges(lines)) {
    const { text, page, row, box, size = small } = lines[index] ?? { text: '', page: null };
    const line = text.trim();
    if (page === null || row || line.length < 2 || line.length > LONGEST || SENTENCE.test(line) || LABEL.test(line))
      continue;
    const place = box === undefined ? '' : `@${Math.round(box.y / HEIGHT)}${size < small ? SMALL : ''}`;
    const key = shape(line) + place;
    pages.set(key, (pages.get(key) ?? new Set()).add(page));
    edges.push({ index, key });
  }
  return new Set(
    edges.filter(({ key }) => isRecurring(pages.get(key) ?? new Set(), key.endsWith(SMALL))).map(({ index }) => index),
  );
}

const SMALL = 's';

/** The size that most characters have; 0 where the format does not say. */
function usualSize(lines: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) if (size !== undefined) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function isRecurring(pages: ReadonlySet<number>, isSmall: boolean): boolean {
  if (pages.size < (isSmall ? SMALL_RECURRENCES : RECURRENCES)) return false;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const page of pages) {
    first = Math.min(first, page);
    last = Math.max(last, page);
  }
  return pages.size >= (last - first + 1) * SHARE;
}

/** Indexes of the first and last lines of each page. */
export function findEdges(lines: readonly Placed[]): ReadonlySet<number> {
  const edges = new Set<number>();
  let from = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.page === lines[from]?.page) continue;
    for (let i = 0; i < Math.min(EDGE, at - from); i += 1) edges.add(from + i).add(at - 1 - i);
    from = at;
  }
  return edges;
}

/** Why a line is no part of the text; null when it is. */
export function headReason(line: string, recurring: ReadonlySet<string>): 'page-number' | 'running-head' | null {
  if (PAGE_NUMBER.test(line) || ROMAN.test(line)) return 'page-number';
  if (line.length > LONGEST + 20) return null;
  if (recurring.has(shape(line))) return 'running-head';
  return ISSUE_HEAD.test(line) && !SENTENCE.test(line) && line.replace(/\s/g, '').length > 14 ? 'running-head' : null;
}
