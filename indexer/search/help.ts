/**
 * Helps on when nothing, or nothing as typed, was found: what may have been meant, which word or choice leaves nothing, and the
 * titles nearest to what was typed. Everything comes as a change of the request that one click can make.
 */
import { FACETS, type SearchHelp, type SearchRequest } from '../contract.ts';
import { chipsOf } from '../query/chips.ts';
import { positiveLeaves } from '../query/tree.ts';
import { wordsOf } from '../query/write.ts';
import type { Asked } from './asked.ts';
import { isQuestion } from './asks.ts';
import { matchLeaf } from './match.ts';
import { meantBy } from './meant.ts';
import type { Snapshot } from './snapshot.ts';
import { titlesLike } from './titles.ts';

export const NO_HELP: SearchHelp = { didYouMean: [], blockers: [], nearestTitles: [] };

/** A query of more parts is no query that one part too many has spoilt. */
const MOST_PARTS = 12;
const QUOTES = /["“”„＂「」『』]/g;
const FEW_PARTS = 4;
/** A longer text that asks something is a question, not a word with a slip in it. */
const LONGEST_WORD = 6;
const MOST_MEANT = 5;
const MOST_TITLES = 5;
/** Words that one of several may have been meant to be, and ways to put them together, that are tried. */
const MOST_ALIKE = 3;
const MOST_WAYS = 9;

/** How many hits there are: of the query as it stands, or `loosely`, its words taken apart. */
type Count = (request: SearchRequest, loosely?: boolean) => number;

export function helpFor(snapshot: Snapshot, asked: Asked, total: number, count: Count): SearchHelp {
  // A question that has been answered is no slip: what sounds like its words would only take time to find.
  const answered = total > 0 && (asked.plan.relaxed === 'no' || asksAtLength(asked.query.text));
  const didYouMean = answered ? [] : meant(snapshot, asked, count);
  if (total > 0)
    return { ...NO_HELP, didYouMean, blockers: asked.plan.relaxed === 'no' ? [] : looseParts(asked, count) };
  return {
    didYouMean,
    blockers: [...blockingParts(asked, count), ...blockingChoices(asked, count)].filter((one) => one.total > 0),
    nearestTitles: titlesLike(snapshot, wordsOf(asked.query), MOST_TITLES),
  };
}

const asksAtLength = (text: string): boolean => [...text].length > LONGEST_WORD && isQuestion(text);

/** laodong hetongfa: where each word alone leaves the other standing nowhere, the likeliest of both that stand together. */
function meantTogether(snapshot: Snapshot, { given, query, day }: Asked, count: Count): SearchHelp['didYouMean'] {
  const unknown = positiveLeaves(query.root).filter(
    (leaf) => leaf.kind === 'text' && matchLeaf(snapshot, leaf, day).clauses.length === 0,
  );
  if (unknown.length < 2 || unknown.length > FEW_PARTS) return [];
  const typed = unknown.map(({ span }) => query.text.slice(span.start, span.end));
  let ways: readonly (readonly string[])[] = [[]];
  for (const one of typed) {
    const words = meantBy(snapshot, one, MOST_ALIKE).map(({ word }) => word);
    ways = ways.flatMap((way) => words.map((word) => [...way, word])).slice(0, MOST_WAYS);
  }
  const queries = ways.map((words) => {
    const q = unknown.reduceRight(
      (text, { span }, i) => `${text.slice(0, span.start)}${words[i]}${text.slice(span.end)}`,
      query.text,
    );
    return { words, q, total: count({ ...given, q }) };
  });
  const [best] = queries.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total);
  if (best === undefined) return [];
  const change = { q: best.q, clear: [] };
  return [{ typed: typed.join(' '), meant: best.words.join(' '), reason: 'sound', total: best.total, change }];
}

/** Words that stand nowhere, with those of the library that sound alike or differ in one character. */
function meant(snapshot: Snapshot, asked: Asked, count: Count): SearchHelp['didYouMean'] {
  const { given, query, day } = asked;
  const found: SearchHelp['didYouMean'] = [];
  for (const leaf of positiveLeaves(query.root)) {
    if (leaf.kind !== 'text' || found.length >= MOST_MEANT) continue;
    const typed = leaf.phrases[0] ?? '';
    const match = matchLeaf(snapshot, leaf, day);
    if (match.clauses.length > 0) continue;
    for (const { word, reason } of meantBy(snapshot, typed, MOST_MEANT - found.length)) {
      const { start, end } = leaf.span;
      const part = query.text.slice(start, end);
      const q = `${query.text.slice(0, start)}${part.replace(typed, word)}${query.text.slice(end)}`;
      const total = count({ ...given, q });
      if (total > 0) found.push({ typed, meant: word, reason, total, change: { q, clear: [] } });
    }
  }
  return found.length > 0 ? found : meantTogether(snapshot, asked, count);
}

/** A few words that no text has together: what there is without each. Of a sentence, nobody asks that. */
function looseParts(asked: Asked, count: Count): SearchHelp['blockers'] {
  const parts = positiveLeaves(asked.query.root).length;
  return parts < 2 || parts > FEW_PARTS ? [] : blockingParts(asked, count).filter((one) => one.total > 0);
}

function blockingParts({ given, query }: Asked, count: Count): SearchHelp['blockers'] {
  const chips = chipsOf(query).filter(({ kind }) => kind !== 'synonym' && kind !== 'setting');
  if (chips.length > MOST_PARTS) return [];
  const without = chips
    .filter(() => chips.length > 1)
    .map(({ text, without: q }) => ({ text, q, loosely: false }))
    .filter(({ q }) => q !== '');
  const unquoted = chips.some(({ kind }) => kind === 'phrase')
    ? [{ text: '不加引号', q: query.text.replace(QUOTES, ' ').replace(/\s+/g, ' ').trim(), loosely: true }]
    : [];
  return [...without, ...unquoted].map(({ text, q, loosely }) => ({
    kind: 'part' as const,
    text,
    total: count({ ...given, q }, loosely),
    change: { q, clear: [] },
  }));
}

function blockingChoices({ given: request, plan }: Asked, count: Count): SearchHelp['blockers'] {
  const { q } = request;
  const found: SearchHelp['blockers'] = [];
  // Where no text has all the words, what was looked for without the choice is what is looked for with it: each of them.
  const add = (text: string, changed: SearchRequest, clear: string[]): void => {
    found.push({ kind: 'choice', text, total: count(changed, plan.relaxed !== 'no'), change: { q, clear } });
  };
  for (const facet of FACETS)
    for (const value of request[facet])
      add(value, { ...request, [facet]: request[facet].filter((one) => one !== value) }, [`${facet}:${value}`]);
  for (const value of request.not)
    add(value, { ...request, not: request.not.filter((one) => one !== value) }, [`not:${value}`]);
  if (request.from !== undefined || request.to !== undefined) {
    const clear = [request.from && `from:${request.from}`, request.to && `to:${request.to}`].filter((one) => !!one);
    add(
      `${request.from ?? ''}..${request.to ?? ''}`,
      { ...request, from: undefined, to: undefined },
      clear as string[],
    );
  }
  if (found.length > 1)
    add(
      '',
      withNoChoices(request),
      found.flatMap(({ change }) => change.clear),
    );
  return found;
}

function withNoChoices(request: SearchRequest): SearchRequest {
  const none = { issuer: [], year: [], topic: [], type: [], validity: [], issue: [], not: [] };
  return { ...request, ...none, from: undefined, to: undefined };
}
