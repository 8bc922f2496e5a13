/**
 * Which unit of one text is which unit of the other, though renumbered, moved, split or merged. First the heaviest order-
 * preserving chain of likenesses; then what stands between its links; then what was carried elsewhere; then the units that
 * hold a part of one that has its counterpart already.
 */
import { type Likeness, Likenesses, type PartShare } from './likeness.ts';
import { heaviestRising } from './order.ts';
import { familyOf, type Unit } from './units.ts';

export interface Match {
  /** Indices of units, in order; several on one side when a unit was split or units were merged. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly moved: boolean;
}

/** Below this nobody takes two units for one. */
const ALIKE = 0.3;
/** Between two links of the chain, with nothing else to choose from, less will do. */
const ALIKE_IN_GAP = 0.22;
/** A short old clause inside a long new one is alike by what of itself it finds there. */
const WITHIN_IN_GAP = 0.32;
/** Far from its place a unit must be plainly the same. */
const ALIKE_MOVED = 0.5;
/** A pair must come near to the best of both its units, or a weak neighbour would hide a unit that was moved. */
const NEAR_BEST = 0.6;
/** Each the best that is left for the other, and so much of one found in the other: moved and rewritten. */
const WITHIN_MOVED = 0.42;
const ALIKE_REWRITTEN = 0.2;
/** A part counts as taken out of a unit when so much of it stands there and in no other part. */
const PART = 0.42;
/** So far from the counterpart may a split-off part stand. */
const PART_REACH = 6;
/** What a unit lost must be found again in the part, and the part must at least owe so much of itself to it. */
const LOST = 0.5;
const OWED = 0.22;
/** A unit that is free and so much more alike is the better counterpart, wherever it stands. */
const BETTER = 1.25;
/** A pair that is so much alike stays together. */
const SETTLED = 0.45;
const SHORT = 12;

export function align(left: readonly Unit[], right: readonly Unit[]): Match[] {
  const likenesses = new Likenesses(left, right);
  const all = likenesses.candidates();
  const pairs = new Pairs(left.length, right.length);
  const enough = ({ left: l, right: r, alike }: Likeness, least: number): boolean =>
    alike >= (Math.min(left[l]?.text.length ?? 0, right[r]?.text.length ?? 0) < SHORT ? Math.max(least, 0.5) : least);
  const candidates = nearBest(
    all.filter((each) => enough(each, ALIKE)),
    left.length,
    right.length,
  );
  const chain = heaviestRising(candidates.map((each) => ({ ...each, weight: weightOf(each, left, right) })));
  for (const { left: l, right: r } of chain) pairs.join(l, r);
  fillGaps(pairs, likenesses, left, right);
  const far = all.filter((each) => each.alike >= ALIKE_MOVED && enough(each, ALIKE_MOVED));
  for (const { left: l, right: r } of far.sort((a, b) => b.alike - a.alike)) if (pairs.free(l, r)) pairs.join(l, r);
  fillGaps(pairs, likenesses, left, right);
  preferBetter(pairs, likenesses, all);
  joinRewritten(pairs, all);
  return matchesOf(pairs, findParts(pairs, likenesses));
}

/** Long and alike weighs most; the same label breaks ties, as between the penalties of two chapters. */
function weightOf({ left: l, right: r, alike }: Likeness, left: readonly Unit[], right: readonly Unit[]): number {
  const [a, b] = [left[l], right[r]];
  const length = Math.log2(8 + Math.min(a?.text.length ?? 0, b?.text.length ?? 0));
  return alike ** 2 * length + (a?.label !== '' && a?.label === b?.label ? 0.05 : 0);
}

function nearBest(candidates: readonly Likeness[], lefts: number, rights: number): Likeness[] {
  const [bestLeft, bestRight] = [new Float64Array(lefts), new Float64Array(rights)];
  for (const { left, right, alike } of candidates) {
    bestLeft[left] = Math.max(bestLeft[left] ?? 0, alike);
    bestRight[right] = Math.max(bestRight[right] ?? 0, alike);
  }
  return candidates.filter(
    ({ left, right, alike }) =>
      alike >= NEAR_BEST * (bestLeft[left] ?? 0) && alike >= NEAR_BEST * (bestRight[right] ?? 0),
  );
}

class Pairs {
  readonly rightOf: Int32Array;
  readonly leftOf: Int32Array;

