/** The documents round one document, as far as citations lead, for a graph that stays readable: nearest and most cited first. */
import type { CitationRelation } from '../model.ts';
import { readCitationsFrom, readCitationsTo } from './citing.ts';
import type { Database } from './database.ts';

export interface NeighbourhoodRequest {
  readonly depth: number;
  /** Only along these relations; all when empty. */
  readonly relations: readonly string[];
  readonly limit: number;
}

export interface NeighbourEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: CitationRelation;
  readonly count: number;
}

export interface Neighbourhood {
  readonly nodes: readonly { readonly id: string; readonly distance: number }[];
  readonly edges: readonly NeighbourEdge[];
  /** Documents within reach that the limit left out. */
  readonly more: number;
}

/** A change of the law outweighs any number of mentions. */
const WEIGHT: Readonly<Partial<Record<CitationRelation, number>>> = {
  repeals: 50,
  amends: 40,
  implements: 20,
  basis: 20,
  interprets: 20,
  replies: 10,
  forwards: 10,
};
/** Documents whose own citations are followed, at each step. */
const MOST_FOLLOWED = 30;

export function readNeighbourhood(database: Database, id: string, request: NeighbourhoodRequest): Neighbourhood {
  const distances = new Map<string, number>([[id, 0]]);
  const edges = new Map<string, NeighbourEdge>();
  const left = new Set<string>();
  let front: readonly string[] = [id];
  for (let distance = 1; distance <= request.depth; distance += 1) {
    const weights = new Map<string, number>();
    for (const one of front.slice(0, MOST_FOLLOWED))
      for (const edge of edgesOf(database, one, request.relations)) {
        edges.set(`${edge.from} ${edge.to} ${edge.relation}`, edge);
        const other = edge.from === one ? edge.to : edge.from;
        if (!distances.has(other))
          weights.set(other, (weights.get(other) ?? 0) + (WEIGHT[edge.relation] ?? 1) * edge.count);
      }
    const ranked = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([other]) => other);
    const room = Math.max(0, request.limit - distances.size);
    for (const other of ranked.slice(room)) left.add(other);
    front = ranked.slice(0, room);
    for (const other of front) distances.set(other, distance);
  }
  for (const shown of distances.keys()) left.delete(shown);
  return {
    nodes: [...distances].map(([one, distance]) => ({ id: one, distance })),
    edges: [...edges.values()].filter(({ from, to }) => distances.has(from) && distances.has(to)),
    more: left.size,
  };
}

function edgesOf(database: Database, id: string, relations: readonly string[]): NeighbourEdge[] {
  const edges = new Map<string, NeighbourEdge>();
  const add = (from: string, to: string, relation: CitationRelation): void => {
    if (from === to || (relations.length > 0 && !relations.includes(relation))) return;
    const key = `${from} ${to} ${relation}`;
    edges.set(key, { from, to, relation, count: (edges.get(key)?.count ?? 0) + 1 });
  };
  for (const { targetId, relation } of readCitationsFrom(database, id))
    if (targetId !== null) add(id, targetId, relation);
  for (const { documentId, relation } of readCitationsTo(database, id)) add(documentId, id, relation);
  return [...edges.values()];
}
