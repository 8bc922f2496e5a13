/** 相近文件: pairs of documents whose texts are nearly the same. */
import { z } from 'zod';
import { DocumentReference } from './common.ts';

export const NearPairsRequest = z.object({
  /** `dismissed`: those that a librarian has called no pair. */
  state: z.enum(['open', 'dismissed']).default('open'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const NearDocument = DocumentReference.extend({ writtenOn: z.string().nullable(), characters: z.number().int() });
export const NearPairView = z.object({
  first: NearDocument,
  second: NearDocument,
  /** Share of the shorter text that the other has too. */
  similarity: z.number(),
});
export type NearPairView = z.infer<typeof NearPairView>;
export const NearPairsResponse = z.object({ total: z.number().int(), pairs: z.array(NearPairView) });
export type NearPairsResponse = z.infer<typeof NearPairsResponse>;
export const DismissPairRequest = z.strictObject({
  first: z.string().max(64),
  second: z.string().max(64),
  dismissed: z.boolean(),
});
