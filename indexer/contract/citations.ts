/** 引用与时效: what a document cites and what cites it, down to the clause; its validity with proof; its versions; its neighbours. */
import { z } from 'zod';
import { DocumentReference, Highlight, isoDay, list, ValidityStatus, ValidityView } from './common.ts';

export const CitationRelation = z.enum([
  'basis',
  'implements',
  'amends',
  'repeals',
  'interprets',
  'forwards',
  'replies',
  'applies',
  'mentions',
  /** 本办法第十二条, 前款: a place in the document itself. */
  'internal',
]);
export type CitationRelation = z.infer<typeof CitationRelation>;

/** A document with the days that tell its versions apart. */
export const VersionReference = DocumentReference.extend({
  writtenOn: z.string().nullable(),
  effectiveOn: z.string().nullable(),
});
export type VersionReference = z.infer<typeof VersionReference>;

/** How it was found out what a citation means. */
export const ResolutionView = z.object({
  /** `resolved`: one document. `ambiguous`: several fit, a person must choose. `unresolved`: the library has none. */
  state: z.enum(['resolved', 'ambiguous', 'unresolved']),
  /**
   * What the answer rests on: `number`; `title` (中华人民共和国 may be left out); `issuer`, `region` or `suffix` (（试行）) left
   * out of the title; `interpretation` (民诉法解释); `part` of a code; `self`, for a place in the same document. Null when unresolved.
   */
  rule: z.enum(['number', 'title', 'part', 'issuer', 'suffix', 'interpretation', 'region', 'self']).nullable(),
  /** `only`: the one text in the library. `valid-then`: of several, the one that held on the citing day. `later`: none so old is there. */
  version: z.enum(['only', 'valid-then', 'later']).nullable(),
  /** Set when ambiguous. */
  candidates: z.array(VersionReference),
  /** Provisions of the resolved document that are meant, when the citation names clauses. */
  provisionIds: z.array(z.string()),
  /** Clauses named that the resolved text does not have. */
  missing: z.array(z.string()),
});
export type ResolutionView = z.infer<typeof ResolutionView>;

export const CitationView = z.object({
  id: z.string(),
  relation: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** The sentence that names it. */
  quote: z.string(),
  /** The words that the relation rests on: 根据, 同时废止. */
  trigger: z.string().nullable(),
  /** 第三十三条第一款 */
  pin: z.string().nullable(),
  in: z.string().nullable(),
  /** The provision where the mention stands; null when it stands in the title. */
  provisionId: z.string().nullable(),
  /** Where the mention stands in the text of that provision. */
  span: Highlight.nullable(),
  /** `out`: the cited document when the library has it. `in`: the citing document. */
  document: DocumentReference.nullable(),
  resolution: ResolutionView,
});
export type CitationView = z.infer<typeof CitationView>;

