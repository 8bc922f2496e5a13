import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckFinding, CheckSeverity } from '../../../../indexer/contract.ts';
import { piecesOf, shownFindings } from '../../../../renderer/features/check/findings.ts';

const finding = (severity: CheckSeverity, start = 0, end = 1): CheckFinding => ({
  severity,
  paragraph: 0,
  start,
  end,
  words: '',
  remarks: [],
  document: null,
  provisionId: null,
  validity: null,
});

describe('shownFindings', () => {
  const all = [finding('ok'), finding('error'), finding('unknown'), finding('check')];
  it.each([
    [[], [1, 2, 3], 'all that are not fine'],
    [['ok'], [0], 'the fine ones when asked for'],
    [['error', 'check'], [1, 3], 'several'],
  ] as const)('%j', (chosen, expected, _why) => {
    expect(shownFindings(all, new Set(chosen))).toEqual(expected);
  });
});

describe('piecesOf', () => {
  it('cuts a paragraph at its findings', () => {
    expect(piecesOf('根据《某法》制定', [[4, finding('ok', 2, 6)]])).toEqual([
      { text: '根据', finding: null },
      { text: '《某法》', finding: 4 },
      { text: '制定', finding: null },
    ]);
    expect(piecesOf('', [])).toEqual([]);
  });

  it('gives the paragraph back whatever the spans', () => {
    const span = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const text = '根据《某法》第一条的规定';
        const pieces = piecesOf(
          text,
          spans.map(([start, end], index) => [index, finding('ok', start, Math.min(end, 12))] as const),
        );
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
