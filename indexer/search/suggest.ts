/** Suggestions while typing: documents by number and title, issuers, issues, and words of the titles by their pinyin. */
import { pinyin } from 'pinyin-pro';
import type { Suggestion } from '../contract.ts';
import { segmentExact } from '../segment/segment.ts';
import { bareText } from '../text/fold.ts';
import type { Derivation } from './derived.ts';
import { Remembered } from './remembered.ts';
import type { Snapshot } from './snapshot.ts';

const LETTERS = /^[a-z]{2,}$/;

export function suggest(snapshot: Snapshot, q: string, limit: number): Suggestion[] {
  const typed = bareText(q);
  if (typed === '') return [];
  const found = [
    ...numbers(snapshot, typed, limit),
    ...titles(snapshot, typed, limit),
    ...issuers(snapshot, typed, limit),
    ...issues(snapshot, typed, limit),
    ...(LETTERS.test(typed) ? words(snapshot, typed, limit) : []),
  ];
  return found.slice(0, limit);
}

function numbers({ heads, facts }: Snapshot, typed: string, limit: number): Suggestion[] {
  const found: Suggestion[] = [];
  for (let place = 0; place < heads.length && found.length < Math.ceil(limit / 2); place += 1) {
    const head = heads[place];
    if (head?.number == null || !bareText(head.number).startsWith(typed)) continue;
    found.push({ kind: 'number', text: head.number, detail: head.title, id: facts[place]?.id ?? null });
  }
  return found;
}

/** Titles that begin with what was typed come before those that only contain it. */
function titles({ titles: all, heads, facts }: Snapshot, typed: string, limit: number): Suggestion[] {
  const found: { place: number; at: number }[] = [];
  all.forEach((names, place) => {
    const at = Math.min(
      ...names.map((name) => (name.includes(typed) ? name.indexOf(typed) + name.length / 1000 : Infinity)),
    );
    if (at < Infinity) found.push({ place, at });
  });
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
    .map(({ place }) => ({
      kind: 'document' as const,
      text: heads[place]?.title ?? '',
      detail: heads[place]?.number ?? facts[place]?.writtenOn ?? null,
      id: facts[place]?.id ?? null,
    }));
}

function issuers({ facts }: Snapshot, typed: string, limit: number): Suggestion[] {
  const counts = new Map<string, number>();
  for (const { issuers: names } of facts) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([name]) => bareText(name).includes(typed) || initials(name).startsWith(typed))
    .sort((a, b) => b[1] - a[1])
    .slice(0, Math.ceil(limit / 2))
    .map(([name, count]) => ({ kind: 'issuer', text: name, detail: `${count} 件`, id: null }));
}

function issues({ issues: all, issueLabels }: Snapshot, typed: string, limit: number): Suggestion[] {
  return all
    .filter(({ id }) => bareText(issueLabels.get(id) ?? '').includes(typed))
    .slice(0, Math.ceil(limit / 2))
    .map(({ id, documents }) => ({
      kind: 'issue',
      text: issueLabels.get(id) ?? '',
      detail: `${documents} 件`,
      id,
    }));
}

/** Pinyin never matches a text; it only suggests what may have been meant: jingdian gives 景点 and 经典. */
function words(snapshot: Snapshot, typed: string, limit: number): Suggestion[] {
  return snapshot
    .derived(VOCABULARY)
    .words.filter(({ sound, initials: first }) => sound.startsWith(typed) || first === typed)
    .slice(0, limit)
    .map(({ word }) => ({ kind: 'word', text: word, detail: null, id: null }));
}

interface Word {
  readonly word: string;
  readonly sound: string;
  readonly initials: string;
}

/** Words of all titles, most frequent first. Words of titles that are no more stay, as rare as they are. */
const VOCABULARY: Derivation<{ readonly counts: Map<string, number>; readonly words: readonly Word[] }> = {
  make: (snapshot) => withTitles(new Map(), snapshot.heads),
  update: ({ counts }, snapshot, places) =>
    withTitles(
      counts,
      places.flatMap((place) => snapshot.heads[place] ?? []),
    ),
};

function withTitles(counts: Map<string, number>, heads: Snapshot['heads']) {
  for (const { title } of heads)
    for (const word of segmentExact(title))
      if (/^\p{Script=Han}{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, words: [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => spoken(word)) };
}

const SPOKEN = new Remembered<Word>(100_000, () => 1);
const spoken = (word: string): Word =>
  SPOKEN.getOr(word, () => ({ word, sound: sound(word), initials: initials(word) }));

const sound = (text: string): string => pinyin(text, { toneType: 'none', type: 'array' }).join('').toLowerCase();
const initials = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
