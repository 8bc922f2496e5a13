/**
 * Answers searches. Which texts match, and how many, the catalogue's clause index decides, exactly; words and the engine only
 * rank. Where the engine is down, ranking is coarser and the answer says so.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogueStore } from '../catalogue/store.ts';
import {
  type FacetName,
  type FacetRequest,
  type FacetResponse,
  type MatchesResponse,
  SearchRequest,
  type SearchResponse,
  type SuggestResponse,
} from '../contract.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import { chipsOf } from '../query/chips.ts';
import { parseQuery } from '../query/parse.ts';
import { type ParsedQuery, positiveLeaves } from '../query/tree.ts';
import { withChoices, wordsOf, writeQuery } from '../query/write.ts';
import type { Asked } from './asked.ts';
import { snapshotOf } from './current-snapshot.ts';
import { filterAndCount } from './facets.ts';
import { findValues } from './find-values.ts';
import { headingsOf } from './headings.ts';
import { helpFor, NO_HELP } from './help.ts';
import { hitMaker } from './hits.ts';
import { knowledgeOf, withoutSynonyms } from './knowledge.ts';
import { issuesMeant } from './match.ts';
import { matchesIn } from './matches.ts';
import { notesOf } from './notes.ts';
import { orderClauses, orderDocuments } from './order.ts';
import { planSearch } from './plan.ts';
import { rankByEngine } from './rank.ts';
import type { Snapshot } from './snapshot.ts';
import { loadSounds } from './sounds.ts';
import { standingOf } from './standing.ts';
import { suggest } from './suggest.ts';

export interface SearchOptions {
  readonly catalogue: CatalogueStore;
  /** The engine of the moment; null while there is none. */
  readonly engine: () => SearchEngine | null;
  /** ISO day of the user's clock. */
  readonly today: () => string;
}

export interface Search {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse>;
  facet(name: FacetName, request: SearchRequest, wanted: FacetRequest): FacetResponse;
  suggest(request: { q: string; limit: number }): Promise<SuggestResponse>;
  matches(documentId: string, q: string): MatchesResponse;
  /** Gets ready, step by step between other work, what the first search, suggestion and “did you mean” would wait for. */
  warm(): Promise<void>;
  close(): void;
}

export function createSearch(options: SearchOptions): Search {
  const { catalogue } = options;
  const current = snapshotOf(catalogue, options.today);
  const knowledge = remember(knowledgeOf);
  let closed = false;
  const understand = (snapshot: Snapshot, request: SearchRequest, exact = false): Asked => {
    const known = knowledge(snapshot);
    const query = parseQuery(request.q, known);
    const asked = withChoices(request, query);
    const day = asked.asOf ?? options.today();
    const wanted = withoutSynonyms(known, asked.synonyms, query.choices);
    const aim = { unit: asked.unit, day, exact };
    const used = wanted === known ? query : parseQuery(request.q, wanted);
    const plan = planSearch(snapshot, used, wanted, aim);
    if (used.root === used.plain || asksValidity(used) || (plan.relaxed === 'no' && plan.documents.includes(1)))
      return { given: request, request: asked, query: used, plan, day };
    // Nothing is of that issuer, kind and month: then they are words.
    const plain = { ...used, root: used.plain };
    return { given: request, request: asked, query: plain, plan: planSearch(snapshot, plain, wanted, aim), day };
  };
  return {
    search: async (given, signal) => {
      const started = performance.now();
      const snapshot = current();
      const asked = understand(snapshot, given);
      const { request, query, plan } = asked;
      const engine = options.engine();
      const ready = engine !== null && engine.health().state !== 'down';
      if (ready && query.root !== null && request.sort === 'relevance') {
        await rankByEngine(engine, snapshot, plan, signal);
      }
      const answer = answerOf(catalogue, snapshot, asked);
      const count = (one: SearchRequest, loosely = false): number =>
        filtered(snapshot, understand(snapshot, one, !loosely)).total;
      const help = query.root === null && answer.total > 0 ? NO_HELP : helpFor(snapshot, asked, answer.total, count);
      return {
        query: {
          text: given.q,
          unit: request.unit,
          sort: request.sort,
          chips: chipsOf(query),
          notes: notesOf(query, plan, ready, answer.total),
          choices: choicesIn(query, request),
          written: writeQuery({ ...request, q: wordsOf(query) }),
        },
        issues: issuesMeant(snapshot, query),
        help,
        ...answer,
        tookMs: Math.round((performance.now() - started) * 10) / 10,
      };
    },
    facet: (name, request, wanted) => {
      const snapshot = current();
      return findValues(filtered(snapshot, understand(snapshot, request)).facets[name], wanted);
    },
    suggest: async ({ q, limit }) => ({ suggestions: suggest(current(), q, limit) }),
    matches: (documentId, q) => {
      const snapshot = current();
      const { plan } = understand(snapshot, { ...EVERYTHING, q });
      const phrases = plan.evaluation.positive.flatMap((match) => match.phrases);
      return matchesIn(catalogue, documentId, phrases);
    },
    warm: async () => {
      for (const step of [
        current,
        () => knowledge(current()),
        () => headingsOf(current()),
        () => standingOf(current()),
        loadSounds,
        () => suggest(current(), '通', 1),
      ]) {
        await nextTurn();
        if (closed) return;
        step();
      }
    },
    close: () => {
      closed = true;
      current.stop();
    },
  };
}

