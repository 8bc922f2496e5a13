/**
 * From a citation to the document of the library that it means: by number, by title, by a name that stands for the title; of
 * several texts of one title, the one that held on the citing document's day. Where it cannot tell it says so and names all:
 * it never guesses. Nothing is kept: what is imported, merged or removed tomorrow changes the answer by itself.
 */
import type { CitationRelation } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import type { Database } from './database.ts';
import { ProvisionFinder, type ProvisionsCited } from './provisions-cited.ts';
import { all } from './statements.ts';
import { fullKey, NAME_KINDS, type NameKind, regionOf } from './title-names.ts';

export interface Cited {
  readonly number: string | null;
  readonly title: string | null;
  readonly relation?: CitationRelation;
  readonly pin?: string | null;
}

/** The document that a citation stands in. */
export interface Citing {
  readonly id: string;
  /** 成文日期, else 施行日期. */
  readonly on: string | null;
  readonly issuers: readonly string[];
}

export interface Candidate {
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuers: readonly string[];
  readonly writtenOn: string | null;
  readonly effectiveOn: string | null;
}

/** What the answer rests on: the number, the title (without 中华人民共和国), or another name. */
export type ResolutionRule = 'number' | 'title' | NameKind;
/** Which text of several: the library has one, that of the day, or none so old. */
export type VersionRule = 'only' | 'valid-then' | 'later';

export interface Resolution {
  readonly state: 'resolved' | 'ambiguous' | 'unresolved';
  readonly rule: ResolutionRule | null;
  readonly version: VersionRule | null;
  readonly target: Candidate | null;
  /** Set where several fit and nothing decides. */
  readonly candidates: readonly Candidate[];
}

const NO_PROVISIONS: ProvisionsCited = { ordinals: [], missing: [] };
const UNRESOLVED: Resolution = { state: 'unresolved', rule: null, version: null, target: null, candidates: [] };

interface Found {
  readonly rule: ResolutionRule;
  readonly candidates: readonly Candidate[];
}

/** For one question to the catalogue, in which a law that a thousand documents cite is looked for once. */
export class Resolver {
  readonly #database: Database;
  readonly #found = new Map<string, readonly Found[]>();
  readonly #provisions: ProvisionFinder;

  constructor(database: Database) {
    this.#database = database;
    this.#provisions = new ProvisionFinder(database);
  }

  /** The provisions of the target that a citation points at; none without a pin. */
  provisions(target: Pick<Candidate, 'key'>, { pin, title }: Cited): ProvisionsCited {
    return pin == null ? NO_PROVISIONS : this.#provisions.find(target.key, { pin, title });
  }

  resolve(cited: Cited, citing: Citing): Resolution {
    for (const { rule, candidates } of this.#candidates(cited)) {
      const others = candidates.filter((one) => one.id !== citing.id && fits(one, rule, cited, citing));
      if (others.length > 0) return this.#choose(others, rule, cited, citing);
      // A text that means itself by its own title means nothing else by it.
      if (candidates.some(({ id }) => id === citing.id) && rule !== 'region') return UNRESOLVED;
    }
    return UNRESOLVED;
  }

  /** Ids of all documents that go by that name or number, whichever of them is meant. */
  candidates(cited: Cited): string[] {
    return this.#candidates(cited).flatMap(({ candidates }) => candidates.map(({ id }) => id));
  }

  /** Whether the library has anything of that name, whoever cites it. */
  knows(cited: Cited): boolean {
    return this.#candidates(cited).some(({ candidates }) => candidates.length > 0);
  }

  #candidates({ number, title }: Cited): readonly Found[] {
    const name = `${number}\n${title}`;
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = findCandidates(this.#database, number, title);
    this.#found.set(name, found);
    return found;
  }

  #choose(candidates: readonly Candidate[], rule: ResolutionRule, cited: Cited, citing: Citing): Resolution {
    const [first] = candidates;
    if (rule === 'part') return this.#choosePart(candidates, cited);
    if (candidates.length === 1 && first !== undefined) {
      const later = citing.on !== null && first.writtenOn !== null && first.writtenOn > citing.on;
      return resolved(first, rule, later ? 'later' : 'only');
    }
    return (
      versionOn(candidates, rule, citing.on) ?? { state: 'ambiguous', rule, version: null, target: null, candidates }
    );
  }

  /** A code that the library has in parts: the part that has the article, or its beginning. */
  #choosePart(parts: readonly Candidate[], { pin }: Cited): Resolution {
    const having = parts.filter(
      ({ key }) => this.#provisions.find(key, { pin: pin ?? '第一条', title: null }).ordinals.length > 0,
    );
    const [only] = having;
    if (having.length === 1 && only !== undefined) return resolved(only, 'part', 'only');
    return { state: 'ambiguous', rule: 'part', version: null, target: null, candidates: parts };
  }
}

const resolved = (target: Candidate, rule: ResolutionRule, version: VersionRule): Resolution => ({
  state: 'resolved',
  rule,
  version,
  target,
  candidates: [],
});

