/** Import runs, their files and the events that follow them. */
import { z } from 'zod';

export const ImportRequest = z.object({
  paths: z.array(z.string().min(1)).min(1).max(10_000),
  /** Scan only: the run waits as `ready` until it is resumed. */
  confirm: z.boolean().default(false),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** `ready`: scanned, and waits to be started; `paused`: by hand, or because the disk is full. */
export const ImportState = z.enum([
  'scanning',
  'ready',
  'running',
  'paused',
  'cancelling',
  'done',
  'cancelled',
  'failed',
]);
export type ImportState = z.infer<typeof ImportState>;
/**
 * What became of a file: still `waiting`, `reading`; `new` documents, `known` bytes, `merged` into known documents, `queued`
 * for the recognition of its pages, `unconverted`: known by its name until LibreOffice reads it, `failed`, `cancelled`; of a
 * source that was parsed again: `changed`, `unchanged`.
 */
export const ImportOutcome = z.enum([
  'waiting',
  'reading',
  'new',
  'known',
  'merged',
  'queued',
  'unconverted',
  'changed',
  'unchanged',
  'failed',
  'cancelled',
]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;
/** An outcome, or `warned`: taken in, but something is to be looked at. */
export const ImportFilter = z.enum([...ImportOutcome.options, 'warned']);
export type ImportFilter = z.infer<typeof ImportFilter>;

/** What a name promises a file to be; its bytes may say otherwise when it is read. */
export const ImportFormat = z.enum(['text', 'pdf', 'word', 'web', 'ofd', 'picture', 'legacy', 'archive', 'other']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** What parsing a source again changed of its documents. */
export const SourceChanges = z.object({
  added: z.array(z.string()),
  gone: z.array(z.string()),
  changed: z.array(z.object({ id: z.string(), title: z.string(), fields: z.array(z.string()) })),
});
export type SourceChanges = z.infer<typeof SourceChanges>;

export const ImportFile = z.object({
  /** Its place in the run, from 0. */
  position: z.number().int(),
  path: z.string(),
  name: z.string(),
  size: z.number().int(),
  format: ImportFormat,
  outcome: ImportOutcome,
  /** How many documents it gave: new ones and ones merged into known documents. */
  newDocuments: z.number().int(),
  mergedDocuments: z.number().int(),
  warnings: z.number().int(),
  /** The first document that stands in it, also where it was known before. */
  document: z.object({ id: z.string(), title: z.string() }).nullable(),
  changes: SourceChanges.nullable(),
  problem: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportRun = z.object({
  id: z.string(),
  /** `reparse` parses again what the library has. */
  kind: z.enum(['import', 'reparse']),
  state: ImportState,
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  paths: z.array(z.string()),
  filesTotal: z.number().int(),
  filesDone: z.number().int(),
  bytesTotal: z.number().int(),
  bytesDone: z.number().int(),
  /** Hidden files, files of the system and files of no known format, which the scan passed over. */
  skipped: z.number().int(),
  /** Tables of metadata that the scan found, which are offered beside. */
  sidecars: z.number().int(),
  /** What the scan found. */
  formats: z.array(z.object({ format: ImportFormat, files: z.number().int(), bytes: z.number().int() })),
  /** Files by outcome; `warned` are among the new, merged and changed. */
  counts: z.object({
    new: z.number().int(),
    known: z.number().int(),
    merged: z.number().int(),
    queued: z.number().int(),
    unconverted: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    failed: z.number().int(),
    cancelled: z.number().int(),
    warned: z.number().int(),
  }),
  /** Failed files by the code of what was wrong, most first. */
  failures: z.array(z.object({ code: z.string(), files: z.number().int() })),
  newDocuments: z.number().int(),
  mergedDocuments: z.number().int(),
  currentFile: z.string().nullable(),
  /** Seconds at work, without pauses. */
  activeSeconds: z.number(),
  /** Seconds that the rest will take, from what files of their formats took before; null when nothing is left. */
  secondsLeft: z.number().nullable(),
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
  outcome: ImportFilter.optional(),
  /** What was wrong with them: `file_encrypted`. */
  code: z.string().max(40).optional(),
  /** Part of their names. */
  q: z.string().trim().max(200).optional(),
});
export type ImportDetailRequest = z.infer<typeof ImportDetailRequest>;
export const ImportDetailResponse = z.object({ run: ImportRun, files: z.array(ImportFile), total: z.number().int() });
export type ImportDetailResponse = z.infer<typeof ImportDetailResponse>;

/** Takes up failed files of a run again: all, or those named; with another encoding, or the password of an encrypted file. */
export const RetryRequest = z.object({
  positions: z.array(z.number().int().min(0)).max(100_000).optional(),
  encoding: z.string().max(40).optional(),
  password: z.string().min(1).max(200).optional(),
});
export type RetryRequest = z.infer<typeof RetryRequest>;

/** Encodings that a text can be said to be in, where the guess was wrong. */
export const TextEncoding = z.enum(['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be']);
export type TextEncoding = z.infer<typeof TextEncoding>;

/** Parses sources again: all, or those named by id; in the encoding given, which is kept, or null to guess it again. */
export const ReparseRequest = z
  .object({
    sources: z.array(z.string().max(64)).min(1).max(10_000),
    encoding: TextEncoding.nullable(),
  })
  .partial()
  .refine(({ sources, encoding }) => encoding === undefined || sources !== undefined, {
    message: 'An encoding is given for the sources named.',
  });
export type ReparseRequest = z.infer<typeof ReparseRequest>;

export const ImportEventsRequest = z.object({
  /** `false`: only how the run goes as a whole. */
  files: z.stringbool().default(true),
});

/** Server-sent events of a run: `run` carries an ImportRun, `file` an ImportFile, `end` the last ImportRun. */
export type ImportEvent =
  | { readonly event: 'run'; readonly data: ImportRun }
  | { readonly event: 'file'; readonly data: ImportFile }
  | { readonly event: 'end'; readonly data: ImportRun };
