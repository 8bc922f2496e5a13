/**
 * 有效期至: the last day on which a document holds, from a sentence about the document itself. A licence that is valid for
 * five years and an order that lapses by itself say nothing of it (domain.md M8, M9).
 */
import { findDates, lastDayOfTerm } from '../text/dates.ts';
import { readNumeral } from '../text/numerals.ts';
import type { DatedWords } from './dated-words.ts';
import { SELF } from './effective.ts';

const TERM_NAME = '(?:有效期限?|试行期限?|施行期限?|实施期限?|执行期限?|施行有效期|政策期限|适用期限)';
const COUNT = '(?:\\d{1,2}|[一二三四五六七八九十两]{1,3})';
const UNTIL_DAY =
  '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)';
/** 有效期5年; 有效期为三年; 试行期两年; 有效期至2022年9月30日; 执行期限为2022年1月1日至2024年12月31日 */
const TERM = new RegExp(
  `${TERM_NAME}\\s*(?:暂定)?(?:为|是|：)?\\s*(?:自[^，。；至\\d]{2,12}之日起)?(?:(?<years>${COUNT})\\s*年(?!\\d)|(?<months>${COUNT})\\s*个月|(?:自?[^，。；至]{2,24})?(?:为)?(?:截至|至|到|延长至|延续至|截止到|截止至|截止)\\s*(?<until>${UNTIL_DAY}))`,
  'u',
);
/** 自2021年1月1日起施行，至2025年12月31日止; 自印发之日起施行，2025年12月31日废止 */
const UNTIL = new RegExp(
  `[，,](?:至|截至|有效至|到)?\\s*(?<until>${UNTIL_DAY})(?:24时|二十四时)?(?:止|废止|失效|自动失效|自行失效|有效)`,
  'u',
);
/** 自发布之日起至2020年12月31日有效; 自2020年10月1日起至2022年12月31日执行 */
const SINCE_UNTIL = new RegExp(`起至(?<until>${UNTIL_DAY})(?:有效|止|施行|实施|执行)`, 'u');
/** 自2021年1月1日起试行两年; 执行至2025年12月31日 */
const TRIED = new RegExp(
  `(?:试行|施行|执行|实施)(?:期)?(?:(?<years>${COUNT})\\s*年(?![\\d内度])|(?:截至|至|到)\\s*(?<until>${UNTIL_DAY}))`,
  'u',
);
const SINCE = /起(?:正式|开始)?(?:施行|实施|执行|实行|生效|试行)/;
const SELF_AT = new RegExp(SELF, 'u');
/** Whose validity it is instead: permits, registrations, reports. */
const OTHER_SUBJECT =
  /准予|颁发|核发|核准|发证|备案|领取|许可|证书|执照|资质|资格|标志|注册|报告|合同|协议|检验|认定(?:之|后|有效)|名单|称号/;

/** 政策有效期至2022年12月31日: nothing else in the sentence that it could speak of. */
const BARE_SUBJECT = /^(?:[一二三四五六七八九十]+、)?(?:政策|办法|规定|细则|意见|方案|文件)$/;

/** “本办法自印发之日起施行，有效期5年” from 2020-09-06 gives 2025-09-05. Null when the text sets itself no end. */
export function readExpiresOn(body: string, effectiveOn: string | null): DatedWords | null {
  let last: DatedWords | null = null;
  for (const paragraph of body.split('\n')) {
    if (
      !/有效|期限|期为|期[\d一二三四五两]|行至|行到|执行至|试行|[日时](?:止|废止|失效|自动失效|自行失效|有效|执行|施行|实施)/.test(
        paragraph,
      )
    )
      continue;
    let before = '';
    for (const sentence of paragraph.split(/[。；]/)) {
      // 本办法自印发之日起施行。有效期5年。
      const whole = /^有效期/.test(sentence) && SINCE.test(before) ? `${before}，${sentence}` : sentence;
      last = readSentence(whole, effectiveOn) ?? last;
      before = sentence;
    }
  }
  return last;
}

function readSentence(sentence: string, effectiveOn: string | null): DatedWords | null {
  const own = SINCE.test(sentence) || SELF_AT.test(sentence);
  const term =
    TERM.exec(sentence) ?? (own ? (SINCE_UNTIL.exec(sentence) ?? UNTIL.exec(sentence) ?? TRIED.exec(sentence)) : null);
  if (term === null || !isOwnTerm(sentence.slice(0, term.index), sentence)) return null;
  const day = lastDay(term.groups ?? {}, effectiveOn);
  return day === null ? null : { day, words: term[0].trim() };
}

function isOwnTerm(before: string, sentence: string): boolean {
  if (OTHER_SUBJECT.test(before)) return false;
  if (BARE_SUBJECT.test(before)) return true;
  return SINCE.test(before) || SELF_AT.test(before) || (SELF_AT.test(sentence) && SINCE.test(sentence));
}

function lastDay(groups: Record<string, string | undefined>, effectiveOn: string | null): string | null {
  if (groups.until !== undefined) return findDates(groups.until)[0]?.day ?? null;
  if (effectiveOn === null) return null;
  if (groups.months !== undefined) return lastDayOfMonths(effectiveOn, readNumeral(groups.months) ?? 0);
  return lastDayOfTerm(effectiveOn, readNumeral(groups.years ?? '') ?? 0);
}

/** Six months from 2021-08-31 end with February, the day before the anniversary otherwise. */
function lastDayOfMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth + 1) - 1));
  return end.toISOString().slice(0, 10);
}
