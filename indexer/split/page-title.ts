/**
 * How a page that was saved or copied as text prints the head of its document: the page’s own title first and the document’s once
 * more below it; the number in one line with the title; the whole title in 《》; the site’s name above it. Afterwards title and
 * number stand each on lines of their own, once.
 */
import type { CleanLine } from '../clean/clean.ts';
import { readNumberLine } from '../text/document-number.ts';
import { readLabel } from '../text/labels.ts';
import { ADOPTION_NOTE, CONTENTS_HEAD, ISSUER_LINE, looksLikeAddressee, TITLE_END } from './patterns.ts';
import { isTitleLine, titleOf, titleShape } from './title-lines.ts';

/** Such a head stands within so many lines from the top. */
const WITHIN = 14;
const MOST_TITLE_LINES = 4;
/** What may stand between the two prints of a title. */
const MOST_BETWEEN = 4;
const SHORTEST_TITLE = 10;

const NUMBER = '\\p{Script=Han}{2,14}[〔[【（(]\\d{4}[〕\\]】）)]第?\\d{1,5}号';
/** 梁政发〔2023〕7号关于印发…的通知 */
const NUMBER_FIRST = new RegExp(`^(${NUMBER})\\s*(.{6,})$`, 'u');
/** 方城县人民政府拟征收土地启动公告（方征启公告〔2022〕4号） */
const NUMBER_LAST = new RegExp(`^(.{6,})[（(](${NUMBER})[）)]$`, 'u');
/** 《某某市人民政府关于印发〈某某办法〉的通知》 */
const QUOTED = /^《(?:[^《》〈〉]|〈[^〈〉]*〉)*》$/;

export function settleTitle(lines: readonly CleanLine[]): readonly CleanLine[] {
  const text = lines.slice(0, WITHIN).findIndex((line) => /[。；：]$/.test(line.text));
  const top = lines.slice(0, text === -1 ? WITHIN : text + 1);
  if (top.some((line) => CONTENTS_HEAD.test(line.text))) return lines;
  const parted = top.flatMap((line, index) => partNumber(line, top[index + 1]?.text ?? ''));
  const head = parted.filter((line, index) => !isRepeated(line.text, parted[index + 1]?.text ?? ''));
  const whole = head.length === top.length && head.every((line, index) => line === top[index]);
  let settled: readonly CleanLine[] = whole ? lines : [...head, ...lines.slice(top.length)];
  for (let shorter = dropPageTitle(settled); shorter !== settled; shorter = dropPageTitle(settled)) settled = shorter;
  return settled;
}

/** Title and number apart, where the next line shows that this is a head and no row of a list. */
function partNumber(line: CleanLine, next: string): CleanLine[] {
  const title = unquote(line.text);
  const first = NUMBER_FIRST.exec(title);
  const last = NUMBER_LAST.exec(title);
  const [number, rest] = first
    ? [first[1] ?? '', unquote(first[2] ?? '')]
    : [last?.[2] ?? '', unquote(last?.[1] ?? '')];
  const isHead = readNumberLine(number) !== null && TITLE_END.test(rest) && readLabel(rest) === null && opensText(next);
  if (isHead) return (first ? [number, rest] : [rest, number]).map((text) => withText(line, text));
  return title === line.text || !TITLE_END.test(title) ? [line] : [withText(line, title)];
}

const withText = (line: CleanLine, text: string): CleanLine => ({ ...line, text, spaced: text });

function unquote(text: string): string {
  return QUOTED.test(text) ? text.slice(1, -1).replaceAll('〈', '《').replaceAll('〉', '》') : text;
}

/** Behind a head stand the addressee, the title once more, or text; behind a row of a list, the next row. */
const opensText = (text: string): boolean =>
  looksLikeAddressee(text) ||
  readNumberLine(text) !== null ||
  readLabel(text) !== null ||
  (!NUMBER_FIRST.test(text) && (/[。：]$/.test(text) || text.length > 36 || TITLE_END.test(unquote(text))));

/** A number that is printed again, or the name of the site above an issuer that contains it or is its end. */
function isRepeated(text: string, next: string): boolean {
  const number = readNumberLine(text);
  if (number !== null) return readNumberLine(next) === number;
  if (!ISSUER_LINE.test(text) || next.length <= text.length) return false;
  const issuer = /^(.{4,}?)(?:关于|印发|转发|批转|公告|通告)/.exec(next)?.[1] ?? '';
  return issuer !== '' && (issuer.startsWith(text) || text.endsWith(issuer));
}

/** The lines from where the document itself begins; a number that only the page’s title has stays above it. */
function dropPageTitle(lines: readonly CleanLine[]): readonly CleanLine[] {
  for (let at = 0; at < Math.min(WITHIN, lines.length); at += 1) {
    for (let to = at + 1; to <= at + MOST_TITLE_LINES && isTitleLine(lines[to - 1]); to += 1) {
      const title = titleOf(lines, at, to);
      if (title.length < SHORTEST_TITLE || !TITLE_END.test(title)) continue;
      const again = findAgain(lines, to, title);
      // 政府令〔2010〕第15号 under the second print: an order, which is read with the name above it.
      if (again === null || isOrdered(lines, again)) break;
      const above = lines.slice(0, again).findLast(({ text }) => readNumberLine(text) !== null);
      const below = lines.slice(again, again + MOST_TITLE_LINES + 2).some(({ text }) => readNumberLine(text) !== null);
      // 国务院机关事务管理局 between two prints of 关于…的通知: the title that follows does not name it.
      const issuer = title.startsWith('关于')
        ? lines.slice(to, again).findLast(({ text }) => ISSUER_LINE.test(text))
        : undefined;
      const kept = [...(above === undefined || below ? [] : [above]), ...(issuer === undefined ? [] : [issuer])];
      return [...kept, ...lines.slice(again)];
    }
  }
  return lines;
}

const isOrdered = (lines: readonly CleanLine[], at: number): boolean =>
  lines.slice(at + 1, at + 3).some(({ text }) => /令.{0,8}第?[\d一二三四五六七八九十]+号$/.test(text));

/** Where a title is printed once more; a bracket at its end, （2019修订）, may be the page’s. */
function findAgain(lines: readonly CleanLine[], from: number, title: string): number | null {
  const shapes = new Set([titleShape(title), titleShape(title.replace(/（[^（）]*）$/, ''))]);
  for (let at = from; at <= Math.min(from + MOST_BETWEEN, lines.length - 1); at += 1) {
    let shape = '';
    for (let to = at; to < at + MOST_TITLE_LINES && isTitleLine(lines[to]); to += 1) {
      shape += titleShape(lines[to]?.text ?? '');
      if (shapes.has(shape)) return at;
    }
    const text = lines[at]?.text ?? '';
    if (ADOPTION_NOTE.test(text) || looksLikeAddressee(text) || /[。；]$/.test(text)) return null;
  }
  return null;
}
