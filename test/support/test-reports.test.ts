import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, type Outcome, total } from './test-reports.ts';

const vitestFile = (statuses: readonly string[], status = 'passed') => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
});

describe('countVitest', () => {
  it.each<[unknown, boolean, Outcome, string]>([
    [{ testResults: [vitestFile(['passed', 'passed'])] }, true, { passed: 2, failed: 0, skipped: [] }, 'all well'],
    [
      { testResults: [vitestFile(['passed', 'failed'], 'failed')] },
      false,
      { passed: 1, failed: 1, skipped: [] },
      'one failed',
    ],
    [
      { testResults: [vitestFile(['passed', 'skipped'])] },
      true,
      { passed: 1, failed: 0, skipped: ['test 1'] },
      'one left out',
    ],
    [
      { testResults: [vitestFile([], 'failed')] },
      false,
      { passed: 0, failed: 1, skipped: [] },
      'a file that does not load',
    ],
    [
      { testResults: [vitestFile(['passed'])] },
      false,
      { passed: 1, failed: 1, skipped: [] },
      'an error outside the tests',
    ],
    [null, false, { passed: 0, failed: 1, skipped: [] }, 'ended without a report'],
  ])('%j, %s: %j (%s)', (report, succeeded, expected) => {
    expect(countVitest(report, succeeded)).toEqual(expected);
  });
});

describe('countPlaywright', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('counts through nested suites', () => {
    const report = {
      suites: [
        { specs: [spec('a', 'expected')], suites: [{ specs: [spec('b', 'unexpected'), spec('c', 'skipped')] }] },
      ],
    };
    expect(countPlaywright(report, false)).toEqual({ passed: 1, failed: 1, skipped: ['c'] });
  });

  it('counts a failure before the first test', () => {
    expect(countPlaywright({ suites: [] }, false)).toEqual({ passed: 0, failed: 1, skipped: [] });
    expect(countPlaywright(null, false)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe('total', () => {
  it('adds up, and nothing is nothing', () => {
    expect(total([])).toEqual({ passed: 0, failed: 0, skipped: [] });
    expect(
      total([
        { passed: 2, failed: 1, skipped: ['a'] },
        { passed: 3, failed: 0, skipped: [] },
      ]),
    ).toEqual({ passed: 5, failed: 1, skipped: ['a'] });
  });
});
