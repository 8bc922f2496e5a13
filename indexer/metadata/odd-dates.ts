/** Dates that cannot be, each told to a librarian with the words that say it. */
import type { Issue, Problem } from '../model.ts';
import type { SplitDocument } from '../split/split-document.ts';
import { DATE_PATTERN, findDates } from '../text/dates.ts';
import { numberParts } from '../text/document-number.ts';

interface Described {
  readonly number: string | null;
  readonly writtenOn: string | null;
  readonly printedOn: string | null;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
}

/** A number given in December may be signed in January, no later. */
const YEARS_APART = 1;
const DATES = new RegExp(DATE_PATTERN, 'g');

/** 2021年2月30日; 成文 after 印发, or after the issue that prints it; an end before the beginning. */
export function findOddDates(document: SplitDocument, described: Described, issue: Issue | null): Problem[] {
  const { number, writtenOn, printedOn, effectiveOn, expiresOn } = described;
  const problems: Problem[] = [];
  const complain = (code: string, message: string): void => {
    const line = document.signature.at(-1)?.lines[0] ?? document.lines[0];
    problems.push({ stage: 'describe', code, message, line });
  };
  const dated = [...document.signature, ...(document.printNote ? [document.printNote] : [])];
  for (const date of dated.flatMap(({ text }) => text.match(DATES) ?? []))
    if (findDates(date).length === 0) complain('impossible_date', `没有“${date}”这一天，请核对原件`);
  if (writtenOn !== null && printedOn !== null && writtenOn > printedOn)
    complain('written_after_printed', `成文日期${writtenOn}晚于印发日期${printedOn}`);
  const published = issue?.publishedOn ?? (issue?.year == null ? null : `${issue.year}-12-31`);
  if (writtenOn !== null && published !== null && writtenOn > published)
    complain('written_after_issue', `成文日期${writtenOn}晚于本期公报（${issue?.publishedOn ?? `${issue?.year}年`}）`);
  // A law keeps the number of the order that published it, whenever it was amended.
  const amended = document.adoptionNote.length > 0;
  const year = number === null || amended ? undefined : numberParts(number)?.year;
  if (writtenOn !== null && year !== undefined && Math.abs(Number(writtenOn.slice(0, 4)) - year) > YEARS_APART)
    complain('number_year_differs', `文号年份${year}与成文日期${writtenOn}相差一年以上`);
  if (effectiveOn !== null && expiresOn !== null && expiresOn < effectiveOn)
    complain('expires_before_effective', `有效期至${expiresOn}，早于施行日期${effectiveOn}`);
  return problems;
}
