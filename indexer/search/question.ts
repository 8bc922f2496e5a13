/**
 * Ranks by the telling words of a question when no text has them all: each clause by BM25 over the words that it has, each
 * document by its best clause and its title. What has too few of them is no hit.
 */
import { phraseQuery } from '../catalogue/clause-index.ts';
import type { QueryNode } from '../query/tree.ts';
import { foldText } from '../text/fold.ts';
import { type Evaluation, type Mask, matchLeaves } from './evaluate.ts';
import { highest } from './highest.ts';
import type { LeafMatch } from './match.ts';
import { rarity, type Scores } from './score.ts';
import type { Snapshot } from './snapshot.ts';

/** More words than this tell little more and cost time; the rarest are kept. */
const MOST_WORDS = 20;
/** Rare pairs alone would be those that span two words by chance; so many that the common ones are among them. */
const MOST_PAIRS = 40;
/** What a pair of characters weighs beside a word: pairs bridge what is cut or worded a little differently. */
const PAIR_WEIGHT = 1.2;
/** A pair that stands in more than this share of the clauses says nothing. */
const COMMON_SHARE = 0.3;
/** Share of the best score that a clause, and of the words' weight that a document must have. */
const COVERAGE = 0.34;
/** Clauses whose text is read to count how often words occur. */
const READ_CLOSELY = 300;
const K1 = 1.2;
const B = 0.75;
const TITLE_WEIGHT = 0.1;
/** What the words of the whole document, and again those of its title, weigh beside its best clause. */
const COVERED_WEIGHT = 0.5;
/** Everyday questions are answered by national law first (立法法 on the rank of laws); rules of one place follow. */
const LOCAL = 0.6;
const LOCAL_TITLE = /^.{2,12}?(?:省|市|自治区|自治州|州|县|经济特区|特别行政区)/u;
/** What changes a law repeats it in pieces; the law itself answers. */
const AMENDING = 0.5;
const AMENDING_TITLE = /关于(?:修改|废止|修订|清理).*决定/u;
/** Preambles, titles and tables of a text in articles repeat its words without answering anything. */
const OUTSIDE_ARTICLES = 0.5;
const ARTICLE = /^第.{1,8}条/u;
const IN_ARTICLES = /(?:^|\n)第一条/u;

export interface Answer {
  readonly evaluation: Evaluation;
  readonly documents: Mask;
  readonly clauses: Mask;
  readonly scores: Scores;
}

/** Null when none of the words occurs. `within` holds what the rest of the query allows. */
export function answerQuestion(
  snapshot: Snapshot,
  {
    words,
    runs,
    day,
  }: { readonly words: readonly QueryNode[]; readonly runs: readonly string[]; readonly day: string },
  within: { readonly documents: Mask | null; readonly clauses: Mask | null },
): Answer | null {
  const root: QueryNode = { kind: 'any', parts: words, span: { start: 0, end: 0 } };
  const all = matchLeaves(snapshot, root, day).positive;
  const known = all.filter(({ clauses, whole }) => clauses.length > 0 || whole !== null);
  const telling = known.sort((a, b) => a.frequency - b.frequency).slice(0, MOST_WORDS);
  if (telling.length === 0) return null;
  const evaluation: Evaluation = { matches: new Map(telling.map((match) => [match.leaf, match])), positive: telling };
  const weights = telling.map((match) => rarity(snapshot, match.frequency));
  const pairs = pairsOf(snapshot, runs);
  const clauses = roughScores(snapshot, telling, weights, within, pairs);
  const terms = telling.map(({ phrases }, i) => ({ texts: phrases.map(foldText), weight: weights[i] ?? 0 }));
  const counted = [...terms, ...pairs.map(({ text, weight }) => ({ texts: [text], weight }))];
  readClosely(snapshot, counted, clauses);
  dropFaint(clauses);
  const { documents, scores } = documentScores(snapshot, telling, weights, clauses, within.documents);
  const mask = new Uint8Array(clauses.length);
  for (let key = 0; key < mask.length; key += 1) if ((clauses[key] ?? 0) > 0) mask[key] = 1;
  return { evaluation, documents, clauses: mask, scores: { clauses, documents: scores } };
}

interface Pair {
  readonly text: string;
  readonly clauses: Int32Array;
  readonly weight: number;
}

