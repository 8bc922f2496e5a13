/** What has a head of its own and yet belongs to the document before it: a rule that is published, an original that is passed on. */
import type { CleanLine } from '../clean/clean.ts';
import type { Head } from './head.ts';
import type { ContentsRow } from './split-document.ts';
import { titleOf, titleShape } from './title-lines.ts';

const SHORTEST_MATTER = 6;

/** An order that only says something itself publishes no rule: 特此公告 and the like end it. */
export function isPublishing(order: Head, lines: readonly CleanLine[], { titleFrom }: Head): boolean {
  return /公布|发布|颁布|颁发|施行|印发/.test(titleOf(lines, order.end, titleFrom));
}

/** 《X条例》已由…通过，现予公布 stands in the order: X条例 behind it is one document with it, though the contents list has both. */
export function isPublishedBy(order: Head, lines: readonly CleanLine[], { titleFrom, titleTo }: Head): boolean {
  const said = titleOf(lines, order.end, titleFrom);
  return titleShape(said).includes(titleShape(titleOf(lines, titleFrom, titleTo)));
}

/** Where the contents list names the rule that an order publishes, and not the order, the two are one document. */
export function isListed({ number }: Head, contents: readonly ContentsRow[]): boolean {
  return contents.some((row) => row.number === number);
}

/**
 * 最高人民法院公告 / 《…规定》已于…通过，现予公布 / 法释〔2020〕15号 / …规定: an announcement without a number is one document with the
 * interpretation that it publishes, and goes by its number.
 */
export function isAnnounced(before: Head, lines: readonly CleanLine[], head: Head): boolean {
  if (before.number !== null || head.number === null) return false;
  const announces = /(?:法院|检察院|委员会|[部局署])公告$/.test(titleOf(lines, before.titleFrom, before.titleTo));
  return announces && isPublishing(before, lines, head) && isPublishedBy(before, lines, head);
}

/**
 * 某省政府办公厅转发《国务院办公厅关于X的通知》的通知 prints the original with its own number behind itself: one document, unless the
 * contents list has the original, too.
 */
export function isForwarded(
  before: Head,
  lines: readonly CleanLine[],
  head: Head,
  contents: readonly ContentsRow[],
): boolean {
  const carrier = titleOf(lines, before.titleFrom, before.titleTo);
  if (!/转发|批转/.test(carrier) || isListed(head, contents)) return false;
  const title = titleOf(lines, head.titleFrom, head.titleTo);
  if (/转发|批转/.test(title)) return false;
  const matter = titleShape(title.slice(Math.max(0, title.indexOf('关于'))).replace(/的?(?:通知|意见|函)$/, ''));
  return matter.length >= SHORTEST_MATTER && titleShape(carrier).includes(matter);
}
