/**
 * 施行日期: since when a document is in force, from the sentence in which it says so itself. Sentences that put other texts,
 * licences or registrations into force do not count (domain.md M8).
 */
import { addDays, addMonths, findDates } from '../text/dates.ts';
import { readNumeral } from '../text/numerals.ts';
import type { DatedWords } from './dated-words.ts';

export interface ProclaimedOn {
  readonly writtenOn: string | null;
  readonly printedOn: string | null;
}

const KINDS =
  '(?:法|法典|条例|办法|规定|细则|规则|规程|规范|准则|解释|决定|决议|通知|通告|公告|意见|方案|政策|措施|标准|制度|章程|规划|纲要|计划|要点|目录|预案|指南|安排|批复|修正案|命令|守则|名录|清单|指引|文件|函|令|区划|调整)';
/** 本办法, 本实施意见, 以上政策: the text itself. */
export const SELF = `(?:本|此|以上|上述|本次|此次)(?:市|省|区|县)?(?:《[^《》]{2,60}》|\\p{Script=Han}{0,6}?${KINDS})(?:（[^（）]{1,40}）)?`;
const SELF_AT = new RegExp(SELF, 'u');
const START = '(?:施行|实施|执行|实行|生效|试行)';
const LATER =
  '满?\\s*(?:[\\d一二三四五六七八九十]{1,3}(?:个?工作)?[日天]|[\\d一二三四五六七八九十两]{1,3}个月)(?:后|之后)?';
/** 自2020年10月1日起施行; 自印发之日起施行; 自公布之日起30日后施行; 自发布之日起正式实施; 自公布30日后施行 */
const SINCE = new RegExp(
  `(?:自|从|于)?(?<when>[^，。；：、自从于]{1,32}?)(?:起(?<after>${LATER})?|(?<=印发|发布|公布|颁布)(?<later>${LATER}))，?(?:正式|开始|统一|分步|组织)?${START}`,
  'gu',
);
/** 自发布之日起至2020年12月31日有效; 自2020年10月1日起至2022年12月31日执行 */
const SINCE_UNTIL = new RegExp(
  `${SELF}[^，。；]{0,8}(?:自|从)(?<when>[^，。；：、自从于]{1,32}?)起至[^，。；]{6,20}(?:有效|止|${START})`,
  'u',
);
/** 自2021年7月1日施行: 起 left out */
const SINCE_DAY = new RegExp(`(?:自|从)(?<when>(?:\\d{4}年\\d{1,2}月\\d{1,2}日))(?:正式|开始)?${START}`, 'u');
/** 本公告执行期限为2022年1月1日至2024年12月31日 */
const FROM_TO = new RegExp(
  `${SELF}[^，。；]{0,6}(?:有效期限?|执行期限?|实施期限?|施行期限?)(?:为|：)?(?:自|从)?(?<when>\\d{4}年\\d{1,2}月\\d{1,2}日)起?至`,
  'u',
);
/** 自本通知发布之日起，有关文件按新修订的内容实施 */
const SINCE_NOTICE = new RegExp(
  `自本${KINDS}(?:印发|发布|公布|下发|颁布)之日起(?!.*(?:按本|按照本|新设|新建|凡))[^。；]{0,24}(?<!停止|不再|不得|暂停)${START}`,
  'u',
);
/** 本通告于2021年3月1日施行 */
const ON_DAY = new RegExp(`${SELF}(?:[^，。；]{0,8})(?:于|在)(?<when>[^，。；]{6,20}?)(?:正式|开始)?${START}`, 'u');
const PROCLAIMED =
  /(?:印发|发布|公布|颁布|下发|发文|通过|批准|签署|签发|公告|刊登)(?:实施|施行|执行)?(?:之日|之时|日期|日)?$|^即日$/;
/** What is put into force is not this text: a permit, a judgment, a changed provision, another 《text》. */
const OTHER_SUBJECT =
  /准予|颁发|核发|备案|核准|发证|登记之日|批准文号|许可证|合同|协议|判决|裁定|裁决|调解书|决定书|变更之日|收到|送达|届满|任期|缴费|纳税|工资|《[^《》]+》[^，。；]{0,12}$/;
/** 新标准, 调整后的最低工资标准, 预案: what the document is about, when the sentence begins with it and goes on with a day. */
const NEW_RULE =
  /^(?!本|该|此|以上|上述|原|其)(?:新(?:修订)?的?|调整后的?|修订后的?|修改后的?)?\p{Script=Han}{0,8}?(?:标准|办法|规定|细则|预案|方案|政策)$/u;
const DAY_FIRST = /^(?:自|从|于)?\d{4}年\d{1,2}月\d{1,2}日/;
/** 《X细则》已经市政府常务会议通过，现予公布，|自2021年7月1日起施行 */
const ISSUED_HERE = /(?:现予|予以|现)(?:以)?(?:公布|发布|印发|颁布)(?:《[^，]*》)?[^，]{0,8}，$/;
/** 第三条第二款|自2025年1月1日起施行, with no blank as behind the label of an article; 其余条款|自… */
const CLAUSE_ALONE = /第[零〇一二三四五六七八九十百千两\d]+[条款项](?:的?规定)?$/;
const THE_REST = /(?:其余|其他|其它)(?:条款|规定|部分|内容|各条)$/;
const IN_FORCE = /施行|实施|执行|实行|生效|试行|有效/;

