/**
 * The library as the search holds it in memory: facts and heads of all documents, and which clause belongs to which document;
 * texts stay in the catalogue. A snapshot never changes. The next one takes over from it all but the documents that changed.
 */
import type { DocumentFacts, IssueRecord } from '../catalogue/catalogue.ts';
import { changesSince, lastChange } from '../catalogue/changes.ts';
import { nextClauseKey, phraseQuery } from '../catalogue/clause-index.ts';
import { lastCorrection } from '../catalogue/corrections.ts';
import { atOneMoment, type Database } from '../catalogue/database.ts';
import { readIssues } from '../catalogue/issues.ts';
import { articlesLabelled, bodyOf, type DocumentHead } from '../catalogue/search-view.ts';
import { Standings } from '../catalogue/standings.ts';
import type { DateBy } from '../contract.ts';
import type { ParsedDocument, Validity, ValidityStatus } from '../model.ts';
import { issueLabel } from '../text/issue-label.ts';
import { ClauseLayout } from './clause-layout.ts';
import { type Derivation, Derived } from './derived.ts';
import { FoundKeys } from './found-keys.ts';
import { type DocumentParts, placeOfKey, readDocumentParts, readIssuerCodes, readPlacedSets } from './library-parts.ts';
import { Remembered } from './remembered.ts';

/** Places of clauses remembered for repeated addresses, and characters of bodies kept for passages. */
const REMEMBERED_KEYS = 1_000_000;
const REMEMBERED_CHARACTERS = 6_000_000;
/** Days whose statuses are kept: today, and what a reader asks about beside. */
const REMEMBERED_DAYS = 4;

/** What one snapshot hands on to the next, because it only grows or is brought up to date. */
interface Shared {
  readonly standings: Standings;
  readonly issuerCodes: Set<string>;
  readonly places: Map<string, number>;
  readonly derived: Derived;
  readonly bodies: Remembered<string>;
  readonly found: FoundKeys;
  /** The last correction whose head `found` knows. */
  readonly corrections: number;
}

interface State {
  readonly revision: number;
  readonly replaced: number;
  readonly facts: readonly DocumentFacts[];
  readonly heads: readonly DocumentHead[];
  readonly titles: readonly (readonly string[])[];
  readonly layout: ClauseLayout;
  readonly statuses: ReadonlyMap<string, readonly ValidityStatus[]>;
  readonly shared: Shared;
}

/** Documents are places 0…n-1 in the order of their keys; clauses keep their keys, heads among them. */
export class Snapshot {
  /** The last change of the catalogue that it shows. */
  readonly revision: number;
  /** How often documents were replaced since the whole library was read. */
  readonly replaced: number;
  readonly facts: readonly DocumentFacts[];
  readonly heads: readonly DocumentHead[];
  /** Folded titles without blanks and signs, with those of the texts issued. */
  readonly titles: readonly (readonly string[])[];
  readonly documentOf: Int32Array;
  readonly ordinalOf: Int32Array;
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
  readonly headKey: Int32Array;
  readonly clauseCount: Int32Array;
  readonly averageLength: number;
  readonly clauseTotal: number;
  readonly issues: readonly IssueRecord[];
  readonly issueLabels: ReadonlyMap<string, string>;
  readonly database: Database;
  readonly #layout: ClauseLayout;
  readonly #shared: Shared;
  readonly #articles = new Remembered<Int32Array>(REMEMBERED_KEYS, (keys) => keys.length + 50);
  readonly #statuses: Map<string, readonly ValidityStatus[]>;
  #issueDays: ReadonlyMap<string, string | null> | null = null;

  private constructor(database: Database, state: State) {
    this.database = database;
    this.revision = state.revision;
    this.replaced = state.replaced;
    this.facts = state.facts;
    this.heads = state.heads;
    this.titles = state.titles;
    this.documentOf = state.layout.documentOf;
    this.ordinalOf = state.layout.ordinalOf;
    this.startOf = state.layout.startOf;
    this.endOf = state.layout.endOf;
    this.headKey = state.layout.headKey;
    this.clauseCount = state.layout.clauseCount;
    this.averageLength = state.layout.averageLength;
    this.clauseTotal = state.layout.clauseTotal;
    this.issues = readIssues(database);
    this.issueLabels = new Map(this.issues.map((issue) => [issue.id, issueLabel(issue)]));
    this.#layout = state.layout;
    this.#shared = state.shared;
    this.#statuses = new Map(state.statuses);
  }

