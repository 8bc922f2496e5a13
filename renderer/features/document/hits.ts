/** The hits of a query in a document as one sequence, to go through by keys. Pure. */
import type { MatchesResponse } from '../../../indexer/contract.ts';
import type { Range } from '../../ui/segments.ts';

export interface DocumentHit {
  /** Null for a hit in the title. */
  readonly provisionId: string | null;
  /** Place of that provision in the text; -1 for the title. */
  readonly ordinal: number;
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
      ...title.map((_range, mark) => ({ provisionId: null, ordinal: -1, mark })),
      ...inOrder.flatMap(({ provisionId, ordinal, highlights }) =>
        highlights.map((_range, mark) => ({ provisionId, ordinal, mark })),
      ),
    ],
  };
}

/** Where to begin: at the first hit at or behind the place that was asked for (null: the top), else at the first of all. */
export function firstHit({ list }: DocumentHits, ordinal: number | null): number {
  return ordinal === null
    ? 0
    : Math.max(
        0,
        list.findIndex((hit) => hit.ordinal >= ordinal),
      );
}

/** One step on or back, round the ends: behind the last hit comes the first. */
export function stepHit(index: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (index + step + count) % count;
}
