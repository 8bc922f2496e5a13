/** The lines by which a document is known: titles, issuers, addressees, dates, registration numbers, print notes, back matter. */
import { DATE_PATTERN } from '../text/dates.ts';

/** 文种 and the names of regulations that a title ends with; the longest first where one contains another. */
const TITLE_ENDS = [
  '实施细则',
  '实施意见',
  '实施方案',
  '实施办法',
  '行动计划',
  '工作要点',
  '通知',
  '通告',
  '公告',
  '公报',
  '决定',
  '决议',
  '命令',
  '意见',
  '通报',
  '报告',
  '请示',
  '公示',
  '决定书',
  '批复',
  '建议',
  '答复',
  '议案',
  '复函',
  '函',
  '纪要',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '规程',
  '规范',
  '准则',
  '守则',
  '指引',
  '导则',
  '章程',
  '方案',
  '规划',
  '计划',
  '要点',
  '指南',
  '标准',
  '目录',
  '制度',
  '解释',
  '条约',
  '协定',
  '公约',
  '议定书',
  '预案',
  '安排',
  '纲要',
  '名录',
  '清单',
  '措施',
  '政策',
  // 依法, 执法 and the like end a line of a title, not the title.
  '(?<![依执司立普违守方合用])法',
  '令',
  '名单',
  '任免',
  '职务',
  '办理',
  '说明',
  '讲话',
  '致辞',
] as const;
const ENDS = `(?:${TITLE_ENDS.join('|')})`;
/** …办法（试行）, …的通知; a title that forwards a notice may end with the title of that: 转发财政部《关于…的通知》 */
export const TITLE_END = new RegExp(
  `${ENDS}(?:（[^（）]{1,24}）)*$|(?:转发|批转)[^《》]{0,60}《[^《》]{4,120}${ENDS}》$`,
);

/** A line that is nothing but the name of a body. */
export const ISSUER_LINE =
  /^(?:国务院|中共中央)$|^(?:中共|中国共产党)?[\p{Script=Han}、]{2,30}(?:人民政府|人民政府办公厅|人民政府办公室|政府办公厅|政府办公室|国务院|国务院办公厅|委员会|委员会办公厅|委员会办公室|委办公厅|委办公室|常务委员会|常委会|委|管委会|法院|检察院|[部厅局署处]|办公厅|办公室|银行|[分支]行|总局|总署|协会|[监保]会|[总支]队|办)$/u;
/** A title that begins with its issuer in the same line: 某某市人民政府关于…, 某某省人民政府公告, 某某县人民政府拟征收土地启动公告. */
export const ISSUED_TITLE =
  /^(?:中共|中国共产党)?[\p{Script=Han}、]{0,40}(?:政府|国务院|委员会|[市省区县州]委|管委会|法院|检察院|[部厅局署]|办公厅|办公室|银行|总局|总署|委|国务院\p{Script=Han}{2,6}办)(?:印发|关于|转发|批转|公告$|通告$|令$|任免)|^\p{Script=Han}{2,20}人民政府\p{Script=Han}{2,20}(?:公告|通告)$/u;
/** 全国人民代表大会常务委员会任免名单, …决定任免驻外大使名单, …任命的名单 */
export const APPOINTED_LIST = /(?:任免|任命|免职|免去)[\p{Script=Han}]{0,10}名单$/u;
/** 某某县人民政府拟征收土地启动公告: a body, its matter in a few words, and a kind that needs neither 关于 nor 的. */
export const NOTICE_TITLE =
  /^[\p{Script=Han}]{2,24}(?:政府|政府办公室|政府办公厅|委员会|管委会|法院|检察院|局|厅|办公室|指挥部)(?!关于|印发|转发)\p{Script=Han}{2,24}(?:公告|通告|公示|决定书|令)$/u;
/** Lists of appointments have neither number nor addressee. */
export const APPOINTMENTS =
  /^[\p{Script=Han}]{2,20}(?:(?:19|20)\d{2}年(?:\d{1,2}月份?)?)?(?:人事任免|任免(?:国家)?(?:工作|机关工作)?(?:人员|干部|名单))$/u;
