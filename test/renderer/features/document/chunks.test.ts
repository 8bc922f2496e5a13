/** A long text in chunks: nothing is left out, and what the reader came for is in the first of them to be drawn. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProvisionView } from '../../../../indexer/contract.ts';
import { chunksOf, chunksToShow } from '../../../../renderer/features/document/chunks.ts';

const provisions = (count: number): ProvisionView[] =>
  Array.from({ length: count }, (_, ordinal) => ({
    id: `a-${ordinal}`,
    ordinal,
    kind: 'paragraph',
    label: '',
    path: '',
    text: '字'.repeat(ordinal % 200),
    depth: 1,
    parent: null,
  }));

it('every provision stands in one chunk, in order', () => {
  fc.assert(
    fc.property(fc.nat({ max: 400 }), (count) => {
      const chunks = chunksOf(provisions(count));
      expect(chunks.flatMap((chunk) => chunk.provisions.map(({ ordinal }) => ordinal))).toEqual(
        provisions(count).map(({ ordinal }) => ordinal),
      );
    }),
  );
});

it('the provision that the address names is drawn first, with its neighbours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (count, any) => {
      const id = `a-${any % count}`;
      const chunks = chunksOf(provisions(count));
      const shown = chunksToShow(chunks, id);
      const place = chunks.findIndex((chunk) => chunk.provisions.some((provision) => provision.id === id));
      expect(shown.has(place)).toBe(true);
      expect(shown.size).toBe(3);
    }),
  );
});

it('without one, the beginning is', () => {
  expect([...chunksToShow(chunksOf(provisions(100)), null)]).toEqual([0, 1]);
  expect([...chunksToShow(chunksOf(provisions(100)), 'b-3')]).toEqual([0, 1]);
});
