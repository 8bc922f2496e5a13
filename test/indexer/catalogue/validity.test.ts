import { describe, expect, it } from 'vitest';
import { type IncomingCitation, type ValidityFacts, validityOn } from '../../../indexer/catalogue/validity.ts';

const facts = (given: Partial<ValidityFacts>): ValidityFacts => ({
  writtenOn: '2020-09-06',
  effectiveOn: null,
  expiresOn: null,
  evidence: { effectiveOn: '自印发之日起施行', expiresOn: '有效期5年' },
  type: '办法',
  ...given,
});
const incoming = (given: Partial<IncomingCitation>): IncomingCitation => ({
  relation: 'repeals',
  pin: null,
  quote: '《某办法》同时废止',
  documentId: 'later',
  effectiveOn: '2022-01-01',
  writtenOn: '2021-12-01',
  ...given,
});
const fiveYears = facts({ effectiveOn: '2020-09-06', expiresOn: '2025-09-05' });

describe('validityOn', () => {
  it.each([
    ['2025-09-05', fiveYears, [], 'in-force', 'effective', '2020-09-06', 'the last day of 有效期5年'],
    ['2025-09-06', fiveYears, [], 'expired', 'expiry-passed', '2025-09-06', 'the day after it'],
    ['2020-09-05', fiveYears, [], 'not-yet', 'effective-later', '2020-09-06', 'signed, not yet in force'],
    ['2021-12-31', fiveYears, [incoming({})], 'in-force', 'effective', '2020-09-06', 'repealer not yet in force'],
    ['2022-01-01', fiveYears, [incoming({})], 'repealed', 'repealed-by', '2022-01-01', 'from the repealer’s 施行日期'],
    ['2026-01-01', fiveYears, [incoming({})], 'repealed', 'repealed-by', '2022-01-01', 'a repeal outweighs expiry'],
    [
      '2022-01-01',
      fiveYears,
      [incoming({ effectiveOn: null })],
      'repealed',
      'repealed-by',
      '2021-12-01',
      'no 施行日期: day of signature',
    ],
    [
      '2022-01-01',
      fiveYears,
      [incoming({ pin: '第三条' })],
      'partly-repealed',
      'partly-repealed-by',
      '2022-01-01',
      'one clause only',
    ],
    ['2022-01-01', fiveYears, [incoming({ relation: 'amends' })], 'amended', 'amended-by', '2022-01-01', 'amended'],
    [
      '2022-01-01',
      fiveYears,
      [incoming({ relation: 'basis' })],
      'in-force',
      'effective',
      '2020-09-06',
      'resting on it changes nothing',
    ],
    [
      '2022-01-01',
      fiveYears,
      [incoming({ writtenOn: '2019-01-01', effectiveOn: '2019-01-01' })],
      'in-force',
      'effective',
      '2020-09-06',
      'an older document meant an older text',
    ],
    ['2022-01-01', facts({}), [], 'in-force', 'presumed-from-date', '2020-09-06', 'rules without a clause: 推定'],
    ['2022-01-01', facts({ type: '批复' }), [], 'unknown', 'no-evidence', null, 'a reply without a clause: 未核实'],
    ['2022-01-01', facts({ writtenOn: null }), [], 'unknown', 'no-evidence', null, 'nothing known'],
  ] as const)('%s: %#', (day, document, citations, status, rule, since, why) => {
    expect(validityOn(day, document, citations), why).toMatchObject({ on: day, status, rule, since });
  });

  it('names the document and the sentence that repeals', () => {
    expect(validityOn('2023-01-01', fiveYears, [incoming({})])).toMatchObject({
      by: 'later',
      quote: '《某办法》同时废止',
    });
  });

  it('takes the first repeal and the last amendment', () => {
    const amendments = [
      incoming({ relation: 'amends', documentId: 'b', effectiveOn: '2022-06-01' }),
      incoming({ relation: 'amends', documentId: 'a', effectiveOn: '2021-01-01' }),
    ];
    expect(validityOn('2023-01-01', fiveYears, amendments).by).toBe('b');
    const repeals = amendments.map((citation) => ({ ...citation, relation: 'repeals' as const }));
    expect(validityOn('2023-01-01', fiveYears, repeals).by).toBe('a');
  });
});
