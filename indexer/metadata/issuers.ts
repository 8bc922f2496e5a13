/**
 * 发文机关: the bodies that issue a document, in order, joint ones apart. From the head of the title, else the masthead, the
 * signature, and for laws the note of adoption. Bodies are known by their form, never by a list of places.
 */

import type { SplitDocument } from '../split/split-document.ts';
import { DATE_PATTERN } from '../text/dates.ts';
import { readSpeaker } from '../text/speaker.ts';

/** What a title goes on with behind its issuer. */
const MATTER =
  /(?:关于|印发|转发|批转|颁发|公布|发布|修改|废止|任免|批准|同意|表彰|决定(?:任免|任命|免去)|任命的|(?:\d{4}年(?:\d{1,2}月份?)?)?人事任免|(?:党组|常务|全体|专题|办公)?会议纪要|令(?:$|第)|公告(?:$|第)|通告(?:$|第)|在.{2,20}调整)/;
/** 某某县人民政府征收土地预公告: a notice of few words names its issuer without 关于. */
const NOTICE =
  /^(\p{Script=Han}{2,24}?(?:人民政府|政府办公室|委员会|管委会|[局厅院]))\p{Script=Han}{2,24}(?:公告|通告|公示|决定书)$/u;
const PLACE =
  '[^厅委府局部院会办室\\P{Script=Han}]{1,8}?(?:特别行政区|自治区|自治州|自治县|地区|新区|高新区|开发区|省|市|县|区|州|盟|旗|镇|乡|街道)';
/** Endings of the names of bodies; a longer one before one that it contains. */
const BODY_END =
  '(?:中共中央|人民代表大会常务委员会|人大常委会|人民代表大会|人民政府办公厅|人民政府办公室|政府办公厅|政府办公室|人民政府|国务院办公厅|国务院|委员会办公厅|委员会办公室|[省市县区州旗]?委办公[厅室]|常务委员会|军事委员会|管理委员会|委员会|管委会|人民法院|人民检察院|中央办公厅|办公厅|办公室|总局|总署|指挥部|领导小组|警备区|军区|银行|[分支]行|联合会|总工会|协会|学会|支队|大队|总队|调查队|中心|党组|市委|省委|县委|区委|州委|旗委|部|委|厅|局|署|院|办|处|会)';
const BODY = new RegExp(`^(?:中共|中国共产党)?\\p{Script=Han}{0,24}?${BODY_END}$`, 'u');
const BODY_ENDS = new RegExp(BODY_END, 'gu');
const LONGEST_RUN = 120;
/** Where the next of several joint bodies may begin. */
const NEXT_BODY = new RegExp(
  `^(?:中共|中国|中央|中华|共青团|国务院|全国|国家|最高人民|教育部|科学技术部|科技部|工业和信息化部|公安部|安全部|民政部|司法部|财政部|人力资源|自然资源部|生态环境部|住房|交通运输部|水利部|农业|商务部|文化|卫生|退役军人|应急管理部|人民银行|审计署|海关总署|税务总局|市场监管|广电总局|体育总局|统计局|银保监会|证监会|${PLACE}(?![分支]行))`,
  'u',
);
/** 某某省第十一届人民代表大会常务委员会 is the same body in every term. */
const TERM = /第[一二三四五六七八九十]{1,3}届(?=人民代表大会|委员会)/g;
/** 国家税务总局江门市税务局 is one body: a national one and its branch in a place. */
const BRANCHES: readonly (readonly [RegExp, RegExp])[] = [
  [/税务总局$/, /税务局$/],
  [/(?:监督管理委员会|监督管理总局|[监保]会|能源局)$/, /监管(?:分?局|支局)$/],
  [/外汇管理局$/, /分局$|外汇管理部$/],
  [/统计局$/, /调查(?:总)?队$/],
  [/财政部$/, /监管局$/],
  [/交通运输部$/, /海事局$/],
];
const DATE = new RegExp(`${DATE_PATTERN}.*$`);
/** 市长 某某; 总理：某某 */
const SIGNER =
  /^(?:代)?(?:总理|主席|委员长|省长|市长|州长|区长|县长|部长|局长|主任|行长|署长|院长|检察长)[：:\s]*\p{Script=Han}{2,4}$/u;
const MASTHEAD_WORDS = /(?:文件|令|公告|函)$/;
/** 中华人民共和国国务院, 中华人民共和国公安部: known without it. */
const STATE = /^(?:根据|由|经)?中华人民共和国(?=.)/;
const DATES = new RegExp(DATE_PATTERN, 'g');
/** 第十三届全国人民代表大会常务委员会第十次会议通过; 济南市第十七届人民代表大会常务委员会第五次会议通过 */
const ADOPTED_BY =
  /((?:[^|\s经由\P{Script=Han}]{2,12}?(?:省|市|自治区|自治州|自治县|县))?)(第?[一二三四五六七八九十]{1,3}届)?(全国人民代表大会常务委员会|全国人民代表大会|人民代表大会常务委员会|人民代表大会|人大常委会)/u;
