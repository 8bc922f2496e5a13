/**
 * How likely a document, and an article of it, is to answer a question at all, whatever it asks: what the library's own texts
 * cite often, what binds the whole country, what is in force. Factors; a question's words decide among what has its words.
 */
import { citingDocuments, pinsCited, titleKeys } from '../catalogue/question-view.ts';
import type { Derivation } from './derived.ts';
import type { Snapshot } from './snapshot.ts';

/** A law that ten times as many documents cite is so much likelier to be asked about: 10 ** 0.1 is 1.26. */
const CITED = 0.1;
/** … and an article of it, up to so many citations. */
const PIN_CITED = 0.1;
const MOST_PINS = 19;
/** Laws and judicial interpretations answer everyday questions more often than what carries them out. */
const BINDING = 1.2;
const BINDING_ISSUER = /^(?:全国人民代表大会|最高人民)/u;
/** Rules of one place come behind those of the country (立法法 on the rank of laws). */
const LOCAL = 0.7;
const LOCAL_TITLE = /^.{2,12}?(?:省|市|自治区|自治州|州|县|经济特区|特别行政区)/u;
/** What changes a law repeats it in pieces; the law itself answers. */
const AMENDING = 0.6;
export const AMENDING_TITLE = /关于(?:修改|废止|修订|清理).*决定/u;
/** 民法典合同编 is cited as 民法典. */
const PART_OF_CODE = /^(.{1,12}?典)./u;
const ARTICLE = /^第[^第条]{1,8}条(?:之[一二三四五六七八九十]+)?/u;

export interface Standing {
  /** By place. */
  readonly documents: Float32Array;
  /** By clause key, for articles that are cited; 1 for all others. */
  readonly article: (clause: number) => number;
}

interface Counts {
  /** In how many documents each title is cited, and how often each 《title》第六条. */
  readonly citing: Map<string, number>;
  readonly pins: Map<string, number>;
  /** What each document is cited by. */
  readonly names: readonly (readonly string[])[];
  readonly factors: Float32Array;
}

/** Counted once. What changed documents cite stays as it was counted until all is counted again: it moves no rank to speak of. */
const COUNTS: Derivation<Counts> = {
  make: (snapshot) => {
    const counts = { citing: new Map<string, number>(), pins: new Map<string, number>() };
    addCitations(snapshot, counts, null);
    const keys = titleKeys(snapshot.database);
    const names = snapshot.facts.map(({ key }) => namesOf(keys.get(key) ?? ''));
    const factors = Float32Array.from(names, (own, place) => factorOf(snapshot, place, citedAs(own, counts.citing)));
    return { ...counts, names, factors };
  },
  update: (before, snapshot, places) => {
    const fresh = places.filter((place) => place >= before.names.length);
    const { citing, pins } = before;
    const keysOf = (some: readonly number[]): number[] => some.flatMap((place) => snapshot.facts[place]?.key ?? []);
    const recited = addCitations(snapshot, before, keysOf(fresh));
    const keys = titleKeys(snapshot.database, keysOf(places));
    const names = [...before.names];
    for (const place of places) names[place] = namesOf(keys.get(snapshot.facts[place]?.key ?? -1) ?? '');
    const factors = new Float32Array(snapshot.documents);
    factors.set(before.factors);
    const changed = new Set(places);
    names.forEach((own, place) => {
      if (changed.has(place) || own.some((name) => recited.has(name)))
        factors[place] = factorOf(snapshot, place, citedAs(own, citing));
    });
    return { citing, pins, names, factors };
  },
};

/** Of all documents, or of those with these keys. Gives the titles that they cite. */
function addCitations(
  { database }: Snapshot,
  { citing, pins }: Pick<Counts, 'citing' | 'pins'>,
  keys: readonly number[] | null,
): Set<string> {
  const titles = citingDocuments(database, keys);
  for (const [title, documents] of titles) citing.set(title, (citing.get(title) ?? 0) + documents);
  for (const { title, pin, times } of pinsCited(database, keys)) {
    const key = `${title} ${ARTICLE.exec(pin)?.[0] ?? ''}`;
    pins.set(key, (pins.get(key) ?? 0) + times);
  }
  return new Set(titles.keys());
}

const citedAs = (names: readonly string[], citing: ReadonlyMap<string, number>): number =>
  Math.max(0, ...names.map((name) => citing.get(name) ?? 0));

function factorOf({ facts, heads }: Snapshot, place: number, cited: number): number {
  const title = heads[place]?.title ?? '';
  const issuer = facts[place]?.issuers[0] ?? '';
  return (
    (1 + cited) ** CITED *
    (BINDING_ISSUER.test(issuer) || BINDING_ISSUER.test(title) ? BINDING : 1) *
    (LOCAL_TITLE.test(title) ? LOCAL : 1) *
    (AMENDING_TITLE.test(title) ? AMENDING : 1)
  );
}

export function standingOf(snapshot: Snapshot): Standing {
  const { names, pins, factors } = snapshot.derived(COUNTS);
  const article = (clause: number): number => {
    const label = ARTICLE.exec(snapshot.clauseText(clause))?.[0];
    if (label === undefined) return 1;
    const own = names[snapshot.documentOf[clause] ?? 0] ?? [];
    const times = Math.max(0, ...own.map((name) => pins.get(`${name} ${label}`) ?? 0));
    return (1 + Math.min(times, MOST_PINS)) ** PIN_CITED;
  };
  return { documents: factors, article };
}

/** What a document is cited by: its title, and for a part of a code the name of the code. */
function namesOf(title: string): string[] {
  const code = PART_OF_CODE.exec(title)?.[1];
  return code === undefined ? [title] : [title, code];
}
