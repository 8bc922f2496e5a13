/**
 * 更正: what a librarian knows better than the text. A value set by hand wins over what was read, is marked as such, and can
 * be taken back; the journal keeps every step. Pure: corrections.ts keeps them in SQLite.
 */
import type { ParsedDocument, ValidityStatus } from '../model.ts';

/** What the head and the foot of a document say of it. */
export const RECORD_FIELDS = [
  'title',
  'number',
  'issuers',
  'type',
  'addressee',
  'writtenOn',
  'printedOn',
  'effectiveOn',
  'expiresOn',
  'registration',
] as const satisfies readonly (keyof ParsedDocument)[];
type RecordField = (typeof RECORD_FIELDS)[number];

/** Fields of a document that can be set by hand, with the type of their value. */
export interface CorrectedValues extends Pick<ParsedDocument, RecordField> {
  /** Subjects, best first. */
  readonly topics: readonly string[];
  readonly validity: HandSetValidity;
  /** Left out of hits and counts; its page still opens. */
  readonly hidden: boolean;
}

/** A 时效性 that someone vouches for, from a day on or for good. */
export interface HandSetValidity {
  readonly status: ValidityStatus;
  /** The day from which it holds; null holds on any day. */
  readonly since: string | null;
}

export const CORRECTABLE = [
  ...RECORD_FIELDS,
  'topics',
  'validity',
  'hidden',
] as const satisfies readonly (keyof CorrectedValues)[];
export type CorrectableField = (typeof CORRECTABLE)[number];

export type Corrections = Partial<CorrectedValues>;

/** One step of the journal. */
export interface CorrectionEntry {
  readonly field: CorrectableField;
  /** What was set; undefined when the step took the field back to what was read. */
  readonly value: unknown;
  readonly note: string | null;
  readonly at: string;
}

/** A field that is set by hand now, beside what the text gives. */
export interface ActiveCorrection extends CorrectionEntry {
  readonly read: unknown;
}

/** Fields of the document itself; what is said about it is kept apart. */
export type DocumentFields = Pick<ParsedDocument, Exclude<CorrectableField, 'validity' | 'hidden'>>;

/** The fields as they are to be catalogued. Subjects set by hand are certain; where one was read as well, its second level stays. */
export function applyCorrections<T extends DocumentFields>(document: T, corrections: Corrections): T {
  const { topics, validity: _judgedApart, hidden: _keptApart, ...fields } = corrections;
  const secondOf = (subject: string): string | null =>
    document.topics.find((topic) => topic.subject === subject)?.second ?? null;
  const chosen = topics?.map((subject) => ({ subject, second: secondOf(subject), score: 1 }));
  return { ...document, ...fields, ...(chosen === undefined ? {} : { topics: chosen }) };
}

/** What was read of the fields that are set by hand: what taking back restores. */
export function readValues(document: DocumentFields, corrections: Corrections): Record<string, unknown> {
  const fields = CORRECTABLE.filter((field) => field in corrections && field !== 'validity' && field !== 'hidden');
  return Object.fromEntries(fields.map((field) => [field, document[field as keyof DocumentFields]]));
}
