/**
 * Which 《…》 names a law, regulation or official document. Books, exhibitions, leaflets, forms, certificates and programmes
 * also stand in 《》; they are told apart by how their titles end and by the verb before them.
 */

/** Endings of laws, regulations and official documents (GB/T 9704-2012; 立法法; 规章制定程序条例), longest forms not needed. */
const ENDING =
  /(?:法|法典|条例|办法|规定|细则|规则|决定|决议|意见|通知|通告|公告|公报|批复|复函|方案|规划|纲要|计划|要点|安排|规程|规范|标准|准则|章程|制度|目录|名录|政策|措施|指南|指引|解释|答复|请示|命令|令|宪法|公约|协定|议定书|条约|预案|导则|通则|总则|税则|守则|清单|大纲|宣言|修正案|备忘录|分工|事项|[一二三四五六七八九十\d]+条|体系|政府工作报告|十项规定|函)$/;
/** （试行） （2020年版） （2021—2025年） behind the ending say nothing of it. */
const TAIL =
  /(?:（[^（）]{1,20}）|〔[^〔〕]{1,20}〕|\d{4}年?(?:版|本)?|试行|暂行|草案|征求意见稿|修订稿|第[一二三四五六七八九十\d]+[批版号])$/;
/** Titles that end like documents but are forms, courses, leaflets and the like. */
const NOT_DOCUMENTS =
  /(?:^(?:世界|人类).{0,16}名录|^.{0,6}(?:书法|语法|算法|做法|看法|想法|说法|用法|方法|疗法)|办事指南|服务指南|操作指南|使用指南|旅游指南|投资指南|宣传.{0,4}(?:指南|标准)|军令|口令|施工方案|设计方案|应急处置方案|生活方式指引|年度计划|财务计划)$/;
/** Too general to name one document: 《办法》 stands for something named before. */
const GENERAL =
  /^(?:(?:本|该|上述|新|原)?(?:实施)?(?:办法|规定|意见|通知|方案|细则|条例|决定|规划|计划|纲要|目录|清单|标准|规范|要点|措施|制度|公告|通告|批复|函|应急预案|管理办法|实施方案|实施细则|工作方案|行动计划|管理制度|指导意见|实施意见|若干意见|若干规定|暂行办法))$/;
/** Verbs of making or filling in a paper: 填写《…登记表》, 研究制定《…清单》. What they govern need not exist yet. */
const MAKING =
  /(?:填写|填报|提交|出具|签订|签署|颁发|核发|取得|领取|发放|张贴|举办|推出|编写|编印|印制|播出|出版|展出|观看|(?:研究|抓紧|尽快|适时|加快|及时|组织|梳理)(?:起草|制定|制订|编制|出台|公布|形成)|起草)(?:了|完善|公布|形成|一批)?$/;
/** Lists and the like count only with somebody’s name: 《山东省…通用清单》. */
const WEAK_ENDING = /(?:清单|事项|体系|安排|分工|大纲|宣言|函|备忘录|指南|指引|计划|制度|措施|方案|预案|守则)$/;
/** 《长三角生态绿色一体化发展示范区总体方案》 is one plan; 《应急预案》 is anybody’s. */
const TELLING_LENGTH = 12;
/** A place, a body or the state at the head of a title. */
const NAMED_BODY =
  /^(?:中华人民共和国|中共|中国|国务院|国家|全国|最高人民|教育部|财政部|\p{Script=Han}{2,8}(?:省|市|县|区|州|盟|旗)|\p{Script=Han}{2,12}(?:部|委|局|厅|办|总局|委员会|人民政府|法院|检察院)|关于|〈|\d{4}年)/u;

/** Somebody issues it, or somebody must follow it. */
const OF_OR_UNDER =
  /(?:部|委|局|厅|省|市|县|区|办|院|中央|国家|政府|(?:印发|发布|出台|公布|下发|制定|修订)的|贯彻|落实|根据|依据|按照|依照|执行|实施|符合|参照|对照|遵照)[：“]?$/;
const TO_CARRY_OUT = /(?:贯彻|落实)$/;
const TO_FOLLOW = /(?:贯彻|落实|根据|依据|依照|按照)$/;

export interface TitleContext {
  /** The words of the clause right before 《, before the first 《 of a list of titles. */
  readonly before: string;
  /** Whether a document number stands with the title. */
  readonly numbered: boolean;
  /** Whether it stands in a list with titles that are known for documents by themselves. */
  readonly listed: boolean;
}

/** Whether 《title》 names a law, regulation or official document: 《城市绿化条例》 does, 《考古圣地文明之星》 does not. */
export function isOfficialTitle(title: string, { before, numbered, listed }: TitleContext): boolean {
  if (numbered) return true;
  const stem = withoutTail(title.replace(/\s/g, ''));
  if (stem.length < 2 || GENERAL.test(stem) || MAKING.test(before)) return false;
  if (NOT_DOCUMENTS.test(stem)) return false;
  // 贯彻落实《中国制造2025》; 根据《城市绿化条例》《山东省城市精细化管理标准：市容市貌管理》: documents under names of their own.
  if (!ENDING.test(stem)) return TO_CARRY_OUT.test(before) || (listed && TO_FOLLOW.test(before));
  return !WEAK_ENDING.test(stem) || stem.length >= TELLING_LENGTH || NAMED_BODY.test(stem) || OF_OR_UNDER.test(before);
}

/** 《实施意见》, 《办法》: only a short name of something else. */
export function isGeneralTitle(title: string): boolean {
  return GENERAL.test(withoutTail(title.replace(/\s/g, '')));
}

function withoutTail(title: string): string {
  let stem = title;
  for (let cut = stem.replace(TAIL, ''); cut !== stem && cut !== ''; cut = stem.replace(TAIL, '')) stem = cut;
  return stem;
}
