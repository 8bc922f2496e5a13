/** 更正: setting fields of a document by hand, taking them back, and the journal of both. */
import { z } from 'zod';
import { isoDay, ValidityStatus } from './common.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const Day = isoDay.refine((day) => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}, 'no such day');

/** Fields to set; null says that the document has none. A field that is not named stays. */
export const CorrectionValues = z
  .strictObject({
    title: text(500),
    number: text(100).nullable(),
    issuers: z.array(text(200)).max(50),
    type: text(20).nullable(),
    addressee: text(2000).nullable(),
    writtenOn: Day.nullable(),
    printedOn: Day.nullable(),
    effectiveOn: Day.nullable(),
    expiresOn: Day.nullable(),
    registration: text(100).nullable(),
    /** Subjects of the State Council's list, best first. */
    topics: z.array(text(50)).max(5),
    validity: z.strictObject({ status: ValidityStatus, since: Day.nullable() }),
    /** Left out of hits and counts. */
    hidden: z.boolean(),
  })
  .partial();
export type CorrectionValues = z.infer<typeof CorrectionValues>;

export const CorrectionField = CorrectionValues.keyof();
export type CorrectionField = z.infer<typeof CorrectionField>;

export const CorrectionRequest = z.strictObject({
  set: CorrectionValues.default({}),
  /** Fields to take back to what was read. */
  takeBack: z.array(CorrectionField).max(20).default([]),
  /** Why; kept in the journal, and shown as the proof of a validity. */
  note: z.string().trim().max(2000).default(''),
});
export type CorrectionRequest = z.input<typeof CorrectionRequest>;

/** A field that is set by hand now. */
export const CorrectionView = z.object({
  field: CorrectionField,
  value: z.unknown(),
  /** What the text says. */
  read: z.unknown(),
  note: z.string().nullable(),
  at: z.string(),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

/** One step; `takenBack` set the field to what was read. */
export const CorrectionStep = z.object({
  field: CorrectionField,
  value: z.unknown(),
  takenBack: z.boolean(),
  note: z.string().nullable(),
  at: z.string(),
});
export type CorrectionStep = z.infer<typeof CorrectionStep>;
export const CorrectionJournal = z.object({ steps: z.array(CorrectionStep) });
export type CorrectionJournal = z.infer<typeof CorrectionJournal>;
