/** What several of the contracts share. */
import { z } from 'zod';

/** A parameter that may be given once, several times, or not at all. */
export const list = () =>
  z
    .union([z.string().max(500), z.array(z.string().max(500)).max(200)])
    .default([])
    .transform((value) => (typeof value === 'string' ? [value] : value));
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** [start, end) in UTF-16 code units of the text beside it. */
export const Highlight = z.tuple([z.number().int(), z.number().int()]);

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

export const IssueReference = z.object({ id: z.string(), label: z.string() });

export const DocumentReference = z.object({ id: z.string(), title: z.string(), number: z.string().nullable() });
