/** Which clauses and documents a leaf of the query matches, exactly. */
import { phraseQuery } from '../catalogue/clause-index.ts';
import type { QueryLeaf } from '../query/tree.ts';
import { foldText } from '../text/fold.ts';
import { bareText, type Snapshot } from './snapshot.ts';

export interface LeafMatch {
  readonly leaf: QueryLeaf;
  /** Keys of heads and clauses whose text has it, ascending. */
  readonly clauses: Int32Array;
  /** Keys of the heads whose title has it. */
  readonly titles: Int32Array;
  /** Documents that are meant as a whole, by number, issue, date or field; null when the leaf is text only. */
  readonly whole: Uint8Array | null;
  /** What to mark in texts. */
  readonly phrases: readonly string[];
  /** Clauses (without heads) that have it. */
  readonly frequency: number;
}

const NOTHING = new Int32Array(0);

export function matchLeaf(snapshot: Snapshot, leaf: QueryLeaf): LeafMatch {
  const phrases = phrasesOf(leaf);
  const column = leaf.kind === 'text' ? leaf.column : null;
  const found = phrases.map((phrase) => phraseQuery(phrase, column)).filter((query) => query !== null);
  // 正文: looks at clauses alone; the facts of a head are in the text column too.
  const all = union(found.map((query) => snapshot.matching(query)));
  const clauses = column === 'text' ? all.filter((key) => !snapshot.isHead(key)) : all;
  const titles =
    column === 'text'
      ? NOTHING
      : union(
          phrases
            .map((phrase) => phraseQuery(phrase, 'title'))
            .flatMap((query) => (query === null ? [] : [snapshot.matching(query)])),
        );
  let frequency = 0;
  for (const key of clauses) if (!snapshot.isHead(key)) frequency += 1;
  return { leaf, clauses, titles, whole: wholeDocuments(snapshot, leaf), phrases, frequency };
}

function phrasesOf(leaf: QueryLeaf): readonly string[] {
  switch (leaf.kind) {
    case 'text':
      return [...leaf.phrases, ...leaf.synonyms];
    case 'number':
      return leaf.numbers;
    case 'date':
      return leaf.phrases;
    case 'issue':
      return [leaf.phrase];
    case 'filter':
      return [];
  }
}

function wholeDocuments(snapshot: Snapshot, leaf: QueryLeaf): Uint8Array | null {
  const test = documentTest(snapshot, leaf);
  return test === null ? null : Uint8Array.from(snapshot.facts, (_, place) => (test(place) ? 1 : 0));
}

function documentTest(snapshot: Snapshot, leaf: QueryLeaf): ((place: number) => boolean) | null {
  const { facts, heads } = snapshot;
  switch (leaf.kind) {
    case 'number':
      return (place) => leaf.numbers.includes(heads[place]?.number ?? '');
    case 'date': {
      const within = (day: string | null | undefined): boolean => day != null && day >= leaf.from && day <= leaf.to;
      return (place) =>
        within(facts[place]?.writtenOn) || within(facts[place]?.effectiveOn) || within(heads[place]?.printedOn);
    }
    case 'issue': {
      const ids = new Set(snapshot.issues.filter((issue) => isIssue(leaf, issue)).map(({ id }) => id));
      return (place) => facts[place]?.issueIds.some((id) => ids.has(id)) ?? false;
    }
    case 'filter':
      return filterTest(snapshot, leaf);
    case 'text':
      return null;
  }
}

function isIssue(leaf: Extract<QueryLeaf, { kind: 'issue' }>, issue: Snapshot['issues'][number]): boolean {
  return (
    (leaf.publication === null || foldText(issue.publication ?? '').includes(leaf.publication)) &&
    (leaf.year === null || leaf.year === issue.year) &&
    (leaf.number === null || leaf.number === issue.number) &&
    (leaf.totalNumber === null ||
      leaf.totalNumber === issue.totalNumber ||
      // Some gazettes do not print it; then year and number tell the issue.
      (issue.totalNumber === null && leaf.year !== null && leaf.number !== null))
  );
}

function filterTest(
  { facts, heads }: Snapshot,
  { field, value, until }: Extract<QueryLeaf, { kind: 'filter' }>,
): (place: number) => boolean {
  const sought = bareText(value);
  const has = (text: string | null | undefined): boolean => bareText(text ?? '').includes(sought);
  switch (field) {
    case 'issuer':
      return (place) => facts[place]?.issuers.some(has) ?? false;
    case 'type':
      return (place) => has(facts[place]?.type);
    case 'topic':
      return (place) => facts[place]?.topics.some(has) ?? false;
    case 'number':
      return (place) => heads[place]?.number != null && has(heads[place]?.number);
    case 'year': {
      const from = Number(value || 0);
      const to = until === null ? from : Number(until || 9999);
      return (place) => {
        const year = facts[place]?.year;
        return year != null && year >= from && year <= to;
      };
    }
  }
}

/** Ascending keys that stand in any of the lists. */
function union(lists: readonly Int32Array[]): Int32Array {
  const [first = NOTHING, ...others] = lists;
  if (others.every((list) => list.length === 0)) return first;
  const keys = new Set<number>(first);
  for (const list of others) for (const key of list) keys.add(key);
  return Int32Array.from(keys).sort();
}
