/** The facts of an issue, from its masthead, colophon and running heads. */
import type { CleanLine } from '../clean/clean.ts';
import type { Issue } from '../model.ts';
import { findDates, isoDay } from '../text/dates.ts';
import { HAN_ZEROS, readNumeral } from '../text/numerals.ts';

/** A gazette's name on a line of its own, or in front of its number. */
const PUBLICATION = /^[《]?([\p{Script=Han}]{2,24}(?:公报|政报))[》]?(?=$|[\s（(\d])/u;
const YEAR_NUMBER = /((?:19|20)\d{2})\s*年?\s*第\s*(\d{1,3})\s*[期号]/;
const NUMBER = /第\s*(\d{1,3})\s*[期号]/;
const TOTAL = /总(?:第|号)?\s*[:：]?\s*(\d{1,5})\s*[期号]?/;
const HAN_YEAR = new RegExp(`[一二][${HAN_ZEROS}一二三四五六七八九]{3}(?=年)`, 'g');
const HAN_NUMBER = /(第|总)([一二三四五六七八九十百]{1,6})(?=[期号])/g;
const FRONT_LINES = 40;

/** `lines` of the whole file (heads included), cleaned as characters only. Null when nothing names a gazette and a number. */
export function readIssueFacts(
  front: readonly string[],
  back: readonly string[],
  heads: readonly string[],
): Issue | null {
  const top = front.slice(0, FRONT_LINES).map((line) => line.trim());
  // A running head sets the section and the gazette's name far apart in one line.
  const all = [...top, ...back, ...heads].flatMap((line) => line.trim().split(/\s{2,}/));
  const publication = all
    .map((line) => PUBLICATION.exec(line.replace(/\s/g, ''))?.[1])
    .find((name) => name !== undefined);
  if (publication === undefined) return null;
  const compact = all.map((line) => withDigits(line.replace(/\s/g, '')));
  const both = compact.map((line) => YEAR_NUMBER.exec(line)).find((match) => match !== null);
  const year = both
    ? Number(both[1])
    : Number(top.find((line) => /^(?:19|20)\d{2}年?$/.test(line))?.slice(0, 4) ?? Number.NaN);
  const number = both
    ? Number(both[2])
    : Number(compact.map((line) => NUMBER.exec(line)?.[1]).find(Boolean) ?? Number.NaN);
  const total = compact.map((line) => TOTAL.exec(line)?.[1]).find(Boolean);
  if (Number.isNaN(year) && Number.isNaN(number)) return null;
  return {
    publication,
    year: Number.isNaN(year) ? null : year,
    number: Number.isNaN(number) ? null : number,
    totalNumber: total === undefined ? null : Number(total),
    publishedOn: readPublishedOn(compact, Number.isNaN(year) ? null : year),
  };
}

/** 二○二○年第十八期 → 2020年第18期 */
function withDigits(line: string): string {
  return line
    .replace(HAN_YEAR, (year) => String(readNumeral(year) ?? year))
    .replace(HAN_NUMBER, (_, before: string, number: string) => `${before}${readNumeral(number) ?? number}`);
}

/** 2020年9月20日出版; 7月5日出版 takes the issue's year. */
function readPublishedOn(lines: readonly string[], year: number | null): string | null {
  for (const line of lines) {
    if (!/出版|发行/.test(line)) continue;
    const dated = findDates(line).at(0);
    if (dated) return dated.day;
    const part = /(\d{1,2})月(\d{1,2})日(?:出版|发行)/.exec(line);
    if (part && year !== null) return isoDay(year, Number(part[1]), Number(part[2]));
  }
  return null;
}

export const textOf = (lines: readonly CleanLine[]): string[] => lines.map(({ text }) => text);
