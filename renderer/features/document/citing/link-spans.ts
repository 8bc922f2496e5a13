/** Which parts of each paragraph name another text or another clause of this one. Pure. */
import type { CitationView } from '../../../../indexer/contract.ts';
import type { Range } from '../../../ui/segments.ts';

export interface LinkSpan {
  readonly range: Range;
  readonly citation: CitationView;
}

/** By provision, in the order of the text; of two that overlap the one that begins first stays. */
export function linkSpans(citations: readonly CitationView[]): ReadonlyMap<string, readonly LinkSpan[]> {
  const byProvision = new Map<string, LinkSpan[]>();
  for (const citation of citations) {
    const { provisionId, span } = citation;
    if (provisionId === null || span === null || span[1] <= span[0]) continue;
    const spans = byProvision.get(provisionId) ?? [];
    spans.push({ range: span, citation });
    byProvision.set(provisionId, spans);
  }
  for (const [id, spans] of byProvision) byProvision.set(id, withoutOverlaps(spans));
  return byProvision;
}

function withoutOverlaps(spans: readonly LinkSpan[]): LinkSpan[] {
  const kept: LinkSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    const before = kept.at(-1);
    if (before === undefined || before.range[1] <= span.range[0]) kept.push(span);
  }
  return kept;
}

export interface Piece {
  readonly range: Range;
  /** Null for text between links. */
  readonly link: LinkSpan | null;
}

/** A part of a text cut at its links: the pieces joined are that part. */
export function piecesOf(links: readonly LinkSpan[], [start, end]: Range): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const link of links) {
    const from = Math.max(at, link.range[0]);
    const until = Math.min(end, link.range[1]);
    if (until <= from) continue;
    if (from > at) pieces.push({ range: [at, from], link: null });
    pieces.push({ range: [from, until], link });
    at = until;
  }
  if (at < end) pieces.push({ range: [at, end], link: null });
  return pieces;
}
