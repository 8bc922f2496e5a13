/** Orders issues as a librarian shelves them: by publication, then year, the newest first. Pure. */
import type { IssueView } from '../../../indexer/contract.ts';

export interface YearOfIssues {
  /** Null when the masthead does not say. */
  readonly year: number | null;
  readonly issues: readonly IssueView[];
}

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
      .map(([year, ofYear]) => ({ year, issues: ofYear.toSorted(byNumber) }))
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0)),
  }));
  return publications.sort((a, b) => b.documents - a.documents);
}

function byNumber(a: IssueView, b: IssueView): number {
  return (b.number ?? b.totalNumber ?? 0) - (a.number ?? a.totalNumber ?? 0);
}

function groupBy<Key>(issues: readonly IssueView[], keyOf: (issue: IssueView) => Key): Map<Key, IssueView[]> {
  const groups = new Map<Key, IssueView[]>();
  for (const issue of issues) groups.set(keyOf(issue), [...(groups.get(keyOf(issue)) ?? []), issue]);
  return groups;
}
