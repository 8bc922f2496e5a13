/** Titles that nearly are another: a word left out, 条例 for 办法. */
import { titleKey } from '../text/title-key.ts';

const NEAR = 0.78;
const MOST = 3;

/** The nearest first; none for a title that merely shares its subject. */
export function nearTitles<T extends { readonly title: string }>(title: string, texts: readonly T[]): T[] {
  const wanted = pairsOf(title);
  if (wanted.size < 4) return [];
  return texts
    .map((text) => ({ text, near: likeness(wanted, pairsOf(text.title)) }))
    .filter(({ near }) => near >= NEAR)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST)
    .map(({ text }) => text);
}

function pairsOf(title: string): ReadonlySet<string> {
  const key = Array.from(titleKey(title).replaceAll('中华人民共和国', ''));
  return new Set(key.slice(1).map((letter, at) => `${key[at]}${letter}`));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  // Much longer or shorter cannot be near; most titles are told by this alone.
  if (Math.min(a.size, b.size) < NEAR * Math.max(a.size, b.size) * 0.8) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
