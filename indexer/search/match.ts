/** Which clauses and documents a leaf of the query matches, exactly. */
import { phraseQuery } from '../catalogue/clause-index.ts';
import { type ParsedQuery, positiveLeaves, type QueryLeaf } from '../query/tree.ts';
import { bareText, foldText } from '../text/fold.ts';
import type { Snapshot } from './snapshot.ts';
import { documentsCalled } from './titles.ts';

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
  /** Clauses that are asked for by name (电梯办法第六条); they are among `clauses` too. */
  readonly named: Int32Array;
  /** Clauses (without heads) that have it. */
  readonly frequency: number;
}

const NOTHING = new Int32Array(0);

export function matchLeaf(snapshot: Snapshot, leaf: QueryLeaf, day: string): LeafMatch {
  const phrases = phrasesOf(leaf);
  const column = leaf.kind === 'text' ? leaf.column : null;
  const found = phrases.map((phrase) => phraseQuery(phrase, column)).filter((query) => query !== null);
  // 正文: looks at clauses alone; the facts of a head are in the text column too.
  const named = leaf.kind === 'article' ? articlesNamed(snapshot, leaf) : NOTHING;
  const all = union([named, ...found.map((query) => snapshot.matching(query))]);
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
  return { leaf, clauses, titles, whole: wholeDocuments(snapshot, leaf, day), phrases, named, frequency };
}

function phrasesOf(leaf: QueryLeaf): readonly string[] {
  switch (leaf.kind) {
    case 'text':
      return [...leaf.phrases, ...leaf.synonyms];
    case 'number':
      return leaf.numbers;
    case 'date':
    case 'article':
      return leaf.phrases;
    case 'issue':
      return [leaf.phrase];
    case 'filter':
      return [];
  }
}

function wholeDocuments(snapshot: Snapshot, leaf: QueryLeaf, day: string): Uint8Array | null {
  const test = documentTest(snapshot, leaf, day);
  return test === null ? null : Uint8Array.from(snapshot.facts, (_, place) => (test(place) ? 1 : 0));
}

function documentTest(snapshot: Snapshot, leaf: QueryLeaf, day: string): ((place: number) => boolean) | null {
  const { facts, heads } = snapshot;
  switch (leaf.kind) {
    case 'number':
      return (place) => leaf.numbers.includes(heads[place]?.number ?? '');
    case 'date': {
      const within = (date: string | null | undefined): boolean => date != null && date >= leaf.from && date <= leaf.to;
      if (leaf.of === 'expiry') return (place) => within(facts[place]?.expiresOn);
      return (place) =>
        within(facts[place]?.writtenOn) || within(facts[place]?.effectiveOn) || within(heads[place]?.printedOn);
    }
    case 'issue': {
      const ids = new Set(snapshot.issues.filter((issue) => isIssue(leaf, issue)).map(({ id }) => id));
      return (place) => facts[place]?.issueIds.some((id) => ids.has(id)) ?? false;
    }
    case 'filter':
      return filterTest(snapshot, leaf, day);
    case 'article':
    case 'text':
      return null;
  }
}

/** The issues that a query names, with their documents counted. */
export function issuesMeant(
  snapshot: Snapshot,
  query: ParsedQuery,
): { id: string; label: string; documents: number }[] {
  const leaves = positiveLeaves(query.root).filter((leaf) => leaf.kind === 'issue');
  return snapshot.issues
    .filter((issue) => leaves.some((leaf) => isIssue(leaf, issue)))
    .map(({ id, documents }) => ({ id, label: snapshot.issueLabels.get(id) ?? '', documents }));
}

function isIssue(leaf: Extract<QueryLeaf, { kind: 'issue' }>, issue: Snapshot['issues'][number]): boolean {
  return (
    (leaf.publication === null || isShortFor(leaf.publication, foldText(issue.publication ?? ''))) &&
    (leaf.year === null || leaf.year === issue.year) &&
    (leaf.number === null || leaf.number === issue.number) &&
    (leaf.totalNumber === null ||
      leaf.totalNumber === issue.totalNumber ||
      // Some gazettes do not print it; then year and number tell the issue.
      (issue.totalNumber === null && leaf.year !== null && leaf.number !== null))
  );
}

/** 济南公报 is 济南市人民政府公报: the characters of the short name stand in the name in their order. */
function isShortFor(short: string, name: string): boolean {
  let at = 0;
  for (const character of short) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function filterTest(
  snapshot: Snapshot,
  { field, value, until, exact }: Extract<QueryLeaf, { kind: 'filter' }>,
  day: string,
): (place: number) => boolean {
  const { facts, heads } = snapshot;
  const sought = bareText(value);
  const has = (text: string | null | undefined): boolean =>
    exact ? (text ?? '') === value : bareText(text ?? '').includes(sought);
  switch (field) {
    case 'issuer':
      return (place) => hasAny(facts[place]?.issuers, has);
    case 'type':
      return (place) => has(facts[place]?.type);
    case 'topic':
      return (place) => hasAny(facts[place]?.topics, has);
    case 'validity': {
      const statuses = snapshot.validities(day);
      return (place) => statuses[place] === value;
    }
    case 'issue': {
      const id = snapshot.issueCalled(value);
      return (place) => facts[place]?.issueIds.includes(id) ?? false;
    }
    case 'addressee':
      return (place) => has(heads[place]?.addressee);
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

/** A document without any has the value “not stated”, which is written as nothing. */
const hasAny = (values: readonly string[] | undefined, has: (value: string) => boolean): boolean =>
  values === undefined || values.length === 0 ? has('') : values.some(has);

/** The articles of that number in the documents that are called so, or in all. */
function articlesNamed(snapshot: Snapshot, leaf: Extract<QueryLeaf, { kind: 'article' }>): Int32Array {
  if (leaf.title === null) return snapshot.articles(leaf.label, null);
  const called = documentsCalled(snapshot, leaf.title);
  const ofYear = leaf.year === null ? [] : called.filter((place) => snapshot.facts[place]?.year === leaf.year);
  return union((ofYear.length > 0 ? ofYear : called).map((place) => snapshot.articles(leaf.label, place)));
}

/** Ascending keys that stand in any of the lists. */
function union(lists: readonly Int32Array[]): Int32Array {
  const filled = lists.filter(({ length }) => length > 0);
  const [first = NOTHING, ...others] = filled;
  if (others.length === 0) return first;
  const keys = new Int32Array(filled.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of filled) {
    keys.set(list, at);
    at += list.length;
  }
  keys.sort();
  let kept = 0;
  for (const key of keys) if (kept === 0 || keys[kept - 1] !== key) keys[kept++] = key;
  return keys.slice(0, kept);
}
