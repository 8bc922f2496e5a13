/** The order in which citations are listed: what changes the law first, what is merely named last. Pure. */
import type { CitationView } from '../../../indexer/contract.ts';

const WEIGHT = ['repeals', 'amends', 'basis', 'implements', 'interprets', 'forwards', 'replies', 'applies', 'mentions'];

export interface KeyedCitation {
  readonly key: string;
  readonly citation: CitationView;
}

/** Of equal weight, in the order of the text. The same text cited twice alike is listed once, at its first place. */
export function inOrderOfWeight(citations: readonly CitationView[]): KeyedCitation[] {
  const once = new Map<string, CitationView>();
  for (const citation of citations) {
    const { relation, number, title, pin, document } = citation;
    const key = [relation, document?.id ?? number ?? title, pin].join('|');
    if (!once.has(key)) once.set(key, citation);
  }
  return [...once]
    .map(([key, citation]) => ({ key, citation }))
    .sort((a, b) => weightOf(a.citation) - weightOf(b.citation));
}

function weightOf({ relation }: CitationView): number {
  const weight = WEIGHT.indexOf(relation);
  return weight < 0 ? WEIGHT.length : weight;
}
