/** Running heads and page numbers, found by what they are made of and by their recurrence, wherever they fall. */

/** — 12 —, 第 3 页, 45; a bare year is the masthead's, not a page's. */
const PAGE_NUMBER = /^(?!(?:19|20)\d{2}$)[\s·.—–―_-]*(?:第 ?)?\d{1,4}(?: ?页)?[\s·.—–―_-]*$/;
/** 市政府文件 某某公报（2021年第13期）: the name of a gazette with its number, and no sentence. */
const ISSUE_HEAD = /(?:公报|政报).{0,6}[（(]?\s*\d{4}\s*[年.]?\s*第?\s*\d{1,3}\s*[期号]/;
const SENTENCE = /[，。；：]/;
const LONGEST = 60;
const RECURRENCES = 3;

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

/** Why a line is no part of the text; null when it is. */
export function headReason(line: string, recurring: ReadonlySet<string>): 'page-number' | 'running-head' | null {
  if (PAGE_NUMBER.test(line)) return 'page-number';
  if (line.length > LONGEST + 20) return null;
  if (recurring.has(shape(line))) return 'running-head';
  return ISSUE_HEAD.test(line) && !SENTENCE.test(line) && line.replace(/\s/g, '').length > 14 ? 'running-head' : null;
}
