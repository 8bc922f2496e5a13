/** Titles that issue another text: 关于印发《X》的通知 issues X. Needed to describe a document and to know what it does not cite. */

const VERB = /印发|颁发|发布|公布|颁布|下发|批转|转发/;
const FORWARDING = /^(?:批转|转发)$/;
const CLOSING = /的?(?:通知|通告|公告|决定|令)(?:（[^（）]*）)?$/;
/** 中共中央办公厅国务院办公厅印发《…意见》 says no more than that. */
const BARE = /印发(?=《(?:[^《》]|《[^《》]*》)*》$)/;
const OUTER_TITLE = /《((?:[^《》]|《[^《》]*》)*)》(（[^（）]*）)?/g;
/** 《A》的通知, 《A》等三个办法的通知: all that is issued stands in 《》. */
const ONLY_TITLES = /^(?:\s*《(?:[^《》]|《[^《》]*》)*》(?:（[^（）]*）)?\s*(?:和|及|与|以及|、)?)+(?:等.{0,16})?$/;
/** How a text ends that one may issue; 关于公布…名单的通知 issues no work of its own. */
const WORK_END =
  /(?:办法|规定|细则|规则|方案|规划|纲要|计划|意见|要点|制度|规程|规范|标准|准则|政策|措施|安排|条例|预案|指南|导则|目录|清单|章程|分工|指引|十?条|工作要点|行动|体系|任务|大纲)(?:（[^（）]*）|\d{4}年?版?|\([^()]*\))*$/;
/** 转发市财政局等五部门制订的《关于…的意见》, 转发县教育局《…方案》: whose text it is. */
const AUTHORS = /^[^《》]{2,60}?(?:(?:制订|制定|拟订|拟定|起草|报送)的?|[委部局厅办院会署行]|部门|单位)(?=《)/;
const BEHIND_LISTS = /(?:名单|结果|通知|通报|情况|指导线|标准地名|代码)$/;

export interface IssuedTexts {
  readonly titles: readonly string[];
  /** 转发 and 批转 pass on a text of somebody else. */
  readonly forwards: boolean;
}

/** “…关于印发济南市促进数字创意产业发展行动计划（2020—2022年）的通知” gives that plan. Nothing for titles that issue no text. */
export function issuedTexts(title: string): IssuedTexts {
  const verb = CLOSING.test(title) ? VERB.exec(title) : BARE.exec(title);
  if (verb === null) return { titles: [], forwards: false };
  const object = title
    .slice(verb.index + verb[0].length)
    .replace(CLOSING, '')
    .replace(AUTHORS, '');
  const titles = titlesIn(object, /印发|颁发|下发/.test(verb[0]));
  return { titles, forwards: FORWARDING.test(verb[0]) };
}

function titlesIn(object: string, issues: boolean): string[] {
  if (ONLY_TITLES.test(object))
    return [...object.matchAll(OUTER_TITLE)].map((match) => `${match[1] ?? ''}${match[2] ?? ''}`);
  const plain = object.replace(/^〈(.*)〉$/, '$1');
  if (plain.length < 4 || BEHIND_LISTS.test(plain)) return [];
  return issues || WORK_END.test(plain) ? [plain] : [];
}
