/** Import runs, their files and the events that follow them. */
import { z } from 'zod';

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
