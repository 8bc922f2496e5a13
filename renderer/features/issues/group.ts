/** Orders issues as a librarian shelves them: by publication, then year, the newest first. Pure. */
import type { IssueView } from '../../../indexer/contract.ts';

export interface YearOfIssues {
  /** Null when the masthead does not say. */
  readonly year: number | null;
  readonly issues: readonly IssueView[];
  /** Numbers that must have appeared and are not in the library, from and to. */
  readonly missing: readonly Run[];
}

export type Run = readonly [from: number, to: number];

export interface PublicationGroup {
  readonly publication: string | null;
  readonly documents: number;
  readonly years: readonly YearOfIssues[];
}

export function groupIssues(issues: readonly IssueView[]): PublicationGroup[] {
  const publications = [...groupBy(issues, ({ publication }) => publication)].map(([publication, own]) => ({
    publication,
    documents: own.reduce((sum, { documents }) => sum + documents, 0),
    years: [...groupBy(own, ({ year }) => year)]
      .map(([year, ofYear]) => ({
        year,
        issues: ofYear.toSorted(byNumber),
        missing: year === null ? [] : missingOf(ofYear.map(({ number }) => number)),
      }))
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0)),
  }));
  return publications.sort((a, b) => b.documents - a.documents);
}

/** More than one a week is no gazette: then the number is a running one, or misread. */
const MOST_IN_A_YEAR = 60;

/** Where a year has a 第5期, it has the four before it: of 2 and 5 the missing are 1 and 3–4. */
export function missingOf(numbers: readonly (number | null)[]): Run[] {
  const known = new Set(numbers);
  const last = Math.max(0, ...numbers.map((number) => number ?? 0));
  if (last > MOST_IN_A_YEAR) return [];
  const runs: [number, number][] = [];
  for (let number = 1; number < last; number += 1) {
    if (known.has(number)) continue;
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function byNumber(a: IssueView, b: IssueView): number {
  return (b.number ?? b.totalNumber ?? 0) - (a.number ?? a.totalNumber ?? 0);
}

function groupBy<Key>(issues: readonly IssueView[], keyOf: (issue: IssueView) => Key): Map<Key, IssueView[]> {
  const groups = new Map<Key, IssueView[]>();
  for (const issue of issues) groups.set(keyOf(issue), [...(groups.get(keyOf(issue)) ?? []), issue]);
  return groups;
}
