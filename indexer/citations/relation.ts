/**
 * How a document stands to one that it names, from the words round the mention (domain.md c.7): what follows it first
 * (同时废止, 收悉, 修改为), then the nearest trigger before it, unless another clause has begun in between.
 */
import type { CitationRelation } from '../model.ts';
import { listRelation } from './lists.ts';

export interface Surroundings {
  /** The sentence up to the mention; up to the first mention of a list of them. */
  readonly before: string;
  /** The sentence behind the mention, behind the last mention of a list. */
  readonly after: string;
  /** Whether the mention stands where texts name what they rest on: the first article, the opening paragraphs. */
  readonly opening: boolean;
  /** Title of the citing document: in 关于废止…的决定 a listed document is repealed. */
  readonly title: string;
  /** The lines that the paragraph stands under, nearest first: headings, what introduces a list, the title of an annex. */
  readonly leads: readonly string[];
  /** Whether this is a row of a table. */
  readonly row: boolean;
}

export interface Relation {
  readonly relation: CitationRelation;
  readonly trigger: string | null;
}

const MENTIONS: Relation = { relation: 'mentions', trigger: null };

// …《X》（X发〔2016〕29号）同时废止； 《X》等12件规范性文件自本通知印发之日起停止执行
const REPEALED =
  /^(?:(?:等|中|的|有关|相关|以及|其他|第)[^。；《]{0,60}?|[^。；《]{0,30}?)(?:(?:同时|即行|相应|予以|一并|自行|随之|即)?(?:废止|作废|停止(?:执行|施行|实施|使用)|终止(?:执行|实施)|不再(?:执行|适用|施行)|不再作为[^，。；]{0,12}依据)|(?:宣布|即行|同时|予以|一并|自动)失效|(?<=\d{1,4}件[^，。；]{0,12})失效|(?<=日起)失效)(?=$|[，。；）：\s]|或者?(?:失效|废止))/;
/** 根据《X》的规定，原办法同时废止: another text is repealed. 未废止: none is. */
const NOT_REPEALED =
  /(?:规定|要求|精神|授权|批准|同意|本\S{2,6})[，,]|(?:不(?!再)|未)[^。；]{0,4}$|第[^，]{1,8}条[^，]{0,20}，/;
/** 《X》由本办法替代 */
const REPLACED = /^[^。；，《]{0,6}(?:被|由)本[^，。；]{1,12}(?:替代|取代|代替)/;
/** 《X》有效期届满，自行失效; 宣布《X》失效 */
const LAPSED = /^[^。；，《]{0,12}有效期(?:届满|已满|已过)[，后]?(?:已|现)?(?:自行|自动|即行)?(?:失效|废止)/;
const DECLARED = /^[^。；，《]{0,20}(?:失效|无效|废止)/;
const DECLARING = /宣布[^，。；]{0,10}$/;
const REPEALING = /(?:废止|撤销|宣布失效|停止执行)(?:了|以下|下列|的)?$/;
// 现对《X》等22件文件中有关内容予以修订； 将《X》第五条修改为; not 将《X》第五条的罪名由“甲罪”修改为“乙罪”, which names the crime anew
const AMENDED =
  /^(?![^。；]{0,80}罪名由)[^。；《]{0,80}?(?:(?:作|做)(?:出|了)?(?:如下|以下)(?:修改|修订|修正|调整)|予以(?:修改|修订|修正|调整)|(?:调整|修改|修订)如下|(?:作|做)出?(?:如下|以下)补充|修改为|(?:作|做)相应修改|中的?“[^”]{0,60}”修改为)/;
/** 《X》继续有效，有效期至2026年12月31日 prolongs it; 继续有效 alone says only that it stands. */
const STANDS = /^[^。；《]{0,20}?继续有效(?:[，,]?有效期(?:限)?(?:至|到|为|延)[^，。；]{0,14})?/;
/** Of the clause that the mention names: 第六条予以删除; 第六条后增加一条; and of the whole: 有效期延长至2025年. */
const CHANGED =
  /^(?:的规定|的内容)?(?:予以)?(?:删除|删去)|^[^。；《，“]{0,4}(?:“”)?[^。；《，“]{0,4}(?:增加|增写|改为第)[^。；，]{0,8}[条款项目章节句]|^[^。；《，]{0,12}有效期[^。；《，]{0,6}(?:延长|延续|顺延|延至|展期)[^。；，《]{0,14}/;
const AMENDING = /(?:修改|修正|修订|删去|删除)(?:了|以下|下列)?$/;
const EXTENDED = /^的?有效期[^。；，《]{0,14}/;
const EXTENDING = /(?:延长|延续|顺延)$/;
/** Work yet to be done: 及时推动修订《X》. The particles 新修订的《X》 end in 的 and do not come here. */
const PLANNED =
  /(?:及时|推动|研究(?!决定)|抓紧|适时|加快|积极|做好|尽快|开展|启动|完善|建议|配合|提出|组织|制定)(?:(?!决定)[^，。；]){0,12}$/;
