/**
 * Decides what answers a query: exactly what it says if any text does, else its words taken apart, else texts with most of
 * its telling words; a typed title stands above all.
 */
import type { SearchUnit } from '../contract.ts';
import type { QueryKnowledge } from '../query/knowledge.ts';
import { type ParsedQuery, positiveLeaves, type QueryNode } from '../query/tree.ts';
import { bareText } from '../text/fold.ts';
import { clausesOf, documentsOf, type Evaluation, type Mask, matchLeaves } from './evaluate.ts';
import { answerQuestion } from './question.ts';
import { type Meaning, meaningsKnown } from './question-terms.ts';
import { splitAtSigns, splitWords, tellingWords, wordsForArticles } from './relax.ts';
import { type Scores, scoreMatches } from './score.ts';
import type { Snapshot } from './snapshot.ts';
import { documentsNearlyTitled, documentsTitled, titleTyped } from './titles.ts';

export interface Plan {
  readonly evaluation: Evaluation;
  readonly documents: Mask;
  /** Clauses that answer, when they are the unit. */
  readonly clauses: Mask | null;
  readonly scores: Scores;
  readonly relaxed: 'no' | 'words' | 'telling';
  /** Documents asked for by their title. */
  readonly titled: ReadonlySet<number>;
  /** Documents whose title is like the one typed, with what that adds to their score. */
  readonly nearlyTitled: ReadonlyMap<number, number>;
  /** What the engine has added to the score of a document. */
  readonly enginePoints: Map<number, number>;
  /** Everyday words that were read as those of the law. */
  readonly meanings: readonly Meaning[];
}

/** A query taken apart into more words than this is a sentence: nobody expects one text, still less one clause, to have them all. */
const SENTENCE_WORDS: Readonly<Record<SearchUnit, number>> = { document: 4, provision: 2 };
export const TITLED = 2000;
const NEARLY_TITLED = 1500;
/** What a title loses for each hundredth that another is liker: more than the words of the text can make up for. */
const LESS_LIKE = 40;
const MOST_LESS = 450;
const MOST_NEAR = 5;

export interface Aim {
  readonly unit: SearchUnit;
  /** The day on which validity is judged. */
  readonly day: string;
  /** Only what satisfies the query as it stands: nothing is taken apart or guessed. */
  readonly exact?: boolean;
}

export function planSearch(snapshot: Snapshot, query: ParsedQuery, knowledge: QueryKnowledge, aim: Aim): Plan {
  const { unit } = aim;
  if (query.root === null) return everything(snapshot, unit);
  const typed = titleTyped(query);
  const titled = new Set(documentsTitled(snapshot, typed === '' ? bareText(query.text) : typed));
  const exact = evaluateTree(snapshot, query.root, aim);
  if (exact !== null) return withTitles(exact, 'no', titled, new Map(), exact.documents);
  if (aim.exact === true) return plain(nothing(snapshot, unit));
  const near = titled.size > 0 ? new Map<number, number>() : nearTitles(snapshot, typed);
  const loose = relaxed(snapshot, wordsForArticles(query.root), knowledge, aim) ?? {
    ...nothing(snapshot, unit),
    relaxed: 'no' as const,
  };
  const documents = Uint8Array.from(loose.documents);
  for (const place of [...titled, ...near.keys()]) documents[place] = 1;
  return withTitles({ ...loose, documents }, loose.relaxed, titled, near, documents);
}

function nearTitles(snapshot: Snapshot, typed: string): Map<number, number> {
  const near = documentsNearlyTitled(snapshot, typed).slice(0, MOST_NEAR);
  const most = near[0]?.likeness ?? 0;
  const less = (likeness: number): number => Math.min(MOST_LESS, (most - likeness) * 100 * LESS_LIKE);
  return new Map(near.map(({ place, likeness }) => [place, NEARLY_TITLED - less(likeness)]));
}

type Found = Pick<Plan, 'evaluation' | 'documents' | 'clauses' | 'scores'> & Partial<Pick<Plan, 'meanings'>>;

