import { describe, expect, it } from 'vitest';
import type { ComparisonRow } from '../../../../indexer/contract.ts';
import { changesOf, nameOf, shownRows, snippetOf, stepChange } from '../../../../renderer/features/compare/changes.ts';
import { readState, writeState } from '../../../../renderer/features/compare/compare-state.ts';

const clause = (label: string) => ({ label, path: label, kind: 'article', provisionId: null });
const row = (fields: Partial<ComparisonRow> = {}): ComparisonRow => ({
  change: 'unchanged',
  left: [clause('第一条')],
  right: [clause('第一条')],
  moved: false,
  renumbered: false,
  form: 'pair',
  parts: [],
  ...fields,
});
const ROWS = [
  row(),
  row({ change: 'changed' }),
  row({ renumbered: true }),
  row(),
  row({ moved: true }),
  row({ form: 'split', change: 'changed' }),
  row(),
];

describe('changes', () => {
  it('are what a reader steps to: a number that alone is another is none', () => {
    expect(changesOf(ROWS)).toEqual([1, 4, 5]);
  });

  it('are all that stays when the rest is folded away, until a fold is opened', () => {
    expect(shownRows(ROWS, false, new Set()).length).toBe(7);
    expect(shownRows(ROWS, true, new Set())).toEqual([
      { from: 0, until: 1 },
      { row: 1 },
      { from: 2, until: 4 },
      { row: 4 },
      { row: 5 },
      { from: 6, until: 7 },
    ]);
    expect(shownRows(ROWS, true, new Set([2])).slice(2, 4)).toEqual([{ row: 2 }, { row: 3 }]);
    expect(shownRows([], true, new Set())).toEqual([]);
  });

  it.each([
    [-1, 1, 3, 0],
    [-1, -1, 3, 2],
    [2, 1, 3, 0],
    [0, -1, 3, 2],
    [-1, 1, 0, -1],
  ] as const)('from %i by %i of %i comes %i', (at, step, count, next) => {
    expect(stepChange(at, step, count)).toBe(next);
  });

  it('are named by their labels, and by both where they differ', () => {
    expect(nameOf(row())).toBe('第一条');
    expect(nameOf(row({ right: [clause('第二条'), clause('第三条')] }))).toBe('第一条 → 第二条、第三条');
    expect(nameOf(row({ left: [] }))).toBe('第一条');
    expect(nameOf(row({ left: [clause('')], right: [clause('')] }))).toBe('');
  });

  it.each([
    ['nothing', [], []],
    [
      'what went and came, with the words round it',
      ['=建设单位应当在工程竣工验收后', '-六', '+三', '=个月内移交'],
      ['=…在工程竣工验收后', '-六', '+三', '=个月内移交'],
    ],
    ['not a comma that went', ['=有效期为', '-，', '=自印发之日', '+起五年'], ['=自印发之日', '+起五年']],
    ['the beginning of a clause that is new', [`+${'𫖯'.repeat(40)}`], [`+${'𫖯'.repeat(34)}…`]],
    ['the beginning of one that only moved', ['=、本办法自印发之日起施行'], ['=本办法自印发之日起施行']],
  ])('show %s', (_, parts, shown) => {
    const kinds = { '=': 'same', '-': 'gone', '+': 'new' } as const;
    const partOf = (text: string) => ({ kind: kinds[text.slice(0, 1) as '='], text: text.slice(1) });
    expect(snippetOf(row({ parts: parts.map(partOf) }))).toEqual(shown.map(partOf));
  });
});

describe('the address of a comparison', () => {
  it.each(['', 'left=a', 'left=a&right=b', 'left=a&right=b&view=inline&only=changes'])(
    '%s is read and written back',
    (text) => {
      expect(writeState(readState(new URLSearchParams(text))).toString()).toBe(text);
    },
  );

  it('takes nonsense for what is as by default', () => {
    expect(readState(new URLSearchParams('view=x&only=y&left='))).toEqual({
      left: null,
      right: null,
      view: 'side',
      onlyChanges: false,
    });
  });
});