/** Clauses that have each of the rarer pairs of characters of the words, as far as they were typed side by side. */
function pairsOf(snapshot: Snapshot, runs: readonly string[]): Pair[] {
  const pairs = new Set<string>();
  for (const run of runs.flatMap((text) => foldText(text).match(/\p{Script=Han}{2,}/gu) ?? []))
    for (let i = 0; i + 1 < run.length; i += 1) pairs.add(run.slice(i, i + 2));
  const common = snapshot.clauseTotal * COMMON_SHARE;
  return [...pairs]
    .map((text) => ({ text, clauses: snapshot.matching(phraseQuery(text) ?? '') }))
    .filter(({ clauses }) => clauses.length > 0 && clauses.length < Math.max(common, 50))
    .sort((a, b) => a.clauses.length - b.clauses.length)
    .slice(0, MOST_PAIRS)
    .map(({ text, clauses }) => ({ text, clauses, weight: PAIR_WEIGHT * rarity(snapshot, clauses.length) }));
}

/** What has too little of the question is no answer. */
function dropFaint(clauses: Float32Array): void {
  let best = 0;
  for (let key = 0; key < clauses.length; key += 1) best = Math.max(best, clauses[key] ?? 0);
  for (let key = 0; key < clauses.length; key += 1) if ((clauses[key] ?? 0) < best * COVERAGE) clauses[key] = 0;
}

/** Every word counted once in each clause, a word of the title as a part of it. */
function roughScores(
  snapshot: Snapshot,
  telling: readonly LeafMatch[],
  weights: readonly number[],
  within: { readonly clauses: Mask | null; readonly documents: Mask | null },
  pairs: readonly Pair[],
): Float32Array {
  const scores = new Float32Array(snapshot.documentOf.length);
  const factors = new Float32Array(snapshot.documentOf.length);
  for (const { clauses, weight } of pairs) {
    for (const key of clauses) {
      if (snapshot.isHead(key)) continue;
      if (factors[key] === 0) factors[key] = lengthFactor(snapshot, key, 1);
      scores[key] = (scores[key] ?? 0) + weight * (factors[key] ?? 0);
    }
  }
  telling.forEach((match, i) => {
    const weight = weights[i] ?? 0;
    for (const key of match.clauses) {
      if (snapshot.isHead(key)) continue;
      scores[key] = (scores[key] ?? 0) + weight * lengthFactor(snapshot, key, 1);
    }
  });
  const titles = titleScores(snapshot, telling, weights);
  const standing = snapshot.heads.map(
    ({ title }) => (LOCAL_TITLE.test(title) ? LOCAL : 1) * (AMENDING_TITLE.test(title) ? AMENDING : 1),
  );
  for (let key = 0; key < scores.length; key += 1) {
    const score = scores[key] ?? 0;
    if (score === 0) continue;
    const place = snapshot.documentOf[key] ?? 0;
    const allowed = (within.clauses?.[key] ?? 1) === 1 && (within.documents?.[place] ?? 1) === 1;
    const rank = standing[place] ?? 1;
    scores[key] = allowed ? (score + TITLE_WEIGHT * (titles[place] ?? 0)) * rank : 0;
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

/** Counts words and pairs in the best clauses and weighs them as BM25 does. */
function readClosely(
  snapshot: Snapshot,
  terms: readonly { readonly texts: readonly string[]; readonly weight: number }[],
  scores: Float32Array,
): void {
  for (const key of highest(scores, READ_CLOSELY)) {
    const text = snapshot.clauseText(key);
    const folded = foldText(text);
    const once = lengthFactor(snapshot, key, 1);
    let more = 0;
    for (const { texts, weight } of terms) {
      const count = texts.reduce((sum, one) => sum + folded.split(one).length - 1, 0);
      if (count > 1) more += weight * (lengthFactor(snapshot, key, count) - once);
    }
    const place = snapshot.documentOf[key] ?? 0;
    const outside = !ARTICLE.test(text) && IN_ARTICLES.test(snapshot.body(place));
    scores[key] = ((scores[key] ?? 0) + more) * (outside ? OUTSIDE_ARTICLES : 1);
  }
}

function lengthFactor(snapshot: Snapshot, key: number, count: number): number {
  const length = (snapshot.endOf[key] ?? 0) - (snapshot.startOf[key] ?? 0);
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / snapshot.averageLength));
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
  const titles = titleScores(snapshot, telling, weights);
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
    scores[place] = best + COVERED_WEIGHT * ((covered[place] ?? 0) + (titles[place] ?? 0));
  }
  telling.forEach((match) => {
    if (match.whole === null) return;
    for (let place = 0; place < documents.length; place += 1)
      if (match.whole[place] === 1 && documents[place] === 1) scores[place] = (scores[place] ?? 0) + 20;
  });
  return { documents, scores };
}
