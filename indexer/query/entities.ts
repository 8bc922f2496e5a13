/**
 * Things that officials type without any syntax: document and registration numbers, issues, days and months. Each reader looks
 * at one place of the folded query (foldText: all brackets are （）, all dashes —) and takes the whole run up to a blank, or nothing.
 */
import type { Span } from '../model.ts';
import { isoDay } from '../text/dates.ts';
import { readNumeral, writeNumeral } from '../text/numerals.ts';
import type { QueryKnowledge } from './knowledge.ts';
import type { ArticleLeaf, QueryLeaf } from './tree.ts';
import { writingsOf } from './writings.ts';

const CODE = '(\\p{Script=Han}{1,12})';
const YEAR = '((?:19|20)\\d\\d)';
const SERIAL = '第? ?(\\d{1,5}) ?号?';
const END = '(?=$|[ ，。；！？、）“”])';
const HAN_YEAR = '(?:[一二][〇一二三四五六七八九]{3})';
const HAN_SERIAL = '[一二三四五六七八九十百〇]{1,5}';
// 济政办发（2020）25号, 济政办发（二〇二〇）二十五号
const BRACKETED = pattern(
  `${CODE} ?（ ?(${YEAR}|${HAN_YEAR}) ?年? ?） ?第? ?(\\d{1,5}|${HAN_SERIAL}(?= ?号)) ?号?(?:文件?|通知)?${END}`,
);
// 济政办发2020年25号, 国办发2016 98号
const BARE = pattern(`${CODE} ?${YEAR}( ?年 ?| ?)${SERIAL}${END}`);
// 济政办发二〇二〇年第二十五号
const HAN_BARE = pattern(`(\\p{Script=Han}{1,12}?) ?(${HAN_YEAR}) ?年 ?第? ?(\\d{1,5}|${HAN_SERIAL}) ?号${END}`);
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
const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = pattern(`(${YEAR}|${HAN_YEAR}) ?[年—．／] ?${SMALL} ?[月—．／] ?${SMALL} ?日?${END}`);
const MONTH = pattern(`(${YEAR}|${HAN_YEAR}) ?年 ?${SMALL} ?月份?${END}`);

const NUMERAL = '[\\d〇零一二三四五六七八九十百千]{1,7}';
const TITLE_END = '(?:法|典|条例|办法|规定|细则|规则|解释|决定|章程|通则|总则|意见|通知|方案|规范|标准|目录|措施)';
const LABEL = `第?${NUMERAL}条(?:之[一二三四五六七八九十\\d]{1,2})?`;
const PARTS = `(?:第?${NUMERAL}款)?(?:第?（?${NUMERAL}）?项)?`;
// 电梯办法第六条, 个保法13条第2款, 行政处罚法（2021修订）第三十三条
const ARTICLE = pattern(
  `(\\p{Script=Han}{1,40}?${TITLE_END}(?:（\\p{Script=Han}{1,6}）)?)(?: ?（? ?${YEAR}年?(?:修订|修正)?(?:版|本)? ?）?)? ?(${LABEL})${PARTS}${END}`,
);
// 民法典 1165: only of laws, and no year
const COUNTED = pattern(`(\\p{Script=Han}{1,20}?(?:法|典|条例)) ?(?!(?:19|20)\\d\\d)(\\d{1,4})${END}`);
const BEHIND = pattern(` ?(${LABEL})${PARTS}${END}`);
// 有效期至2026年, 有效期到2026年12月31日
const EXPIRY = pattern(`有效期(?:限)?(?:至|到|截至|截止) ?${YEAR} ?年? ?(?:${SMALL} ?月 ?(?:${SMALL} ?日)?)?${END}`);

function pattern(source: string): RegExp {
  return new RegExp(source, 'uy');
}