/** 2022年4月10日 施行, a line of a 题注 */
const NOTED_DAY = /^(?<when>\d{4}年\d{1,2}月\d{1,2}日)\s*(?:起)?(?:施行|实施)$/gm;

/** 2008年4月17日公告公布，自2008年4月23日起施行, in the note under the title of a law or an interpretation. */
export function readEffectiveInNote(note: string): DatedWords | null {
  const match = [...note.matchAll(SINCE)].at(-1) ?? [...note.matchAll(NOTED_DAY)].at(-1);
  const day = match === undefined ? undefined : findDates(match.groups?.when ?? '').at(-1)?.day;
  return match === undefined || day === undefined ? null : { day, words: match[0].trim() };
}

/** “本办法自印发之日起施行，有效期5年” gives the day of signature. Null when the text does not say since when it holds. */
export function readEffectiveOn(body: string, proclaimed: ProclaimedOn): DatedWords | null {
  let best: { found: DatedWords; certainty: number } | null = null;
  for (const paragraph of body.split('\n')) {
    if (!IN_FORCE.test(paragraph)) continue;
    for (const sentence of paragraph.split(/[。；]/)) {
      const read = IN_FORCE.test(sentence) ? readSentence(sentence, proclaimed) : null;
      // The last such sentence of the greatest certainty: what a text says of itself stands at its end.
      if (read !== null && (best === null || read.certainty >= best.certainty)) best = read;
    }
  }
  return best?.found ?? null;
}

function readSentence(sentence: string, proclaimed: ProclaimedOn): { found: DatedWords; certainty: number } | null {
  const notice = SINCE_NOTICE.exec(sentence);
  if (notice !== null) {
    const day = proclaimed.writtenOn ?? proclaimed.printedOn;
    return day === null ? null : { found: { day, words: notice[0] }, certainty: 1 };
  }
  for (const match of sentence.matchAll(SINCE)) {
    const before = sentence.slice(0, match.index);
    const certainty = certaintyOf(before, sentence);
    const { when = '', after, later } = match.groups ?? {};
    const day = certainty === 0 ? null : dayOf(when, after ?? later ?? '', proclaimed);
    if (day !== null) return { found: { day, words: match[0].trim() }, certainty };
  }
  const until = SINCE_UNTIL.exec(sentence);
  const first = until === null ? null : dayOf(until.groups?.when ?? '', '', proclaimed);
  if (until !== null && first !== null) return { found: { day: first, words: until[0] }, certainty: 3 };
  const sinceDay = SINCE_DAY.exec(sentence);
  const certainty = sinceDay === null ? 2 : certaintyOf(sentence.slice(0, sinceDay.index), sentence);
  const onDay = ON_DAY.exec(sentence) ?? sinceDay ?? FROM_TO.exec(sentence);
  const day = onDay === null || certainty === 0 ? null : dayOf(onDay.groups?.when ?? '', '', proclaimed);
  return onDay === null || day === null ? null : { found: { day, words: onDay[0] }, certainty };
}

/** 3: 本办法自…; 2: the sentence begins with 自…, or issues the text; 0: it speaks of something else. */
function certaintyOf(before: string, sentence: string): number {
  const lead = before.replace(
    /^[\s（(]*(?:第[零〇一二三四五六七八九十百千两\d]+条|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．])?\s*/,
    '',
  );
  const clause = (lead.split(/[，：]/).at(-1) ?? '').replace(/（[^（）]*）/g, '');
  // Staged: the text is in force when the rest of it is, not when the clause is that comes later or earlier.
  if (CLAUSE_ALONE.test(before)) return 0;
  if (THE_REST.test(lead)) return 3;
  if (NEW_RULE.test(lead)) return lead.length <= 2 || DAY_FIRST.test(sentence.slice(before.length)) ? 2 : 0;
  if (OTHER_SUBJECT.test(clause) || /准予|颁发|核发|备案|发证/.test(sentence)) return 0;
  if (SELF_AT.test(lead)) return lead.length <= 40 ? 3 : 2;
  return lead === '' || ISSUED_HERE.test(lead) ? 2 : 0;
}

function dayOf(when: string, later: string, { writtenOn, printedOn }: ProclaimedOn): string | null {
  const date = findDates(when).at(-1)?.day;
  const count = readNumeral(/[\d一二三四五六七八九十两]+/.exec(later)?.[0] ?? '') ?? 0;
  const bare = when.replace(/之$/, '').trim();
  // 自印发之日 is the day of signature; where a document bears none, the day of printing.
  const base = date ?? (PROCLAIMED.test(bare) ? (writtenOn ?? printedOn) : null);
  // Which days are working days no text says.
  if (base === null || later.includes('工作')) return null;
  return later.includes('月') ? addMonths(base, count) : addDays(base, count);
}