export const CitationsRequest = z.object({
  direction: z.enum(['out', 'in']).default('out'),
  /** Only these relations. */
  relation: list(),
  /** Id of a provision. `out`: only mentions inside it, its sub-clauses included. `in`: only mentions of it. */
  provision: z.string().max(80).optional(),
  /** Whether references inside the document (本办法第十二条, 前款) are given too, with relation `internal`. */
  internal: z.enum(['true', 'false']).default('false'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(2000),
});
export const CitationsResponse = z.object({
  /** Of all that fit, before offset and limit. */
  total: z.number().int(),
  relations: z.array(z.object({ relation: z.string(), count: z.number().int() })),
  citations: z.array(CitationView),
});
export type CitationsResponse = z.infer<typeof CitationsResponse>;

/** How often each provision is cited; those that nobody cites are left out. */
export const CitedProvisionsResponse = z.object({
  provisions: z.array(
    z.object({
      provisionId: z.string(),
      ordinal: z.number().int(),
      /** Mentions in other documents. */
      external: z.number().int(),
      /** Mentions in the document itself. */
      internal: z.number().int(),
    }),
  ),
});
export type CitedProvisionsResponse = z.infer<typeof CitedProvisionsResponse>;

/** One line of a previewed clause. */
const PreviewLine = z.object({
  provisionId: z.string(),
  label: z.string(),
  text: z.string(),
  depth: z.number().int(),
  /** Whether it is what was pointed at, or only stands round it. */
  focus: z.boolean(),
});
export const PreviewView = z.object({
  document: VersionReference,
  validity: ValidityView,
  /** Null when the document as a whole is meant: then `lines` is its beginning. */
  provisionId: z.string().nullable(),
  path: z.string().nullable(),
  lines: z.array(PreviewLine),
  /** Lines of the clause left out because it is long. */
  more: z.number().int(),
  /** A later text of the same rule. */
  newer: VersionReference.nullable(),
});
export type PreviewView = z.infer<typeof PreviewView>;
export const CitationPreviewResponse = z.object({ citation: CitationView, previews: z.array(PreviewView) });
export type CitationPreviewResponse = z.infer<typeof CitationPreviewResponse>;
export const AsOfRequest = z.object({ asOf: isoDay.optional() });

/** One reason for or against a status; the first that `decides` gives the answer. */
export const ProofStep = z.object({
  rule: z.string(),
  status: ValidityStatus,
  /** `decides` the answer; `holds` but is outweighed by what decides; `later`: holds only after the day asked for. */
  weight: z.enum(['decides', 'holds', 'later']),
  /** The day from which it holds. */
  since: z.string().nullable(),
  /** The sentence it rests on. */
  quote: z.string().nullable(),
  /** The document that the sentence stands in; null when it is a remark made by hand. */
  document: VersionReference.nullable(),
  /** Where in it; null when no paragraph has the sentence whole. */
  provisionId: z.string().nullable(),
  /** The clause of this document that alone is meant, for a part repealed or amended. */
  pin: z.string().nullable(),
});
export type ProofStep = z.infer<typeof ProofStep>;
export const ValidityResponse = z.object({
  validity: ValidityView,
  proof: z.array(ProofStep),
  /** From which day on it had which status. */
  periods: z.array(z.object({ from: z.string(), status: ValidityStatus, rule: z.string() })),
});
export type ValidityResponse = z.infer<typeof ValidityResponse>;

export const FamilyMember = VersionReference.extend({
  status: ValidityStatus,
  /** The document asked about. */
  self: z.boolean(),
  /** Why it belongs to the family: `title` (same title), `stem` (same but for （试行） or a year), `repeals`, `amends`. */
  reason: z.enum(['self', 'title', 'stem', 'repeals', 'amends']),
  quote: z.string().nullable(),
});
export const LineageEvent = z.object({
  on: z.string().nullable(),
  kind: z.enum(['issued', 'effective', 'amended', 'partly-repealed', 'repealed', 'expires', 'version']),
  /** The document that it happens to. */
  of: VersionReference,
  /** The document that causes it, where that is another. */
  by: VersionReference.nullable(),
  quote: z.string().nullable(),
});
export type LineageEvent = z.infer<typeof LineageEvent>;
export const LineageResponse = z.object({
  /** Successive texts of one rule, oldest first; only the document itself when it has no others. */
  family: z.array(FamilyMember),
  events: z.array(LineageEvent),
});
export type LineageResponse = z.infer<typeof LineageResponse>;

export const NeighbourhoodRequest = z.object({
  depth: z.coerce.number().int().min(1).max(3).default(1),
  relation: list(),
  /** Most documents shown; the nearest and most cited come first. */
  limit: z.coerce.number().int().min(2).max(200).default(40),
  asOf: isoDay.optional(),
});
export const NeighbourhoodResponse = z.object({
  nodes: z.array(
    VersionReference.extend({
      type: z.string().nullable(),
      status: ValidityStatus,
      /** Steps from the document asked about. */
      distance: z.number().int(),
    }),
  ),
  edges: z.array(z.object({ from: z.string(), to: z.string(), relation: z.string(), count: z.number().int() })),
  /** Documents within reach that the limit left out. */
  more: z.number().int(),
});
export type NeighbourhoodResponse = z.infer<typeof NeighbourhoodResponse>;

export const WantedRequest = z.object({
  q: z.string().max(200).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
/** 被引而未收: cited, but not in the library; most cited first. */
export const WantedResponse = z.object({
  total: z.number().int(),
  wanted: z.array(
    z.object({
      number: z.string().nullable(),
      title: z.string().nullable(),
      mentions: z.number().int(),
      documents: z.number().int(),
      relations: z.array(z.object({ relation: z.string(), count: z.number().int() })),
      /** Some of the documents that cite it, latest first. */
      by: z.array(DocumentReference),
    }),
  ),
});
export type WantedResponse = z.infer<typeof WantedResponse>;
