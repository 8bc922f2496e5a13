/**
 * Ranks by the telling words of a question when no text has them all. A clause counts by BM25 over the words and pairs of
 * characters that it has, and the law's own words for what was said in everyday ones; the headings and the title that it
 * stands under and its neighbours add to it, and what is known of its document (standing.ts) multiplies it. A document counts
 * by its best clause and its title. What has too little of the question is no hit.
 *
 * Weights were fitted on one half of the questions of `npm run bench:questions` and judged by the other.
 */
import type { QueryNode } from '../query/tree.ts';
import { foldText } from '../text/fold.ts';
import { type Evaluation, type Mask, matchLeaves } from './evaluate.ts';
import { headingsOf } from './headings.ts';
import { highest } from './highest.ts';
import type { LeafMatch } from './match.ts';
import { type Meaning, meaningTerms, pairTerms, type Term, wordTerms } from './question-terms.ts';
import type { Scores } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import { standingOf } from './standing.ts';

/** More words than this tell little more and cost time; the rarest are kept. */
const MOST_WORDS = 20;
/** Share of the best score that a clause, and of the words' weight that a document must have. */
const COVERAGE = 0.34;
/** Clauses whose text is read to count how often words occur. */
const READ_CLOSELY = 300;
/** A clause with more than this share of the pairs is where the text was copied from: then nothing else matters as much. */
const COPIED = 0.75;
const COPIED_WEIGHT = 4;
const K1 = 1.2;
/** A long article that has much of a question answers it as well as a short one that has little. */
const B = 0.3;
/** What the law's word for an everyday one weighs beside a word that was typed, which counts by its pairs as well. */
const MEANING_WEIGHT = 1.7;
/** … a word in the title of the document, a pair in the headings over the clause, and the better of its two neighbours. */
const TITLE_WEIGHT = 0.16;
const HEADING_WEIGHT = 0.4;
const NEIGHBOUR_WEIGHT = 0.2;
/** What the words of the whole document, and again those of its title, weigh beside its best clause. */
const COVERED_WEIGHT = 0.5;
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

export interface Question {
  readonly words: readonly QueryNode[];
  /** The text of its loose parts, for pairs of characters. */
  readonly runs: readonly string[];
  readonly meanings: readonly Meaning[];
  /** The day on which validity is judged. */
  readonly day: string;
}

interface Terms {
  readonly words: readonly Term[];
  readonly pairs: readonly Term[];
  readonly meanings: readonly (readonly Term[])[];
}

interface Within {
  readonly documents: Mask | null;
  readonly clauses: Mask | null;
}

/** Null when none of the words occurs, nor any of what they mean. `within` holds what the rest of the query allows. */
export function answerQuestion(
  snapshot: Snapshot,
  { words, runs, meanings, day }: Question,
  within: Within,
): Answer | null {
  const root: QueryNode = { kind: 'any', parts: words, span: { start: 0, end: 0 } };
  const all = matchLeaves(snapshot, root, day).positive;
  const known = all.filter(({ clauses, whole }) => clauses.length > 0 || whole !== null);
  const telling = known.sort((a, b) => a.frequency - b.frequency).slice(0, MOST_WORDS);
  const terms = {
    words: wordTerms(snapshot, telling),
    pairs: pairTerms(snapshot, runs),
    meanings: meaningTerms(snapshot, meanings),
  };
  if (telling.length === 0 && terms.meanings.every((words) => words.length === 0)) return null;
  const titles = titleScores(snapshot, telling, terms.words);
  const clauses = roughScores(snapshot, terms, titles, within);
  readClosely(snapshot, terms, clauses);
  dropFaint(clauses);
  const { documents, scores } = documentScores(snapshot, { telling, terms, titles }, clauses, within.documents);
  const mask = new Uint8Array(clauses.length);
  for (let key = 0; key < mask.length; key += 1) if ((clauses[key] ?? 0) > 0) mask[key] = 1;
  const evaluation: Evaluation = { matches: new Map(telling.map((match) => [match.leaf, match])), positive: telling };
  return { evaluation, documents, clauses: mask, scores: { clauses, documents: scores } };
}

/** What has too little of the question is no answer. */
function dropFaint(clauses: Float32Array): void {
  let best = 0;
  for (let key = 0; key < clauses.length; key += 1) best = Math.max(best, clauses[key] ?? 0);
  for (let key = 0; key < clauses.length; key += 1) if ((clauses[key] ?? 0) < best * COVERAGE) clauses[key] = 0;
}

