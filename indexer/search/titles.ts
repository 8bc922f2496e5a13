/** Documents whose title was typed or pasted, exactly or with a slip. */
import type { ParsedQuery, QueryNode } from '../query/tree.ts';
import { bareText, type Snapshot } from './snapshot.ts';

/** Shorter texts are words rather than titles. */
const SHORTEST_NEAR = 8;
/** Share of common character pairs from which a title counts as the one that was meant. */
const NEAR = 0.62;
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

const withoutState = (title: string): string => (title.startsWith(STATE) ? title.slice(STATE.length) || title : title);

/** Documents whose title differs from this one by a slip, nearest first. */
export function documentsNearlyTitled(snapshot: Snapshot, title: string): number[] {
  if (title.length < SHORTEST_NEAR) return [];
  const pairs = pairsOf(title);
  const near: { place: number; likeness: number }[] = [];
  snapshot.titles.forEach((titles, place) => {
    const likeness = Math.max(0, ...titles.map((one) => likenessTo(pairs, one)));
    if (likeness >= NEAR) near.push({ place, likeness });
  });
  return near.sort((a, b) => b.likeness - a.likeness).map(({ place }) => place);
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
