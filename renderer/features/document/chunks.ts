/** Divides a long text into chunks that the browser lays out only when they come into view. Pure. */
import type { ProvisionView } from '../../../indexer/contract.ts';

export interface Chunk {
  readonly provisions: readonly ProvisionView[];
  /** About how many lines it will take, so that the scroll bar is right before it is laid out. */
  readonly lines: number;
}

const SIZE = 24;
const CHARACTERS_A_LINE = 36;

export function chunksOf(provisions: readonly ProvisionView[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < provisions.length; start += SIZE) {
    const own = provisions.slice(start, start + SIZE);
    chunks.push({ provisions: own, lines: own.reduce((sum, { text }) => sum + linesOf(text), 0) });
  }
  return chunks;
}

/** Places of the chunks that a reader sees first: the one with that provision and its neighbours; without one, the beginning. */
export function chunksToShow(chunks: readonly Chunk[], provisionId: string | null): ReadonlySet<number> {
  const place = chunks.findIndex(({ provisions }) => provisions.some(({ id }) => id === provisionId));
  return new Set(place < 0 ? [0, 1] : [place - 1, place, place + 1]);
}

function linesOf(text: string): number {
  return Math.ceil((text.length + 2) / CHARACTERS_A_LINE);
}
