/**
 * Units as weighed pairs of characters: folded, signs left out, each pair the heavier the rarer it is in both texts, so that
 * 县级以上人民政府 counts little and 双随机 much.
 */
import { foldText } from '../text/fold.ts';

export interface Profile {
  /** Numbers of the pairs, rising. */
  readonly grams: Int32Array;
  /** How often each stands there. */
  readonly counts: Int32Array;
  readonly weight: number;
}

export interface Profiles {
  readonly left: readonly Profile[];
  readonly right: readonly Profile[];
  /** By number of the pair. */
  readonly rarity: Float64Array;
}

const NOT_LETTERS = /[^\p{L}\p{N}]/gu;

/** Folded text without signs and blanks: two units with one key say the same. */
export function keyOf(text: string): string {
  return foldText(text).replace(NOT_LETTERS, '');
}

export function profilesOf(left: readonly string[], right: readonly string[]): Profiles {
  const numbers = new Map<string, number>();
  const bags = [...left, ...right].map((text) => bagOf(text, numbers));
  const found = new Int32Array(numbers.size);
  for (const bag of bags) for (const gram of bag.keys()) found[gram] = (found[gram] ?? 0) + 1;
  const rarity = Float64Array.from(found, (count) => Math.log(1 + bags.length / count));
  const profiles = bags.map((bag) => profileOf(bag, rarity));
  return { left: profiles.slice(0, left.length), right: profiles.slice(left.length), rarity };
}

function bagOf(text: string, numbers: Map<string, number>): Map<number, number> {
  const letters = Array.from(keyOf(text));
  const bag = new Map<number, number>();
  letters.forEach((letter, at) => {
    // The last character is a gram alone, as is the only one of a unit.
    const gram = letter + (letters[at + 1] ?? '');
    const number = numbers.get(gram) ?? numbers.size;
    if (number === numbers.size) numbers.set(gram, number);
    bag.set(number, (bag.get(number) ?? 0) + 1);
  });
  return bag;
}

function profileOf(bag: ReadonlyMap<number, number>, rarity: Float64Array): Profile {
  const grams = Int32Array.from(bag.keys()).sort();
  const counts = grams.map((gram) => bag.get(gram) ?? 0);
  let weight = 0;
  grams.forEach((gram, at) => {
    weight += (counts[at] ?? 0) * (rarity[gram] ?? 0);
  });
  return { grams, counts, weight };
}

/** The weight that two profiles share; of what `taken` has already, nothing counts. */
export function sharedWeight(a: Profile, b: Profile, rarity: Float64Array, taken: Profile | null = null): number {
  let [i, j, k, shared] = [0, 0, 0, 0];
  while (i < a.grams.length && j < b.grams.length) {
    const gram = a.grams[i] ?? 0;
    const other = b.grams[j] ?? 0;
    if (gram < other) i += 1;
    else if (gram > other) j += 1;
    else {
      let free = b.counts[j] ?? 0;
      if (taken !== null) {
        while (k < taken.grams.length && (taken.grams[k] ?? 0) < gram) k += 1;
        if (taken.grams[k] === gram) free = Math.max(0, free - (taken.counts[k] ?? 0));
      }
      shared += Math.min(a.counts[i] ?? 0, free) * (rarity[gram] ?? 0);
      i += 1;
      j += 1;
    }
  }
  return shared;
}
