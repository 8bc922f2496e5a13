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
/** Longer runs are sentences, whose words are looked at by their sound alone. */
const LONGEST_SLIP = 6;
/** A word of so many characters may be wrong in all of them. */
const SHORT = 2;
/** Pairs looked at behind one character; the commonest come first. */
const MOST_PAIRS = 150;
const MOST_CANDIDATES = 100;
/** What stands in so small a share of the clauses of the likeliest (劳动和统 beside 劳动合同) is no word. */
const MERE_CHANCE = 0.01;

/** Most frequent first. */
export function meantBy(snapshot: Snapshot, typed: string, limit: number): Meant[] {
  const folded = foldText(typed).trim();
  if (/^[a-z ']{2,40}$/.test(folded)) return ranked(snapshot, spelled(snapshot, folded), 'sound').slice(0, limit);
  const characters = [...folded];
  if (characters.length < 2 || characters.length > LONGEST || !/^\p{Script=Han}+$/u.test(folded)) return [];
  const sameSound = ranked(snapshot, soundingAlike(snapshot, characters), 'sound');
  if (sameSound.length > 0 || characters.length < 3 || characters.length > LONGEST_SLIP)
    return sameSound.slice(0, limit);
  return ranked(snapshot, slipped(snapshot, characters), 'slip').slice(0, limit);
}

/** What really stands in the library, by how often; of words and mere neighbours, words first. */
function ranked(snapshot: Snapshot, candidates: readonly string[], reason: Meant['reason']): Meant[] {
  const found = candidates.slice(0, MOST_CANDIDATES).map((word) => {
    const count = snapshot.matching(phraseQuery(word) ?? '').length;
    return { word, count, whole: count > 0 && segmentExact(word).length === 1 };
  });
  const most = Math.max(...found.map(({ count }) => count));
  return found
    .filter(({ count }) => count > 0 && count >= most * MERE_CHANCE)
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.count - a.count)
    .map(({ word }) => ({ word, reason }));
}

/** jingdian gives 景点 and 经典. */
function spelled(snapshot: Snapshot, letters: string): readonly string[] {
  return splitSounds(letters).flatMap((sounds) => wordsSounding(snapshot, sounds));
}

function wordsSounding(snapshot: Snapshot, sounds: readonly string[]): readonly string[] {
  const [first = '', ...others] = sounds;
  let words = charactersOf(first);
  for (const sound of others) {
    const next = words.flatMap((word) => {
      const before = [...word].at(-1) ?? '';
      return charactersOf(sound)
        .filter((character) => snapshot.hasPair(before + character))
        .map((character) => word + character);
    });
    words = next.slice(0, MOST_CANDIDATES);
  }
  return others.length === 0 ? [] : words;
}

/** One character for another of the same sound, where the word breaks or else anywhere; a short word also as a whole. */
function soundingAlike(snapshot: Snapshot, characters: readonly string[]): readonly string[] {
  const places = breaks(snapshot, characters) ?? characters.map((_, at) => at);
  const possible = places.flatMap((at) =>
    soundsOf(characters[at] ?? '')
      .flatMap(charactersOf)
      .filter((other) => fits(snapshot, characters, at, other))
      .map((other) => replaced(characters, at, other)),
  );
  if (possible.length > 0 || characters.length > SHORT) return possible;
  const sounds = characters.map((character) => soundsOf(character)[0] ?? '');
  return wordsSounding(snapshot, sounds);
}

/** One character for any other that the library has between the same neighbours. */
function slipped(snapshot: Snapshot, characters: readonly string[]): string[] {
  return (breaks(snapshot, characters) ?? []).flatMap((at) => {
    if (at === 0) return [];
    const others = pairsBeginning(snapshot.database, characters[at - 1] ?? '', MOST_PAIRS);
    return others
      .map((pair) => [...pair][1] ?? '')
      .filter((other) => fits(snapshot, characters, at, other))
      .map((other) => replaced(characters, at, other));
  });
}

/**
 * Places where one wrong character explains what is wrong: those beside pairs that stand nowhere. None when too many do: then it
 * is no slip. Null when every pair stands somewhere: then the words may be right and merely stand nowhere side by side, or else
 * what is wrong makes pairs of its own (行政处发).
 */
function breaks(snapshot: Snapshot, characters: readonly string[]): number[] | null {
  const broken = characters.flatMap((character, i) =>
    i > 0 && !snapshot.hasPair((characters[i - 1] ?? '') + character) ? [i] : [],
  );
  const [first, second, ...more] = broken;
  if (first === undefined) return null;
  if (more.length > 0) return [];
  if (second !== undefined) return second === first + 1 ? [first] : [];
  return [first - 1, first];
}

function fits(snapshot: Snapshot, characters: readonly string[], at: number, other: string): boolean {
  const [before, behind] = [characters[at - 1], characters[at + 1]];
  if (other === characters[at]) return false;
  return (
    (before === undefined || snapshot.hasPair(before + other)) &&
    (behind === undefined || snapshot.hasPair(other + behind))
  );
}

const replaced = (characters: readonly string[], at: number, other: string): string =>
  [...characters.slice(0, at), other, ...characters.slice(at + 1)].join('');
