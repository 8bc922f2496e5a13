/** Checking the citations of a draft against the library. */
import { z } from 'zod';
import { DocumentReference, ValidityView } from './common.ts';

/** Longest draft, in characters: four times the Civil Code. */
const MOST_DRAFT_CHARACTERS = 400_000;

export const CheckRequest = z.object({
  text: z.string().min(1).max(MOST_DRAFT_CHARACTERS),
  name: z.string().max(300).default(''),
});
export type CheckRequest = z.input<typeof CheckRequest>;

export const CheckSeverity = z.enum(['error', 'check', 'ok', 'unknown']);
export type CheckSeverity = z.infer<typeof CheckSeverity>;

export const CheckRemark = z.object({
  code: z.string(),
  /** In the caller's language. */
  message: z.string(),
  /** What should stand in the draft instead. */
  suggestion: z.string().nullable(),
  /** The words that prove it, and where they stand. */
  quote: z.string().nullable(),
  document: DocumentReference.nullable(),
});
export type CheckRemark = z.infer<typeof CheckRemark>;

export const CheckFinding = z.object({
  severity: CheckSeverity,
  /** Index into `paragraphs`, and [start, end) in it. */
  paragraph: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  remarks: z.array(CheckRemark),
  /** The text meant, when the library has exactly one. */
  document: DocumentReference.nullable(),
  /** The clause of it that is pinned. */
  provisionId: z.string().nullable(),
  validity: ValidityView.nullable(),
});
export type CheckFinding = z.infer<typeof CheckFinding>;

export const CheckResponse = z.object({
  title: z.string(),
  /** The draft as it was read, one paragraph each. */
  paragraphs: z.array(z.string()),
  findings: z.array(CheckFinding),
  counts: z.object({
    error: z.number().int(),
    check: z.number().int(),
    ok: z.number().int(),
    unknown: z.number().int(),
  }),
  /** The day on which validity was judged. */
  on: z.string(),
  tookMs: z.number(),
});
export type CheckResponse = z.infer<typeof CheckResponse>;
