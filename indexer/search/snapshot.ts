/**
 * The library as the search holds it in memory: facts and heads of all documents, and which clause belongs to which document.
 * Built anew when the catalogue's revision has moved; texts stay in the catalogue.
 */
import type { DocumentFacts, IssueRecord } from '../catalogue/catalogue.ts';
import {
  type ClauseSet,
  clauseSets,
  clausesMatching,
  matchesAnywhere,
  phraseQuery,
} from '../catalogue/clause-index.ts';
import type { Database } from '../catalogue/database.ts';
import { articlesLabelled, bodyOf, type DocumentHead, documentHeads, knownNumbers } from '../catalogue/search-view.ts';
import { readStandings, type Standings, standingOn } from '../catalogue/standings.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import type { DateBy } from '../contract.ts';
import type { ValidityStatus } from '../model.ts';
import { foldText } from '../text/fold.ts';
import { issueLabel } from '../text/issue-label.ts';

/** Clause keys remembered for repeated words, and characters of bodies kept for passages. */
const REMEMBERED_KEYS = 4_000_000;
const REMEMBERED_PAIRS = 100_000;
const REMEMBERED_CHARACTERS = 6_000_000;

/** Documents are places 0…n-1 in the order of their keys; clauses keep their keys, heads among them. */
export class Snapshot {
  readonly revision: number;
  readonly facts: readonly DocumentFacts[];
  readonly heads: readonly DocumentHead[];
  /** Folded titles without blanks and signs, with those of the texts issued. */
  readonly titles: readonly (readonly string[])[];
  /** Place of the document of each clause key, -1 for keys no longer in use. */
  readonly documentOf: Int32Array;
  readonly ordinalOf: Int32Array;
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
  /** Key of the head of each document, and how many clauses follow it. */
  readonly headKey: Int32Array;
  readonly clauseCount: Int32Array;
  readonly averageLength: number;
  readonly clauseTotal: number;
  readonly numbers: readonly string[];
  readonly issues: readonly IssueRecord[];
  readonly issueLabels: ReadonlyMap<string, string>;
  private readonly store: CatalogueStore;
  private readonly found = new Remembered<Int32Array>(REMEMBERED_KEYS, (keys) => keys.length + 50);
  private readonly bodies = new Remembered<string>(REMEMBERED_CHARACTERS, (body) => body.length + 50);
  private places: ReadonlyMap<string, number> | null = null;
  private readonly pairs = new Remembered<boolean>(REMEMBERED_PAIRS, () => 1);
  private placesByKey: ReadonlyMap<number, number> | null = null;
  private issueDays: ReadonlyMap<string, string | null> | null = null;
  private standings: Standings | null = null;
  private readonly statuses = new Map<string, readonly ValidityStatus[]>();

  /** For what is read of the catalogue beside the snapshot. */
  get database(): Database {
    return this.store.database;
  }

  constructor(store: CatalogueStore) {
    this.store = store;
    this.revision = store.revision;
    this.facts = [...store.facts()].sort((a, b) => a.key - b.key);
    const heads = new Map(documentHeads(store.database).map((head) => [head.key, head]));
    this.heads = this.facts.map(
      ({ key }) => heads.get(key) ?? { key, title: '', attached: [], number: null, printedOn: null, addressee: null },
    );
    this.titles = this.heads.map((head) => [head.title, ...head.attached].map(bareText));
    this.numbers = knownNumbers(store.database);
    this.issues = store.issues();
    this.issueLabels = new Map(this.issues.map((issue) => [issue.id, issueLabel(issue)]));
    const sets = clauseSets(store.database);
    const last = sets.at(-1);
    const size = last === undefined ? 1 : last.firstKey + 1 + last.spans.length / 3;
    this.documentOf = new Int32Array(size).fill(-1);
    this.ordinalOf = new Int32Array(size);
    this.startOf = new Int32Array(size);
    this.endOf = new Int32Array(size);
    this.headKey = new Int32Array(this.facts.length);
    this.clauseCount = new Int32Array(this.facts.length);
    const placeOf = new Map(this.facts.map(({ key }, place) => [key, place]));
    let length = 0;
    let total = 0;
    for (const set of sets) {
      const place = placeOf.get(set.documentKey);
      if (place === undefined) continue;
      this.addSet(set, place);
      total += set.spans.length / 3;
      for (let i = 0; i < set.spans.length; i += 3) length += (set.spans[i + 2] ?? 0) - (set.spans[i + 1] ?? 0);
    }
    this.clauseTotal = total;
    this.averageLength = total === 0 ? 1 : length / total;
  }

  private addSet({ firstKey, spans }: ClauseSet, place: number): void {
    this.headKey[place] = firstKey;
    this.clauseCount[place] = spans.length / 3;
    this.documentOf[firstKey] = place;
    this.ordinalOf[firstKey] = -1;
    for (let i = 0, key = firstKey + 1; i < spans.length; i += 3, key += 1) {
      this.documentOf[key] = place;
      this.ordinalOf[key] = spans[i] ?? 0;
      this.startOf[key] = spans[i + 1] ?? 0;
      this.endOf[key] = spans[i + 2] ?? 0;
    }
  }

  /** Place of a document by its id. */
  placeOf(id: string): number | undefined {
    this.places ??= new Map(this.facts.map((facts, place) => [facts.id, place]));
    return this.places.get(id);
  }

  get documents(): number {
    return this.facts.length;
  }

  isHead(clause: number): boolean {
    return this.ordinalOf[clause] === -1;
  }

