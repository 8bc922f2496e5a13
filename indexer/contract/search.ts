/** Searching and suggesting: what is asked and what is answered. */
import { z } from 'zod';
import { Highlight, IssueReference, isoDay, list, ValidityView } from './common.ts';

export const SearchUnit = z.enum(['document', 'provision']);
export type SearchUnit = z.infer<typeof SearchUnit>;
export const SearchSort = z.enum(['relevance', 'newest', 'oldest']);
export type SearchSort = z.infer<typeof SearchSort>;
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
  /** The day on which validity is judged; today if absent. */
  asOf: isoDay.optional(),
  unit: SearchUnit.default('document'),
  sort: SearchSort.default('relevance'),
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
  ]),
  text: z.string(),
  without: z.string(),
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
  /** Ids of the rules that put it where it stands, strongest first: number, title, phrase, heading, words, similar. */
  why: z.array(z.string()),
});
export type Hit = z.infer<typeof Hit>;

export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export type FacetValue = z.infer<typeof FacetValue>;

export const SearchResponse = z.object({
  query: z.object({
    text: z.string(),
    unit: SearchUnit,
    sort: SearchSort,
    chips: z.array(QueryChip),
    /** Remarks for the user: `relaxed` (no text has all the words), `lone-quote`, `engine-down`, … */
    notes: z.array(z.object({ code: z.string(), text: z.string() })),
  }),
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
  detail: z.string().nullable(),
  /** Document or issue to open, null for a word to search. */
  id: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestResponse = z.object({ suggestions: z.array(Suggestion) });
export type SuggestResponse = z.infer<typeof SuggestResponse>;
