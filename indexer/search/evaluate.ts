/** Puts the matches of the leaves together as the query's tree says: which documents, and which clauses, satisfy it. */
import { positiveLeaves, type QueryLeaf, type QueryNode } from '../query/tree.ts';
import { type LeafMatch, matchLeaf } from './match.ts';
import type { Snapshot } from './snapshot.ts';

/** One byte a document or clause key: 1 where it is in. */
export type Mask = Uint8Array;

export interface Evaluation {
  readonly matches: ReadonlyMap<QueryLeaf, LeafMatch>;
  /** The leaves that must or may occur, in the order of the query. */
  readonly positive: readonly LeafMatch[];
}

/** `day` is the one on which validity is judged. */
export function matchLeaves(snapshot: Snapshot, root: QueryNode, day: string): Evaluation {
  const matches = new Map<QueryLeaf, LeafMatch>();
  const visit = (node: QueryNode): void => {
    if (node.kind === 'all' || node.kind === 'any') node.parts.forEach(visit);
    else if (node.kind === 'without' || node.kind === 'together') visit(node.part);
    else matches.set(node, matchLeaf(snapshot, node, day));
  };
  visit(root);
  return { matches, positive: positiveLeaves(root).flatMap((leaf) => matches.get(leaf) ?? []) };
}

/** Every word may stand anywhere in the document, in its title, its facts or any clause. */
export function documentsOf(snapshot: Snapshot, root: QueryNode, { matches }: Evaluation): Mask {
  const together = (part: QueryNode): Mask => {
    const documents = new Uint8Array(snapshot.documents);
    const clauses = clausesTogether(snapshot, part, matches);
    for (let key = 0; key < clauses.length; key += 1)
      if (clauses[key] === 1) documents[snapshot.documentOf[key] ?? 0] = 1;
    return documents;
  };
  const maskOf = (leaf: QueryLeaf): Mask => {
    const mask = new Uint8Array(snapshot.documents);
    const match = matches.get(leaf);
    if (match === undefined) return mask;
    for (const key of match.clauses) mask[snapshot.documentOf[key] ?? 0] = 1;
    if (match.whole !== null) for (let i = 0; i < mask.length; i += 1) mask[i] = (mask[i] ?? 0) | (match.whole[i] ?? 0);
    return mask;
  };
  return evaluate(root, { size: snapshot.documents, maskOf, together });
}

/** Clauses that satisfy a part by their own text: nothing is lent to them by the title. */
function clausesTogether(snapshot: Snapshot, part: QueryNode, matches: Evaluation['matches']): Mask {
  const size = snapshot.documentOf.length;
  const maskOf = (leaf: QueryLeaf): Mask => {
    const mask = new Uint8Array(size);
    const match = matches.get(leaf);
    if (match === undefined) return mask;
    if (match.whole !== null) markClauses(snapshot, match.whole, mask);
    for (const key of match.clauses) mask[key] = 1;
    return mask;
  };
  const mask = evaluate(part, { size, maskOf, together: (inner) => clausesTogether(snapshot, inner, matches) });
  for (let key = 0; key < size; key += 1)
    if ((snapshot.documentOf[key] ?? -1) < 0 || snapshot.isHead(key)) mask[key] = 0;
  return mask;
}

/**
 * Every word stands in the clause itself. What the document is, its title among it, counts as said in each of its clauses, as
 * long as one word at least is the clause's own; when no word is text (an issue, a date), all clauses of the documents count.
 */
export function clausesOf(snapshot: Snapshot, root: QueryNode, { matches, positive }: Evaluation): Mask {
  const size = snapshot.documentOf.length;
  const own = new Uint8Array(size);
  let texts = false;
  for (const { clauses, leaf, whole } of positive) {
    if (leaf.kind === 'text') texts = true;
    for (const key of clauses) own[key] = 1;
    if (leaf.kind !== 'text' && whole !== null) markClauses(snapshot, whole, own);
  }
  const ownTexts = new Uint8Array(texts ? size : 0);
  if (texts)
    for (const { clauses, leaf } of positive) if (leaf.kind === 'text') for (const key of clauses) ownTexts[key] = 1;
  const maskOf = (leaf: QueryLeaf, negated: boolean): Mask => {
    const result = new Uint8Array(size);
    const match = matches.get(leaf);
    if (match === undefined) return result;
    for (const key of match.clauses) result[key] = 1;
    const lent = new Uint8Array(snapshot.documents);
    if (match.whole !== null) lent.set(match.whole);
    if (!negated) for (const key of match.clauses) if (snapshot.isHead(key)) lent[snapshot.documentOf[key] ?? 0] = 1;
    markClauses(snapshot, lent, result);
    return result;
  };
  const mask = evaluate(root, { size, maskOf, together: (part) => clausesTogether(snapshot, part, matches) });
  for (let key = 0; key < size; key += 1) {
    if (mask[key] !== 1) continue;
    const counts = texts ? ownTexts[key] === 1 : positive.length === 0 || own[key] === 1;
    if (!counts || snapshot.isHead(key) || (snapshot.documentOf[key] ?? -1) < 0) mask[key] = 0;
  }
  return mask;
}

function markClauses(snapshot: Snapshot, documents: Mask, clauses: Mask): void {
  for (let place = 0; place < documents.length; place += 1) {
    if (documents[place] !== 1) continue;
    const first = (snapshot.headKey[place] ?? 0) + 1;
    clauses.fill(1, first, first + (snapshot.clauseCount[place] ?? 0));
  }
}

interface Masks {
  readonly size: number;
  readonly maskOf: (leaf: QueryLeaf, negated: boolean) => Mask;
  readonly together: (part: QueryNode) => Mask;
}

function evaluate(node: QueryNode, masked: Masks, negated = false): Mask {
  const { size } = masked;
  if (node.kind === 'without') return invert(evaluate(node.part, masked, !negated));
  if (node.kind === 'together') return masked.together(node.part);
  if (node.kind !== 'all' && node.kind !== 'any') return masked.maskOf(node, negated);
  const masks = node.parts.map((part) => evaluate(part, masked, negated));
  const [first = new Uint8Array(size), ...others] = masks;
  for (const mask of others) {
    if (node.kind === 'all') for (let i = 0; i < size; i += 1) first[i] = (first[i] ?? 0) & (mask[i] ?? 0);
    else for (let i = 0; i < size; i += 1) first[i] = (first[i] ?? 0) | (mask[i] ?? 0);
  }
  return first;
}

function invert(mask: Mask): Mask {
  for (let i = 0; i < mask.length; i += 1) mask[i] = mask[i] === 1 ? 0 : 1;
  return mask;
}
