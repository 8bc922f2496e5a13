/** Folders that are watched: what appears in them is imported. */
import { z } from 'zod';
import { FoundSidecar } from './sidecars.ts';

export const WatchedFolder = z.object({
  path: z.string(),
  addedAt: z.string(),
  /** `offline`: the folder cannot be reached, as when its drive is not there; nothing in it counts as gone. */
  state: z.enum(['starting', 'watching', 'offline']),
  files: z.number().int(),
  vanished: z.number().int(),
});
export type WatchedFolder = z.infer<typeof WatchedFolder>;

export const WatchedResponse = z.object({
  folders: z.array(WatchedFolder),
  /** Files that are no longer where they were, the latest first; their documents stay. At most 200. */
  vanished: z.array(z.object({ path: z.string(), since: z.string() })),
  /** Tables of metadata that were put into them and wait to be looked at, the latest first. */
  sidecars: z.array(FoundSidecar),
});
export type WatchedResponse = z.infer<typeof WatchedResponse>;

export const WatchRequest = z.object({ path: z.string().min(1).max(4096) });
export type WatchRequest = z.infer<typeof WatchRequest>;
