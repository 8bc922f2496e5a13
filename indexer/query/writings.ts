/** Other writings of the same numbers: 第6条 and 第六条, 2020年10月1日 and 二〇二〇年十月一日. A query for one finds both. */
import { readNumeral, writeNumeral } from '../text/numerals.ts';

const LABEL = /第(\d{1,4}|[一二三四五六七八九十百千〇零]{1,7})(?=[编章节条款项期届次])/g;
const DATE =
  /((?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})年(?:(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?/g;

/** The text itself first, then its other writings; never more than three. */
export function writingsOf(text: string): string[] {
  const arabic = rewrite(
    text,
    (numeral) => String(readNumeral(numeral) ?? numeral),
    (year) => String(readNumeral(year) ?? year),
  );
  const han = rewrite(text, toHan, (year) =>
    [...String(readNumeral(year) ?? '')].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  );
  return [...new Set([text, arabic, han])];
}

function rewrite(text: string, numeral: (text: string) => string, year: (text: string) => string): string {
  return text
    .replace(DATE, (_, y: string, m?: string, d?: string) => {
      const month = m === undefined ? '' : `${numeral(m)}月`;
      return `${year(y)}年${month}${d === undefined ? '' : `${numeral(d)}日`}`;
    })
    .replace(LABEL, (_, n: string) => `第${numeral(n)}`);
}

function toHan(numeral: string): string {
  const value = readNumeral(numeral);
  return value === null ? numeral : writeNumeral(value);
}