/** The heading of a part of the gazette, between documents: 【市政府文件】, ·领导讲话·, 部门规范性文件. A line of marks alone may be long. */
export const SECTION =
  /^[【[]\s*[^】\]]{2,16}[】\]]$|^(?=.{4,40}$)([·•◆◇★☆■□●▲※])\1*\s*[^，。；：\d]{2,16}?\s*\1+$|^(?:国务院|中央|[省市县区州])?(?:委|人大|政府|政府办公厅|政府办公室|人民政府|人民政府办公厅|人民政府办公室|办公厅|(?:政府)?(?:各?部门|委、办、局|委办局)|部委|直属机构)?(?:法规|规章|文件|规范性文件|令|人事任免|人事信息|政策解读|大事记|公文选登|领导讲话|重要讲话|政务要闻|政务动态|法规规章|地方性法规|专题报道)$/;
/** 份号, 密级, 紧急程度 (GB/T 9704-2012 §7.2.1–7.2.3) stand above everything else. */
export const HEAD_MARK = /^(?:特急|特提|加急|平急|急件|(?:绝密|机密|秘密)(?:★.{1,8})?|\d{6})$/;
/** A row of the table over a page of a government site (政府信息公开目录): 索引号： …, 发文字号： … */
export const PAGE_TABLE =
  /^【(?:发布单位|发布文号|发布日期|生效日期|失效日期|文件来源|所属类别)】|^您?(?:当前|现在|所在)?(?:所在)?的?位置：|^(?:索引号|主题分类|信息分类|体裁分类|服务对象|发文机关|发布机构|发布机关|成文日期|发文日期|发布日期|生成日期|公开日期|标题|名称|信息名称|发文字号|文号|公开方式|有效性|时效性|关键词|内容概述|来源|发布时间)：/;
/** A line with which a title begins behind its issuer. */
export const TITLE_START = /^(?:关于|印发|转发|批转|颁发|公布|发布|修改|废止|对.{2,40}(?:建议|提案|议案)的答复)/;
/** Its first two characters are no stops; what follows them may be anything, so that a long line is read once. */
const ADDRESSEE_FORM = /^[^，。；]{2}.*：$/u;
/** 渝文审〔2021〕12号: the review of its legality, registered above the title of a document with a number of its own. */
export const REVIEW_NUMBER = /^\p{Script=Han}{1,8}(?:文审|审|备|登)[〔[（]\d{4}[〕\]）]\d{1,5}号$/u;
export const DATE_LINE = new RegExp(`^${DATE_PATTERN}。?$`);
/** 题注: 2002年8月29日 第九届…通过; （2019年4月3日…公布） */
export const ADOPTION_NOTE = new RegExp(
  `^[（(]?\\s*${DATE_PATTERN}.{0,200}(?:通过|公布|发布|批准|修正|修订|修改|施行|实施|废止|印发|会议)|^（.*(?:通过|修正|修订|公布|批准).*）$|^（?${DATE_PATTERN}）?$|^（?${DATE_PATTERN}[，\\s]{0,2}[\\p{Script=Han}、]{2,20}[部委局院署厅]）?$`,
  'u',
);
/** ——2021年3月25日在某某省人民代表大会常务委员会第二十五次会议上, under a report or a speech; （2021年8月3日）goes for both. */
export const SPOKEN_NOTE = new RegExp(
  `^[（—-]*(?:${DATE_PATTERN})?[）\\s]*[在于].{2,60}(?:会议|大会|座谈会|仪式|论坛|会)上?）?$`,
);
export const PRINT_NOTE = new RegExp(`^（?[^，。；]{0,40}${DATE_PATTERN}\\s*印发）?$`);
/** 济南市人民政府2021年9月9日: name and date in one line. */
export const SIGNATURE_WITH_DATE = new RegExp(
  `^([^，。；：]{2,60}?(?:政府|厅|室|院|局|部|委|会|署|行|省长|市长|总理|主席))\\s*(${DATE_PATTERN})$`,
);
/** 总理 李克强; 市长：某某 */
export const SIGNER =
  /^(?:代)?(?:中华人民共和国)?(?:总理|主席|省长|市长|州长|区长|县长|部长|局长|主任|行长|署长|院长|检察长)：?\s*\p{Script=Han}{2,4}$/u;
