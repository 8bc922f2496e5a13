/**
 * The neighbourhood of a document as columns: who cites it on the left, what it cites on the right, a step further out a
 * column further out. Nothing overlaps, however many there are, and the order says something. Pure.
 */
import type { NeighbourhoodResponse } from '../../../indexer/contract.ts';

export type GraphNode = NeighbourhoodResponse['nodes'][number];
export type GraphEdge = NeighbourhoodResponse['edges'][number];

export interface PlacedNode {
  readonly node: GraphNode;
  /** 0 is the document asked about; negative columns cite, positive ones are cited. */
  readonly column: number;
  /** From the top of its column. */
  readonly row: number;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly columns: readonly number[];
  /** Rows of the tallest column. */
  readonly rows: number;
}

const WEIGHT = ['repeals', 'amends', 'basis', 'implements', 'interprets', 'forwards', 'replies', 'applies', 'mentions'];

export function layOut(centre: string, { nodes, edges }: Pick<NeighbourhoodResponse, 'nodes' | 'edges'>): Layout {
  const sides = sidesOf(centre, edges);
  const columns = new Map<number, GraphNode[]>();
  for (const node of nodes) {
    const column = node.id === centre ? 0 : (sides.get(node.id) ?? 1) * Math.max(1, node.distance);
    columns.set(column, [...(columns.get(column) ?? []), node]);
  }
  const strength = strengthOf(edges);
  const placed = [...columns].flatMap(([column, some]) =>
    some
      .sort((a, b) => strength(a.id) - strength(b.id) || (b.writtenOn ?? '').localeCompare(a.writtenOn ?? ''))
      .map((node, row) => ({ node, column, row })),
  );
  return {
    nodes: placed,
    columns: [...columns.keys()].sort((a, b) => a - b),
    rows: Math.max(0, ...[...columns.values()].map((some) => some.length)),
  };
}

/** -1 for what leads to the centre, 1 for what the centre leads to; further out a document stands where its way began. */
function sidesOf(centre: string, edges: readonly GraphEdge[]): ReadonlyMap<string, 1 | -1> {
  const sides = new Map<string, 1 | -1>();
  for (const { from, to } of edges) if (to === centre && from !== centre) sides.set(from, -1);
  for (const { from, to } of edges) if (from === centre && to !== centre) sides.set(to, 1);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to } of edges) {
      for (const [known, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const side = sides.get(known);
        if (side === undefined || other === centre || sides.has(other)) continue;
        sides.set(other, side);
        grown = true;
      }
    }
  }
  return sides;
}

/** The strongest relation of each document, the smaller the stronger. */
function strengthOf(edges: readonly GraphEdge[]): (id: string) => number {
  const strongest = new Map<string, number>();
  for (const { from, to, relation } of edges) {
    const known = WEIGHT.indexOf(relation);
    const weight = known < 0 ? WEIGHT.length : known;
    for (const id of [from, to]) strongest.set(id, Math.min(weight, strongest.get(id) ?? WEIGHT.length));
  }
  return (id) => strongest.get(id) ?? WEIGHT.length;
}
