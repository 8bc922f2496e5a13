/** The outline, the clauses and the signature that are read off the provisions. */
import { describe, expect, it } from 'vitest';
import type { DocumentView, ProvisionView } from '../../../../indexer/contract.ts';
import { chunksOf } from '../../../../renderer/features/document/chunks.ts';
import {
  clauseAt,
  clauseText,
  entryAt,
  labelLength,
  outlineOf,
} from '../../../../renderer/features/document/outline.ts';
import { signatureOrdinal } from '../../../../renderer/features/document/plain-text.ts';

type Row = [kind: string, label: string, parent: number | null, text: string];
const provisionsOf = (rows: Row[]): ProvisionView[] =>
  rows.map(([kind, label, parent, text], ordinal) => ({
    id: `d-${ordinal}`,
    ordinal,
    kind,
    label,
    path: label,
    text,
    depth: 1,
    parent,
  }));

const MEASURES = provisionsOf([
  ['paragraph', '', null, '《某某市住宅增设电梯办法》已经市政府同意，现印发给你们。'],
  ['title', '', null, '某某市住宅增设电梯办法'],
  ['chapter', '第一章', 1, '第一章　总则'],
  ['article', '第一条', 2, '第一条　为进一步提升住宅建筑使用功能，制定本办法。'],
  ['article', '第二条', 2, '第二条　增设电梯的住宅应当满足以下条件：'],
  ['item', '（一）', 4, '（一）结构安全；'],
  ['paragraph', '', 4, '前款所称条件由街道办事处核实。'],
  ['article', '第三条', 2, '第三条　本办法自公布之日起施行。'],
]);

describe('the outline', () => {
  const entries = outlineOf(MEASURES);

  it('holds titles, chapters and articles, each at its depth', () => {
    expect(entries.map(({ label, depth }) => [label, depth])).toEqual([
      ['', 0],
      ['第一章', 1],
      ['第一条', 2],
      ['第二条', 2],
      ['第三条', 2],
    ]);
  });

  it('says what an article is about, without its label and its end', () => {
    expect(entries[1]?.text).toBe('总则');
    expect(entries[3]?.text).toBe('增设电梯的住宅应当满足以下条件');
  });

  it('cuts a long beginning, and never a character in two', () => {
    const [entry] = outlineOf(provisionsOf([['article', '第一条', null, `第一条　${'𫖯'.repeat(60)}。`]]));
    expect(entry?.text).toBe(`${'𫖯'.repeat(28)}…`);
  });

  it.each([
    [0, null],
    [1, 'd-1'],
    [5, 'd-4'],
    [7, 'd-7'],
  ])('marks for paragraph %i the entry %s', (ordinal, id) => {
    expect(entryAt(entries, ordinal)?.id ?? null).toBe(id);
  });

  it('is empty for a text without parts', () => {
    expect(outlineOf(provisionsOf([['paragraph', '', null, '现印发给你们。']]))).toEqual([]);
    expect(outlineOf([])).toEqual([]);
  });
});

it.each([
  ['第六条', '第六条　增设电梯', 3],
  ['（三）', '(三)资金', 0],
  ['', '现印发给你们', 0],
])('the label %s of “%s” takes %i characters', (label, text, length) => {
  expect(labelLength(label, text)).toBe(length);
});

it('a clause is an article with everything under it, and nothing behind it', () => {
  expect(clauseText(MEASURES, 4).split('\n')).toEqual([
    '第二条　增设电梯的住宅应当满足以下条件：',
    '（一）结构安全；',
    '前款所称条件由街道办事处核实。',
  ]);
  expect(clauseText(MEASURES, 7)).toBe('第三条　本办法自公布之日起施行。');
  expect(clauseText([], 0)).toBe('');
});

describe('the signature', () => {
  const issuing = { attached: ['某某市住宅增设电梯办法'] } as unknown as DocumentView;
  const alone = { attached: [] as string[] } as unknown as DocumentView;

  it.each([
    ['before the text that is issued with it', issuing, MEASURES, 0],
    ['at the end of a text that issues nothing', alone, MEASURES, 7],
    ['nowhere when there is no text', alone, [], null],
  ])('stands %s', (_where, document, provisions, ordinal) => {
    expect(signatureOrdinal(document, provisions)).toBe(ordinal);
  });
});

it('chunks hold every provision once, in order', () => {
  const long = provisionsOf(Array.from({ length: 100 }, (): Row => ['article', '', null, '条'.repeat(80)]));
  expect(chunksOf(long).flatMap(({ provisions }) => provisions)).toEqual(long);
  expect(chunksOf([])).toEqual([]);
});

it('there is no clause nowhere, and none where the text has no place', () => {
  expect(clauseAt(MEASURES, null)).toBeNull();
  expect(clauseAt(MEASURES, 99)).toBeNull();
});

it('the clause at a place is the nearest with a label, and never a chapter', () => {
  const provisions = provisionsOf([
    ['chapter', '第一章', null, '第一章　总则'],
    ['article', '第一条', 0, '第一条　有下列情形的：'],
    ['item', '（一）', 1, '（一）甲；'],
    ['paragraph', '', 1, '以上各项。'],
    ['paragraph', '', null, '附则。'],
  ]);
  expect(provisions.map(({ ordinal }) => clauseAt(provisions, ordinal)?.label ?? null)).toEqual([
    null,
    '第一条',
    '（一）',
    '第一条',
    null,
  ]);
});
