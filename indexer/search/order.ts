/** The order of the hits: by score, or by date. Equal ones stand in the order of the gazette. */
import type { SearchRequest, SearchSort } from '../contract.ts';
import type { ParsedQuery } from '../query/tree.ts';
import { isQuestion } from './asks.ts';
import type { Mask } from './evaluate.ts';
import { Marker } from './highlight.ts';
import type { Plan } from './plan.ts';
import type { Snapshot } from './snapshot.ts';
import { AMENDING_TITLE } from './standing.ts';

/** So many of the first hits are read: a clause that begins with the words, or is labelled by them, is about them. */
const READ = 40;
const BEGINNING = 24;
const BEGINS = 1.25;
const LABELLED = 1.6;
/** A heading or a title has the words and says nothing about them: clauses that do come first. */
const MERELY_NAMES = 0.6;
const HEADING = /^[^。；：\n]{1,40}$/u;
/** Documents that no longer hold stand behind their like. */
const NO_LONGER = 0.85;

/** What changes many rules has the words of them all: it stands behind the rules, unless it is what is asked for. */
const AMENDING = 0.75;
const ASKS_CHANGES = /修改|修订|修正|废止|清理|决定/u;

/** By what the hits are put in order. */
export interface Wish {
  readonly sort: SearchSort;
  readonly day: string;
  readonly request: Pick<SearchRequest, 'dateBy' | 'preferInForce'>;
  readonly query: Pick<ParsedQuery, 'text'>;
}

export function orderDocuments(snapshot: Snapshot, plan: Plan, passing: Mask, wish: Wish): number[] {
  const places: number[] = [];
  for (let place = 0; place < passing.length; place += 1) if (passing[place] === 1) places.push(place);
  if (wish.sort !== 'relevance') return places.sort(byDate(snapshot, wish));
  const contents = contentsAsked(plan);
  const weight = contents ? () => 1 : weightOf(snapshot, wish);
  const wantsChanges = ASKS_CHANGES.test(wish.query.text);
  const kind = (place: number): number =>
    !wantsChanges && !plan.titled.has(place) && AMENDING_TITLE.test(snapshot.heads[place]?.title ?? '') ? AMENDING : 1;
  // What no longer holds stands back behind its like, not behind what is less like the title typed.
  const score = (place: number): number => {
    const near = plan.nearlyTitled.get(place) ?? 0;
    return near + ((plan.scores.documents[place] ?? 0) - near) * weight(place) * kind(place);
  };
  const scores = Float64Array.from({ length: snapshot.documents }, (_, place) =>
    passing[place] === 1 ? score(place) : 0,
  );
  if (plan.relaxed === 'telling' && isQuestion(wish.query.text) && wish.request.preferInForce !== 'off')
    putBehindSuccessors(snapshot, scores, wish.day);
  const sorted = places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  if (contents) return sorted;
  return readFirst(snapshot, plan, sorted, scores, (place) => bestClause(snapshot, plan, place));
}

const TRIAL = /（(?:试行|暂行)）|试行|暂行/gu;

/** A question, unlike a pasted sentence, is answered by the rules of today: what a later text of the same title has replaced comes right behind that. */
function putBehindSuccessors(snapshot: Snapshot, scores: Float64Array, day: string): void {
  const validities = snapshot.validities(day);
  const ended = (place: number): boolean => validities[place] === 'repealed' || validities[place] === 'expired';
  const latest = new Map<string, number>();
  const nameOf = (place: number): string => (snapshot.heads[place]?.title ?? '').replace(TRIAL, '');
  const writtenOn = (place: number): string => snapshot.facts[place]?.writtenOn ?? '';
  for (let place = 0; place < scores.length; place += 1) {
    if (scores[place] === 0) continue;
    const known = latest.get(nameOf(place));
    if (known === undefined || writtenOn(known) < writtenOn(place)) latest.set(nameOf(place), place);
  }
  for (let place = 0; place < scores.length; place += 1) {
    const successor = latest.get(nameOf(place));
    if (scores[place] === 0 || successor === undefined || successor === place || !ended(place)) continue;
    const [own, later] = [scores[place] ?? 0, scores[successor] ?? 0];
    if (own <= later) continue;
    scores[successor] = own;
    scores[place] = later;
  }
}

