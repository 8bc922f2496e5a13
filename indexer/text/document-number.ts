/** 发文字号: reading and finding them (党政机关公文处理工作条例 art. 9; GB/T 9704-2012 §7.2.5). */
import type { DocumentNumber, Span } from '../model.ts';
import { DATE_PATTERN } from './dates.ts';
import { CODE_BEHIND_NUMBER } from './registration.ts';

const BRACKETED =
  /([\p{Script=Han}]{1,20})\s*[〔[［【﹝（(]\s*((?:19|20)\d{2})\s*年?\s*[〕\]］】﹞）)]\s*第?\s*(\d{1,5})\s*号/gu;
/** 国务院令第711号, 财政部公告2019年第39号 */
const ORDER =
  /([\p{Script=Han}]{1,24}?)(令|公告|通告)\s*[（(]?\s*(?:((?:19|20)\d{2})\s*年?\s*)?第\s*(\d{1,5})\s*号\s*[）)]?/gu;
/**
 * What may stand before an issuer code in running text: the code begins behind the last of these.
 * E.g. 《…的通知》见济政发…: 济政发 begins behind 见.
 */
const BEFORE_CODE =
  /^.*(?:日|以|据|照|见|的|和|与|及|由|原|第|了|等|按|实|将|对|在|是|为|达|贯彻|落实|关于|执行|废止|修改|印发|转发|办法|规定|条例|细则|意见|通知|通告|公告|决定|批复|方案|规划|纲要|措施|人民政府|办公厅|办公室|委员会|法院|检察院|文件|省|市委|政府)(?=\p{Script=Han}{2,10}$)/u;
/** Codes that end like a word of BEFORE_CODE would be cut, if they did not end as codes do. */
const CODE_END =
  /(?:发|字|函|办|令|电|号|通|呈|规|文|号|告|知|复|综|厅|党|组|任|议|审|建|教|财|法|释|银|税|监|会|局|委|府|政|人)$/u;

/** 教师〔2021〕5号 财教〔2021〕33号 */
const JOINT_NUMBERS =
  /^(\p{Script=Han}{1,14}[〔[（]\d{4}[〕\]）]\d{1,5}号)(?:[、，]?\p{Script=Han}{1,14}[〔[（]\d{4}[〕\]）]\d{1,5}号)+$/u;

export interface FoundNumber {
  readonly number: string;
  readonly span: Span;
}

/** 〔〕 and digits as the standard prints them: `{ 济政办发, 2020, 25 }` gives 济政办发〔2020〕25号. */
function printNumber({ issuerCode, year, serial }: DocumentNumber): string {
  return `${issuerCode}〔${year}〕${serial}号`;
}

/** The parts of a canonical number; null for 令 and other forms without 〔〕. */
export function numberParts(number: string): DocumentNumber | null {
  const match = /^(.+)〔(\d{4})〕(\d+)号$/.exec(number);
  return match ? { issuerCode: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) } : null;
}

/** Every document number in a text whose digits are half-width; case numbers like （2023）最高法民终12号 are none. */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const run = match[1] ?? '';
    const code = issuerCodeOf(run);
    if (code === null) continue;
    const start = match.index + run.length - code.length;
    const number = printNumber({ issuerCode: code, year: Number(match[2]), serial: Number(match[3]) });
    found.push({ number, span: { start, end: match.index + match[0].length } });
  }
  for (const match of text.matchAll(ORDER)) {
    const start = match.index;
    const issuer = (match[1] ?? '').replace(/^.*(?:根据|依据|依照|以|的|(?<!共)和|、)/, '');
    if (issuer.length < 2 || found.some(({ span }) => span.start < start + match[0].length && start < span.end))
      continue;
    const year = match[3] === undefined ? '' : `${match[3]}年`;
    const number = `${issuer}${match[2]}${year}第${Number(match[4])}号`;
    found.push({
      number,
      span: { start: start + (match[1] ?? '').length - issuer.length, end: start + match[0].length },
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The number when the whole line is one (济政办发 〔2020〕 25号); null otherwise. */
export function readNumberLine(line: string): string | null {
  if (!line.includes('号')) return null;
  const text = line
    .replace(/\s/g, '')
    .replace(CODE_BEHIND_NUMBER, '')
    // 某政〔2021〕15号 签发人：李某某: whoever signs a report upwards stands beside its number.
    .replace(/签发人[：:]?\p{Script=Han}{0,12}$/u, '')
    .replace(/^[（(](.*号)[）)]$/, '$1')
    // 教师〔2021〕5号 财教〔2021〕33号: of joint issuers’ numbers the first counts, the leading body’s.
    .replace(JOINT_NUMBERS, '$1')
    .replace(/(?<=[〕\]])第(?=\d)/, '');
  if (/关于|印发|转发|贯彻|落实|执行|文件/.test(text)) return null;
  if (!/^\p{Script=Han}{1,14}[〔[［【﹝（(]?\d{4}[〕\]］】﹞）)]?\d{1,5}号$/u.test(text)) return null;
  const match = /^(\p{Script=Han}{1,14})[〔[［【﹝（(]\s*((?:19|20)\d{2})[〕\]］】﹞）)](\d{1,5})号$/u.exec(text);
  return match === null
    ? null
    : printNumber({ issuerCode: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) });
}

/** （1985年5月4日皖政〔1985〕38号）, （国发〔1985〕42号 一九八五年四月一日） */
const NOTED = new RegExp(
  `^[（(](${DATE_PATTERN})?(\\p{Script=Han}{1,14}[〔[（(]\\d{4}[〕\\]）)]\\d{1,5}号)(${DATE_PATTERN})?[）)]$`,
  'u',
);

/** The number in a note under the title that dates the document, too; null for a line without either. */
export function readNotedNumber(line: string): string | null {
  if (!/^[（(]/.test(line)) return null;
  const [, before, number, behind] = NOTED.exec(line.replace(/\s/g, '')) ?? [];
  return number === undefined || (before ?? behind) === undefined ? null : readNumberLine(number);
}

/** 某政办发〔26〕15号, 某政发2021〕3号, 某政发〔20213号: a number whose year or brackets went wrong. */
const BROKEN = /^(\p{Script=Han}{2,14})[〔[［【﹝（(]?(\d{1,8})[〕\]］】﹞）)]?第?(\d{0,5})号?$/u;

/** `repaired` is the number where year and serial are plain, else null. Null for a line that is no such number. */
export function readBrokenNumber(line: string): { readonly repaired: string | null } | null {
  if (!/\d/.test(line) || !/^.{2,40}$/.test(line)) return null;
  const text = line.replace(/\s/g, '');
  const match = BROKEN.exec(text);
  if (match === null || readNumberLine(text) !== null || !/[〔[［【﹝（(〕\]］】﹞）)]/.test(text)) return null;
  const [, code = '', year = '', serial = ''] = match;
  if (!CODE_END.test(code) || /第|令|公告/.test(text)) return null;
  const plain = /^(?:19|20)\d{2}$/.test(year) && serial !== '' && text.endsWith('号');
  return { repaired: plain ? printNumber({ issuerCode: code, year: Number(year), serial: Number(serial) }) : null };
}

/** 关于贯彻落实济政发 gives 济政发: the shortest tail that still looks like a code. */
function issuerCodeOf(run: string): string | null {
  const cut = run.replace(BEFORE_CODE, '');
  const code = cut.length >= 2 ? cut : run;
  if (code.length > 12 && !CODE_END.test(code)) return null;
  return code.length === 0 ? null : code;
}
