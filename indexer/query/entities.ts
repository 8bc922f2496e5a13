/**
 * Things that officials type without any syntax: document and registration numbers, issues, days and months. Each reader looks
 * at one place of the folded query (foldText: all brackets are （）, all dashes —) and takes the whole run up to a blank, or nothing.
 */
import type { Span } from '../model.ts';
import { isoDay } from '../text/dates.ts';
import { readNumeral } from '../text/numerals.ts';
import type { QueryKnowledge } from './knowledge.ts';
import type { QueryLeaf } from './tree.ts';

const CODE = '(\\p{Script=Han}{1,12})';
const YEAR = '((?:19|20)\\d\\d)';
const SERIAL = '第? ?(\\d{1,5}) ?号?';
const END = '(?=$|[ ，。；！？、）“”])';
// 济政办发（2020）25号
const BRACKETED = pattern(`${CODE} ?（ ?${YEAR} ?年? ?） ?${SERIAL}(?:文件?|通知)?${END}`);
// 济政办发2020年25号, 国办发2016 98号
const BARE = pattern(`${CODE} ?${YEAR}( ?年 ?| ?)${SERIAL}${END}`);
// 2018国办发37
const REVERSED = pattern(`（?${YEAR}）? ?年? ?${CODE} ?${SERIAL}${END}`);
// jzbf 2020 25
const INITIALS = pattern(`([a-z]{2,10}) ?（? ?${YEAR} ?）? ?年? ?${SERIAL}${END}`);
/** How issuer codes end, for those that the library does not know. */
const CODE_END = /(?:发|字|函|办|令|电|规|文|告|通|政|府|委|释)$/u;
const NO_CODE = /关于|贯彻|落实|印发|根据|的/u;
// JNCR-2020-0020011
const REGISTRATION = pattern(`[a-z]{2,8}\\d{0,2}—\\d{4}—\\d{1,8}${END}`);
const PUBLICATION = '(\\p{Script=Han}{0,20}?公报)? ?';
const COUNT = '(\\d{1,4}|[一二三四五六七八九十百〇]{1,5})';
const ISSUES = [
  // 总第328期, 某某市人民政府公报 2020年第18期（总第328期）
  pattern(`${PUBLICATION}(?:${YEAR} ?年? ?第? ?${COUNT} ?期 ?)?（?总 ?第? ?(?<total>\\d{1,5}) ?期）?${END}`),
  // 2020年第18期, 第18期, 公报2023年36期
  pattern(`${PUBLICATION}(?:${YEAR} ?年? ?)?第? ?${COUNT} ?期${END}`),
  // 国务院公报 2023年第36号, 公报2023-36
  pattern(`(\\p{Script=Han}{0,20}?公报) ?${YEAR} ?(?:年 ?第? ?|—|第 ?)${COUNT} ?(?:期|号)?${END}`),
];
const HAN_YEAR = '(?:[一二][〇一二三四五六七八九]{3})';
const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = pattern(`(${YEAR}|${HAN_YEAR}) ?[年—．／] ?${SMALL} ?[月—．／] ?${SMALL} ?日?${END}`);
const MONTH = pattern(`(${YEAR}|${HAN_YEAR}) ?年 ?${SMALL} ?月份?${END}`);

function pattern(source: string): RegExp {
  return new RegExp(source, 'uy');
}

/** What stands at this place of the folded query; null when it is an ordinary word. */
export function readEntity(folded: string, at: number, knowledge: QueryKnowledge): QueryLeaf | null {
  return (
    readNumber(folded, at, knowledge) ?? readRegistration(folded, at) ?? readIssue(folded, at) ?? readDate(folded, at)
  );
}

/** 济政办发2020年25号 and jzbf 2020 25 as 济政办发〔2020〕25号. */
export function readNumber(folded: string, at: number, knowledge: QueryKnowledge): QueryLeaf | null {
  const leaf = (
    codes: readonly string[],
    year: string | undefined,
    serial: string | undefined,
    match: RegExpExecArray,
  ) =>
    codes.length === 0
      ? null
      : {
          kind: 'number' as const,
          numbers: codes.map((code) => `${code}〔${year}〕${Number(serial)}号`),
          span: spanOf(match),
        };
  const bracketed = matchAt(BRACKETED, folded, at);
  if (bracketed !== null && !NO_CODE.test(bracketed[1] ?? ''))
    return leaf([bracketed[1] ?? ''], bracketed[2], bracketed[3], bracketed);
  const bare = matchAt(BARE, folded, at);
  if (bare !== null && isCode(bare[1] ?? '', knowledge, bare[3] !== '' || bare[0].endsWith('号')))
    return leaf([bare[1] ?? ''], bare[2], bare[4], bare);
  const reversed = matchAt(REVERSED, folded, at);
  if (reversed !== null && isCode(reversed[2] ?? '', knowledge, true))
    return leaf([reversed[2] ?? ''], reversed[1], reversed[3], reversed);
  const initials = matchAt(INITIALS, folded, at);
  return initials === null
    ? null
    : leaf(knowledge.codesByInitials(initials[1] ?? ''), initials[2], initials[3], initials);
}

const isCode = (code: string, knowledge: QueryKnowledge, marked: boolean): boolean =>
  knowledge.knowsCode(code) || (marked && CODE_END.test(code) && !NO_CODE.test(code) && code.length <= 8);

function readRegistration(folded: string, at: number): QueryLeaf | null {
  const match = matchAt(REGISTRATION, folded, at);
  if (match === null) return null;
  const text = match[0].replaceAll('—', '-').toUpperCase();
  return { kind: 'text', form: 'registration', phrases: [text], synonyms: [], column: null, span: spanOf(match) };
}

/** 某某市人民政府公报 2020年第18期, 总第328期, 公报2023-36 */
export function readIssue(folded: string, at: number): QueryLeaf | null {
  for (const issue of ISSUES) {
    const match = matchAt(issue, folded, at);
    if (match === null) continue;
    const publication = match[1] === undefined || match[1] === '公报' ? null : match[1];
    const total = match.groups?.total;
    return {
      kind: 'issue',
      publication,
      year: match[2] === undefined ? null : Number(match[2]),
      number: match[3] === undefined ? null : readNumeral(match[3]),
      totalNumber: total === undefined ? null : Number(total),
      phrase: match[0].trim(),
      span: spanOf(match),
    };
  }
  return null;
}

/** 2021年9月15日, 2021-9-15, 二〇二一年九月十五日, 2021年6月 */
export function readDate(folded: string, at: number): QueryLeaf | null {
  const day = matchAt(DAY, folded, at);
  const month = day === null ? matchAt(MONTH, folded, at) : null;
  const match = day ?? month;
  if (match === null) return null;
  const [year, monthNumber, date] = [match[1], match[3], match[4]].map((part) => readNumeral(part ?? ''));
  if (year == null || monthNumber == null) return null;
  const from = isoDay(year, monthNumber, day === null ? 1 : (date ?? 0));
  if (from === null) return null;
  const to = day === null ? isoDay(year, monthNumber, new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()) : from;
  const written = `${year}年${monthNumber}月${day === null ? '' : `${date}日`}`;
  const phrases = [...new Set([match[0].trim(), written])];
  return { kind: 'date', from, to: to ?? from, phrases, span: spanOf(match) };
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].trimEnd().length };
}