/** Every term counted once in each clause, with what stands around the clause. */
function roughScores(snapshot: Snapshot, terms: Terms, titles: Float32Array, within: Within): Float32Array {
  const size = snapshot.documentOf.length;
  const pairs = new Float32Array(size);
  for (const term of terms.pairs) addTerm(pairs, term.clauses, term.weight);
  const own = Float32Array.from(pairs);
  for (const term of terms.words) addTerm(own, term.clauses, term.weight);
  for (const meaning of terms.meanings) addMeaning(own, meaning);
  for (let key = 0; key < size; key += 1)
    if (own[key] !== 0) own[key] = snapshot.isHead(key) ? 0 : (own[key] ?? 0) * lengthFactor(snapshot, key, 1);
  const pairTotal = terms.pairs.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const { chapterOf, sectionOf, isHeading } = headingsOf(snapshot);
  const standing = standingOf(snapshot).documents;
  const scores = new Float32Array(size);
  for (let key = 0; key < size; key += 1) {
    const score = own[key] ?? 0;
    if (score === 0 || isHeading[key] === 1) continue;
    const place = snapshot.documentOf[key] ?? 0;
    if ((within.clauses?.[key] ?? 1) === 0 || (within.documents?.[place] ?? 1) === 0) continue;
    const headings = (pairs[chapterOf[key] ?? 0] ?? 0) + (pairs[sectionOf[key] ?? 0] ?? 0);
    const neighbour = Math.max(own[key - 1] ?? 0, own[key + 1] ?? 0);
    const around = TITLE_WEIGHT * (titles[place] ?? 0) + HEADING_WEIGHT * headings + NEIGHBOUR_WEIGHT * neighbour;
    const copied = Math.max(0, (pairs[key] ?? 0) / pairTotal - COPIED);
    scores[key] = (score + around) * (standing[place] ?? 1) * (1 + COPIED_WEIGHT * copied);
  }
  return scores;
}

function addTerm(sums: Float32Array, clauses: Int32Array, weight: number): void {
  for (const key of clauses) sums[key] = (sums[key] ?? 0) + weight;
}

/** Of the words of one meaning only the rarest that a clause has. */
function addMeaning(sums: Float32Array, words: readonly Term[]): void {
  const seen = words.length > 1 ? new Uint8Array(sums.length) : null;
  for (const { clauses, weight } of words)
    for (const key of clauses) {
      if (seen?.[key] === 1) continue;
      if (seen !== null) seen[key] = 1;
      sums[key] = (sums[key] ?? 0) + MEANING_WEIGHT * weight;
    }
}

/** The words of each document's title. */
function titleScores(snapshot: Snapshot, telling: readonly LeafMatch[], words: readonly Term[]): Float32Array {
  const titles = new Float32Array(snapshot.documents);
  telling.forEach((match, i) => {
    for (const key of match.titles) {
      const place = snapshot.documentOf[key] ?? 0;
      titles[place] = (titles[place] ?? 0) + (words[i]?.weight ?? 0);
    }
  });
  return titles;
}

/** Counts words and pairs in the best clauses and weighs them as BM25 does; an article that is cited stands above its like. */
function readClosely(snapshot: Snapshot, { words, pairs }: Terms, scores: Float32Array): void {
  const standing = standingOf(snapshot);
  for (const key of highest(scores, READ_CLOSELY)) {
    const text = snapshot.clauseText(key);
    const folded = foldText(text);
    const once = lengthFactor(snapshot, key, 1);
    let more = 0;
    for (const { texts, weight } of [...words, ...pairs]) {
      const count = texts.reduce((sum, one) => sum + folded.split(one).length - 1, 0);
      if (count > 1) more += weight * (lengthFactor(snapshot, key, count) - once);
    }
    const place = snapshot.documentOf[key] ?? 0;
    const score = (scores[key] ?? 0) + more * (standing.documents[place] ?? 1);
    scores[key] = score * (ARTICLE.test(text) ? standing.article(key) : beside(snapshot, place));
  }
}

const beside = (snapshot: Snapshot, place: number): number =>
  IN_ARTICLES.test(snapshot.body(place)) ? OUTSIDE_ARTICLES : 1;

function lengthFactor(snapshot: Snapshot, key: number, count: number): number {
  const length = (snapshot.endOf[key] ?? 0) - (snapshot.startOf[key] ?? 0);
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / snapshot.averageLength));
}

/** What each document has of the words and meanings, and what there is to have: the words, or else the meanings. */
function coverage(snapshot: Snapshot, { words, meanings }: Terms): { covered: Float32Array; total: number } {
  const covered = new Float32Array(snapshot.documents);
  const seen = new Int32Array(snapshot.documents).fill(-1);
  let [typed, meant] = [0, 0];
  words.forEach(({ clauses, weight }, i) => {
    typed += weight;
    for (const key of clauses) addOnce(snapshot.documentOf[key] ?? 0, i, weight);
  });
  meanings.forEach((terms, i) => {
    meant += terms.at(-1)?.weight ?? 0;
    for (const { clauses, weight } of terms)
      for (const key of clauses) addOnce(snapshot.documentOf[key] ?? 0, words.length + i, weight);
  });
  function addOnce(place: number, term: number, weight: number): void {
    if (seen[place] === term) return;
    seen[place] = term;
    covered[place] = (covered[place] ?? 0) + weight;
  }
  return { covered, total: typed > 0 ? typed : meant };
}

/** Documents that have enough of the words, each scored by its best clause. */
function documentScores(
  snapshot: Snapshot,
  { telling, terms, titles }: { telling: readonly LeafMatch[]; terms: Terms; titles: Float32Array },
  clauses: Float32Array,
  within: Mask | null,
): { documents: Mask; scores: Float32Array } {
  const { covered, total } = coverage(snapshot, terms);
  const documents = new Uint8Array(snapshot.documents);
  const scores = new Float32Array(snapshot.documents);
  for (let place = 0; place < documents.length; place += 1) {
    if ((covered[place] ?? 0) <= total * COVERAGE || (within?.[place] ?? 1) === 0) continue;
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
