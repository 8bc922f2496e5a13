/**
 * Ranks by the telling words of a question when no text has them all: each clause by BM25 over the words that it has, each
 * document by its best clause and its title. What has too few of them is no hit.
 */
import type { QueryNode } from '../query/tree.ts';
import { type Evaluation, type Mask, matchLeaves } from './evaluate.ts';
import { Marker } from './highlight.ts';
import type { LeafMatch } from './match.ts';
import { rarity, type Scores } from './score.ts';
import type { Snapshot } from './snapshot.ts';

/** More words than this tell little more and cost time; the rarest are kept. */
const MOST_WORDS = 14;
/** Share of the words' weight that a hit must have. */
const COVERAGE = 0.34;
/** Clauses whose text is read to count how often words occur. */
const READ_CLOSELY = 200;
const K1 = 1.2;
const B = 0.75;
const TITLE_WEIGHT = 0.5;

export interface Answer {
  readonly evaluation: Evaluation;
  readonly documents: Mask;
  readonly clauses: Mask;
  readonly scores: Scores;
}

/** Null when none of the words occurs. `within` holds what the rest of the query allows. */
export function answerQuestion(
  snapshot: Snapshot,
  words: readonly QueryNode[],
  within: { readonly documents: Mask | null; readonly clauses: Mask | null },
): Answer | null {
  const root: QueryNode = { kind: 'any', parts: words, span: { start: 0, end: 0 } };
  const all = matchLeaves(snapshot, root).positive;
  const known = all.filter(({ clauses, whole }) => clauses.length > 0 || whole !== null);
  const telling = known.sort((a, b) => a.frequency - b.frequency).slice(0, MOST_WORDS);
  if (telling.length === 0) return null;
  const evaluation: Evaluation = { matches: new Map(telling.map((match) => [match.leaf, match])), positive: telling };
  const weights = telling.map((match) => rarity(snapshot, match.frequency));
  const clauses = roughScores(snapshot, telling, weights, within);
  readClosely(snapshot, telling, weights, clauses);
  const { documents, scores } = documentScores(snapshot, telling, weights, clauses, within.documents);
  const best = clauses.reduce((most, score) => Math.max(most, score), 0);
  const mask = Uint8Array.from(clauses, (score) => (score > best * COVERAGE ? 1 : 0));
  return { evaluation, documents, clauses: mask, scores: { clauses, documents: scores } };
}

/** Every word counted once in each clause, a word of the title as a part of it. */
function roughScores(
  snapshot: Snapshot,
  telling: readonly LeafMatch[],
  weights: readonly number[],
  within: { readonly clauses: Mask | null; readonly documents: Mask | null },
): Float32Array {
  const scores = new Float32Array(snapshot.documentOf.length);
  telling.forEach((match, i) => {
    const weight = weights[i] ?? 0;
    for (const key of match.clauses) {
      if (snapshot.isHead(key)) continue;
      scores[key] = (scores[key] ?? 0) + weight * lengthFactor(snapshot, key, 1);
    }
  });
  const titles = titleScores(snapshot, telling, weights);
  for (let key = 0; key < scores.length; key += 1) {
    const score = scores[key] ?? 0;
    if (score === 0) continue;
    const place = snapshot.documentOf[key] ?? 0;
    const allowed = (within.clauses?.[key] ?? 1) === 1 && (within.documents?.[place] ?? 1) === 1;
    scores[key] = allowed ? score + TITLE_WEIGHT * (titles[place] ?? 0) : 0;
  }
  return scores;
}

function titleScores(snapshot: Snapshot, telling: readonly LeafMatch[], weights: readonly number[]): Float32Array {
  const titles = new Float32Array(snapshot.documents);
  telling.forEach((match, i) => {
    for (const key of match.titles) {
      const place = snapshot.documentOf[key] ?? 0;
      titles[place] = (titles[place] ?? 0) + (weights[i] ?? 0);
    }
  });
  return titles;
}

/** Counts the words in the best clauses and weighs them as BM25 does. */
function readClosely(
  snapshot: Snapshot,
  telling: readonly LeafMatch[],
  weights: readonly number[],
  scores: Float32Array,
): void {
  const markers = telling.map((match) => new Marker(match.phrases));
  for (const key of highest(scores, READ_CLOSELY)) {
    const text = snapshot.clauseText(key);
    let more = 0;
    markers.forEach((marker, i) => {
      const count = marker.mark(text).length;
      if (count > 1) more += (weights[i] ?? 0) * (lengthFactor(snapshot, key, count) - lengthFactor(snapshot, key, 1));
    });
    scores[key] = (scores[key] ?? 0) + more;
  }
}

function lengthFactor(snapshot: Snapshot, key: number, count: number): number {
  const length = (snapshot.endOf[key] ?? 0) - (snapshot.startOf[key] ?? 0);
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / snapshot.averageLength));
}

/** Keys of the highest scores, highest first. */
export function highest(scores: Float32Array, count: number): number[] {
  const keys: number[] = [];
  for (let key = 0; key < scores.length; key += 1) if ((scores[key] ?? 0) > 0) keys.push(key);
  return keys.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}

/** Documents that have enough of the words, each scored by its best clause. */
function documentScores(
  snapshot: Snapshot,
  telling: readonly LeafMatch[],
  weights: readonly number[],
  clauses: Float32Array,
  within: Mask | null,
): { documents: Mask; scores: Float32Array } {
  const covered = new Float32Array(snapshot.documents);
  const seen = new Int32Array(snapshot.documents).fill(-1);
  telling.forEach((match, i) => {
    for (const key of match.clauses) {
      const place = snapshot.documentOf[key] ?? 0;
      if (seen[place] === i) continue;
      seen[place] = i;
      covered[place] = (covered[place] ?? 0) + (weights[i] ?? 0);
    }
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const documents = new Uint8Array(snapshot.documents);
  const scores = new Float32Array(snapshot.documents);
  for (let place = 0; place < documents.length; place += 1) {
    if ((covered[place] ?? 0) < total * COVERAGE || (within?.[place] ?? 1) === 0) continue;
    documents[place] = 1;
    const first = (snapshot.headKey[place] ?? 0) + 1;
    let best = 0;
    for (let key = first; key < first + (snapshot.clauseCount[place] ?? 0); key += 1)
      best = Math.max(best, clauses[key] ?? 0);
    scores[place] = best + 0.5 * (covered[place] ?? 0);
  }
  telling.forEach((match) => {
    if (match.whole === null) return;
    for (let place = 0; place < documents.length; place += 1)
      if (match.whole[place] === 1 && documents[place] === 1) scores[place] = (scores[place] ?? 0) + 20;
  });
  return { documents, scores };
}
