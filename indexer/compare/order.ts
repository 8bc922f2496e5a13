/** The heaviest sequence of pairs that rises on both sides: what keeps its order, and so what has been moved out of it. */

export interface WeightedPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** In n log n; the pairs chosen come in order, each side at most once. */
export function heaviestRising<T extends WeightedPair>(pairs: readonly T[]): T[] {
  // Of one left unit the later right comes first, so that two pairs of it can never follow each other.
  const sorted = pairs.toSorted((a, b) => a.left - b.left || b.right - a.right);
  const size = sorted.reduce((most, { right }) => Math.max(most, right), -1) + 1;
  const best = new Prefix(size);
  const before: number[] = [];
  sorted.forEach(({ right, weight }, at) => {
    const { total, from } = best.upTo(right);
    before.push(from);
    best.raise(right, total + weight, at);
  });
  const chosen: T[] = [];
  for (let at = best.upTo(size).from; at !== -1; at = before[at] ?? -1) {
    const pair = sorted[at];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
}

/** A Fenwick tree of maxima: the heaviest sequence that ends before a place. */
class Prefix {
  readonly #totals: Float64Array;
  readonly #from: Int32Array;

  constructor(size: number) {
    this.#totals = new Float64Array(size + 1);
    this.#from = new Int32Array(size + 1).fill(-1);
  }

  /** The heaviest that ends at a place below `end`. */
  upTo(end: number): { total: number; from: number } {
    let total = 0;
    let from = -1;
    for (let at = end; at > 0; at -= at & -at) {
      if ((this.#totals[at] ?? 0) > total) {
        total = this.#totals[at] ?? 0;
        from = this.#from[at] ?? -1;
      }
    }
    return { total, from };
  }

  raise(place: number, total: number, from: number): void {
    for (let at = place + 1; at < this.#totals.length; at += at & -at) {
      if (total > (this.#totals[at] ?? 0)) {
        this.#totals[at] = total;
        this.#from[at] = from;
      }
    }
  }
}