/** 对《X》进行修改: only what 对 governs is changed. */
const REVISED = /^[^。；《，]{0,24}?进行(?:修改|修订|修正)/;
const OBJECT = /(?:对|将|就)\S{0,12}$/;
/** 为了保证《X》的实施 */
const CARRIED_OUT =
  /^(?:在[^，。；《]{1,12})?(?:和[^，。；《]{2,16})?的?(?:有效|顺利|全面|正确|贯彻)*(?:实施|执行|施行|落实|落地|落到实处)/;
const TO_SECURE = /(?:为了?|便于|保证|保障|确保|推动|促进|加强)[^，。；]{0,10}$/;
/** 以《X》为依据 */
const RESTED_ON = /^[^，。；《]{0,8}为(?:主要)?(?:依据|根据)/;
/** 现对《X》第五条解释如下; 《X》第五条所称甲，是指乙 */
const INTERPRETED =
  /^[^。；《，]{0,20}(?:解释如下|(?:作|做)出?(?:如下|以下)解释)|^(?:中|规定)?(?:所称|的“)[^。；《]{0,60}?(?:是指|包括)/;
const REPLIED = /^[^。；，]{0,20}?(?:收悉|悉)/;
const FORWARDED = /^[^。；]{0,30}?(?:转发|批转)给?(?:你[们局县市区委办厅单]|各)/;
const FORWARDING = /(?:转发|批转)[^，。；]{0,20}$/;
const INTERPRETING = /关于(?:适用|执行|审理适用)?$/;
const ENACTING =
  /(?:制定|制订|编制|修订)(?:了)?本|提出(?:如下|以下)|(?:如下|以下)(?:实施)?(?:意见|通知|决定|措施|要求|政策)|(?:通知|决定|通告|公告|批复|规定|解释|政策)如下|结合[^，。]{0,10}实际|现印发|特制定|特作|[，,]决定|确定我|现就|现将|现对/;

interface Trigger {
  readonly words: RegExp;
  readonly relation: (around: Surroundings) => CitationRelation;
}

/** In a clause: the last match before the mention wins, so longer forms stand first in each alternation. */
const TRIGGERS: readonly Trigger[] = [
  { words: /根据|依据|遵照/g, relation: () => 'basis' },
  {
    words: /依照|按照|比照/g,
    relation: ({ before, after, opening }) =>
      opening && ENACTING.test(after) && !/应当?|要/.test(before.slice(-12)) ? 'basis' : 'applies',
  },
  {
    words:
      /贯彻落实|贯彻执行|贯彻实施|组织实施|推进实施|全面实施|认真执行|严格执行|贯彻|落实|实施(?!办法|条例|细则|方案|意见|以来|后|前|之|的|情况|中)/g,
    relation: () => 'implements',
  },
  { words: /参照|适用|(?<!贯彻|认真|严格)执行|符合|对照/g, relation: () => 'applies' },
];
/** 《…》 and （…） between trigger and mention are members of its list, not a new clause. */
const LISTED = /《[^《》]*》|（[^（）]*）/g;
const FARTHEST = 36;

/** 根据《A条例》《B办法》等规定，结合本市实际，制定本办法 gives basis with 根据 for both. */
export function relationOf(around: Surroundings): Relation {
  return bySequel(around) ?? byListTitle(around) ?? byTrigger(around) ?? MENTIONS;
}

/** Words of a title that govern what is named right behind them, and words behind it that say what is done with it. */
const TITLE_HEADS: readonly (readonly [CitationRelation, RegExp])[] = [
  ['amends', /(?:修改|修正|修订)(?:部分|有关|了)?$/],
  ['repeals', /(?:废止|宣布失效|停止执行)(?:部分|有关|了)?$/],
  ['forwards', /(?:转发|批转)[^《》]{0,24}$/],
  // A reply that approves a plan does not interpret it.
  ['mentions', /(?:同意|批准)[^《》]{0,24}$/],
  ['implements', /(?:贯彻落实|贯彻执行|贯彻实施|贯彻|落实|实施)[^《》]{0,24}$/],
];
const TITLE_TAILS: readonly (readonly [CitationRelation, RegExp])[] = [
  ['amends', /^的?(?:修正案|补充规定|修改决定|有效期)/],
  ['interprets', /^.{0,40}(?:解释|答复|批复|问题的规定|问题的意见)(?:（[^（）]*）)?$/],
  ['implements', /^的?(?:实施|若干|补充)?(?:办法|条例|细则|意见|方案|规定)(?:（[^（）]*）)?$/],
];

/** A mention in the title of the citing document itself: 关于修改《X》的决定, 关于贯彻鲁政发〔2017〕5号文件…的通知. */
export function relationInTitle(before: string, after: string): Relation {
  for (const [side, forms] of [
    [before, TITLE_HEADS],
    [after, TITLE_TAILS],
  ] as const)
    for (const [relation, words] of forms) {
      const trigger = words.exec(side)?.[0];
      if (trigger !== undefined)
        return { relation, trigger: side === before ? trigger.slice(0, 4) : trigger.slice(-4) };
    }
  return MENTIONS;
}

