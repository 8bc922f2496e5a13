/** Comparing two texts: documents of the library, or texts that the user hands in. */
import { z } from 'zod';
import { DocumentReference } from './common.ts';

/** Longest text that is taken from outside, in characters: about ten times the Civil Code. */
export const MOST_CHARACTERS = 1_200_000;

/** A document of the library by its id, or a text by its words. */
export const TextChoice = z.union([
  z.object({ document: z.string().min(1).max(64) }),
  z.object({ text: z.string().min(1).max(MOST_CHARACTERS), name: z.string().max(300).default('') }),
]);
export type TextChoice = z.infer<typeof TextChoice>;

export const CompareRequest = z.object({ left: z.string().min(1).max(64), right: z.string().min(1).max(64) });
export const ComparePost = z.object({ left: TextChoice, right: TextChoice });
export type ComparePost = z.infer<typeof ComparePost>;
export const ExportFormat = z.enum(['docx', 'html']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ComparedText = z.object({
  /** Id of the document; null for a text from outside. */
  id: z.string().nullable(),
  title: z.string(),
  number: z.string().nullable(),
  writtenOn: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  /** How many units it was compared by. */
  units: z.number().int(),
});
export type ComparedText = z.infer<typeof ComparedText>;

export const ComparedClause = z.object({
  /** 第六条; empty for an unlabelled paragraph. */
  label: z.string(),
  path: z.string(),
  kind: z.string(),
  /** Null for a text from outside. */
  provisionId: z.string().nullable(),
});
export type ComparedClause = z.infer<typeof ComparedClause>;

/** `gone` only in the left, `new` only in the right text. `left` is how the left text prints a `same` part where its signs differ. */
export const ComparisonPart = z.object({
  kind: z.enum(['same', 'gone', 'new']),
  text: z.string(),
  left: z.string().optional(),
});
export type ComparisonPart = z.infer<typeof ComparisonPart>;

export const ComparisonRow = z.object({
  change: z.enum(['unchanged', 'changed', 'new', 'gone']),
  /** Several clauses where one was split or several were merged; none where there is no counterpart. */
  left: z.array(ComparedClause),
  right: z.array(ComparedClause),
  /** It stands at another place among the clauses that both texts have. */
  moved: z.boolean(),
  renumbered: z.boolean(),
  form: z.enum(['pair', 'split', 'merged']),
  /** Labels apart. Without the `new` parts the left text, without the `gone` ones the right. */
  parts: z.array(ComparisonPart),
});
export type ComparisonRow = z.infer<typeof ComparisonRow>;

export const ComparisonSummary = z.object({
  unchanged: z.number().int(),
  changed: z.number().int(),
  new: z.number().int(),
  gone: z.number().int(),
  moved: z.number().int(),
  renumbered: z.number().int(),
  split: z.number().int(),
  merged: z.number().int(),
});
export type ComparisonSummary = z.infer<typeof ComparisonSummary>;

export const ComparisonResponse = z.object({
  left: ComparedText,
  right: ComparedText,
  summary: ComparisonSummary,
  /** In the order of the right text; what is gone stands behind what it stood behind. */
  rows: z.array(ComparisonRow),
  tookMs: z.number(),
});
export type ComparisonResponse = z.infer<typeof ComparisonResponse>;

/** The words of a file, as the reader for its format gives them, without importing it. */
export const TextOfFile = z.object({ name: z.string(), text: z.string(), characters: z.number().int() });
export type TextOfFile = z.infer<typeof TextOfFile>;

export const NamedRequest = z.object({ name: z.string().min(1).max(300) });
/** What a name may mean: an id, a number, a title; the newest first. */
export const NamedResponse = z.object({
  documents: z.array(
    DocumentReference.extend({ writtenOn: z.string().nullable(), effectiveOn: z.string().nullable() }),
  ),
});
export type NamedResponse = z.infer<typeof NamedResponse>;