  /** Keys of heads and clauses that match a query of the clause index; answers are remembered. */
  matching(query: string): Int32Array {
    return this.found.get(query, () => {
      const keys = clausesMatching(this.store.database, query);
      // What was filed after this snapshot was taken is not in it.
      return keys.filter((key) => (this.documentOf[key] ?? -1) >= 0);
    });
  }

  /** Keys of the clauses that are articles of this label, in one document or in all. */
  articles(label: string, place: number | null): Int32Array {
    return this.found.get(`${label} ${place ?? ''}`, () => {
      const key = place === null ? null : (this.facts[place]?.key ?? -1);
      const found = articlesLabelled(this.store.database, label, key);
      const keys = found.flatMap(({ documentKey, clause }) => this.clauseKey(documentKey, clause) ?? []);
      return Int32Array.from(new Set(keys)).sort();
    });
  }

  /** Key of the clause that begins with this provision. */
  private clauseKey(documentKey: number, ordinal: number): number | null {
    this.placesByKey ??= new Map(this.facts.map(({ key }, place) => [key, place]));
    const place = this.placesByKey.get(documentKey);
    if (place === undefined) return null;
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

  /** The day of a document that a choice of years or days goes by; null when it has none. */
  dayOf(place: number, by: DateBy): string | null {
    const facts = this.facts[place];
    if (facts === undefined) return null;
    if (by === 'written') return facts.writtenOn;
    return by === 'effective' ? facts.effectiveOn : this.publishedOn(place);
  }

  /** The day of the issue that prints it, else its own 印发日期. */
  private publishedOn(place: number): string | null {
    this.issueDays ??= new Map(this.issues.map(({ id, publishedOn }) => [id, publishedOn]));
    const days = this.facts[place]?.issueIds.flatMap((id) => this.issueDays?.get(id) ?? []) ?? [];
    return days.sort()[0] ?? this.heads[place]?.printedOn ?? null;
  }

  /** Id of the issue with this label; ids are taken as they are. */
  issueCalled(name: string): string {
    return [...this.issueLabels].find(([, label]) => label === name)?.[0] ?? name;
  }

  /** Whether two characters stand side by side anywhere. */
  hasPair(pair: string): boolean {
    return this.pairs.get(pair, () => matchesAnywhere(this.store.database, phraseQuery(pair) ?? ''));
  }

  body(place: number): string {
    const key = this.facts[place]?.key ?? -1;
    return this.bodies.get(String(key), () => bodyOf(this.store.database, key));
  }

  clauseText(clause: number): string {
    return this.body(this.documentOf[clause] ?? 0).slice(this.startOf[clause], this.endOf[clause]);
  }

  /** Validity of every document on a day. */
  validities(day: string): readonly ValidityStatus[] {
    const known = this.statuses.get(day);
    if (known !== undefined) return known;
    this.standings ??= readStandings(this.store.database, this.facts);
    const { standings } = this;
    const statuses = this.facts.map((facts) => standingOn(day, standings, facts));
    if (this.statuses.size > 4) this.statuses.clear();
    this.statuses.set(day, statuses);
    return statuses;
  }
}

/** What takes longer than this to build is built beside the searches, this often at most. */
const QUICK_MS = 40;
const FRESH_MS = 2000;
const LOOK_MS = 500;
/** While files keep coming in, building may take this share of the time and no more. */
const MOST_SHARE = 0.1;

export interface CurrentSnapshot {
  (): Snapshot;
  /** Looks no more for changes. */
  readonly stop: () => void;
}

/**
 * The snapshot of the moment. A small library's is rebuilt by the first search after a change. A large one's is rebuilt between
 * searches, so that none waits for it; what it shows may be two seconds old, in the middle of a large import a little more.
 */
export function snapshotOf(store: CatalogueStore, today: () => string): CurrentSnapshot {
  let snapshot: Snapshot | null = null;
  let builtAt = 0;
  let cost = 0;
  let timer: NodeJS.Timeout | null = null;
  const build = (): Snapshot => {
    const started = performance.now();
    const built = new Snapshot(store);
    built.validities(today());
    snapshot = built;
    builtAt = performance.now();
    cost = builtAt - started;
    if (cost > QUICK_MS && timer === null) timer = setInterval(look, LOOK_MS).unref();
    return built;
  };
  let seen = store.revision;
  const look = (): void => {
    const settled = store.revision === seen;
    seen = store.revision;
    const wait = settled ? FRESH_MS : Math.max(FRESH_MS, cost / MOST_SHARE);
    if (snapshot?.revision !== store.revision && performance.now() - builtAt > wait) build();
  };
  const current = (): Snapshot => {
    if (snapshot === null) return build();
    return snapshot.revision !== store.revision && timer === null ? build() : snapshot;
  };
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  return Object.assign(current, { stop });
}

/** Folded, without blanks and signs: what two writings of one title have in common. */
export function bareText(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Keeps answers up to a total weight, the least recently used go first. */
class Remembered<T> {
  private readonly kept = new Map<string, T>();
  private readonly limit: number;
  private readonly weigh: (value: T) => number;
  private weight = 0;

  constructor(limit: number, weigh: (value: T) => number) {
    this.limit = limit;
    this.weigh = weigh;
  }

  get(key: string, make: () => T): T {
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const made = make();
    this.kept.set(key, made);
    this.weight += this.weigh(made);
    for (const [oldest, value] of this.kept) {
      if (this.weight <= this.limit || oldest === key) break;
      this.kept.delete(oldest);
      this.weight -= this.weigh(value);
    }
    return made;
  }
}
