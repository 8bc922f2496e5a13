/** Lets the engine's ranking move documents a little; what matches and how many stays as the clause index says. */
import type { SearchEngine } from '../engine/search-engine.ts';
import { segmentForSearch } from '../segment/segment.ts';
import type { Plan } from './plan.ts';
import type { Snapshot } from './snapshot.ts';

const LOOKED_AT = 50;
/** The most that the engine adds, as a share of the best score. */
const SHARE = 0.1;
/** The engine reads no more words than these of a query. */
const MOST_WORDS = 10;

/** Adds to the scores of the plan. An engine that fails or hesitates adds nothing. */
export async function rankByEngine(
  engine: SearchEngine,
  snapshot: Snapshot,
  plan: Plan,
  signal?: AbortSignal,
): Promise<void> {
  const words = wordsOf(plan);
  if (words.length === 0 || plan.clauses !== null) return;
  try {
    const ranked = await engine.rank(
      { words, unit: 'document', all: plan.relaxed !== 'telling', limit: LOOKED_AT },
      signal,
    );
    const { documents } = plan.scores;
    const best = documents.reduce((most, score) => Math.max(most, score < 500 ? score : 0), 0);
    for (const { documentId, score } of ranked) {
      const place = snapshot.placeOf(documentId);
      if (place === undefined || plan.documents[place] !== 1) continue;
      documents[place] = (documents[place] ?? 0) + best * SHARE * score;
      plan.enginePoints.set(place, best * SHARE * score);
    }
  } catch {
    // The engine only refines the order; its failure is told by its health.
  }
}

/** Rarest words first, each once. */
function wordsOf(plan: Plan): string[] {
  const matches = plan.evaluation.positive.filter(({ leaf }) => leaf.kind === 'text');
  const sorted = [...matches].sort((a, b) => a.frequency - b.frequency);
  const words = sorted.flatMap(({ phrases }) => segmentForSearch(phrases[0] ?? ''));
  return [...new Set(words)].slice(0, MOST_WORDS);
}