  /** Reads the whole library. */
  static of(database: Database): Snapshot {
    return atOneMoment(database, () => {
      const parts = readDocumentParts(database);
      const facts = parts.map((part) => part.facts);
      const size = { documents: facts.length, keys: nextClauseKey(database) };
      const shared: Shared = {
        standings: new Standings(database),
        issuerCodes: new Set(readIssuerCodes(database)),
        derived: new Derived(),
        places: new Map(facts.map(({ id }, place) => [id, place])),
        bodies: new Remembered(REMEMBERED_CHARACTERS, (body) => body.length + 50),
        ...nothingFound(database),
      };
      return new Snapshot(database, {
        revision: lastChange(database),
        replaced: 0,
        facts,
        heads: parts.map(({ head }) => head),
        titles: parts.map(({ titles }) => titles),
        layout: new ClauseLayout(size, readPlacedSets(database, facts)),
        statuses: new Map(),
        shared,
      });
    });
  }

  /** With at most so many of the changes that came since; with all of them where documents went, or came between others. */
  next(most: number): Snapshot {
    return atOneMoment(this.database, () => {
      const { keys, until } = changesSince(this.database, this.revision, most);
      const parts = readDocumentParts(this.database, keys);
      const last = this.facts.at(-1)?.key ?? 0;
      const fits = parts.every(({ facts: { key } }) => key > last || placeOfKey(this.facts, key) !== null);
      return parts.length === keys.length && fits ? this.#with(parts, until) : Snapshot.of(this.database);
    });
  }