  constructor(lefts: number, rights: number) {
    this.rightOf = new Int32Array(lefts).fill(-1);
    this.leftOf = new Int32Array(rights).fill(-1);
  }

  join(left: number, right: number): void {
    this.rightOf[left] = right;
    this.leftOf[right] = left;
  }

  part(left: number, right: number): void {
    this.rightOf[left] = -1;
    this.leftOf[right] = -1;
  }

  free(left: number, right: number): boolean {
    return this.rightOf[left] === -1 && this.leftOf[right] === -1;
  }
}

const MOST_IN_GAP = 40;

/** Between two pairs that follow each other, what is left is joined in order as far as it is alike at all. */
function fillGaps(pairs: Pairs, likenesses: Likenesses, left: readonly Unit[], right: readonly Unit[]): void {
  let [fromLeft, fromRight] = [0, 0];
  const close = (untilLeft: number, untilRight: number): void => {
    const lefts = range(fromLeft, untilLeft).filter((at) => pairs.rightOf[at] === -1);
    const rights = range(fromRight, untilRight).filter((at) => pairs.leftOf[at] === -1);
    if (lefts.length === 0 || rights.length === 0 || lefts.length * rights.length > MOST_IN_GAP ** 2) return;
    const found: (Likeness & { weight: number })[] = [];
    for (const l of lefts) {
      for (const r of rights) {
        const [a, b] = [left[l], right[r]];
        if (a === undefined || b === undefined || !likenesses.mayMeet(l, r)) continue;
        const likeness = likenesses.between(l, r);
        // One of each is left, and both are headings: a chapter was given another name.
        const alone = lefts.length === 1 && rights.length === 1 && familyOf(a) === 'heading';
        const within =
          Math.max(likeness.ofLeft, likeness.ofRight) >= WITHIN_IN_GAP && likeness.alike >= ALIKE_IN_GAP / 2;
        if (within || likeness.alike >= (alone ? 0.1 : ALIKE_IN_GAP))
          found.push({ ...likeness, weight: likeness.alike });
      }
    }
    for (const { left: l, right: r } of heaviestRising(found)) pairs.join(l, r);
  };
  const links = heaviestRising(
    range(0, left.length).flatMap((at) => {
      const other = pairs.rightOf[at] ?? -1;
      return other === -1 ? [] : [{ left: at, right: other, weight: 1 }];
    }),
  );
  for (const { left: l, right: r } of links) {
    close(l, r);
    [fromLeft, fromRight] = [l + 1, r + 1];
  }
  close(left.length, right.length);
}

/** The chain may have kept a clause from its counterpart for the sake of the order. */
function preferBetter(pairs: Pairs, likenesses: Likenesses, all: readonly Likeness[]): void {
  for (const { left, right, alike } of all.toSorted((a, b) => b.alike - a.alike)) {
    const [other, owner] = [pairs.rightOf[left] ?? -1, pairs.leftOf[right] ?? -1];
    if (alike < ALIKE || (other === -1) === (owner === -1)) continue;
    const now = other === -1 ? likenesses.between(owner, right) : likenesses.between(left, other);
    if (now.alike >= SETTLED || alike < now.alike * BETTER) continue;
    pairs.part(now.left, now.right);
    pairs.join(left, right);
  }
}

/** What was moved and rewritten at once: of the units still alone, those that are best for each other. */
function joinRewritten(pairs: Pairs, all: readonly Likeness[]): void {
  const free = all.filter(({ left, right }) => pairs.free(left, right));
  const best = (side: 'left' | 'right'): Map<number, Likeness> => {
    const found = new Map<number, Likeness>();
    for (const each of free) if (each.alike > (found.get(each[side])?.alike ?? 0)) found.set(each[side], each);
    return found;
  };
  const [byLeft, byRight] = [best('left'), best('right')];
  for (const each of byLeft.values()) {
    const mutual = byRight.get(each.right) === each;
    if (mutual && each.alike >= ALIKE_REWRITTEN && Math.max(each.ofLeft, each.ofRight) >= WITHIN_MOVED)
      pairs.join(each.left, each.right);
  }
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);

interface Parts {
  /** Left unit → further right units that hold a part of it. */
  readonly split: ReadonlyMap<number, readonly number[]>;
  /** Right unit → further left units that it took in. */
  readonly merged: ReadonlyMap<number, readonly number[]>;
}

/** Only near the counterpart: whoever splits a clause sets the parts side by side. */
function findParts(pairs: Pairs, likenesses: Likenesses): Parts {
  const joined = range(0, pairs.rightOf.length).flatMap((left) => {
    const right = pairs.rightOf[left] ?? -1;
    return right === -1 ? [] : [{ left, right }];
  });
  const split = strongestParts(
    joined.flatMap(({ left, right }) =>
      near(right, pairs.leftOf)
        .filter((part) => likenesses.mayMeet(left, part))
        .map((part) => ({ whole: left, part, ...likenesses.partOfLeft(part, left, right) })),
    ),
  );
  const merged = strongestParts(
    joined
      .filter(({ left }) => !split.has(left))
      .flatMap(({ left, right }) =>
        near(left, pairs.rightOf)
          .filter((part) => likenesses.mayMeet(part, right))
          .map((part) => ({ whole: right, part, ...likenesses.partOfRight(part, right, left) })),
      ),
  );
  return { split, merged };
}

/** Units without counterpart that stand near one. */
const near = (place: number, counterparts: Int32Array): number[] =>
  range(Math.max(0, place - PART_REACH), Math.min(counterparts.length, place + PART_REACH + 1)).filter(
    (at) => counterparts[at] === -1,
  );

interface FoundPart extends PartShare {
  readonly whole: number;
  readonly part: number;
}

/** Each part goes to the unit that holds most of it. */
function strongestParts(found: readonly FoundPart[]): Map<number, number[]> {
  const best = new Map<number, { whole: number; share: number }>();
  for (const { whole, part, share, lost } of found) {
    const isPart = share >= PART || (lost >= LOST && share >= OWED);
    if (isPart && share > (best.get(part)?.share ?? 0)) best.set(part, { whole, share });
  }
  const parts = new Map<number, number[]>();
  for (const [part, { whole }] of best) parts.set(whole, [...(parts.get(whole) ?? []), part]);
  return parts;
}

/** In the order of the right text; what is gone stands behind what it stood behind. */
function matchesOf(pairs: Pairs, { split, merged }: Parts): Match[] {
  const joined = range(0, pairs.rightOf.length).flatMap((left) => {
    const right = pairs.rightOf[left] ?? -1;
    return right === -1 ? [] : [{ left, right, weight: 1 }];
  });
  const inOrder = new Set(heaviestRising(joined).map(({ left }) => left));
  const usedLeft = new Set([...merged.values()].flat());
  const usedRight = new Set([...split.values()].flat());
  const gone = goneBehind(pairs, usedLeft, inOrder);
  const matches: Match[] = [...(gone.get(-1) ?? [])];
  // A clause of which parts stand before and behind its counterpart is shown where the first of them stands.
  const shownAt = new Map(
    joined.map(({ left, right }) => [Math.min(right, ...(split.get(left) ?? [])), { left, right }]),
  );
  for (const place of range(0, pairs.leftOf.length)) {
    const pair = shownAt.get(place);
    if (pair !== undefined) {
      matches.push({
        left: ascending([pair.left, ...(merged.get(pair.right) ?? [])]),
        right: ascending([pair.right, ...(split.get(pair.left) ?? [])]),
        moved: !inOrder.has(pair.left),
      });
      matches.push(...(gone.get(pair.left) ?? []));
    } else if (pairs.leftOf[place] === -1 && !usedRight.has(place)) {
      matches.push({ left: [], right: [place], moved: false });
    }
  }
  return matches;
}

const ascending = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b);

/** Left units without counterpart, by the last unit before them that kept its place; -1 when there is none. */
function goneBehind(
  pairs: Pairs,
  usedLeft: ReadonlySet<number>,
  inOrder: ReadonlySet<number>,
): ReadonlyMap<number, readonly Match[]> {
  const gone = new Map<number, Match[]>();
  let anchor = -1;
  for (const left of range(0, pairs.rightOf.length)) {
    if (inOrder.has(left)) anchor = left;
    if (pairs.rightOf[left] !== -1 || usedLeft.has(left)) continue;
    gone.set(anchor, [...(gone.get(anchor) ?? []), { left: [left], right: [], moved: false }]);
  }
  return gone;
}
