/** Searching and suggesting: what is asked and what is answered. */
import { z } from 'zod';
import { DocumentReference, Highlight, IssueReference, isoDay, list, ValidityView } from './common.ts';

export const SearchUnit = z.enum(['document', 'provision']);
export type SearchUnit = z.infer<typeof SearchUnit>;
export const SearchSort = z.enum(['relevance', 'newest', 'oldest']);
export type SearchSort = z.infer<typeof SearchSort>;
/** Which day of a document its year, a span of days and the order by date go by. */
export const DateBy = z.enum(['written', 'published', 'effective']);
export type DateBy = z.infer<typeof DateBy>;
const Switch = z.enum(['on', 'off']);
export const FACETS = ['issuer', 'year', 'topic', 'type', 'validity', 'issue'] as const;
export type FacetName = (typeof FACETS)[number];

export const SearchRequest = z.object({
  q: z.string().max(2000).default(''),
  issuer: list(),
  year: list(),
  topic: list(),
  type: list(),
  validity: list(),
  issue: list(),
  /** A facet value that must not occur: `not=issuer:某某市人民政府`. */
  not: list(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  dateBy: DateBy.default('written'),
  /** The day on which validity is judged; today if absent. */
  asOf: isoDay.optional(),
  unit: SearchUnit.default('document'),
  sort: SearchSort.default('relevance'),
  /** `off`: words as typed, without words of the same meaning. */
  synonyms: Switch.default('on'),
  /** `on`: what is repealed or expired stands behind its like when sorted by relevance. */
  preferInForce: Switch.default('on'),
  /** `1`: every hit tells all rules that weighed for it, with weights and marked spans. */
  explain: z.enum(['0', '1']).default('0'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

/** How one part of the query was understood; `without` is the query with this part taken out. */
export const QueryChip = z.object({
  kind: z.enum([
    'word',
    'phrase',
    'without',
    'any',
    'number',
    'registration',
    'title',
    'issue',
    'date',
    'field',
    'synonym',
    'clause',
    'setting',
  ]),
  text: z.string(),
  without: z.string(),
  /** The query with this part read as plain words, where it was understood as something else (an issuer, a kind, a month). */
  literal: z.string().nullable(),
});
export type QueryChip = z.infer<typeof QueryChip>;

export const Passage = z.object({
  provisionId: z.string(),
  /** 第六条; empty for an unlabelled paragraph. */
  label: z.string(),
  /** Full address, e.g. 第三章›第十二条. */
  path: z.string(),
  text: z.string(),
  highlights: z.array(Highlight),
});
export type Passage = z.infer<typeof Passage>;

/** One rule that weighed for a hit. */
export const Explanation = z.object({
  /** number, issue, date, field, article, title-exact, title-near, title, fact, phrase, words, engine, validity. */
  rule: z.string(),
  /** Points added, or for `factor` the number that the points were multiplied by. */
  weight: z.number(),
  kind: z.enum(['points', 'factor']),
  /** A sentence for the user: which words, how rare, where. */
  text: z.string(),
  /** Where the words stand in the title (`passage` null) or in a passage of the hit, by its place in `passages`. */
  spans: z.array(z.object({ passage: z.number().int().nullable(), start: z.number().int(), end: z.number().int() })),
});
export type Explanation = z.infer<typeof Explanation>;

export const Hit = z.object({
  /** Id of the document. */
  id: z.string(),
  /** Set when the unit is `provision`. */
  provisionId: z.string().nullable(),
  title: z.string(),
  titleHighlights: z.array(Highlight),
  number: z.string().nullable(),
  issuers: z.array(z.string()),
  type: z.string().nullable(),
  topics: z.array(z.string()),
  writtenOn: z.string().nullable(),
  validity: ValidityView,
  issue: IssueReference.nullable(),
  passages: z.array(Passage),
  /** How many further passages of this document match. */
  morePassages: z.number().int(),
  /** Ids of the rules that put it where it stands, strongest first: number, article, title-exact, title-near, title, phrase, heading, words, similar. */
  why: z.array(z.string()),
  /** With `explain=1` all rules, heaviest first; else null. */
  explanation: z.array(Explanation).nullable(),
});
export type Hit = z.infer<typeof Hit>;

export const FacetValue = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number().int(),
  /** Issuers: how many of these are issued jointly with others. */
  joint: z.number().int().optional(),
  /** Topics of the second level: the value of the first under which this one stands. Choose it like any other value. */
  under: z.string().optional(),
});
export type FacetValue = z.infer<typeof FacetValue>;

/** GET /search/facets/:facet takes a search request and this. */
export const FacetRequest = z.object({
  /** Part of a label. */
  filter: z.string().max(200).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type FacetRequest = z.infer<typeof FacetRequest>;
export const FacetResponse = z.object({ total: z.number().int(), values: z.array(FacetValue) });
export type FacetResponse = z.infer<typeof FacetResponse>;

/** Another request that would find something: `q` in the place of the query, and choices (`issuer:某某局`, `from:2020-01-01`) taken back. */
export const Change = z.object({ q: z.string(), clear: z.array(z.string()) });
export const SearchHelp = z.object({
  /** Words of the library that may have been meant: same sound or one character off. Their hits are counted. */
  didYouMean: z.array(
    z.object({
      typed: z.string(),
      meant: z.string(),
      reason: z.enum(['sound', 'slip']),
      total: z.number().int(),
      change: Change,
    }),
  ),
  /** Without results: each part of the query and each choice, and how many hits there are without it. */
  blockers: z.array(
    z.object({ kind: z.enum(['part', 'choice']), text: z.string(), total: z.number().int(), change: Change }),
  ),
  /** Without results: titles most like what was typed; the day tells texts of one title apart. */
  nearestTitles: z.array(DocumentReference.extend({ writtenOn: z.string().nullable() })),
});
export type SearchHelp = z.infer<typeof SearchHelp>;

export const SearchResponse = z.object({
  query: z.object({
    text: z.string(),
    unit: SearchUnit,
    sort: SearchSort,
    chips: z.array(QueryChip),
    /** Remarks for the user: `relaxed` (no text has all the words), `lone-quote`, `engine-down`, … */
    notes: z.array(z.object({ code: z.string(), text: z.string() })),
    /** What was written into the query as a choice (机关=…, 排序:最新), as request parameters. */
    choices: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    /** The whole request in writing: typed into the box it asks the same. */
    written: z.string(),
  }),
  /** Issues that the query names (公报2023-36): to be shown above the hits, which are their documents. */
  issues: z.array(IssueReference.extend({ documents: z.number().int() })),
  help: SearchHelp,
  /** Exact number of hits of the unit asked for. */
  total: z.number().int(),
  hits: z.array(Hit),
  /** Each counted as if its own choice were not made; exact. */
  facets: z.object({
    issuer: z.array(FacetValue),
    year: z.array(FacetValue),
    topic: z.array(FacetValue),
    type: z.array(FacetValue),
    validity: z.array(FacetValue),
    issue: z.array(FacetValue),
  }),
  /** Hits of each year from the first to the last, none left out; counted as if neither years nor `from` and `to` were chosen. */
  histogram: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
  tookMs: z.number(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;

export const SuggestRequest = z.object({
  q: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});
export const Suggestion = z.object({
  kind: z.enum(['document', 'number', 'issuer', 'issue', 'word']),
  text: z.string(),
  /** Of a document its number, else its day; of a number the title; of issuers and issues how much there is. */
  detail: z.string().nullable(),
  /** Document or issue to open, null for a word to search. */
  id: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestResponse = z.object({ suggestions: z.array(Suggestion) });
export type SuggestResponse = z.infer<typeof SuggestResponse>;

/** The library's own dictionary (dictionary.txt): a word a line; words of the same meaning joined by `=`; `#` begins a remark. */
export const DictionaryView = z.object({
  text: z.string(),
  words: z.array(z.string()),
  synonyms: z.array(z.array(z.string())),
  /** Lines that are passed over, and why. */
  problems: z.array(z.object({ line: z.number().int(), text: z.string(), message: z.string() })),
});
export type DictionaryView = z.infer<typeof DictionaryView>;
export const DictionaryUpdate = z.object({ text: z.string().max(2_000_000) });