/** 公安部部长 某某某, 国务院总理 某某某, right above the date; 省长 alone, where a page leaves the name to an image. */
export const SIGNER_OF_BODY =
  /^\p{Script=Han}{2,14}?(?:总理|主席|部长|主任|署长|行长|省长|市长|州长|区长|县长|局长|院长|检察长)：?\s*\p{Script=Han}{2,4}$/u;
export const OFFICE = /^(?:代)?(?:总理|主席|省长|市长|州长|区长|县长|部长|局长|主任)$/;
/** The menus of a site, in a line: 热门站点|某某网|某某论坛, 收藏本站|设为首页 */
export const PAGE_MENU =
  /\|[^|]+\||^(?:首页|网站首页|返回顶部|返回首页|本站搜索|搜索|收藏本站|设为首页|联系我们|免责声明)(?:$|\|)/;
export const COPIES = /^(?:抄送|抄报|分送)：/;
export const ATTACHMENTS = /^附件?[：:]/;
export const ANNEX_MARK = /^附\s*[件表录]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[：:]?$/;
/** 附注 (GB/T 9704-2012 §7.3.7) and the remark on publicity: （此件公开发布）, （信息公开形式：主动公开）, （本文有删减） */
export const NOTE =
  /^(?:注：|（(?:此件|此文|本文|本件).{0,20}）|（?(?:信息)?公开(?:形式|方式|属性|选项|类别)：.{2,12}|（?(?:主动|依申请|不予)公开）?$|（联系(?:人|电话|单位|方式).*|（?联系人：.*|主题词：.*|（?附注：.*|【?字体：.*)/;
/** What begins the pages behind the last document: a notice about the gazette, its colophon. */
export const BACK_MATTER =
  /^(?:《[^》]{2,30}公报》简介|.{0,20}(?:主管主办|编辑出版|印刷单位|内部刊号|国内统一刊号|国际标准刊号|邮发代号|编辑部地址)：|.{0,12}公报(?:\d{4}年第\d+期)?主管主办)/;
/** A line of a colophon; a single one may also stand in a document. */
export const COLOPHON =
  /^(?:主管|主办|承办|编辑|出版|印刷|发行|编印)(?:单位|机关|部门|出版|发行)?[：:]|^(?:准印证号?|刊号|统一刊号|编辑部?|地址|邮编|邮政编码|电话|联系电话|传真|网址|电子邮箱|责任编辑|赠阅范围|发送范围|印数)[：:]/;
export const CONTENTS_HEAD = /^(?:目录|目次|本期目录|CONTENTS)$/i;
export const ENDS_SENTENCE = /[。！？；：…](?:”|’|"|）|》)*$/;

/** 各位人大代表：, 各科室，各站所，各村：: whom a county, a township or an office writes to, all of them. */
const ALL_OF_THEM =
  /^(?:各|全体|广大|有关|市直|县直|区直)[^。；]*(?:代表|委员|科室|股室|站所|村|社区|街道|乡|镇|园区|开发区|[市县区]|居民|市民|业主|群众|用户|商户|经营者|协会)[）：、，]/;

/** Bodies of any kind, and nothing that a sentence says: 各区县人民政府，市政府各部门（单位）：; whom a report speaks to: 委员长、各位副委员长、秘书长、各位委员： */
export function looksLikeAddressee(text: string): boolean {
  if (/^(?:委员长、|主任、|主席团、?)?各位(?:代表|委员|副委员长|副主任)[^，。；]{0,30}：$/.test(text)) return true;
  return (
    ADDRESSEE_FORM.test(text) &&
    (/(?:政府|部门|单位|委|局|厅|部|处|院|会|办|公司|机构|直属|企业|学校|同志|行|署|社|中心|代表|委员|先生|女士)[）：、，]/.test(
      text,
    ) ||
      ALL_OF_THEM.test(text)) &&
    !/如下：|以下|通知|通告|公告|《|决定/.test(text)
  );
}
