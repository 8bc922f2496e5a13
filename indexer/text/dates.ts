/** Dates as Chinese documents write them, to ISO days. */
import type { Span } from '../model.ts';
import { HAN_ZEROS, readNumeral } from './numerals.ts';

const YEAR = `(?:[12]\\d{3}|[一二][${HAN_ZEROS}一二三四五六七八九]{3})`;
const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})';
/** 2020年9月6日, 二○○八年九月二十二日, 2020-09-06, 2020.9.6 */
export const DATE_PATTERN = `${YEAR}\\s*(?:年|[-./])\\s*${SMALL}\\s*(?:月|[-./])\\s*${SMALL}(?:\\s*日)?`;
const PARTS = new RegExp(`(${YEAR})\\s*(?:年|[-./])\\s*(${SMALL})\\s*(?:月|[-./])\\s*(${SMALL})(?:\\s*日)?`, 'g');

export interface FoundDate {
  readonly day: string;
  readonly span: Span;
}

/** 2020, 2, 30 gives null: there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Every possible day in a text, with its span. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(PARTS)) {
    const [year, month, day] = [match[1], match[2], match[3]].map((part) => readNumeral(part ?? ''));
    if (year == null || month == null || day == null) continue;
    const iso = isoDay(year, month, day);
    if (iso !== null) found.push({ day: iso, span: { start: match.index, end: match.index + match[0].length } });
  }
  return found;
}

/** The first day in a text; null when there is none. */
export function readDate(text: string): string | null {
  return findDates(text)[0]?.day ?? null;
}

/** The last day of a period that begins on `day`: 2020-09-06 and 5 years give 2025-09-05. */
export function lastDayOfTerm(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return addDays(new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10), -1);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 2021-11-30 and three months give 2022-02-28: the same day of a later month, or its last. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
