/** Citations are listed by what they do to the law, each once. */
import { expect, it } from 'vitest';
import type { CitationView } from '../../../../indexer/contract.ts';
import { inOrderOfWeight } from '../../../../renderer/features/document/citation-order.ts';

const citation = (relation: string, title: string, pin: string | null = null): CitationView => ({
  id: '1',
  relation,
  title,
  pin,
  number: null,
  trigger: null,
  span: null,
  resolution: { state: 'unresolved', rule: null, version: null, candidates: [], provisionIds: [], missing: [] },
  quote: '',
  in: null,
  provisionId: null,
  document: null,
});

it('lists repeals first and mentions last, equals in the order of the text', () => {
  const given = [
    citation('mentions', '甲'),
    citation('basis', '乙'),
    citation('novel', '丁'),
    citation('repeals', '丙'),
    citation('basis', '甲'),
  ];
  expect(inOrderOfWeight(given).map(({ citation }) => `${citation.relation} ${citation.title}`)).toEqual([
    'repeals 丙',
    'basis 乙',
    'basis 甲',
    'mentions 甲',
    'novel 丁',
  ]);
});

it('lists a text that is cited twice alike once, and another clause of it again', () => {
  const given = [citation('basis', '甲'), citation('basis', '甲'), citation('basis', '甲', '第三条')];
  expect(inOrderOfWeight(given)).toHaveLength(2);
});
