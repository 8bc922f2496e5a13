/**
 * Weighs clauses and documents: BM25-like over the words of the query, titles above text, what was asked for by name above all.
 * Weights are per document; the rules that took part are told by `why`.
 */

import type { Evaluation, Mask } from './evaluate.ts';
import type { LeafMatch } from './match.ts';
import type { Snapshot } from './snapshot.ts';

/** Saturation and length of BM25; its usual values, a little less for length because a clause is short anyway. */
const K1 = 1.2;
const B = 0.6;
/** A word in the title weighs this many times its rarity. */
export const TITLE_WEIGHT = 1.6;
/** … in its other facts: who it is from and to, what is attached. */
export const FACT_WEIGHT = 0.8;
/** What one more clause with the words adds, falling off. */
const MORE_CLAUSES = 0.35;
/** A document asked for by its number, title or registration stands above any that merely names it. */
export const NAMED = 1000;
export const DATED = 20;
export const NAMED_CLAUSE = 40;

export interface Scores {
  /** By clause key; 0 where no word stands. */
  readonly clauses: Float32Array;
  /** By place. */
  readonly documents: Float32Array;
}

/** Rarity of a word among the clauses: a word that is everywhere weighs almost nothing. */
export function rarity(snapshot: Snapshot, frequency: number): number {
  return Math.log(1 + (snapshot.clauseTotal - frequency + 0.5) / (frequency + 0.5));
}

export function scoreMatches(snapshot: Snapshot, { positive }: Evaluation, documents: Mask): Scores {
  const clauses = new Float32Array(snapshot.documentOf.length);
  const scores = new Float32Array(snapshot.documents);
  for (const match of positive) {
    const weight = rarity(snapshot, match.frequency);
    for (const key of match.clauses) {
      const place = snapshot.documentOf[key] ?? 0;
      if (documents[place] !== 1 || snapshot.isHead(key)) continue;
      clauses[key] = (clauses[key] ?? 0) + weight * lengthFactor(snapshot, key);
    }
    const titles = new Set(match.titles);
    for (const key of match.clauses)
      if (snapshot.isHead(key)) {
        const factor = titles.has(key) ? TITLE_WEIGHT : FACT_WEIGHT;
        addTo(scores, snapshot.documentOf[key] ?? 0, weight * factor);
      }
    addWhole(scores, match);
    addNamed(snapshot, match, clauses, scores);
  }
  addClauses(snapshot, clauses, documents, scores);
  return { clauses, documents: scores };
}

/** How much a word counts in a clause of this length. */
export function lengthFactor(snapshot: Snapshot, key: number): number {
  const length = (snapshot.endOf[key] ?? 0) - (snapshot.startOf[key] ?? 0);
  return (K1 + 1) / (1 + K1 * (1 - B + (B * length) / snapshot.averageLength));
}

function addTo(scores: Float32Array, place: number, amount: number): void {
  scores[place] = (scores[place] ?? 0) + amount;
}

function addWhole(scores: Float32Array, { leaf, whole }: LeafMatch): void {
  if (whole !== null && leaf.kind !== 'filter') {
    const weight = leaf.kind === 'date' ? DATED : NAMED;
    for (let place = 0; place < whole.length; place += 1) if (whole[place] === 1) addTo(scores, place, weight);
  }
}

/** An article asked for by name stands first in its document, and its document above those that name it. */
function addNamed(snapshot: Snapshot, { named, leaf }: LeafMatch, clauses: Float32Array, scores: Float32Array): void {
  const titled = leaf.kind === 'article' && leaf.title !== null;
  for (const key of named) {
    clauses[key] = (clauses[key] ?? 0) + NAMED_CLAUSE;
    if (titled) addTo(scores, snapshot.documentOf[key] ?? 0, NAMED);
  }
}

/** Best clause, and a little for every further one. */
function addClauses(snapshot: Snapshot, clauses: Float32Array, documents: Mask, scores: Float32Array): void {
  for (let place = 0; place < documents.length; place += 1) {
    if (documents[place] !== 1) continue;
    const first = (snapshot.headKey[place] ?? 0) + 1;
    const end = first + (snapshot.clauseCount[place] ?? 0);
    let best = 0;
    let sum = 0;
    for (let key = first; key < end; key += 1) {
      const score = clauses[key] ?? 0;
      sum += score;
      if (score > best) best = score;
    }
    if (best > 0) addTo(scores, place, best * (1 + MORE_CLAUSES * Math.log2(sum / best)));
  }
}
