/** Issues stand by publication and year, the newest first. */
import { expect, it } from 'vitest';
import type { IssueView } from '../../../../indexer/contract.ts';
import { groupIssues, missingOf } from '../../../../renderer/features/issues/group.ts';

const issue = (publication: string | null, year: number | null, number: number | null, documents = 8): IssueView => ({
  id: `${publication}${year}${number}`,
  label: '',
  publication,
  year,
  number,
  totalNumber: null,
  publishedOn: null,
  documents,
});

it('groups and orders them', () => {
  const groups = groupIssues([
    issue('某某市人民政府公报', 2020, 2),
    issue('国务院公报', 2021, 1, 40),
    issue('某某市人民政府公报', 2021, 3),
    issue('某某市人民政府公报', 2021, 13),
    issue('某某市人民政府公报', null, null, 1),
  ]);
  expect(groups.map(({ publication, documents }) => [publication, documents])).toEqual([
    ['国务院公报', 40],
    ['某某市人民政府公报', 25],
  ]);
  expect(groups[1]?.years.map(({ year, issues }) => [year, issues.map(({ number }) => number)])).toEqual([
    [2021, [13, 3]],
    [2020, [2]],
    [null, [null]],
  ]);
});

it('makes nothing of nothing', () => {
  expect(groupIssues([])).toEqual([]);
});

it.each([
  [
    [2, 5],
    [
      [1, 1],
      [3, 4],
    ],
    'before and between',
  ],
  [[1, 2, 3], [], 'a whole beginning of a year'],
  [
    [13, 19],
    [
      [1, 12],
      [14, 18],
    ],
    'runs',
  ],
  [[328], [], 'a running number'],
  [[null], [], 'no number'],
  [[], [], 'no issue'],
] as const)('of %j are missing %j', (numbers, expected, why) => {
  expect(missingOf(numbers), why).toEqual(expected);
});