/** With no choice made. */
const EVERYTHING = SearchRequest.parse({});

/** What passes the choices, and how much of it there is. */
function filtered(snapshot: Snapshot, { request, plan, day }: Asked) {
  const perDocument = plan.clauses === null ? null : countByDocument(snapshot, plan.clauses);
  const hitsOf = (place: number): number => perDocument?.[place] ?? 1;
  const named = { ...request, issue: request.issue.map((value) => snapshot.issueCalled(value)) };
  const found = filterAndCount(snapshot, plan.documents, hitsOf, named, day);
  let total = 0;
  for (let place = 0; place < found.passing.length; place += 1) if (found.passing[place] === 1) total += hitsOf(place);
  return { ...found, total };
}

function answerOf(
  catalogue: CatalogueStore,
  snapshot: Snapshot,
  asked: Asked,
): Pick<SearchResponse, 'total' | 'hits' | 'facets' | 'histogram'> {
  const { request, plan } = asked;
  const { passing, facets, histogram } = filtered(snapshot, asked);
  const sort = asked.query.root === null && request.sort === 'relevance' ? 'newest' : request.sort;
  const order = plan.clauses === null ? orderDocuments : orderClauses;
  const ordered = order(snapshot, plan, passing, { ...asked, sort });
  const maker = hitMaker(catalogue, snapshot, asked);
  const page = ordered.slice(request.offset, request.offset + request.limit);
  const hits = page.map(plan.clauses === null ? maker.ofDocument : maker.ofClause);
  return { total: ordered.length, hits, facets, histogram };
}

function countByDocument(snapshot: Snapshot, clauses: Uint8Array): Int32Array {
  const counts = new Int32Array(snapshot.documents);
  for (let key = 0; key < clauses.length; key += 1) {
    const place = snapshot.documentOf[key] ?? -1;
    if (clauses[key] === 1 && place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** 现行有效 is never meant as words: where nothing is in force, that is the answer. */
const asksValidity = ({ root }: ParsedQuery): boolean =>
  positiveLeaves(root).some((leaf) => leaf.kind === 'filter' && leaf.field === 'validity' && leaf.understood);

/** What the query writes as choices, as the parameters that say the same. */
function choicesIn({ choices }: ParsedQuery, request: SearchRequest): SearchResponse['query']['choices'] {
  const names = new Set(choices.map(({ name }) => name).filter((name) => name !== 'without-synonym'));
  return Object.fromEntries([...names].map((name) => [name, request[name as 'sort' | 'issuer']]));
}

/** Keeps the last answer for as long as it is asked about the same thing. */
function remember<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { key: K; value: V } | null = null;
  return (key) => {
    if (last === null || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
