/**
 * The names under which a document may be cited beside its own title: without its issuer or region, without （试行）, as a part of
 * a code, as the interpretation of a law. Pure; names-index.ts keeps them, resolving.ts looks them up.
 */
import { bareTitleKey } from '../text/title-key.ts';

/** How a name came to mean a document, surest first. */
export const NAME_KINDS = ['part', 'issuer', 'suffix', 'interpretation', 'region'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export interface TitleName {
  readonly key: string;
  readonly kind: NameKind;
}

/** （试行） （2019年修订） （一） stay out of a careless citation, unless they number one of several texts. */
const SUFFIX = /(?:（(?:试行|暂行|修订|修正|\d{4}年?(?:修订|修正|版|本)?)）)+$/;
/** 中华人民共和国民法典总则编, 某条例附则 */
const PART = /^(.*?(?:法典|条例|法))·?(?:第[一二三四五六七八九十]+编.*|[^的《》（）]{2,8}编|总则|附则)$/;
const INTERPRETATION =
  /^.*?(?:关于)?适用[《〈]([^《》〈〉]+)[》〉]([^的]{0,12}?)(?:若干问题|有关问题|具体问题)?的?(解释(?:（[^（）]{1,4}）)?)$/;
/** 某某省, 某某自治州, 某某市某某区 at the head of a title. */
const REGION =
  /^(?:\p{Script=Han}{2,10}?(?:省|自治区|特别行政区|自治州|地区|盟))?(?:\p{Script=Han}{2,8}?(?:市|自治县|县|区|旗|州))?/u;
/** 民法典; anything shorter is a word of any text. */
const SHORTEST = 3;

/** “济南市停车管理办法（试行）” of 济南市人民政府 gives 济南市停车管理办法 and 停车管理办法（试行）, with how each was come by. */
export function namesOf(title: string, issuers: readonly string[]): TitleName[] {
  const own = bareTitleKey(title);
  const names = new Map<string, NameKind>();
  const add = (name: string, kind: NameKind): void => {
    const key = bareTitleKey(name);
    if (key.length >= SHORTEST && key !== own && !names.has(key)) names.set(key, kind);
  };
  const part = PART.exec(title)?.[1];
  if (part !== undefined && part !== title && /编$|总则$|附则$/.test(title)) add(part, 'part');
  addIssuerForms(title, issuers, add);
  const plain = title.replace(SUFFIX, '');
  add(plain, 'suffix');
  const interpretation = INTERPRETATION.exec(title);
  if (interpretation !== null) add(interpretation.slice(1).join(''), 'interpretation');
  const region = REGION.exec(title)?.[0] ?? '';
  if (region !== '' && !/^(?:的|关于)/.test(title.slice(region.length))) {
    add(title.slice(region.length), 'region');
    add(plain.slice(region.length), 'region');
  }
  return [...names].map(([key, kind]) => ({ key, kind }));
}

/** 国务院办公厅关于… is cited as 《关于…》, and the other way round where the title leaves its issuer to the letterhead. */
function addIssuerForms(title: string, issuers: readonly string[], add: (name: string, kind: NameKind) => void): void {
  const about = title.indexOf('关于');
  if (about > 0 && !/[《（]/.test(title.slice(0, about))) add(title.slice(about), 'issuer');
  if (about !== 0 || issuers.length === 0) return;
  add(issuers.join('') + title, 'issuer');
  for (const issuer of issuers) add(issuer + title, 'issuer');
}

/** 济南市 of 济南市人民政府办公厅 and of 济南市停车管理办法; null for bodies of the state. */
export function regionOf(name: string): string | null {
  const region = REGION.exec(name)?.[0] ?? '';
  return region === '' ? null : region;
}

/** What lawyers call laws among themselves. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  民诉法: '民事诉讼法',
  刑诉法: '刑事诉讼法',
  行诉法: '行政诉讼法',
  道交法: '道路交通安全法',
  消保法: '消费者权益保护法',
  税收征管法: '税收征收管理法',
  知识产权海关条例: '知识产权海关保护条例',
  治安处罚法: '治安管理处罚法',
  环保法: '环境保护法',
  选举法: '全国人民代表大会和地方各级人民代表大会选举法',
  代表法: '全国人民代表大会和地方各级人民代表大会代表法',
  监督法: '各级人民代表大会常务委员会监督法',
  地方组织法: '地方各级人民代表大会和地方各级人民政府组织法',
};

/** 民诉法 is 民事诉讼法, 民诉法解释 its interpretation; any other key stays. */
export function fullKey(key: string): string {
  const stem = key.replace(/解释$/, '');
  const full = ABBREVIATIONS[stem];
  return full === undefined ? key : full + key.slice(stem.length);
}

/** The keys under which a text of this key may be named, its own first: the way back from `fullKey`. */
export function shortKeysOf(key: string): string[] {
  const stem = key.replace(/解释$/, '');
  const short = Object.keys(ABBREVIATIONS).filter((name) => ABBREVIATIONS[name] === stem);
  return [key, ...short.map((name) => name + key.slice(stem.length))];
}

/** Kinds of rules that come in successive texts; appointments and awards of every year bear one title and are no family. */
const RULE = /(?:法|条例|规定|办法|细则|规则|章程|规程|准则|解释|标准|目录|意见|方案|规划|政策|措施|计划)$/;
const ISSUING = /(?:印发|发布|公布|颁布|修订|修改)[《〈]?(.*?)[》〉]?的(?:通知|通告|公告|决定)$/;

/** What successive texts of a rule have in common: “关于印发济南市停车办法（试行）的通知” gives 济南市停车办法. Null for what is no rule. */
export function lineKeyOf(title: string): string | null {
  const issued = ISSUING.exec(title)?.[1] ?? title;
  const key = bareTitleKey(issued.replace(/（[^（）]*）$/, '').replace(SUFFIX, ''));
  const plain = key.replace(/^\d{4}年?/, '');
  return RULE.test(plain) ? plain : null;
}
