/**
 * What bears on the validity of all documents, gathered in one pass and kept up to date: lists, filters and counts want every
 * status, and asking judging.ts for one document after the other takes a hundred times as long. The answers are the same.
 */
import type { Validity } from '../model.ts';
import { type Change, readChanges, readChangesAround } from './citing.ts';
import type { Database } from './database.ts';
import { readAllHandSet, readHandSet } from './judging.ts';
import { type LaterVersion, type Reason, reasonsFor, type ValidityFacts, validityBy } from './validity.ts';
import { readAllLaterVersions, readLaterVersionsAround } from './versions.ts';

/** Before a change and after it; an id goes when its document is removed. */
export interface ChangedDocument {
  readonly key: number;
  readonly ids: readonly string[];
}

export class Standings {
  readonly #database: Database;
  readonly #changes = new Map<number, Change>();
  /** Ids of the citations that stand in a document or may mean it. */
  readonly #around = new Sets<number>();
  readonly #into = new Sets<number>();
  readonly #versions: Map<string, readonly LaterVersion[]>;
  readonly #byHand: Map<string, Reason>;

  constructor(database: Database) {
    this.#database = database;
    for (const change of readChanges(database)) this.#add(change);
    this.#versions = readAllLaterVersions(database);
    this.#byHand = readAllHandSet(database);
  }

  /** What `readValidity` gives, but for words that the evidence handed in does not have. */
  validityOf({ id, ...own }: ValidityFacts & { readonly id: string }, day: string): Validity {
    const told = this.#into.of(id);
    const later = this.#versions.get(id) ?? [];
    const byHand = this.#byHand.get(id) ?? null;
    return validityBy(day, reasonsFor(own, this.#toldOf(told), later), byHand);
  }

  /** Reads anew what has to do with these documents. Gives the ids of all whose status may be another one now. */
  update(documents: readonly ChangedDocument[]): ReadonlySet<string> {
    const ids = documents.flatMap((one) => one.ids);
    const affected = new Set(ids);
    this.#updateChanges(documents, affected);
    this.#updateVersions(ids, affected);
    for (const id of ids) {
      const byHand = readHandSet(this.#database, id);
      if (byHand === null) this.#byHand.delete(id);
      else this.#byHand.set(id, byHand);
    }
    return affected;
  }

  #updateChanges(documents: readonly ChangedDocument[], affected: Set<string>): void {
    const stale = new Set(documents.flatMap(({ ids }) => ids.flatMap((id) => [...this.#around.of(id)])));
    const changed = documents.flatMap(({ key, ids }) => ids.map((id) => ({ key, id })));
    const fresh = readChangesAround(this.#database, [...stale], changed);
    for (const id of stale) this.#remove(id, affected);
    for (const change of fresh) {
      this.#remove(change.id, affected);
      this.#add(change);
      if (change.targetId !== null) affected.add(change.targetId);
    }
  }

  #updateVersions(ids: readonly string[], affected: Set<string>): void {
    const changed = new Set(ids);
    for (const [id, later] of this.#versions)
      if (changed.has(id) || later.some(({ documentId }) => changed.has(documentId))) affected.add(id);
    const around = [...affected];
    for (const id of around) this.#versions.delete(id);
    for (const [id, later] of readLaterVersionsAround(this.#database, around)) {
      this.#versions.set(id, later);
      affected.add(id);
    }
  }

  #add(change: Change): void {
    this.#changes.set(change.id, change);
    for (const id of [change.documentId, ...change.candidates]) this.#around.add(id, change.id);
    if (change.targetId !== null) this.#into.add(change.targetId, change.id);
  }

  #remove(id: number, affected: Set<string>): void {
    const change = this.#changes.get(id);
    if (change === undefined) return;
    this.#changes.delete(id);
    for (const named of [change.documentId, ...change.candidates]) this.#around.delete(named, id);
    if (change.targetId === null) return;
    this.#into.delete(change.targetId, id);
    affected.add(change.targetId);
  }

  /** In the order in which `readCitationsTo` gives them: newest first. */
  #toldOf(ids: ReadonlySet<number>): Change[] {
    const told = [...ids].flatMap((id) => this.#changes.get(id) ?? []);
    return told.sort((a, b) => compare(b.writtenOn ?? '', a.writtenOn ?? '') || a.id - b.id);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A set for each name; none is kept empty. */
class Sets<T> {
  readonly #sets = new Map<string, Set<T>>();
  static readonly #NONE: ReadonlySet<never> = new Set();

  of(name: string): ReadonlySet<T> {
    return this.#sets.get(name) ?? Sets.#NONE;
  }

  add(name: string, value: T): void {
    const set = this.#sets.get(name);
    if (set === undefined) this.#sets.set(name, new Set([value]));
    else set.add(value);
  }

  delete(name: string, value: T): void {
    const set = this.#sets.get(name);
    if (set?.delete(value) === true && set.size === 0) this.#sets.delete(name);
  }
}
