/**
 * How alike two units are, and for each unit the few that can be its counterpart: found through an index of the telling
 * pairs of characters, then weighed in full. Units that say the same word for word are not looked for further.
 */
import { keyOf, type Profile, type Profiles, profilesOf, sharedWeight } from './profiles.ts';
import { familyOf, type Unit } from './units.ts';

export interface Likeness {
  readonly left: number;
  readonly right: number;
  /** Shared weight over the weight of both, 0 to 1. */
  readonly alike: number;
  /** Shared weight over that of the left, and of the right unit: what of it is found in the other. */
  readonly ofLeft: number;
  readonly ofRight: number;
}

/** How a unit stands to one that it may have been cut out of, or taken up by. */
export interface PartShare {
  /** How much of the part stands in the whole and not in the whole's counterpart. */
  readonly share: number;
  /** How much of what the whole has beyond its counterpart is found in the part. */
  readonly lost: number;
}

const NO_PART: PartShare = { share: 0, lost: 0 };
/** Less than this share of a unit is no clause that could have gone elsewhere. */
const WORTH_FINDING = 0.12;

/** Pairs that stand in more units than this tell nothing about who belongs together. */
const TELLING = 0.04;
const TELLING_AT_LEAST = 16;
/** So many units are weighed in full for each. */
const WEIGHED = 12;

export class Likenesses {
  readonly #units: { readonly left: readonly Unit[]; readonly right: readonly Unit[] };
  readonly #profiles: Profiles;
  /** Both texts are written in articles. */
  readonly #articles: boolean;

  constructor(left: readonly Unit[], right: readonly Unit[]) {
    this.#units = { left, right };
    this.#articles = [left, right].every((units) => units.some(({ kind }) => kind === 'article'));
    this.#profiles = profilesOf(
      left.map(({ text }) => text),
      right.map(({ text }) => text),
    );
  }

  /** Every pair of units that may correspond, unordered. */
  candidates(): Likeness[] {
    const equal = this.#equalPairs();
    const postings = this.#postings(new Set(equal.values()));
    const sums = new Float64Array(this.#units.right.length);
    const found = [...equal].map(([left, right]) => this.between(left, right));
    this.#profiles.left.forEach((profile, left) => {
      if (equal.has(left)) return;
      for (const right of strongest(profile, postings, sums, this.#profiles.rarity))
        if (this.mayMeet(left, right)) found.push(this.between(left, right));
    });
    return found;
  }

  /** Of one pair, whatever its families. */
  between(left: number, right: number): Likeness {
    const [a, b] = [this.#profiles.left[left], this.#profiles.right[right]];
    if (a === undefined || b === undefined) return { left, right, alike: 0, ofLeft: 0, ofRight: 0 };
    const shared = sharedWeight(a, b, this.#profiles.rarity);
    const share = (whole: number): number => (whole === 0 ? 0 : shared / whole);
    return { left, right, alike: 2 * share(a.weight + b.weight), ofLeft: share(a.weight), ofRight: share(b.weight) };
  }

  /** Articles correspond to articles and headings to headings; but a notice may have turned its points into articles. */
  mayMeet(left: number, right: number): boolean {
    const [a, b] = [this.#units.left[left], this.#units.right[right]];
    if (a === undefined || b === undefined) return false;
    const [one, other] = [familyOf(a), familyOf(b)];
    return one === other || (one !== 'heading' && other !== 'heading' && !this.#articles);
  }

  /** A right unit as a part of a left one, beside that one's counterpart. */
  partOfLeft(right: number, left: number, counterpart: number): PartShare {
    const { left: lefts, right: rights } = this.#profiles;
    return this.#part(rights[right], lefts[left], rights[counterpart]);
  }

  /** A left unit as a part of a right one, beside that one's counterpart. */
  partOfRight(left: number, right: number, counterpart: number): PartShare {
    const { left: lefts, right: rights } = this.#profiles;
    return this.#part(lefts[left], rights[right], lefts[counterpart]);
  }

  #part(part: Profile | undefined, whole: Profile | undefined, taken: Profile | undefined): PartShare {
    if (part === undefined || whole === undefined || taken === undefined || part.weight === 0) return NO_PART;
    const { rarity } = this.#profiles;
    const shared = sharedWeight(part, whole, rarity, taken);
    const rest = whole.weight - sharedWeight(whole, taken, rarity);
    return { share: shared / part.weight, lost: rest < whole.weight * WORTH_FINDING ? 0 : shared / rest };
  }

  /** Left and right units with the same words that occur once on each side. */
  #equalPairs(): Map<number, number> {
    const [left, right] = [placesByKey(this.#units.left), placesByKey(this.#units.right)];
    const pairs = new Map<number, number>();
    for (const [key, place] of left) {
      const other = right.get(key);
      if (place !== null && other !== undefined && other !== null && this.mayMeet(place, other))
        pairs.set(place, other);
    }
    return pairs;
  }

  #postings(without: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
    const postings = new Map<number, number[]>();
    this.#profiles.right.forEach(({ grams }, right) => {
      if (without.has(right)) return;
      for (const gram of grams) {
        const list = postings.get(gram);
        if (list === undefined) postings.set(gram, [right]);
        else list.push(right);
      }
    });
    const limit = Math.max(TELLING_AT_LEAST, this.#units.right.length * TELLING);
    for (const [gram, list] of postings) if (list.length > limit) postings.delete(gram);
    return postings;
  }
}

/** Null for words that occur twice. */
function placesByKey(units: readonly Unit[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const unit of units) {
    const key = keyOf(unit.text);
    if (key !== '') places.set(key, places.has(key) ? null : unit.index);
  }
  return places;
}

/** The right units that share most of the telling pairs. `sums` is scratch: all zeros before and after. */
function strongest(
  { grams, counts }: Profile,
  postings: ReadonlyMap<number, readonly number[]>,
  sums: Float64Array,
  rarity: Float64Array,
): number[] {
  const met: number[] = [];
  grams.forEach((gram, at) => {
    for (const right of postings.get(gram) ?? []) {
      if (sums[right] === 0) met.push(right);
      sums[right] = (sums[right] ?? 0) + (counts[at] ?? 0) * (rarity[gram] ?? 0);
    }
  });
  const best = met.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, WEIGHED);
  for (const right of met) sums[right] = 0;
  return best;
}
