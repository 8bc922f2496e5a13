/** 文种: the kind of document that a title ends with. */

/**
 * The fifteen kinds of 党政机关公文处理工作条例 art. 8, and those of laws, regulations and plans. A longer ending comes before
 * one that it contains; what is not the kind's own name maps to it (复函 is a 函).
 */
const KINDS: readonly (readonly [ending: string, type: string])[] = [
  ['通知', '通知'],
  ['意见', '意见'],
  ['通告', '通告'],
  ['公告', '公告'],
  ['公报', '公报'],
  ['决定书', '决定'],
  ['决定', '决定'],
  ['决议', '决议'],
  ['命令', '令'],
  ['通报', '通报'],
  ['报告', '报告'],
  ['请示', '请示'],
  ['公示', '公示'],
  ['批复', '批复'],
  ['答复', '答复'],
  ['议案', '议案'],
  ['建议', '建议'],
  ['复函', '函'],
  ['公函', '函'],
  ['函', '函'],
  ['会议纪要', '纪要'],
  ['纪要', '纪要'],
  ['修正案', '修正案'],
  ['条例', '条例'],
  ['规定', '规定'],
  ['办法', '办法'],
  ['细则', '细则'],
  ['规则', '规则'],
  ['守则', '守则'],
  ['规程', '规程'],
  ['规范', '规范'],
  ['准则', '准则'],
  ['章程', '章程'],
  ['解释', '解释'],
  ['方案', '方案'],
  ['规划', '规划'],
  ['纲要', '纲要'],
  ['计划', '计划'],
  ['要点', '要点'],
  ['措施', '措施'],
  ['政策', '政策'],
  ['制度', '制度'],
  ['标准', '标准'],
  ['预案', '预案'],
  ['指南', '指南'],
  ['指引', '指引'],
  ['目录', '目录'],
  ['名录', '名录'],
  ['清单', '清单'],
  ['名单', '名单'],
  ['安排', '安排'],
  ['协定', '协定'],
  ['公约', '公约'],
  ['条约', '条约'],
  ['议定书', '议定书'],
  ['宣言', '宣言'],
  ['宪法', '法'],
  ['法典', '法'],
  ['法', '法'],
  ['令', '令'],
];
/** Every 文种 once, the statutory kinds first. */
export const DOCUMENT_TYPES: readonly string[] = [...new Set(KINDS.map(([, type]) => type))];

/** 中共中央办公厅国务院办公厅印发《…意见》: how the two offices print what they issue together; 海关总署公告2021年第16号（关于…的公告） */
const ISSUED = /(?:印发|公布|发布)《([^《》]+)》$|第\d+号（(关于.*)）$/;
const TAIL = /(?:（[^（）]*）|\d{4}年?(?:版|本)?|(?<=(?:转发|批转).{4,200})》)$/;
/** 关于若干问题的解释（三） and 中华人民共和国刑法修正案（十一） keep their kind before the bracket. */
const MOST_TAILS = 4;

/** “…关于促进建筑业高质量发展的实施意见” gives 意见. Null when the title ends with no kind: 关于某某同志任职. */
export function readType(title: string): string | null {
  const [, issued, numbered] = ISSUED.exec(title) ?? [];
  let stem = issued ?? numbered ?? title;
  for (let n = 0; n < MOST_TAILS && TAIL.test(stem); n++) stem = stem.replace(TAIL, '');
  return KINDS.find(([ending]) => stem.endsWith(ending))?.[1] ?? null;
}
