/** Which clause belongs to which document, as arrays by clause key: what every search counts and ranks over. */
import type { ClauseSet } from '../catalogue/clause-index.ts';

/** Documents are places 0…n-1; clauses keep their keys, heads among them. Never changed once it is made. */
export class ClauseLayout {
  /** Place of the document of each clause key, -1 for keys that are not in use. */
  readonly documentOf: Int32Array;
  /** -1 for heads. */
  readonly ordinalOf: Int32Array;
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
  /** Key of the head of each document, and how many clauses follow it. */
  readonly headKey: Int32Array;
  readonly clauseCount: Int32Array;
  #characters: number;
  #clauses: number;

  /** `keys` is larger than every key; `before` is what the sets are added to, in place of those that their documents had. */
  constructor(
    { documents, keys }: { readonly documents: number; readonly keys: number },
    sets: Iterable<{ readonly place: number; readonly set: ClauseSet }>,
    before: ClauseLayout | null = null,
  ) {
    this.documentOf = grown(before?.documentOf, keys, -1);
    this.ordinalOf = grown(before?.ordinalOf, keys);
    this.startOf = grown(before?.startOf, keys);
    this.endOf = grown(before?.endOf, keys);
    this.headKey = grown(before?.headKey, documents);
    this.clauseCount = grown(before?.clauseCount, documents);
    this.#characters = before === null ? 0 : before.#characters;
    this.#clauses = before === null ? 0 : before.#clauses;
    for (const { place, set } of sets) {
      this.#remove(place);
      this.#add(place, set);
    }
  }

  get clauseTotal(): number {
    return this.#clauses;
  }

  /** Characters of a clause. */
  get averageLength(): number {
    return this.#clauses === 0 ? 1 : this.#characters / this.#clauses;
  }

  /** Key of the clause of a document that begins with this provision. */
  clauseKey(place: number, ordinal: number): number | null {
    const first = (this.headKey[place] ?? 0) + 1;
    let [low, high] = [first, first + (this.clauseCount[place] ?? 0) - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.ordinalOf[middle] ?? 0;
      if (at === ordinal) return middle;
      if (at < ordinal) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  #add(place: number, { firstKey, spans }: ClauseSet): void {
    this.headKey[place] = firstKey;
    this.clauseCount[place] = spans.length / 3;
    this.#clauses += spans.length / 3;
    this.documentOf[firstKey] = place;
    this.ordinalOf[firstKey] = -1;
    for (let i = 0, key = firstKey + 1; i < spans.length; i += 3, key += 1) {
      this.documentOf[key] = place;
      this.ordinalOf[key] = spans[i] ?? 0;
      this.startOf[key] = spans[i + 1] ?? 0;
      this.endOf[key] = spans[i + 2] ?? 0;
      this.#characters += (spans[i + 2] ?? 0) - (spans[i + 1] ?? 0);
    }
  }

  #remove(place: number): void {
    const head = this.headKey[place] ?? 0;
    if (head === 0) return;
    const last = head + (this.clauseCount[place] ?? 0);
    this.#clauses -= last - head;
    for (let key = head + 1; key <= last; key += 1)
      this.#characters -= (this.endOf[key] ?? 0) - (this.startOf[key] ?? 0);
    this.documentOf.fill(-1, head, last + 1);
  }
}

function grown(before: Int32Array | undefined, size: number, filling = 0): Int32Array {
  const array = new Int32Array(size);
  if (before !== undefined) array.set(before);
  if (filling !== 0) array.fill(filling, before?.length ?? 0);
  return array;
}
