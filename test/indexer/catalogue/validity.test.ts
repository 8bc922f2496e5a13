import { describe, expect, it } from 'vitest';
import {
  type IncomingCitation,
  type LaterVersion,
  reasonsFor,
  type ValidityFacts,
  validityBy,
} from '../../../indexer/catalogue/validity.ts';

const validityOn = (
  day: string,
  document: ValidityFacts,
  incoming: readonly IncomingCitation[],
  later: readonly LaterVersion[] = [],
) => validityBy(day, reasonsFor(document, incoming, later), null);

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
    [
      '2022-01-01',
      fiveYears,
      [incoming({ relation: 'amends', writtenOn: '2020-09-06', effectiveOn: '2021-03-01' })],
      'in-force',
      'effective',
      '2020-09-06',
      'a text dated by its last amendment contains it',
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

const terms = (given: Partial<IncomingCitation>): IncomingCitation =>
  incoming({
    relation: 'amends',
    quote: '《某办法》有效期延长至2027年12月31日',
    trigger: '至2027年12月31日',
    effectiveOn: '2025-06-01',
    writtenOn: '2025-06-01',
    ...given,
  });
const kept = (given: Partial<IncomingCitation>): IncomingCitation =>
  terms({ relation: 'mentions', quote: '1 某办法 某政发〔2020〕9号', trigger: '继续有效', ...given });

describe('terms given by other documents', () => {
  it.each([
    ['2025-05-31', [terms({})], 'in-force', 'effective', 'before it is prolonged'],
    ['2025-09-06', [terms({})], 'in-force', 'prolonged-by', 'its own term over, the new one not'],
    ['2027-12-31', [terms({})], 'in-force', 'prolonged-by', 'the last day of the new term'],
    ['2028-01-01', [terms({})], 'expired', 'expiry-passed', 'the new term is over'],
    [
      '2025-12-01',
      [terms({ effectiveOn: '2025-11-01', writtenOn: '2025-11-01' })],
      'in-force',
      'prolonged-by',
      'prolonged when it had ended',
    ],
    [
      '2025-10-01',
      [terms({ effectiveOn: '2025-11-01', writtenOn: '2025-11-01' })],
      'expired',
      'expiry-passed',
      'between its end and that',
    ],
    [
      '2030-09-05',
      [terms({ quote: '将《某办法》有效期延长5年', trigger: '有效期延长5年' })],
      'in-force',
      'prolonged-by',
      'five more years',
    ],
    [
      '2030-09-06',
      [terms({ quote: '将《某办法》有效期延长5年', trigger: '有效期延长5年' })],
      'expired',
      'expiry-passed',
      'and no more',
    ],
    [
      '2026-01-01',
      [terms({ quote: '| 2 | 某办法 | 某政发〔2020〕9号 | 2020年9月6日 | 2026年3月1日 |', trigger: '延长有效期' })],
      'in-force',
      'prolonged-by',
      'a day in a column',
    ],
    [
      '2026-03-02',
      [terms({ quote: '| 2 | 某办法 | 某政发〔2020〕9号 | 2020年9月6日 | 2026年3月1日 |', trigger: '延长有效期' })],
      'expired',
      'expiry-passed',
      'the day after it',
    ],
    ['2040-01-01', [kept({})], 'in-force', 'prolonged-by', 'kept without an end'],
    [
      '2030-05-31',
      [kept({ quote: '《某办法》继续有效，有效期5年', trigger: '继续有效，有效期5年' })],
      'in-force',
      'prolonged-by',
      'kept for five years',
    ],
    [
      '2026-01-01',
      [kept({ writtenOn: '2019-01-01', effectiveOn: '2019-01-01' })],
      'expired',
      'expiry-passed',
      'an older list kept an older text',
    ],
    ['2026-01-01', [terms({}), incoming({})], 'repealed', 'repealed-by', 'a repeal outweighs a term'],
    [
      '2026-01-01',
      [terms({ relation: 'basis', trigger: '根据' })],
      'expired',
      'expiry-passed',
      'resting on it prolongs nothing',
    ],
  ] as const)('%s: %s', (day, citations, status, rule, why) => {
    expect(validityOn(day, fiveYears, citations), why).toMatchObject({ status, rule });
  });

  it('keeps a notice whose own text does not say whether it still holds', () => {
    const notice = facts({ type: '通知' });
    expect(validityOn('2026-01-01', notice, []).status).toBe('unknown');
    expect(validityOn('2026-01-01', notice, [kept({})])).toMatchObject({ status: 'in-force', by: 'later' });
  });

  it('ends a text on the day that the repeal names', () => {
    const named = incoming({ quote: '《某办法》自2023年3月1日起停止执行' });
    expect(validityOn('2023-02-28', fiveYears, [named]).status).toBe('in-force');
    expect(validityOn('2023-03-01', fiveYears, [named])).toMatchObject({ status: 'repealed', since: '2023-03-01' });
    const same = incoming({ quote: '本办法自2022年1月1日起施行，《某办法》同时废止' });
    expect(validityOn('2022-01-01', fiveYears, [same])).toMatchObject({ status: 'repealed', since: '2022-01-01' });
  });
});
