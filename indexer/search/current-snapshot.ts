/** The snapshot of the moment: a search sees what was filed before it, and never waits for a large import to be taken in. */
import { lastChange } from '../catalogue/changes.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import { Snapshot } from './snapshot.ts';

/** Documents taken in at once, and how long a search goes on taking in more of them. */
const AT_ONCE = 50;
const WAIT_MS = 20;
/** A library that is read in less is always shown as it is. */
const SMALL_MS = 40;
/** A larger one is as old as this while documents keep coming: every word must be looked for in what came since. */
const FRESH_MS = 1000;
/** While nobody searches, changes are taken in so often: the next search must not wait for all of them. */
const LOOK_MS = 500;

export interface CurrentSnapshot {
  (): Snapshot;
  /** Looks no more for changes. */
  readonly stop: () => void;
}

export function snapshotOf({ database }: CatalogueStore, today: () => string): CurrentSnapshot {
  let snapshot: Snapshot | null = null;
  let isSmall = true;
  let freshAt = 0;
  const isStale = (one: Snapshot): boolean => lastChange(database) !== one.revision;
  const read = (): Snapshot => {
    const started = performance.now();
    const fresh = snapshot === null ? Snapshot.of(database) : snapshot.next(AT_ONCE);
    fresh.validities(today());
    if (snapshot === null) isSmall = performance.now() - started < SMALL_MS;
    snapshot = fresh;
    return fresh;
  };
  const current = (): Snapshot => {
    const asked = performance.now();
    let fresh = snapshot ?? read();
    if (!isStale(fresh) || (!isSmall && asked - freshAt < FRESH_MS)) return fresh;
    do fresh = read();
    while (isStale(fresh) && performance.now() - asked < WAIT_MS);
    freshAt = performance.now();
    return fresh;
  };
  const timer = setInterval(() => {
    if (snapshot !== null) current();
  }, LOOK_MS).unref();
  return Object.assign(current, { stop: () => clearInterval(timer) });
}
