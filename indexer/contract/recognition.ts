/** The queue of pages that OCR has still to read. */
import { z } from 'zod';

/** `off`: pages are listed and wait until it is on again, also after a restart; `paused`: the same for a while. */
export const RecognitionMode = z.enum(['on', 'paused', 'off']);
export type RecognitionMode = z.infer<typeof RecognitionMode>;

export const RecognitionRequest = z.object({ mode: RecognitionMode });

export const RecognitionFile = z.object({
  sha256: z.string(),
  fileName: z.string(),
  path: z.string(),
  pages: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  problem: z.string().nullable(),
});
export type RecognitionFile = z.infer<typeof RecognitionFile>;

export const RecognitionView = z.object({
  mode: RecognitionMode,
  /** It waits while files are imported. */
  waits: z.boolean(),
  pagesWaiting: z.number().int(),
  pagesDone: z.number().int(),
  pagesFailed: z.number().int(),
  secondsAPage: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  current: z.object({ fileName: z.string(), page: z.number().int() }).nullable(),
  /** Those not filed yet and those that failed; at most 200. */
  files: z.array(RecognitionFile),
});
export type RecognitionView = z.infer<typeof RecognitionView>;
