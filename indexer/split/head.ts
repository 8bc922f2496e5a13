/** Where a document's head stands, as indexes of lines. */
import type { CleanLine } from '../clean/clean.ts';
import { CODE_BEHIND_NUMBER, readRegistrationLine } from '../text/registration.ts';
import { REVIEW_NUMBER } from './patterns.ts';

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

/** The registration number stands above everything else, or under the head, or beside the number. */
export function placed(lines: readonly CleanLine[], floor: number, found: FoundHead): Head {
  const first = Math.min(found.titleFrom, found.numberLine ?? found.titleFrom, found.masthead ?? found.titleFrom);
  const textAt = (index: number): string => lines[index]?.text ?? '';
  const isAbove = first > floor && (isRegistration(textAt(first - 1)) || REVIEW_NUMBER.test(textAt(first - 1)));
  const isBelow = !isAbove && isRegistration(textAt(found.end));
  const beside =
    found.numberLine != null && CODE_BEHIND_NUMBER.test(textAt(found.numberLine)) ? found.numberLine : null;
  const above = isAbove ? first - 1 : null;
  return {
    number: null,
    numberLine: null,
    masthead: null,
    isOrder: false,
    ...found,
    registration: above ?? (isBelow ? found.end : beside),
    start: above ?? first,
    end: found.end + (isBelow ? 1 : 0),
  };
}

const isRegistration = (text: string): boolean => readRegistrationLine(text) !== null;
