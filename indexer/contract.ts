/**
 * What the HTTP service takes and answers, as the very schemas that validate it and that OpenAPI is made from.
 * renderer/ imports the types of this file, and nothing else of indexer/.
 */
import { z } from 'zod';

/** A parameter that may be given once, several times, or not at all. */
const list = () =>
  z
    .union([z.string().max(500), z.array(z.string().max(500)).max(200)])
    .default([])
    .transform((value) => (typeof value === 'string' ? [value] : value));
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** [start, end) in UTF-16 code units of the text beside it. */
const Highlight = z.tuple([z.number().int(), z.number().int()]);

export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  hint: z.string(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

export const ValidityStatus = z.enum([
  'in-force',
  'not-yet',
  'amended',
  'partly-repealed',
  'expired',
  'repealed',
  'unknown',
]);
export const ValidityView = z.object({
  status: ValidityStatus,
  on: z.string(),
  rule: z.string(),
  quote: z.string().nullable(),
  since: z.string().nullable(),
  by: z.string().nullable(),
});
export type ValidityView = z.infer<typeof ValidityView>;

// ---- search -------------------------------------------------------------------------------------------------------

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

export const IssueReference = z.object({ id: z.string(), label: z.string() });

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

// ---- documents ----------------------------------------------------------------------------------------------------

export const IssueView = z.object({
  id: z.string(),
  /** 某某市人民政府公报 2020年第18期（总第328期） */
  label: z.string(),
  publication: z.string().nullable(),
  year: z.number().int().nullable(),
  number: z.number().int().nullable(),
  totalNumber: z.number().int().nullable(),
  publishedOn: z.string().nullable(),
  documents: z.number().int(),
});
export type IssueView = z.infer<typeof IssueView>;

export const SourceView = z.object({
  id: z.string(),
  fileName: z.string(),
  path: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  encoding: z.string().nullable(),
  size: z.number().int(),
  importedAt: z.string(),
  issue: IssueReference.nullable(),
  /** First and last line of this document in the source. */
  lines: z.tuple([z.number().int(), z.number().int()]),
  /** Whether the text shown was read from this source. */
  leads: z.boolean(),
});
export type SourceView = z.infer<typeof SourceView>;

export const DocumentView = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuers: z.array(z.string()),
  type: z.string().nullable(),
  addressee: z.string().nullable(),
  writtenOn: z.string().nullable(),
  printedOn: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  registration: z.string().nullable(),
  attached: z.array(z.string()),
  attachments: z.array(z.string()),
  notes: z.array(z.string()),
  copiesTo: z.string().nullable(),
  topics: z.array(z.object({ subject: z.string(), score: z.number() })),
  validity: ValidityView,
  evidence: z.record(z.string(), z.string()),
  issue: IssueReference.nullable(),
  sources: z.array(SourceView),
  characters: z.number().int(),
  provisions: z.number().int(),
  citations: z.object({ out: z.number().int(), in: z.number().int() }),
  problems: z.array(z.object({ code: z.string(), message: z.string(), line: z.number().int().nullable() })),
  /** Another document has the same number and another text: a librarian should look. */
  conflict: z.boolean(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const ProvisionView = z.object({
  id: z.string(),
  ordinal: z.number().int(),
  kind: z.string(),
  label: z.string(),
  path: z.string(),
  text: z.string(),
  depth: z.number().int(),
  parent: z.number().int().nullable(),
});
export type ProvisionView = z.infer<typeof ProvisionView>;
export const ProvisionsResponse = z.object({ provisions: z.array(ProvisionView) });
export type ProvisionsResponse = z.infer<typeof ProvisionsResponse>;

export const MatchesRequest = z.object({ q: z.string().max(2000) });
export const MatchesResponse = z.object({
  total: z.number().int(),
  title: z.array(Highlight),
  matches: z.array(z.object({ provisionId: z.string(), ordinal: z.number().int(), highlights: z.array(Highlight) })),
});
export type MatchesResponse = z.infer<typeof MatchesResponse>;

export const DocumentReference = z.object({ id: z.string(), title: z.string(), number: z.string().nullable() });
export const CitationView = z.object({
  relation: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  quote: z.string(),
  pin: z.string().nullable(),
  in: z.string().nullable(),
  provisionId: z.string().nullable(),
  /** `out`: the cited document when the library has it. `in`: the citing document. */
  document: DocumentReference.nullable(),
});
export type CitationView = z.infer<typeof CitationView>;
export const CitationsRequest = z.object({ direction: z.enum(['out', 'in']).default('out') });
export const CitationsResponse = z.object({ citations: z.array(CitationView) });
export type CitationsResponse = z.infer<typeof CitationsResponse>;

export const RelatedResponse = z.object({
  related: z.array(DocumentReference.extend({ reason: z.enum(['cites', 'cited-by', 'same-issue', 'same-number']) })),
});
export type RelatedResponse = z.infer<typeof RelatedResponse>;

export const SourceRequest = z.object({ source: z.string().optional() });
export const SourceTextResponse = z.object({
  source: SourceView,
  /** Number of the first line in `lines`, from 1. */
  firstLine: z.number().int(),
  lines: z.array(z.string()),
});
export type SourceTextResponse = z.infer<typeof SourceTextResponse>;

export const IssuesResponse = z.object({ issues: z.array(IssueView) });
export type IssuesResponse = z.infer<typeof IssuesResponse>;
export const IssueDetailResponse = z.object({
  issue: IssueView,
  documents: z.array(DocumentReference.extend({ type: z.string().nullable(), writtenOn: z.string().nullable() })),
});
export type IssueDetailResponse = z.infer<typeof IssueDetailResponse>;

// ---- imports ------------------------------------------------------------------------------------------------------

export const ImportRequest = z.object({ paths: z.array(z.string().min(1)).min(1).max(10_000) });
export type ImportRequest = z.infer<typeof ImportRequest>;

export const ImportState = z.enum(['scanning', 'running', 'cancelling', 'done', 'cancelled', 'failed']);
export type ImportState = z.infer<typeof ImportState>;
/** What became of a file: still `waiting`, `reading`; `new` documents, `known` bytes, `merged` into known documents, `failed`, `cancelled`. */
export const ImportOutcome = z.enum(['waiting', 'reading', 'new', 'known', 'merged', 'failed', 'cancelled']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportFile = z.object({
  path: z.string(),
  name: z.string(),
  size: z.number().int(),
  outcome: ImportOutcome,
  /** How many documents it gave: new ones and ones merged into known documents. */
  newDocuments: z.number().int(),
  mergedDocuments: z.number().int(),
  warnings: z.number().int(),
  problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportRun = z.object({
  id: z.string(),
  state: ImportState,
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  paths: z.array(z.string()),
  filesTotal: z.number().int(),
  filesDone: z.number().int(),
  bytesTotal: z.number().int(),
  bytesDone: z.number().int(),
  /** Files by outcome. */
  counts: z.object({
    new: z.number().int(),
    known: z.number().int(),
    merged: z.number().int(),
    failed: z.number().int(),
    cancelled: z.number().int(),
  }),
  newDocuments: z.number().int(),
  mergedDocuments: z.number().int(),
  currentFile: z.string().nullable(),
  /** Documents whose index entry is still to be written. */
  indexPending: z.number().int(),
  problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;
export const ImportsResponse = z.object({ imports: z.array(ImportRun) });
export type ImportsResponse = z.infer<typeof ImportsResponse>;
export const ImportDetailRequest = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  outcome: ImportOutcome.optional(),
});
export const ImportDetailResponse = z.object({ run: ImportRun, files: z.array(ImportFile), total: z.number().int() });
export type ImportDetailResponse = z.infer<typeof ImportDetailResponse>;
/** Server-sent events of a run: `run` carries an ImportRun, `file` an ImportFile, `end` the last ImportRun. */
export type ImportEvent =
  | { readonly event: 'run'; readonly data: ImportRun }
  | { readonly event: 'file'; readonly data: ImportFile }
  | { readonly event: 'end'; readonly data: ImportRun };

// ---- the library --------------------------------------------------------------------------------------------------

export const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  engine: z.enum(['starting', 'ready', 'rebuilding', 'down']),
});
export type Health = z.infer<typeof Health>;

export const StatusResponse = z.object({
  version: z.string(),
  library: z.object({
    path: z.string(),
    schema: z.number().int(),
    documents: z.number().int(),
    provisions: z.number().int(),
    sources: z.number().int(),
    issues: z.number().int(),
    characters: z.number().int(),
    citations: z.number().int(),
    indexPending: z.number().int(),
  }),
  engine: z.object({
    state: z.enum(['starting', 'ready', 'rebuilding', 'down']),
    name: z.string(),
    version: z.string().nullable(),
    path: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  /** The library has no documents yet and the sample gazettes can be imported. */
  firstRun: z.boolean(),
  samples: z.string().nullable(),
});
export type StatusResponse = z.infer<typeof StatusResponse>;
