/** Documents whose title was typed or pasted, exactly or with a slip. */
import type { SearchHelp } from '../contract.ts';
import type { ParsedQuery, QueryNode } from '../query/tree.ts';
import { segmentExact } from '../segment/segment.ts';
import { synonymsOf, wordsWithSynonyms } from '../segment/synonyms.ts';
import { bareText } from '../text/fold.ts';
import type { Snapshot } from './snapshot.ts';

/** Shorter texts are words rather than titles. */
const SHORTEST_NEAR = 8;
/** Share of common character pairs from which a title counts as the one that was meant. */
const NEAR = 0.62;
/** … from which it is worth showing when nothing was found. */
const LIKE = 0.3;
const STATE = '中华人民共和国';

/** The title that a query may be: its text, when it is nothing but words, or the 《title》 in it. Empty when it is none. */
export function titleTyped(query: ParsedQuery): string {
  const titles = titlesIn(query.root);
  if (titles.length === 1) return bareText(titles[0] ?? '');
  return onlyWords(query.root) ? bareText(query.text) : '';
}

function titlesIn(node: QueryNode | null): string[] {
  if (node === null) return [];
  if (node.kind === 'all') return node.parts.flatMap(titlesIn);
  return node.kind === 'text' && node.form === 'title' ? [node.phrases[0] ?? ''] : [];
}

function onlyWords(node: QueryNode | null): boolean {
  if (node === null) return false;
  if (node.kind === 'all') return node.parts.every(onlyWords);
  return (node.kind === 'text' && (node.form === 'word' || node.form === 'title')) || node.kind === 'number';
}

/** Places of the documents that have exactly this title, or issue a text of it. */
export function documentsTitled(snapshot: Snapshot, title: string): number[] {
  if (title === '') return [];
  const sought = withoutState(title);
  return placesWhere(snapshot, (titles) => titles.some((one) => withoutState(one) === sought));
}

/** The titles that have most of what was typed, best first; none that have less than a third of it. */
export function titlesLike(snapshot: Snapshot, typed: string, limit: number): SearchHelp['nearestTitles'] {
  const pairs = pairsOf(bareText(typed));
  if (pairs.size === 0) return [];
  const near: { place: number; likeness: number }[] = [];
  snapshot.titles.forEach((titles, place) => {
    const likeness = Math.max(0, ...titles.map((one) => shareOf(pairs, one)));
    if (likeness >= LIKE) near.push({ place, likeness });
  });
  near.sort((a, b) => b.likeness - a.likeness || a.place - b.place);
  return near.slice(0, limit).map(({ place }) => ({
    id: snapshot.facts[place]?.id ?? '',
    title: snapshot.heads[place]?.title ?? '',
    number: snapshot.heads[place]?.number ?? null,
    writtenOn: snapshot.facts[place]?.writtenOn ?? null,
  }));
}

/** Share of the pairs that a title has; of titles with as many the shorter is nearer. */
function shareOf(pairs: ReadonlySet<string>, title: string): number {
  let common = 0;
  for (const pair of pairs) if (title.includes(pair)) common += 1;
  return common / pairs.size - title.length / 10_000;
}

/**
 * Documents that are called so: 电梯办法 is 某某市既有住宅增设电梯办法, 个保法 is 个人信息保护法. The title itself or its synonym comes
 * before the parts of a code, those before titles that contain it, and those before titles with its words in their order.
 */
export function documentsCalled(snapshot: Snapshot, name: string): number[] {
  const sought = bareText(name);
  const names = [sought, ...synonymsOf(name).map(bareText), ...spelledOut(sought)];
  const exact = placesWhere(snapshot, (titles) => titles.some((one) => names.includes(withoutState(one))));
  // A code is kept in parts: 民法典 is 民法典总则, 民法典合同编 …
  const parts = sought.endsWith('典')
    ? placesWhere(snapshot, (titles) => titles.some((one) => withoutState(one).startsWith(sought)))
    : [];
  if (parts.length > 0) return [...new Set([...exact, ...parts])];
  if (exact.length > 0 || sought.length < 3) return exact;
  const within = placesWhere(snapshot, (titles) => titles.some((one) => names.some((part) => one.includes(part))));
  if (within.length > 0) return within;
  for (const whole of names.slice(1)) {
    const places = placesWhere(snapshot, (titles) => titles.some((one) => standInOrder(partsOf(whole), one)));
    if (places.length > 0) return places;
  }
  const words = segmentExact(sought);
  return words.length < 2 ? [] : placesWhere(snapshot, (titles) => titles.some((one) => standInOrder(words, one)));
}

/** 民诉法解释 as 民事诉讼法解释. */
function spelledOut(name: string): string[] {
  return wordsWithSynonyms(name).flatMap((short) =>
    synonymsOf(short).map((long) => name.replace(short, bareText(long))),
  );
}

/** 民事诉讼法解释 as 民事诉讼法 and 解释: what a long name adds to the name of a law stands elsewhere in the title. */
function partsOf(name: string): string[] {
  const law = /^(.{2,}?(?:法|典|条例))(.+)$/u.exec(name);
  return law === null ? [name] : [law[1] ?? '', law[2] ?? ''];
}

function standInOrder(words: readonly string[], title: string): boolean {
  let at = 0;
  for (const word of words) {
    const found = title.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
  }
  return true;
}

const withoutState = (title: string): string => (title.startsWith(STATE) ? title.slice(STATE.length) || title : title);

/** Documents whose title differs from this one by a slip, with how like they are (up to 1), nearest first. */
export function documentsNearlyTitled(snapshot: Snapshot, title: string): { place: number; likeness: number }[] {
  if (title.length < SHORTEST_NEAR) return [];
  const pairs = pairsOf(title);
  const near: { place: number; likeness: number }[] = [];
  snapshot.titles.forEach((titles, place) => {
    const likeness = Math.max(0, ...titles.map((one) => likenessTo(pairs, one)));
    if (likeness >= NEAR) near.push({ place, likeness });
  });
  return near.sort((a, b) => b.likeness - a.likeness);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** Dice's measure over pairs of characters. */
function likenessTo(pairs: ReadonlySet<string>, title: string): number {
  const length = Math.max(1, title.length - 1);
  if (length < pairs.size / 2 || length > pairs.size * 2 + 2) return 0;
  let common = 0;
  for (const pair of pairsOf(title)) if (pairs.has(pair)) common += 1;
  return (2 * common) / (pairs.size + length);
}

function placesWhere(snapshot: Snapshot, test: (titles: readonly string[]) => boolean): number[] {
  return snapshot.titles.flatMap((titles, place) => (test(titles) ? [place] : []));
}