/** A region left out is the citing document's own; what a text repeals or amends is older than it. */
function fits(one: Candidate, rule: ResolutionRule, { relation }: Cited, { on, issuers }: Citing): boolean {
  if (rule === 'region') {
    const region = regionOf(one.title);
    if (region === null || !issuers.some((issuer) => issuer.startsWith(region))) return false;
  }
  const undone = relation === 'repeals' || relation === 'amends';
  return !(undone && on !== null && one.writtenOn !== null && one.writtenOn > on);
}

/** Null when these are not successive texts of one rule, or a day is missing: then nobody can tell. */
function versionOn(candidates: readonly Candidate[], rule: ResolutionRule, day: string | null): Resolution | null {
  if (day === null || !isOneLine(candidates)) return null;
  const dated = candidates
    .map((one) => ({ one, from: holdsFrom(one) }))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  if (dated.some(({ from }, at) => from === null || from === dated[at - 1]?.from)) return null;
  const then = dated.findLast(({ from }) => (from ?? '') <= day)?.one;
  if (then !== undefined) return resolved(then, rule, 'valid-then');
  const [earliest] = dated;
  return earliest === undefined ? null : resolved(earliest.one, rule, 'later');
}

/** An amended law keeps its first 施行日期: the text of an amendment holds from its own date at the earliest. */
export function holdsFrom({ writtenOn, effectiveOn }: Pick<Candidate, 'writtenOn' | 'effectiveOn'>): string | null {
  if (writtenOn === null) return effectiveOn;
  return effectiveOn !== null && effectiveOn > writtenOn ? effectiveOn : writtenOn;
}

/** Texts of one title by one body, or by nobody named. */
function isOneLine(candidates: readonly Candidate[]): boolean {
  const [first, ...rest] = candidates.filter(({ issuers }) => issuers.length > 0);
  return rest.every(({ issuers }) => issuers.some((issuer) => first?.issuers.includes(issuer)));
}

const COLUMNS = 'd.key, d.id, d.title, d.number, d.issuers, d.written_on, d.effective_on';
const BY_NUMBER = `SELECT ${COLUMNS} FROM documents d WHERE d.number IN (SELECT value FROM json_each(?))`;
/** Citing a text that was issued with a notice (某市停车办法) means the notice. */
const BY_TITLE = `SELECT ${COLUMNS} FROM documents d WHERE d.bare_title_key = ?1
  UNION SELECT ${COLUMNS} FROM attached_titles a JOIN documents d ON d.key = a.document_key WHERE a.title_key = ?1`;
const BY_NAME = `SELECT ${COLUMNS}, n.kind FROM title_names n JOIN documents d ON d.key = n.document_key WHERE n.key = ?`;

/** In the order in which they are believed; a number with a wrong title beside it is still the number. */
function findCandidates(database: Database, number: string | null, title: string | null): Found[] {
  const found: Found[] = [];
  if (number !== null) {
    const numbered = candidatesOf(all(database, BY_NUMBER, JSON.stringify(writingsOf(number))));
    const titled = title === null ? [] : numbered.filter((one) => bareTitleKey(one.title) === bareTitleKey(title));
    if (numbered.length > 0) return [{ rule: 'number', candidates: titled.length > 0 ? titled : numbered }];
  }
  if (title === null) return found;
  const key = fullKey(bareTitleKey(title));
  const titled = candidatesOf(all(database, BY_TITLE, key)).filter((one) => mayBear(one, number));
  if (titled.length > 0) found.push({ rule: 'title', candidates: titled });
  const named = all(database, BY_NAME, key);
  for (const kind of NAME_KINDS) {
    const candidates = candidatesOf(named.filter((row) => row.kind === kind)).filter((one) => mayBear(one, number));
    if (candidates.length > 0) found.push({ rule: kind, candidates });
  }
  return found;
}

/** 《X办法》（甲发〔2019〕1号） is not the X办法 of another number; orders are numbered beside the text that they issue. */
function mayBear(one: Candidate, number: string | null): boolean {
  return number === null || one.number === null || !/〔/.test(number) || !/〔/.test(one.number);
}

/** 国令第711号, 国务院令第711号 and 中华人民共和国国务院令第711号 are one. */
export function writingsOf(number: string): string[] {
  const order = /^(?:中华人民共和国)?(国务院|国)?(令第.*)$/.exec(number);
  if (order?.[1] !== undefined) {
    const tail = order[2] ?? '';
    return [`国令${tail.slice(1)}`, `国务院${tail}`, `中华人民共和国国务院${tail}`];
  }
  const bare = number.replace(/^中华人民共和国/, '');
  return /〔/.test(number) ? [number] : [...new Set([number, bare, `中华人民共和国${bare}`])];
}

type Rows = ReturnType<typeof all>;

const candidatesOf = (rows: Rows): Candidate[] =>
  rows.map((row) => ({
    key: Number(row.key),
    id: String(row.id),
    title: String(row.title),
    number: row.number as string | null,
    issuers: JSON.parse(String(row.issuers)) as string[],
    writtenOn: row.written_on as string | null,
    effectiveOn: row.effective_on as string | null,
  }));