/** Null when nothing of the unit asked for satisfies the tree. */
function evaluateTree(snapshot: Snapshot, root: QueryNode, { unit, day }: Aim): Found | null {
  const evaluation = matchLeaves(snapshot, root, day);
  const clauses = unit === 'provision' ? clausesOf(snapshot, root, evaluation) : null;
  // Clauses are found apart from documents: a minus that spares a clause may rule out its document.
  const documents = clauses === null ? documentsOf(snapshot, root, evaluation) : documentsWith(snapshot, clauses);
  if (!documents.includes(1)) return null;
  return { evaluation, documents, clauses, scores: scoreMatches(snapshot, evaluation, documents) };
}

function relaxed(
  snapshot: Snapshot,
  root: QueryNode,
  knowledge: QueryKnowledge,
  aim: Aim,
): (Found & { relaxed: Plan['relaxed'] }) | null {
  const { unit, day } = aim;
  for (const split of [splitAtSigns(root), splitWords(root, knowledge)]) {
    if (split === null || positiveLeaves(split).length > SENTENCE_WORDS[unit]) continue;
    const found = evaluateTree(snapshot, split, aim);
    if (found !== null) return { ...found, relaxed: 'words' };
  }
  const { words, runs, bound } = tellingWords(root, knowledge);
  if (words.length === 0) return null;
  const meanings = meaningsKnown(snapshot, knowledge.meaningsIn(runs.join(' ')));
  const held = bound === null ? null : matchLeaves(snapshot, bound, day);
  const answer = answerQuestion(
    snapshot,
    { words, runs, meanings, day },
    {
      documents: bound === null || held === null ? null : documentsOf(snapshot, bound, held),
      clauses: bound === null || held === null || unit === 'document' ? null : clausesOf(snapshot, bound, held),
    },
  );
  return answer === null
    ? null
    : unit === 'document'
      ? { ...answer, meanings, clauses: null, relaxed: 'telling' }
      : { ...answer, meanings, documents: documentsWith(snapshot, answer.clauses), relaxed: 'telling' };
}

function documentsWith(snapshot: Snapshot, clauses: Mask): Mask {
  const documents = new Uint8Array(snapshot.documents);
  for (let key = 0; key < clauses.length; key += 1)
    if (clauses[key] === 1) documents[snapshot.documentOf[key] ?? 0] = 1;
  return documents;
}

function withTitles(
  found: Found,
  relaxed: Plan['relaxed'],
  titled: ReadonlySet<number>,
  nearlyTitled: ReadonlyMap<number, number>,
  documents: Mask,
): Plan {
  const scores = found.scores.documents;
  for (const place of titled) if (documents[place] === 1) scores[place] = (scores[place] ?? 0) + TITLED;
  for (const [place, points] of nearlyTitled) scores[place] = (scores[place] ?? 0) + points;
  return { meanings: [], ...found, documents, relaxed, titled, nearlyTitled, enginePoints: new Map() };
}

function everything(snapshot: Snapshot, unit: SearchUnit): Plan {
  const found = nothing(snapshot, unit);
  found.documents.fill(1);
  found.clauses?.forEach((_, key, clauses) => {
    clauses[key] = (snapshot.documentOf[key] ?? -1) >= 0 && !snapshot.isHead(key) ? 1 : 0;
  });
  return plain(found);
}

/** What was found without taking anything apart, by no title and with no word of the engine's. */
const plain = (found: Found): Plan => ({
  meanings: [],
  ...found,
  relaxed: 'no',
  titled: new Set(),
  nearlyTitled: new Map(),
  enginePoints: new Map(),
});

function nothing(snapshot: Snapshot, unit: SearchUnit): Found {
  return {
    evaluation: { matches: new Map(), positive: [] },
    documents: new Uint8Array(snapshot.documents),
    clauses: unit === 'provision' ? new Uint8Array(snapshot.documentOf.length) : null,
    scores: {
      clauses: new Float32Array(snapshot.documentOf.length),
      documents: new Float32Array(snapshot.documents),
    },
  };
}
