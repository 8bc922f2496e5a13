/** The hits of a query in a document as one sequence, to go through by keys. Pure. */
import type { MatchesResponse } from '../../../indexer/contract.ts';
import type { Range } from '../../ui/segments.ts';

export interface DocumentHit {
  /** Null for a hit in the title. */
  readonly provisionId: string | null;
  /** Which of the marks in that provision, or in the title. */
  readonly mark: number;
}

export interface DocumentHits {
  /** In reading order: the title, then the text. */
  readonly list: readonly DocumentHit[];
  readonly title: readonly Range[];
  readonly byProvision: ReadonlyMap<string, readonly Range[]>;
}

export const NO_HITS: DocumentHits = { list: [], title: [], byProvision: new Map() };

export function hitsOf({ title, matches }: MatchesResponse): DocumentHits {
  const inOrder = matches.toSorted((a, b) => a.ordinal - b.ordinal);
  return {
    title,
    byProvision: new Map(inOrder.map(({ provisionId, highlights }) => [provisionId, highlights])),
    list: [
      ...title.map((_range, mark) => ({ provisionId: null, mark })),
      ...inOrder.flatMap(({ provisionId, highlights }) => highlights.map((_range, mark) => ({ provisionId, mark }))),
    ],
  };
}

/** Where to begin: at the first hit of the provision that was asked for, else at the first of all. */
export function firstHit({ list }: DocumentHits, provisionId: string | null): number {
  const index = provisionId === null ? 0 : list.findIndex((hit) => hit.provisionId === provisionId);
  return Math.max(0, index);
}

/** One step on or back, round the ends: behind the last hit comes the first. */
export function stepHit(index: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (index + step + count) % count;
}
