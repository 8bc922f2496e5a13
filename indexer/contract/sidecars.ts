/** 目录文件: a table of metadata that came with the files, previewed before anything is set, and undone as one. */
import { z } from 'zod';
import { CorrectionField } from './corrections.ts';

/** What would become of a row; `ready` sets something, `by-hand` would only change what somebody has set. */
export const SidecarStanding = z.enum(['ready', 'same', 'by-hand', 'ambiguous', 'unmatched', 'unnamed', 'repeated']);
export type SidecarStanding = z.infer<typeof SidecarStanding>;

export const SidecarChange = z.object({
  field: CorrectionField,
  from: z.unknown(),
  to: z.unknown(),
  kind: z.enum(['set', 'same', 'by-hand']),
});
export type SidecarChange = z.infer<typeof SidecarChange>;

export const SidecarProblem = z.object({
  code: z.enum(['no_day', 'unknown_subject', 'unknown_validity', 'not_allowed', 'extra_cells']),
  column: z.string(),
  words: z.string(),
});

const Named = z.object({ id: z.string(), title: z.string(), number: z.string().nullable() });

export const SidecarRowView = z.object({
  /** Line of the file or row of the sheet, from 1. */
  line: z.number().int(),
  standing: SidecarStanding,
  fileName: z.string().nullable(),
  /** As the table names it. */
  number: z.string().nullable(),
  title: z.string().nullable(),
  document: Named.nullable(),
  /** The first of those that fit, where several do. */
  candidates: z.array(Named),
  changes: z.array(SidecarChange),
  problems: z.array(SidecarProblem),
});
export type SidecarRowView = z.infer<typeof SidecarRowView>;

/** `problem`: rows with a cell that makes no sense, whatever becomes of the rest. */
export const SidecarFilter = z.enum([...SidecarStanding.options, 'problem']);
export type SidecarFilter = z.infer<typeof SidecarFilter>;

export const SidecarPreview = z.object({
  /** Kept for a while, for its pages to be read and for applying it. */
  id: z.string(),
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), field: z.string().nullable() })),
  total: z.number().int(),
  counts: z.record(SidecarFilter, z.number().int()),
});
export type SidecarPreview = z.infer<typeof SidecarPreview>;

export const SidecarPageRequest = z.object({
  show: SidecarFilter.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
/** `total`: of the rows that are asked for. */
export const SidecarPage = z.object({
  preview: SidecarPreview,
  total: z.number().int(),
  rows: z.array(SidecarRowView),
});
export type SidecarPage = z.infer<typeof SidecarPage>;

export const SidecarApplyRequest = z.strictObject({
  /** Id of the preview. */
  preview: z.string(),
  /** Also what somebody has set by hand to another value. */
  overwrite: z.boolean().default(false),
});
export type SidecarApplyRequest = z.input<typeof SidecarApplyRequest>;

export const CorrectionBatch = z.object({
  id: z.string(),
  name: z.string(),
  at: z.string(),
  undoneAt: z.string().nullable(),
  documents: z.number().int(),
  fields: z.number().int(),
});
export type CorrectionBatch = z.infer<typeof CorrectionBatch>;
export const CorrectionBatches = z.object({ batches: z.array(CorrectionBatch) });
export type CorrectionBatches = z.infer<typeof CorrectionBatches>;

export const SidecarSettled = z.enum(['applied', 'dismissed']);
export type SidecarSettled = z.infer<typeof SidecarSettled>;

/** A table that lay among the files of an import. */
export const FoundSidecar = z.object({
  runId: z.string(),
  sha256: z.string(),
  name: z.string(),
  path: z.string(),
  /** What was made of it before, here or where it was found again; null when it is still on offer. */
  settled: SidecarSettled.nullable(),
});
export type FoundSidecar = z.infer<typeof FoundSidecar>;
export const FoundSidecars = z.object({ sidecars: z.array(FoundSidecar) });
export type FoundSidecars = z.infer<typeof FoundSidecars>;
