/** The service and its library as a whole. */
import { z } from 'zod';

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
