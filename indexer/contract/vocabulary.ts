/** The words that a form offers: subjects and kinds of documents. */
import { z } from 'zod';

export const VocabularyResponse = z.object({
  /** 国务院公文主题分类, in the official order. */
  subjects: z.array(z.string()),
  /** 文种 that titles end with. */
  types: z.array(z.string()),
});
export type VocabularyResponse = z.infer<typeof VocabularyResponse>;
