/** Where a document's head stands, as indexes of lines. */
import type { CleanLine } from '../clean/clean.ts';
import { REGISTRATION, REVIEW_NUMBER } from './patterns.ts';

export interface Head {
  /** Canonical; null when the document prints none. */
  readonly number: string | null;
  readonly numberLine: number | null;
  readonly registration: number | null;
  readonly masthead: number | null;
  /** The masthead is that of an order: the title is that of the text which it publishes. */
  readonly isOrder: boolean;
  readonly titleFrom: number;
  readonly titleTo: number;
  /** First line of the document. */
  readonly start: number;
  /** First line behind the head. */
  readonly end: number;
}

export type FoundHead = Pick<Head, 'titleFrom' | 'titleTo' | 'end'> & Partial<Head>;

/** The registration number stands above everything else. */
export function placed(lines: readonly CleanLine[], floor: number, found: FoundHead): Head {
  const first = Math.min(found.titleFrom, found.numberLine ?? found.titleFrom, found.masthead ?? found.titleFrom);
  const above = lines[first - 1]?.text ?? '';
  const registered = first > floor && (REGISTRATION.test(above) || REVIEW_NUMBER.test(above));
  const registration = registered ? first - 1 : null;
  return {
    number: null,
    numberLine: null,
    masthead: null,
    isOrder: false,
    ...found,
    registration,
    start: registration ?? first,
  };
}
