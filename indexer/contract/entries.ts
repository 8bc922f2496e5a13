/** 手工录入: a document that is typed or pasted instead of imported. */
import { z } from 'zod';
import { CorrectionValues } from './corrections.ts';
import { DocumentView } from './documents.ts';

const MOST_CHARACTERS = 1_000_000;

/** Fields that are left out are read from the text, as far as it shows them. */
export const EntryRequest = z.strictObject({
  title: CorrectionValues.shape.title.unwrap(),
  number: CorrectionValues.shape.number.unwrap().unwrap().optional(),
  issuers: CorrectionValues.shape.issuers,
  type: CorrectionValues.shape.type.unwrap().unwrap().optional(),
  addressee: CorrectionValues.shape.addressee.unwrap().unwrap().optional(),
  writtenOn: CorrectionValues.shape.writtenOn.unwrap().unwrap().optional(),
  printedOn: CorrectionValues.shape.printedOn.unwrap().unwrap().optional(),
  effectiveOn: CorrectionValues.shape.effectiveOn.unwrap().unwrap().optional(),
  expiresOn: CorrectionValues.shape.expiresOn.unwrap().unwrap().optional(),
  registration: CorrectionValues.shape.registration.unwrap().unwrap().optional(),
  /** The text, one paragraph a line; empty for a document of which only the record is kept. */
  text: z.string().max(MOST_CHARACTERS).default(''),
});
export type EntryRequest = z.input<typeof EntryRequest>;

export const EntryResponse = z.object({
  /** `merged`: the library had the document from another source; `known`: the very same was entered before. */
  outcome: z.enum(['new', 'merged', 'known']),
  document: DocumentView,
});
export type EntryResponse = z.infer<typeof EntryResponse>;
