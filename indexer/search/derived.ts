/**
 * What ranking and suggestions work out of a whole library: kept from one snapshot to the next, and brought up to date for the
 * documents that changed. To count it all again would hold up the first search after every file of an import.
 */
import type { Snapshot } from './snapshot.ts';

export interface Derivation<T> {
  readonly make: (snapshot: Snapshot) => T;
  /** What `make` would give, from what it gave before and the places of the documents that are new or changed since. */
  readonly update: (before: T, snapshot: Snapshot, places: readonly number[]) => T;
}

interface Kept {
  value: unknown;
  /** Of the snapshot that it was worked out of. */
  revision: number;
  readonly changed: Set<number>;
}

/** Where so much of the library has changed, it is counted anew. */
const MOST_CHANGED = 0.5;

export class Derived {
  readonly #kept = new Map<unknown, Kept>();

  of<T>(derivation: Derivation<T>, snapshot: Snapshot): T {
    const known = this.#kept.get(derivation);
    if (known === undefined) {
      const value = derivation.make(snapshot);
      this.#kept.set(derivation, { value, revision: snapshot.revision, changed: new Set() });
      return value;
    }
    // What is kept under a derivation was made by it.
    const before = known.value as T;
    if (known.revision === snapshot.revision) return before;
    // A search that still goes on in an older state.
    if (known.revision > snapshot.revision) return derivation.make(snapshot);
    const isNew = known.changed.size > snapshot.documents * MOST_CHANGED;
    const value = isNew ? derivation.make(snapshot) : derivation.update(before, snapshot, [...known.changed]);
    known.value = value;
    known.revision = snapshot.revision;
    known.changed.clear();
    return value;
  }

  /** The next snapshot has other documents at these places. */
  note(places: readonly number[]): void {
    for (const { changed } of this.#kept.values()) for (const place of places) changed.add(place);
  }
}
