/** A text with links is the text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CitationView } from '../../../../../indexer/contract.ts';
import { linkSpans, piecesOf } from '../../../../../renderer/features/document/citing/link-spans.ts';

const citation = (span: [number, number] | null, provisionId: string | null = 'a-0'): CitationView => ({
  id: JSON.stringify(span),
  relation: 'mentions',
  number: null,
  title: null,
  quote: '',
  trigger: null,
  pin: null,
  in: null,
  provisionId,
  span,
  document: null,
  resolution: { state: 'unresolved', rule: null, version: null, candidates: [], provisionIds: [], missing: [] },
});

it('pieces joined are the part that was asked for, whatever the spans', () => {
  const span = fc
    .tuple(fc.nat({ max: 40 }), fc.nat({ max: 12 }))
    .map(([start, length]) => [start, start + length] as const);
  fc.assert(
    fc.property(fc.array(span), fc.nat({ max: 30 }), fc.nat({ max: 30 }), (spans, from, length) => {
      const links = linkSpans(spans.map(([start, end]) => citation([start, end]))).get('a-0') ?? [];
      const pieces = piecesOf(links, [from, from + length]);
      let at = from;
      for (const { range } of pieces) {
        expect(range[0]).toBe(at);
        expect(range[1]).toBeGreaterThan(range[0]);
        at = range[1];
      }
      expect(at).toBe(from + length);
    }),
  );
});

it('of two mentions that overlap the first stays, and the longer of two that begin together', () => {
  const links = linkSpans([citation([5, 9]), citation([0, 6]), citation([0, 3])]).get('a-0') ?? [];
  expect(links.map(({ range }) => range)).toEqual([[0, 6]]);
});

it('mentions in a title and without a place make no link', () => {
  expect(linkSpans([citation(null), citation([0, 3], null), citation([2, 2])]).size).toBe(0);
});
