/** Documents, their provisions, citations and sources, and the issues that they stand in. */
import { z } from 'zod';
import { DocumentReference, Highlight, IssueReference, ValidityView } from './common.ts';
import { CorrectionView } from './corrections.ts';

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
  /** How many pages it can be shown in; 0 for a format without pages. */
  pages: z.number().int(),
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
  /** Fields that were set by hand. */
  corrections: z.array(CorrectionView),
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
