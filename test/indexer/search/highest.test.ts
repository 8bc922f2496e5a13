import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highest } from '../../../indexer/search/highest.ts';

describe('highest', () => {
  it.each([
    [[0, 3, 1, 2], 2, [1, 3]],
    [[5, 5, 5], 2, [0, 1]],
    [[0, 0], 3, []],
    [[1, 2], 0, []],
    [[], 4, []],
  ])('of %j the first %i are %j', (scores, count, keys) =>
    expect(highest(Float32Array.from(scores), count)).toEqual(keys),
  );

  it('is what sorting all of them gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 200 }), fc.nat(30), (scores, count) => {
        const sorted = scores.map((_, key) => key).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
        const wanted = sorted.filter((key) => (scores[key] ?? 0) > 0).slice(0, count);
        expect(highest(Float32Array.from(scores), count)).toEqual(wanted);
      }),
    );
  });
});