/** What stands at this place of the folded query; null when it is an ordinary word. */
export function readEntity(folded: string, at: number, knowledge: QueryKnowledge): QueryLeaf | null {
  return (
    readNumber(folded, at, knowledge) ??
    readRegistration(folded, at) ??
    readIssue(folded, at) ??
    readDate(folded, at) ??
    readExpiry(folded, at) ??
    readArticle(folded, at)
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
          numbers: codes.map((code) => `${code}〔${readNumeral(year ?? '')}〕${readNumeral(serial ?? '')}号`),
          span: spanOf(match),
        };
  const bracketed = matchAt(BRACKETED, folded, at);
  if (bracketed !== null && !NO_CODE.test(bracketed[1] ?? ''))
    return leaf([bracketed[1] ?? ''], bracketed[2], bracketed[4], bracketed);
  const bare = matchAt(BARE, folded, at);
  if (bare !== null && isCode(bare[1] ?? '', knowledge, bare[3] !== '' || bare[0].endsWith('号')))
    return leaf([bare[1] ?? ''], bare[2], bare[4], bare);
  const han = matchAt(HAN_BARE, folded, at);
  if (han !== null && isCode(han[1] ?? '', knowledge, true)) return leaf([han[1] ?? ''], han[2], han[3], han);
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
  return { kind: 'date', of: 'begin', from, to: to ?? from, phrases, span: spanOf(match) };
}

/** 有效期至2026年: what expires in that year, month or on that day. */
function readExpiry(folded: string, at: number): QueryLeaf | null {
  const match = matchAt(EXPIRY, folded, at);
  if (match === null) return null;
  const [year = '', month = null, day = null] = [match[1], match[2], match[3]].map((part) => part ?? null);
  const first = isoDay(Number(year), readNumeral(month ?? '1') ?? 0, readNumeral(day ?? '1') ?? 0);
  const lastMonth = readNumeral(month ?? '12') ?? 12;
  const lastDay = day === null ? new Date(Date.UTC(Number(year), lastMonth, 0)).getUTCDate() : (readNumeral(day) ?? 0);
  const last = isoDay(Number(year), lastMonth, lastDay);
  if (first === null || last === null) return null;
  return { kind: 'date', of: 'expiry', from: first, to: last, phrases: [match[0].trim()], span: spanOf(match) };
}

/** 电梯办法第六条, 身份证法 20条, 民法典 1165: the article of what is called so, of the text of a year where one is named. */
function readArticle(folded: string, at: number): QueryLeaf | null {
  const match = matchAt(ARTICLE, folded, at);
  const label = match === null ? null : articleLabelOf(match[3] ?? '');
  if (match !== null && label !== null) {
    const year = match[2] === undefined ? null : Number(match[2]);
    return articleLeaf({ title: match[1] ?? '', label, year }, spanOf(match), folded);
  }
  const counted = matchAt(COUNTED, folded, at);
  const number = counted === null ? null : articleLabelOf(counted[2] ?? '');
  return counted === null || number === null
    ? null
    : articleLeaf({ title: counted[1] ?? '', label: number, year: null }, spanOf(counted), folded);
}

/** 第六条 right behind a 《title》. */
export function readArticleBehind(folded: string, at: number): { label: string; end: number } | null {
  const match = matchAt(BEHIND, folded, at);
  const label = match === null ? null : articleLabelOf(match[1] ?? '');
  return match === null || label === null ? null : { label, end: at + match[0].trimEnd().length };
}

export function articleLeaf(named: Pick<ArticleLeaf, 'title' | 'label' | 'year'>, span: Span, text: string): QueryLeaf {
  return { kind: 'article', ...named, phrases: writingsOf(text.slice(span.start, span.end)), span };
}

/** 第6条 and 第六条之1 as an outline labels them. */
export function articleLabelOf(written: string): string | null {
  const match = /^第?([\d〇零一二三四五六七八九十百千]+)条?(?:之([一二三四五六七八九十\d]+))?$/u.exec(
    written.replaceAll(' ', ''),
  );
  const value = match === null ? null : readNumeral(match[1] ?? '');
  if (value === null || value === 0) return null;
  const inserted = match?.[2] === undefined ? null : readNumeral(match[2]);
  return `第${writeNumeral(value)}条${inserted === null ? '' : `之${writeNumeral(inserted)}`}`;
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].trimEnd().length };
}
