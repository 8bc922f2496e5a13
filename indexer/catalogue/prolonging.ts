/**
 * What other documents say of how long a text holds: 有效期延长至2025年12月31日, 有效期延长5年, 继续有效 in a list of what stays. Pure.
 * A prolonged text is not an amended one, and one that is kept holds on though its own term has ended.
 */
import { addDays, findDates, lastDayOfTerm } from '../text/dates.ts';
import { readNumeral } from '../text/numerals.ts';
import type { IncomingCitation } from './validity.ts';

export interface Prolonging {
  /** The day from which the new term counts. */
  readonly since: string;
  /** The new last day; null where none is set. */
  readonly lastDay: string | null;
  readonly quote: string;
  readonly by: string;
}

const COUNT = '(\\d{1,2}|[一二三四五六七八九十两]{1,3})';
const PROLONGED = /有效期|延长至|延续至|顺延至|长至/;
const KEPT = /继续有效|继续执行|现行有效|保留/;
const BY_YEARS = new RegExp(`(?:延长|延续|顺延)\\s*${COUNT}\\s*年`);
const FOR_YEARS = new RegExp(`有效期(?:限)?(?:为)?\\s*${COUNT}\\s*年`);

/** Null for what changes the text itself, and for citations that say nothing of its term. */
export function readProlonging(citation: IncomingCitation, ownLastDay: string | null): Prolonging | null {
  const { relation, quote, documentId, pin } = citation;
  const trigger = citation.trigger ?? '';
  const since = citation.effectiveOn ?? citation.writtenOn;
  if (since === null || pin !== null) return null;
  const prolonged = relation === 'amends' && (PROLONGED.test(trigger) || endsWithTerm(trigger, quote));
  if (!prolonged && !(relation === 'mentions' && KEPT.test(trigger))) return null;
  return { since, lastDay: lastDayOf(`${trigger}`, quote, { since, ownLastDay }), quote, by: documentId };
}

/** Only the last words of what was read are kept as the trigger: 至2025年12月31日. */
const endsWithTerm = (trigger: string, quote: string): boolean =>
  /^.?.?至?\d{4}年\d{1,2}月\d{1,2}日$/.test(trigger) && /有效期/.test(quote);

function lastDayOf(
  trigger: string,
  quote: string,
  { since, ownLastDay }: { readonly since: string; readonly ownLastDay: string | null },
): string | null {
  const named = findDates(trigger).at(-1)?.day;
  if (named !== undefined) return named;
  const more = readNumeral(BY_YEARS.exec(quote)?.[1] ?? '');
  if (more !== null && ownLastDay !== null) return lastDayOfTerm(addDays(ownLastDay, 1), more);
  // A row of a list has the day in a column of its own, behind those of issue and publication.
  const day = findDates(quote).findLast((one) => one.day > since)?.day;
  if (day !== undefined) return day;
  const anew = readNumeral(FOR_YEARS.exec(quote)?.[1] ?? '');
  return anew === null ? null : lastDayOfTerm(since, anew);
}
