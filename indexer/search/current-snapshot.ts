/** The snapshot of the moment: a search sees what was filed before it, and never waits for a large import to be taken in. */
import { lastChange } from '../catalogue/changes.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import { Snapshot } from './snapshot.ts';

/** Documents taken in at once, and how long a search waits for more of them. */
const AT_ONCE = 50;
const WAIT_MS = 20;
/** What costs less may be done as often as it is asked for; anything else takes this share of the time and no more. */
const QUICK_MS = 5;
const MOST_SHARE = 0.1;
/** While nobody searches, changes are taken in so often: the next search must not wait for all of them. */
const LOOK_MS = 500;

export interface CurrentSnapshot {
  (): Snapshot;
  /** Looks no more for changes. */
  readonly stop: () => void;
}

export function snapshotOf({ database }: CatalogueStore, today: () => string): CurrentSnapshot {
  let snapshot: Snapshot | null = null;
  let readAt = 0;
  let cost = 0;
  const isStale = (one: Snapshot): boolean => lastChange(database) !== one.revision;
  const isTooSoon = (): boolean => cost > QUICK_MS && performance.now() - readAt < cost / MOST_SHARE;
  const read = (): Snapshot => {
    const started = performance.now();
    const fresh = snapshot === null ? Snapshot.of(database) : snapshot.next(AT_ONCE);
    fresh.validities(today());
    snapshot = fresh;
    readAt = performance.now();
    cost = readAt - started;
    return fresh;
  };
  const current = (): Snapshot => {
    const asked = performance.now();
    let fresh = snapshot ?? read();
    while (isStale(fresh) && !isTooSoon() && performance.now() - asked < WAIT_MS) fresh = read();
    return fresh;
  };
  const timer = setInterval(() => {
    if (snapshot !== null) current();
  }, LOOK_MS).unref();
  return Object.assign(current, { stop: () => clearInterval(timer) });
}
