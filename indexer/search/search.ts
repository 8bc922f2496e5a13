/**
 * Answers searches. Which texts match, and how many, the catalogue's clause index decides, exactly; words and the engine only
 * rank. Where the engine is down, ranking is coarser and the answer says so.
 */
import type { CatalogueStore } from '../catalogue/store.ts';
import type { MatchesResponse, SearchRequest, SearchResponse, SuggestResponse } from '../contract.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import { chipsOf } from '../query/chips.ts';
import { parseQuery } from '../query/parse.ts';
import type { ParsedQuery } from '../query/tree.ts';
import { filterAndCount } from './facets.ts';
import { hitMaker } from './hits.ts';
import { knowledgeOf } from './knowledge.ts';
import { matchesIn } from './matches.ts';
import { orderClauses, orderDocuments } from './order.ts';
import { type Plan, planSearch } from './plan.ts';
import { rankByEngine } from './rank.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
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
  suggest(request: { q: string; limit: number }): Promise<SuggestResponse>;
  matches(documentId: string, q: string): MatchesResponse;
}

const NOTES: Readonly<Record<string, string>> = {
  'lone-quote': '引号没有成对，已按普通词语检索。',
  'lone-bracket': '括号没有成对，已忽略。',
  'too-long': '查询过长，只用了前面的部分。',
  'engine-down': '检索引擎未就绪，结果完整，排序可能略有差异。',
  words: '没有文件连续写有全部词语，已拆分为单个词语检索。',
  telling: '没有文件包含全部词语，以下按相关程度列出最接近的结果。',
  'near-title': '没有完全相同的标题，已列出最相近的标题。',
  filtered: '所选条件排除了全部结果，可去掉部分条件。',
};

export function createSearch(options: SearchOptions): Search {
  const current = snapshotOf(options.catalogue);
  const knowledge = remember(knowledgeOf);
  const parse = (snapshot: Snapshot, q: string): ParsedQuery => parseQuery(q, knowledge(snapshot));
  return {
    search: async (request, signal) => {
      const started = performance.now();
      const snapshot = current();
      const query = parse(snapshot, request.q);
      const plan = planSearch(snapshot, query, knowledge(snapshot), request.unit);
      const engine = options.engine();
      const ready = engine !== null && engine.health().state !== 'down';
      if (ready && query.root !== null && request.sort === 'relevance') {
        await rankByEngine(engine, snapshot, plan, signal);
      }
      const answer = answerOf(options, snapshot, plan, request);
      const notes = notesOf(query, plan, ready, answer);
      return {
        query: {
          text: request.q,
          unit: request.unit,
          sort: request.sort,
          chips: chipsOf(query),
          notes,
          choices: {},
          written: request.q,
        },
        issues: [],
        help: { didYouMean: [], blockers: [], nearestTitles: [] },
        histogram: [],
        ...answer,
        tookMs: Math.round((performance.now() - started) * 10) / 10,
      };
    },
    suggest: async ({ q, limit }) => ({ suggestions: suggest(current(), q, limit) }),
    matches: (documentId, q) => {
      const snapshot = current();
      const query = parse(snapshot, q);
      const plan = planSearch(snapshot, query, knowledge(snapshot), 'document');
      const phrases = plan.evaluation.positive.flatMap((match) => match.phrases);
      return matchesIn(options.catalogue, documentId, phrases);
    },
  };
}

function answerOf(
  { catalogue, today }: SearchOptions,
  snapshot: Snapshot,
  plan: Plan,
  request: SearchRequest,
): Pick<SearchResponse, 'total' | 'hits' | 'facets'> {
  const day = request.asOf ?? today();
  const perDocument = plan.clauses === null ? null : countByDocument(snapshot, plan.clauses);
  const { passing, facets } = filterAndCount(
    snapshot,
    plan.documents,
    (place) => perDocument?.[place] ?? 1,
    request,
    day,
  );
  const sort = request.q.trim() === '' && request.sort === 'relevance' ? 'newest' : request.sort;
  const order = plan.clauses === null ? orderDocuments : orderClauses;
  const ordered = order(snapshot, plan, passing, sort, day);
  const maker = hitMaker(catalogue, snapshot, plan, day);
  const page = ordered.slice(request.offset, request.offset + request.limit);
  const hits = page.map(plan.clauses === null ? maker.ofDocument : maker.ofClause);
  return { total: ordered.length, hits, facets };
}

function countByDocument(snapshot: Snapshot, clauses: Uint8Array): Int32Array {
  const counts = new Int32Array(snapshot.documents);
  for (let key = 0; key < clauses.length; key += 1) {
    const place = snapshot.documentOf[key] ?? -1;
    if (clauses[key] === 1 && place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function notesOf(
  query: ParsedQuery,
  plan: Plan,
  ready: boolean,
  { total }: { total: number },
): { code: string; text: string }[] {
  const codes: string[] = [...query.notes];
  if (plan.nearlyTitled.size > 0) codes.push('near-title');
  else if (plan.relaxed !== 'no' && plan.titled.size === 0) codes.push(plan.relaxed);
  if (total === 0 && plan.documents.includes(1)) codes.push('filtered');
  if (!ready) codes.push('engine-down');
  return codes.map((code) => ({
    code: code === 'words' || code === 'telling' ? 'relaxed' : code,
    text: NOTES[code] ?? code,
  }));
}

/** Keeps the last answer for as long as it is asked about the same thing. */
function remember<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { key: K; value: V } | null = null;
  return (key) => {
    if (last === null || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
