/** What a question is made of for ranking: its telling words, pairs of its characters, and what laws say for what people say. */
import { phraseQuery } from '../catalogue/clause-index.ts';
import { foldText } from '../text/fold.ts';
import type { LeafMatch } from './match.ts';
import { rarity } from './score.ts';
import type { Snapshot } from './snapshot.ts';

/** Rare pairs alone would be those that span two words by chance; so many that the common ones are among them. */
const MOST_PAIRS = 40;
/** A pair that stands in more than this share of the clauses says nothing. */
const COMMON_SHARE = 0.3;
/** Each is a question to the index; a long story has no more to say. */
const MOST_MEANINGS = 16;

/** Something that a clause may have, and what having it once weighs. */
export interface Term {
  /** Folded; any of them counts. */
  readonly texts: readonly string[];
  readonly clauses: Int32Array;
  readonly weight: number;
}

/** What someone said in everyday words, in those of the law: the rarest that a clause has counts. */
export interface Meaning {
  readonly said: string;
  readonly written: readonly string[];
}

export function wordTerms(snapshot: Snapshot, telling: readonly LeafMatch[]): Term[] {
  return telling.map(({ phrases, clauses, frequency }) => ({
    texts: phrases.map(foldText),
    clauses,
    weight: rarity(snapshot, frequency),
  }));
}

/** The rarer pairs of characters that were typed side by side: they bridge what is cut or worded a little differently. */
export function pairTerms(snapshot: Snapshot, runs: readonly string[]): Term[] {
  const pairs = new Set<string>();
  for (const run of runs.flatMap((text) => foldText(text).match(/\p{Script=Han}{2,}/gu) ?? []))
    for (let i = 0; i + 1 < run.length; i += 1) pairs.add(run.slice(i, i + 2));
  const common = Math.max(snapshot.clauseTotal * COMMON_SHARE, 50);
  return [...pairs]
    .map((text) => termOf(snapshot, text))
    .filter(({ clauses }) => clauses.length > 0 && clauses.length < common)
    .sort((a, b) => a.clauses.length - b.clauses.length)
    .slice(0, MOST_PAIRS);
}

/** Meanings with those of their words that the library has. */
export function meaningsKnown(snapshot: Snapshot, meanings: readonly Meaning[]): Meaning[] {
  return meanings
    .slice(0, MOST_MEANINGS)
    .map(({ said, written }) => ({
      said,
      written: written.filter((word) => snapshot.matching(phraseQuery(word) ?? '').length > 0),
    }))
    .filter(({ written }) => written.length > 0);
}

/** For each meaning its words, rarest first: only the first of them that a clause has is to be counted. */
export function meaningTerms(snapshot: Snapshot, meanings: readonly Meaning[]): Term[][] {
  return meanings.map(({ written }) =>
    written.map((word) => termOf(snapshot, word)).sort((a, b) => b.weight - a.weight),
  );
}

function termOf(snapshot: Snapshot, word: string): Term {
  const clauses = snapshot.matching(phraseQuery(word) ?? '');
  return { texts: [foldText(word)], clauses, weight: rarity(snapshot, clauses.length) };
}