/** The contents of an issue stand as printed, whatever has become of them since. */
const contentsAsked = (plan: Plan): boolean =>
  plan.evaluation.positive.length > 0 && plan.evaluation.positive.every(({ leaf }) => leaf.kind === 'issue');

function bestClause(snapshot: Snapshot, plan: Plan, place: number): number | null {
  let best: number | null = null;
  const first = (snapshot.headKey[place] ?? 0) + 1;
  for (let key = first; key < first + (snapshot.clauseCount[place] ?? 0); key += 1)
    if ((plan.scores.clauses[key] ?? 0) > (best === null ? 0 : (plan.scores.clauses[best] ?? 0))) best = key;
  return best;
}

/** Sorts the first hits again after a look at their text. As many whatever the page, so that paging shows each hit once. */
function readFirst(
  snapshot: Snapshot,
  plan: Plan,
  sorted: number[],
  scores: Float64Array,
  clauseOf: (hit: number) => number | null,
): number[] {
  const phrases = plan.evaluation.positive.flatMap((match) => match.phrases);
  if (plan.relaxed === 'telling' || phrases.length === 0) return sorted;
  const marker = new Marker(phrases);
  const read = sorted.slice(0, READ).map((hit) => {
    const clause = clauseOf(hit);
    const text = clause === null ? '' : snapshot.clauseText(clause);
    const start = marker.mark(text)[0]?.[0] ?? BEGINNING;
    const named = plan.evaluation.positive.some(({ named: keys }) => clause !== null && keys.includes(clause));
    if (plan.clauses !== null && !named && HEADING.test(text)) return { hit, score: (scores[hit] ?? 0) * MERELY_NAMES };
    const factor = start >= BEGINNING ? 1 : start === 0 ? LABELLED : BEGINS;
    return { hit, score: (scores[hit] ?? 0) * factor };
  });
  read.sort((a, b) => b.score - a.score);
  return [...read.map(({ hit }) => hit), ...sorted.slice(READ)];
}

export function orderClauses(snapshot: Snapshot, plan: Plan, passing: Mask, wish: Wish): number[] {
  const clauses = plan.clauses ?? new Uint8Array(0);
  const keys: number[] = [];
  for (let key = 0; key < clauses.length; key += 1)
    if (clauses[key] === 1 && passing[snapshot.documentOf[key] ?? 0] === 1) keys.push(key);
  if (wish.sort !== 'relevance') {
    const compare = byDate(snapshot, wish);
    return keys.sort((a, b) => compare(snapshot.documentOf[a] ?? 0, snapshot.documentOf[b] ?? 0) || a - b);
  }
  const weight = weightOf(snapshot, wish);
  const scores = new Float64Array(clauses.length);
  for (const key of keys) {
    const place = snapshot.documentOf[key] ?? 0;
    // The document counts a little: a clause of the law that the title names comes before its like elsewhere.
    const document = Math.min(plan.scores.documents[place] ?? 0, 100) * 0.1 + (plan.titled.has(place) ? 50 : 0);
    scores[key] = ((plan.scores.clauses[key] ?? 0) + document * (plan.relaxed === 'telling' ? 0 : 1)) * weight(place);
  }
  const sorted = keys.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return readFirst(snapshot, plan, sorted, scores, (key) => key);
}

/** 1 for what holds, or may hold. */
export function weightOf(
  snapshot: Snapshot,
  { day, request }: Pick<Wish, 'day' | 'request'>,
): (place: number) => number {
  if (request.preferInForce === 'off') return () => 1;
  const validities = snapshot.validities(day);
  return (place) => (validities[place] === 'repealed' || validities[place] === 'expired' ? NO_LONGER : 1);
}

/** Undated documents come last either way. */
function byDate(snapshot: Snapshot, { sort, request }: Wish): (a: number, b: number) => number {
  const sign = sort === 'oldest' ? 1 : -1;
  return (a, b) => {
    const [first, second] = [snapshot.dayOf(a, request.dateBy), snapshot.dayOf(b, request.dateBy)];
    if (first === second) return a - b;
    if (first === null || second === null) return first === null ? 1 : -1;
    return first < second ? -sign : sign;
  };
}
