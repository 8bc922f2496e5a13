/** The hits of a document as one sequence. */
import { describe, expect, it } from 'vitest';
import { firstHit, hitsOf, NO_HITS, stepHit } from '../../../../renderer/features/document/hits.ts';

const hits = hitsOf({
  total: 3,
  title: [[0, 2]],
  matches: [
    { provisionId: 'd-9', ordinal: 9, highlights: [[1, 3]] },
    {
      provisionId: 'd-4',
      ordinal: 4,
      highlights: [
        [0, 2],
        [5, 7],
      ],
    },
  ],
});

it('go from the title through the text, in reading order', () => {
  expect(hits.list.map(({ provisionId, mark }) => [provisionId, mark])).toEqual([
    [null, 0],
    ['d-4', 0],
    ['d-4', 1],
    ['d-9', 0],
  ]);
});

describe('the first', () => {
  it.each([
    [null, 0, 'the top'],
    [4, 1, 'a paragraph with hits'],
    [5, 3, 'one between hits'],
    [40, 0, 'one behind the last hit'],
  ])('from %s is number %i: %s', (ordinal, index, _where) => {
    expect(firstHit(hits, ordinal)).toBe(index);
  });

  it('of none is none', () => {
    expect(firstHit(NO_HITS, 3)).toBe(0);
  });
});

it.each([
  [0, 1, 4, 1],
  [3, 1, 4, 0],
  [0, -1, 4, 3],
  [0, 1, 0, 0],
] as const)('from %i by %i of %i comes %i', (index, step, count, expected) => {
  expect(stepHit(index, step, count)).toBe(expected);
});