/** 国务院令第588号公布; 国务院、中央军事委员会令第3号; 公安部令第125号 */
const ORDERED_BY = /([^|，。；（）《》]{2,48}?)(?:令|第\s*\d+\s*号令)(?=\s*[（第]|[^\p{Script=Han}]|公布|发布)/u;
/** 国务院发布; 教育部公布 */
const PUBLISHED_BY =
  /(国务院|[^|\s\P{Script=Han}]{2,14}?(?:部|委员会|总局|总署|人民政府|人民银行))(?:颁布|发布|公布|批准|制定)/u;

/** 中共某某市委办公厅 / 某某市人民政府办公厅 / 印发…的通知 gives both offices. Empty when nothing in the document names one. */
export function readIssuers(document: SplitDocument, title: string): string[] {
  const signed = bodiesOf(document.signature.map(({ text }) => text));
  const headed = issuersOfTitle(document, title);
  if (headed.length > 0) return signed.length > headed.length && signed[0] === headed[0] ? signed : headed;
  if (signed.length > 0) return signed;
  if (/^中华人民共和国主席/.test(document.masthead ?? '')) return ['中华人民共和国主席'];
  const masthead = bodiesOf([
    (document.masthead ?? '').replace(MASTHEAD_WORDS, '').replace(/^中华人民共和国(?=国务院)/, ''),
  ]);
  if (masthead.length > 0) return masthead;
  const note = document.adoptionNote.map(({ text }) => text);
  const under = bodiesOf(note.filter((line) => BODY.test(line.replace(/\s/g, ''))));
  if (under.length > 0) return under;
  const speaker = note.map(readSpeaker).find((body) => body !== null);
  return speaker == null ? adoptedBy(note.join('')) : splitBodies(speaker);
}

/** Lines of the title that are bodies by themselves say where one ends; else the run before 关于 is taken apart. */
function issuersOfTitle(document: SplitDocument, title: string): string[] {
  const at = title.search(MATTER);
  const notice = NOTICE.exec(title)?.[1];
  if (notice !== undefined && !/关于/.test(title)) return splitBodies(notice);
  if (at < 2) return [];
  const head = title.slice(0, at);
  const lines = document.titleLines.map(({ text }) => text.replace(/\s/g, ''));
  const whole: string[] = [];
  for (const line of lines) {
    if (!BODY.test(line) || !head.includes(line)) break;
    whole.push(...splitBodies(line));
  }
  return whole.join('') === head ? whole : splitBodies(head);
}

/** Bodies in lines of a masthead or signature; dates and signers' names are left out. */
function bodiesOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    if (SIGNER.test(line.trim())) return [];
    return line
      .replace(DATE, '')
      .split(/\s{1,}(?=\p{Script=Han}{3,})/u)
      .flatMap((part) => splitBodies(part.replace(/[\s（）]/g, '')));
  });
}

/** 山东省民政厅山东省财政厅 gives both. Empty when the run is no sequence of bodies. */
export function splitBodies(run: string): string[] {
  const text = run.replace(/\s/g, '').replace(TERM, '');
  if (text.length > LONGEST_RUN) return [];
  return text.split('、').flatMap((part) => splitRun(part, new Map()));
}

/** What is left of a run is known by its length, so that no tail is tried twice. */
function splitRun(text: string, tried: Map<number, readonly string[]>): readonly string[] {
  const known = tried.get(text.length);
  if (known !== undefined) return known;
  tried.set(text.length, []);
  for (const match of text.matchAll(BODY_ENDS)) {
    const end = match.index + match[0].length;
    const first = text.slice(0, end);
    const rest = text.slice(end);
    if (rest === '' || first.length < 3 || !BODY.test(first) || !NEXT_BODY.test(rest)) continue;
    const others = splitRun(rest, tried);
    if (others.length === 0 || isBranch(first, others[0] ?? '')) continue;
    tried.set(text.length, [first, ...others]);
    return [first, ...others];
  }
  const whole = text.length >= 2 && BODY.test(text) ? [text] : [];
  tried.set(text.length, whole);
  return whole;
}

const isBranch = (body: string, next: string): boolean =>
  BRANCHES.some(([whole, branch]) => whole.test(body) && branch.test(next) && !next.startsWith('国家'));

/** The first body that the note names: who passed or ordered the text, not who amended it later. */
function adoptedBy(note: string): string[] {
  const text = note.replace(DATES, '|');
  // 1990年3月10日，铁道部: how compilations of laws say who issued a rule.
  const alone = /^[（|\s]+，?\s*([\p{Script=Han}、]{2,20}[部委局院署厅])）?$/u.exec(text)?.[1];
  if (alone !== undefined) return splitBodies(alone);
  const adopted = ADOPTED_BY.exec(text);
  const ordered = ORDERED_BY.exec(text) ?? PUBLISHED_BY.exec(text);
  if (adopted !== null && (ordered === null || adopted.index <= ordered.index)) {
    const place = adopted[1] ?? '';
    const body = (adopted[3] ?? '').replace('人大常委会', '人民代表大会常务委员会');
    return place === '' && !body.startsWith('全国') ? [] : [`${body.startsWith('全国') ? '' : place}${body}`];
  }
  const bodies = (ordered?.[1] ?? '').split(/[、\s]+/).map((body) => body.replace(STATE, ''));
  return bodies.flatMap((body) => splitBodies(body));
}