  #with(changed: readonly DocumentParts[], revision: number): Snapshot {
    const { database } = this;
    const [facts, heads, titles] = [[...this.facts], [...this.heads], [...this.titles]];
    const documents = changed.map((part) => {
      const { key, id } = part.facts;
      const place = placeOfKey(this.facts, key) ?? facts.length;
      const before = facts[place]?.id ?? id;
      facts[place] = part.facts;
      heads[place] = part.head;
      titles[place] = part.titles;
      this.#shared.bodies.delete(String(key));
      if (before !== id) this.#shared.places.delete(before);
      this.#shared.places.set(id, place);
      return { key, place, ids: [...new Set([before, id])] };
    });
    this.#shared.derived.note(documents.map(({ place }) => place));
    const keys = documents.map(({ key }) => key);
    const isReplaced = documents.some(({ place }) => place < this.documents);
    for (const code of readIssuerCodes(database, keys)) this.#shared.issuerCodes.add(code);
    // A correction changes the head of a document in place: what was found before does not know.
    const isCorrected = lastCorrection(database) !== this.#shared.corrections;
    const size = { documents: facts.length, keys: nextClauseKey(database) };
    return new Snapshot(database, {
      revision,
      replaced: this.replaced + (isReplaced ? 1 : 0),
      facts,
      heads,
      titles,
      layout: new ClauseLayout(size, readPlacedSets(database, facts, keys), this.#layout),
      statuses: this.#statusesAfter(this.#shared.standings.update(documents), facts),
      shared: isCorrected ? { ...this.#shared, ...nothingFound(database) } : this.#shared,
    });
  }

  #statusesAfter(affected: ReadonlySet<string>, facts: readonly DocumentFacts[]): Map<string, ValidityStatus[]> {
    const { places, standings } = this.#shared;
    const after = new Map([...this.#statuses].map(([day, statuses]) => [day, [...statuses]]));
    for (const id of affected) {
      const place = places.get(id);
      const one = place === undefined ? undefined : facts[place];
      if (place === undefined || one === undefined) continue;
      for (const [day, statuses] of after) statuses[place] = statusOf(standings, one, day);
    }
    return after;
  }

  /** Place of a document by its id. */
  placeOf(id: string): number | undefined {
    const place = this.#shared.places.get(id);
    return place === undefined || place >= this.documents ? undefined : place;
  }

  get documents(): number {
    return this.facts.length;
  }

  get issuerCodes(): ReadonlySet<string> {
    return this.#shared.issuerCodes;
  }

  /** What is worked out of the whole library; worked out once, and brought up to date. */
  derived<T>(derivation: Derivation<T>): T {
    return this.#shared.derived.of(derivation, this);
  }

  isHead(clause: number): boolean {
    return this.ordinalOf[clause] === -1;
  }

  /** Keys of heads and clauses that match a query of the clause index; answers are remembered. */
  matching(query: string): Int32Array {
    return this.#shared.found.matching(query, this);
  }

  /** Keys of the clauses that are articles of this label, in one document or in all. */
  articles(label: string, place: number | null): Int32Array {
    return this.#articles.getOr(`${label} ${place ?? ''}`, () => {
      const key = place === null ? null : (this.facts[place]?.key ?? -1);
      const found = articlesLabelled(this.database, label, key);
      const keys = found.flatMap(({ documentKey, clause }) => {
        const at = placeOfKey(this.facts, documentKey);
        return at === null ? [] : (this.#layout.clauseKey(at, clause) ?? []);
      });
      return Int32Array.from(new Set(keys)).sort();
    });
  }

  /** The day of a document that a choice of years or days goes by; null when it has none. */
  dayOf(place: number, by: DateBy): string | null {
    const facts = this.facts[place];
    if (facts === undefined) return null;
    if (by === 'written') return facts.writtenOn;
    return by === 'effective' ? facts.effectiveOn : this.#publishedOn(place);
  }

  /** The day of the issue that prints it, else its own 印发日期. */
  #publishedOn(place: number): string | null {
    this.#issueDays ??= new Map(this.issues.map(({ id, publishedOn }) => [id, publishedOn]));
    const days = this.facts[place]?.issueIds.flatMap((id) => this.#issueDays?.get(id) ?? []) ?? [];
    return days.sort()[0] ?? this.heads[place]?.printedOn ?? null;
  }

  /** Id of the issue with this label; ids are taken as they are. */
  issueCalled(name: string): string {
    return [...this.issueLabels].find(([, label]) => label === name)?.[0] ?? name;
  }

  /** Whether two characters stand side by side anywhere. */
  hasPair(pair: string): boolean {
    return this.#shared.found.matchesAnywhere(phraseQuery(pair) ?? '', this);
  }

  body(place: number): string {
    const key = this.facts[place]?.key ?? -1;
    return this.#shared.bodies.getOr(String(key), () => bodyOf(this.database, key));
  }

  clauseText(clause: number): string {
    return this.body(this.documentOf[clause] ?? 0).slice(this.startOf[clause], this.endOf[clause]);
  }

  /** Of one document, with the words that it rests on, which the snapshot does not hold itself. */
  validityOf(place: number, day: string, evidence: ParsedDocument['evidence']): Validity {
    const facts = this.facts[place] ?? NO_FACTS;
    return this.#shared.standings.validityOf({ ...facts, evidence }, day);
  }

  /** Validity of every document on a day. */
  validities(day: string): readonly ValidityStatus[] {
    const known = this.#statuses.get(day);
    if (known !== undefined) return known;
    const statuses = this.facts.map((facts) => statusOf(this.#shared.standings, facts, day));
    if (this.#statuses.size > REMEMBERED_DAYS) this.#statuses.clear();
    this.#statuses.set(day, statuses);
    return statuses;
  }
}

/** There is no such document. */
const NO_FACTS = { id: '', writtenOn: null, effectiveOn: null, expiresOn: null, type: null };

const statusOf = (standings: Standings, facts: DocumentFacts, day: string): ValidityStatus =>
  standings.validityOf({ ...facts, evidence: {} }, day).status;

const nothingFound = (database: Database): Pick<Shared, 'found' | 'corrections'> => ({
  found: new FoundKeys(database),
  corrections: lastCorrection(database),
});
