/** The texts behind a carrier: what it issues and its annexes, each under its title, and the list that names them. */
import type { CleanLine } from '../clean/clean.ts';
import { issuedTexts } from '../text/carrier.ts';
import { readLabel } from '../text/labels.ts';
import { curlQuotes } from '../text/quotes.ts';
import { titleKey } from '../text/title-key.ts';
import { ADOPTION_NOTE, ANNEX_MARK, ATTACHMENTS, TITLE_END } from './patterns.ts';
import { printedOf, reflow } from './reflow.ts';
import { isRow } from './rows.ts';
import type { Paragraph } from './split-document.ts';
import { findTitleEnd } from './title-lines.ts';

const MOST_TITLE_LINES = 5;

/** How many lines from here are together one of these names; 0 when they are none. */
export function countNamed(lines: readonly CleanLine[], from: number, names: ReadonlySet<string>): number {
  let joined = '';
  for (let i = from; i < Math.min(lines.length, from + MOST_TITLE_LINES); i += 1) {
    joined += titleKey(lines[i]?.text ?? '');
    if (names.has(joined)) return i + 1 - from;
    if (![...names].some((name) => name.startsWith(joined))) return 0;
  }
  return 0;
}

/** An issued text may end with its own 附件：1.… list, above its annexes. */
export function cutLists(lines: readonly CleanLine[]): { text: readonly CleanLine[]; list: readonly CleanLine[] } {
  for (let at = 0; at < lines.length; at += 1) {
    if (!ATTACHMENTS.test(lines[at]?.text ?? '')) continue;
    let end = at + 1;
    while (end < lines.length && /^\d/.test(lines[end]?.text ?? '') && !/。/.test(lines[end]?.text ?? '')) end += 1;
    if (end < lines.length && !ANNEX_MARK.test(lines[end]?.text ?? '')) continue;
    return { text: [...lines.slice(0, at), ...lines.slice(end)], list: lines.slice(at, end) };
  }
  return { text: lines, list: [] };
}

/** What the texts behind a carrier are called: its title names those that it issues, 附件：1.… the others. */
export function namesOf(title: string, listed: readonly Paragraph[], said: readonly CleanLine[]): ReadonlySet<string> {
  const annexes = listed.map(({ text }) => text.replace(ATTACHMENTS, '').replace(/^\d{1,2}[.．、]/, ''));
  return new Set([...issuedTexts(title).titles, ...publishedIn(title, said), ...annexes].map(titleKey));
}

/** 现公布《X》，自…起施行: what an order or announcement says of the text that it publishes. */
function publishedIn(title: string, said: readonly CleanLine[]): string[] {
  if (!/(?:令|公告)$/.test(title)) return [];
  const [sentence = ''] = said
    .map(({ text }) => text)
    .join('')
    .split('。');
  return /公布|发布/.test(sentence)
    ? [...sentence.matchAll(/《((?:[^《》]|《[^《》]*》)*)》/g)].map((match) => match[1] ?? '')
    : [];
}

/** Title lines of the attached text stand on top of it; annexes have theirs behind an 附件 mark. */
export function readAttached(
  lines: readonly CleanLine[],
  names: ReadonlySet<string>,
): { content: Paragraph[]; titles: Paragraph[] } {
  const content: Paragraph[] = [];
  const titles: Paragraph[] = [];
  let at = 0;
  while (at < lines.length) {
    const title = readTitleAt(lines, at, names);
    const next = findNextText(lines, title.end);
    if (title.paragraph) {
      titles.push(title.paragraph);
      content.push(title.paragraph);
    }
    content.push(...reflow(lines.slice(title.end, next)));
    at = next;
  }
  return { content, titles };
}

function findNextText(lines: readonly CleanLine[], from: number): number {
  for (let i = from; i < lines.length; i += 1)
    if (ANNEX_MARK.test(lines[i]?.text ?? '') || beginsText(lines, i)) return i;
  return lines.length;
}

/** Behind the end of a text: a title with a 题注 or the first article under it, as a rule that is printed again as amended has. */
export function beginsText(lines: readonly CleanLine[], at: number): boolean {
  if (!/。(?:”|’|）)?$/.test(lines[at - 1]?.text ?? '')) return false;
  const to = findTitleEnd(lines, at);
  const below = to === null ? '' : (lines[to]?.text ?? '');
  return /^第[一1][编章条](?![，。、的])/.test(below) || (below.startsWith('（') && ADOPTION_NOTE.test(below));
}

/** （2021年—2025年）, （试行） under a title. */
const BRACKETED = /^[（(](?!.*月\d{1,2}日).{0,20}[）)]$/;

interface Title {
  readonly paragraph: Paragraph | null;
  readonly end: number;
}

function readTitleAt(lines: readonly CleanLine[], from: number, names: ReadonlySet<string>): Title {
  let start = from;
  while (ANNEX_MARK.test(lines[start]?.text ?? '')) start += 1;
  const named = countNamed(lines, start, names);
  if (named > 0)
    return toTitle(lines, start, start + named + (BRACKETED.test(lines[start + named]?.text ?? '') ? 1 : 0));
  let text = '';
  for (let i = start; i < Math.min(lines.length, start + MOST_TITLE_LINES); i += 1) {
    const line = lines[i];
    if (line === undefined || !mayBeTitle(line)) break;
    text = curlQuotes(text + line.text);
    const next = lines[i + 1]?.text ?? '';
    const goesOn =
      BRACKETED.test(next) ||
      (TITLE_END.test(text + next) && next.length < 20 && !/[。；：]/.test(next) && readLabel(next) === null);
    if ((TITLE_END.test(text) || /(?:表|名单|一览|清单|图)$/.test(text)) && !goesOn)
      return toTitle(lines, start, i + 1);
  }
  // What stands between an 附件 mark and a table or a numbered point heads the annex, whatever its last word.
  const [first, next] = [lines[start], lines[start + 1]];
  const heads =
    start > from &&
    first !== undefined &&
    next !== undefined &&
    mayBeTitle(first) &&
    !/[，\s]/.test(first.spaced.trim()) &&
    (readLabel(next.text) !== null || (isRow(next.text) && next.spaced.trim().includes(' ')));
  return heads ? toTitle(lines, start, start + 1) : { paragraph: null, end: start };
}

const mayBeTitle = ({ text }: CleanLine): boolean =>
  !/[。；：]/.test(text) && readLabel(text) === null && text.length <= 60;

function toTitle(lines: readonly CleanLine[], from: number, to: number): Title {
  const whole = lines.slice(from, to);
  const [first, last] = [whole[0], whole.at(-1)];
  return {
    paragraph: {
      text: curlQuotes(whole.map(({ text }) => text).join('')),
      lines: [first?.line ?? 1, last?.line ?? 1],
      page: first?.page ?? null,
      printed: printedOf(whole),
    },
    end: to,
  };
}
