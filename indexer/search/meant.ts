/**
 * Finds what a word that stands nowhere may have been meant to be: words of the library that sound the same, or differ from it in
 * one character. Sound only suggests, it never matches. Candidates come from the pairs of characters that the library has, so that
 * every one of its words can be found, and each is looked up before it is offered.
 */
import { phraseQuery } from '../catalogue/clause-index.ts';
import { pairsBeginning } from '../catalogue/search-view.ts';
import { segmentExact } from '../segment/segment.ts';
import { foldText } from '../text/fold.ts';
import type { Snapshot } from './snapshot.ts';
import { charactersOf, soundsOf, splitSounds } from './sounds.ts';

export interface Meant {
  readonly word: string;
  readonly reason: 'sound' | 'slip';
}

const LONGEST = 12;
/** Pairs looked at behind one character; the commonest come first. */
const MOST_PAIRS = 150;
const MOST_CANDIDATES = 200;

/** Most frequent first. */
export function meantBy(snapshot: Snapshot, typed: string, limit: number): Meant[] {
  const folded = foldText(typed).trim();
  if (/^[a-z ']{2,40}$/.test(folded)) return ranked(snapshot, spelled(snapshot, folded), 'sound').slice(0, limit);
  const characters = [...folded];
  if (characters.length < 2 || characters.length > LONGEST || !/^\p{Script=Han}+$/u.test(folded)) return [];
  const sameSound = ranked(snapshot, soundingAlike(snapshot, characters), 'sound');
  if (sameSound.length > 0 || characters.length < 3) return sameSound.slice(0, limit);
  return ranked(snapshot, slipped(snapshot, characters), 'slip').slice(0, limit);
}

/** What really stands in the library, by how often; of words and mere neighbours, words first. */
function ranked(snapshot: Snapshot, candidates: readonly string[], reason: Meant['reason']): Meant[] {
  const found = candidates.slice(0, MOST_CANDIDATES).map((word) => {
    const count = snapshot.matching(phraseQuery(word) ?? '').length;
    return { word, count, whole: count > 0 && segmentExact(word).length === 1 };
  });
  return found
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.count - a.count)
    .map(({ word }) => ({ word, reason }));
}

/** jingdian gives 景点 and 经典. */
function spelled(snapshot: Snapshot, letters: string): readonly string[] {
  return splitSounds(letters).flatMap((sounds) => wordsSounding(snapshot, sounds));
}

function wordsSounding(snapshot: Snapshot, sounds: readonly string[]): readonly string[] {
  const [first = '', ...others] = sounds;
  let words: readonly string[] = charactersOf(first);
  for (const [i, sound] of others.entries()) {
    const next = words.flatMap((word) => {
      const pairs = pairsBeginning(snapshot.database, [...word].at(-1) ?? '', MOST_PAIRS * 4);
      return pairs.flatMap((pair) => {
        const last = [...pair][1] ?? '';
        return soundsOf(last).includes(sound) ? [word + last] : [];
      });
    });
    words = next.slice(0, i === others.length - 1 ? MOST_CANDIDATES : MOST_CANDIDATES * 4);
  }
  return others.length === 0 ? [] : words;
}

/** One character for another of the same sound, at each place; a short word also as a whole. */
function soundingAlike(snapshot: Snapshot, characters: readonly string[]): readonly string[] {
  const candidates = characters.flatMap((character, at) =>
    soundsOf(character)
      .flatMap(charactersOf)
      .filter((other) => other !== character)
      .map((other) => replaced(characters, at, other)),
  );
  const possible = candidates.filter((word) => hasPairs(snapshot, word));
  if (possible.length > 0 || characters.length > 4) return possible;
  return wordsSounding(
    snapshot,
    characters.map((character) => soundsOf(character)[0] ?? ''),
  );
}

/** One character for any other that the library has between the same neighbours. */
function slipped(snapshot: Snapshot, characters: readonly string[]): string[] {
  return characters.flatMap((_, at) => {
    if (at === 0) return [];
    const others = pairsBeginning(snapshot.database, characters[at - 1] ?? '', MOST_PAIRS);
    return others
      .map((pair) => replaced(characters, at, [...pair][1] ?? ''))
      .filter((word) => hasPairs(snapshot, word));
  });
}

const replaced = (characters: readonly string[], at: number, other: string): string =>
  [...characters.slice(0, at), other, ...characters.slice(at + 1)].join('');

/** Cheap to ask, because every pair is asked once: a word whose pairs stand nowhere stands nowhere. */
function hasPairs(snapshot: Snapshot, word: string): boolean {
  const characters = [...word];
  return characters.every(
    (character, i) => i === 0 || snapshot.matching(phraseQuery((characters[i - 1] ?? '') + character) ?? '').length > 0,
  );
}
