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

function linesOf(text: string): number {
  return Math.ceil((text.length + 2) / CHARACTERS_A_LINE);
}