function bySequel({ before, after }: Surroundings): Relation | null {
  const repealed = REPEALED.exec(after);
  if (repealed !== null && !NOT_REPEALED.test(repealed[0])) return said('repeals', repealed[0]);
  if (REPLACED.test(after)) return said('repeals', REPLACED.exec(after)?.[0] ?? '');
  if (LAPSED.test(after)) return said('repeals', LAPSED.exec(after)?.[0] ?? '');
  if (DECLARING.test(before) && DECLARED.test(after)) return said('repeals', DECLARED.exec(after)?.[0] ?? '');
  const replied = REPLIED.exec(after);
  if (replied !== null) return said('replies', replied[0]);
  const forwarded = FORWARDED.exec(after);
  if (forwarded !== null) return said('forwards', forwarded[0]);
  const amended = AMENDED.exec(after);
  if (amended !== null && !PLANNED.test(before)) return said('amends', amended[0]);
  const changed = CHANGED.exec(after) ?? (EXTENDING.test(before) ? EXTENDED.exec(after) : null);
  if (changed !== null && !PLANNED.test(before)) return said('amends', changed[0]);
  const stands = STANDS.exec(after)?.[0];
  if (stands !== undefined) return said(/有效期/.test(stands) ? 'amends' : 'mentions', stands);
  const interpreted = INTERPRETED.exec(after);
  if (interpreted !== null) return said('interprets', interpreted[0]);
  // 具体标准按《X》执行
  if (/[按从]$/.test(before) && /^[^，。；]{0,12}(?:执行|办理|处理)/.test(after))
    return { relation: 'applies', trigger: before.slice(-1) };
  if (/以$/.test(before) && RESTED_ON.test(after)) return { relation: 'basis', trigger: '以' };
  const revised = REVISED.exec(after);
  if (revised !== null && OBJECT.test(before) && !PLANNED.test(before)) return said('amends', revised[0]);
  const carriedOut = CARRIED_OUT.exec(after);
  if (carriedOut !== null && TO_SECURE.test(before)) return said('implements', carriedOut[0]);
  return null;
}

/** The end of the words that matched is the trigger: 同时废止, not all that stands before it. */
const said = (relation: CitationRelation, words: string): Relation => ({
  relation,
  trigger: words.slice(-12).replace(/^.*[“”：]/, ''),
});

/** 第一百三十三条之二（《刑法修正案（十一）》第二条）; 票据法没有规定的，适用《民法典》: no item of such a list. */
const NO_LIST_ITEM = /[，（条]|违反|触犯|符合|参照|适用|执行|根据|依据|依照|按照|遵照|贯彻|落实|为了?/;

/** 民法典第六百二十一条规定的“二年”是最长期限: a sentence, no row. */
const GOES_ON = /^(?:规定|所称|关于|的规定)/;

/** Lists of what is repealed or amended stand in paragraphs of their own, which say nothing themselves. */
function byListTitle({ before, after, title, leads, row }: Surroundings): Relation | null {
  const lead = before.replace(/^[\s\d|一二三四五六七八九十（）.、．]+/, '');
  const bare = lead.length <= (row ? 30 : 12) && (row || after.length <= 20) && !NO_LIST_ITEM.test(lead);
  return bare && !GOES_ON.test(after) ? listRelation([...leads, title]) : null;
}

function byTrigger(around: Surroundings): Relation | null {
  const { before } = around;
  const repealing = REPEALING.exec(before);
  if (repealing !== null && !PLANNED.test(before.slice(0, repealing.index)))
    return { relation: 'repeals', trigger: repealing[0] };
  const amending = AMENDING.exec(before);
  if (amending !== null && !PLANNED.test(before.slice(0, amending.index)))
    return { relation: 'amends', trigger: amending[0] };
  const forwarding = FORWARDING.exec(before);
  if (forwarding !== null) return { relation: 'forwards', trigger: forwarding[0].slice(0, 2) };
  if (INTERPRETING.test(before) && /^[^。；]{0,40}(?:解释|答复)/.test(around.after))
    return { relation: 'interprets', trigger: '解释' };
  return nearestTrigger(around);
}

function nearestTrigger(around: Surroundings): Relation | null {
  const stretch = around.before.slice(-240).replace(LISTED, '');
  let nearest: { at: number; word: string; trigger: Trigger } | null = null;
  for (const trigger of TRIGGERS)
    for (const match of stretch.matchAll(trigger.words))
      if (nearest === null || match.index >= nearest.at) nearest = { at: match.index, word: match[0], trigger };
  if (nearest === null) return null;
  const gap = stretch.slice(nearest.at + nearest.word.length);
  if (gap.length > FARTHEST || /[，：]/.test(gap.replace(/^[^，]{0,24}印发的/, ''))) return null;
  return { relation: nearest.trigger.relation(around), trigger: nearest.word };
}
