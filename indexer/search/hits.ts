/** Turns places and clauses into the hits of an answer: facts, passages, marks and the rules that put them there. */
import type { CatalogueStore } from '../catalogue/store.ts';
import type { Hit, Passage } from '../contract.ts';
import type { Asked } from './asked.ts';
import { explain } from './explain.ts';
import { Marker } from './highlight.ts';
import { passageOf } from './passages.ts';
import type { Plan } from './plan.ts';
import type { Snapshot } from './snapshot.ts';

/** Passages shown under a document. */
const PASSAGES = 3;
const HEADING_LENGTH = 24;
/** Clauses with at least this share of the best score are alike. */
const CLOSE = 0.5;
/** Characters of a title or of 《…》现印发给你们: shorter clauses are shown last among their like. */
const SAYS_LITTLE = 45;
/** 第一编　总则, 第一章　一般规定: shorter than any clause, and how many stand one under the other. */
const HEADING_CHARACTERS = 20;
const MOST_HEADINGS = 6;

export interface HitMaker {
  readonly ofDocument: (place: number) => Hit;
  readonly ofClause: (clause: number) => Hit;
}

export function hitMaker(store: CatalogueStore, snapshot: Snapshot, asked: Asked): HitMaker {
  const { plan, day } = asked;
  const phrases = [
    ...plan.evaluation.positive.flatMap((match) => match.phrases),
    ...plan.meanings.flatMap(({ written }) => written),
  ];
  const marker = phrases.length === 0 ? null : new Marker(phrases);
  const base = (place: number, passages: Passage[], morePassages: number, clauses: readonly number[]): Hit => {
    const facts = snapshot.facts[place];
    const record = store.document(facts?.id ?? '');
    const title = record?.title ?? '';
    const issueId = facts?.issueIds[0];
    return {
      id: facts?.id ?? '',
      provisionId: null,
      title,
      titleHighlights: marker?.mark(title) ?? [],
      number: record?.number ?? null,
      issuers: [...(record?.issuers ?? [])],
      type: record?.type ?? null,
      topics: [...(facts?.topics ?? [])],
      writtenOn: record?.writtenOn ?? null,
      validity: snapshot.validityOf(place, day, record?.evidence ?? {}),
      issue: issueId === undefined ? null : { id: issueId, label: snapshot.issueLabels.get(issueId) ?? '' },
      passages,
      morePassages,
      why: reasons(snapshot, plan, place, passages),
      explanation:
        asked.request.explain === '1' ? explain(snapshot, asked, { place, clauses, hit: { title, passages } }) : null,
    };
  };
  return {
    ofDocument: (place) => {
      const matching = matchingClauses(snapshot, plan, place);
      const chosen = chooseShown(snapshot, plan, matching);
      const shown = chosen.map((clause) => passageOf(snapshot, store.database, clause, marker));
      const passages = shown.length > 0 ? shown : opening(store, snapshot, place);
      return base(place, passages, Math.max(0, matching.length - shown.length), chosen);
    },
    ofClause: (clause) => {
      const place = snapshot.documentOf[clause] ?? 0;
      const passage = passageOf(snapshot, store.database, clause, marker);
      return {
        ...base(place, [passage], 0, [clause]),
        provisionId: passage.provisionId,
      };
    },
  };
}

/** Clauses of a document in which any of the words stands, best first. */
function matchingClauses(snapshot: Snapshot, plan: Plan, place: number): number[] {
  const first = (snapshot.headKey[place] ?? 0) + 1;
  const keys: number[] = [];
  for (let key = first; key < first + (snapshot.clauseCount[place] ?? 0); key += 1)
    if ((plan.scores.clauses[key] ?? 0) > 0) keys.push(key);
  return keys.sort((a, b) => (plan.scores.clauses[b] ?? 0) - (plan.scores.clauses[a] ?? 0) || a - b);
}

/** The best that say something: a clause that is hardly more than the title of an attached text comes after all others of its worth. */
function chooseShown(snapshot: Snapshot, plan: Plan, matching: readonly number[]): number[] {
  const best = plan.scores.clauses[matching[0] ?? 0] ?? 0;
  const worthy = matching.filter((key) => (plan.scores.clauses[key] ?? 0) >= best * CLOSE);
  const says = (key: number): boolean => lengthOf(snapshot, key) >= SAYS_LITTLE;
  return [...worthy.filter(says), ...matching.filter((key) => !(worthy.includes(key) && says(key)))].slice(0, PASSAGES);
}

/** The beginning of the text, where no word was asked for: not 第一章　总则, which says nothing, but what stands under it. */
function opening(store: CatalogueStore, snapshot: Snapshot, place: number): Passage[] {
  const count = snapshot.clauseCount[place] ?? 0;
  if (count === 0) return [];
  const first = (snapshot.headKey[place] ?? 0) + 1;
  let key = first;
  while (key < first + Math.min(count, MOST_HEADINGS) && lengthOf(snapshot, key) < HEADING_CHARACTERS) key += 1;
  const found = key < first + count && lengthOf(snapshot, key) >= HEADING_CHARACTERS ? key : first;
  return [passageOf(snapshot, store.database, found, null)];
}

const lengthOf = (snapshot: Snapshot, key: number): number => (snapshot.endOf[key] ?? 0) - (snapshot.startOf[key] ?? 0);

/** Ids of the rules, strongest first. */
function reasons(snapshot: Snapshot, plan: Plan, place: number, passages: readonly Passage[]): string[] {
  const why: string[] = [];
  const { positive } = plan.evaluation;
  const head = snapshot.headKey[place] ?? 0;
  if (positive.some(({ leaf, whole }) => leaf.kind === 'number' && whole?.[place] === 1)) why.push('number');
  if (
    positive.some(({ leaf, clauses }) => leaf.kind === 'text' && leaf.form === 'registration' && clauses.includes(head))
  )
    why.push('number');
  if (positive.some(({ named }) => named.some((key) => snapshot.documentOf[key] === place))) why.push('article');
  if (plan.titled.has(place)) why.push('title-exact');
  if (plan.nearlyTitled.has(place)) why.push('title-near');
  if (positive.some(({ titles }) => titles.includes(head))) why.push('title');
  if (!passages.some(({ highlights }) => highlights.length > 0) && positive.length > 0) return why;
  if (positive.some(({ leaf, clauses }) => leaf.kind === 'text' && leaf.form === 'phrase' && clauses.length > 0))
    why.push('phrase');
  if (passages.some(({ highlights }) => (highlights[0]?.[0] ?? HEADING_LENGTH) < HEADING_LENGTH)) why.push('heading');
  why.push(plan.relaxed === 'telling' ? 'similar' : 'words');
  return why;
}
