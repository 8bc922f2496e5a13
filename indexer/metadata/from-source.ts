/**
 * What a file says of its one document outside the text: the table over a page of a government site, the properties of a
 * Word file. The text comes first; where it is silent the file's word is taken, with evidence that says so; where the two
 * differ, the text stands and a librarian is told.
 */
import type { EvidenceField, ParsedDocument, Problem } from '../model.ts';
import { SUBJECTS } from '../model.ts';
import type { SourceMetadata } from '../read/read-text.ts';
import { titleKey } from '../text/title-key.ts';
import { simplify } from '../text/traditional.ts';
import { readEffectiveOn } from './effective.ts';
import { readExpiresOn } from './expiry.ts';
import { splitBodies } from './issuers.ts';
import { DOCUMENT_TYPES, readType } from './type.ts';

type Field = Exclude<EvidenceField, 'topics' | 'printedOn'>;

const NAMES: Readonly<Record<EvidenceField, string>> = {
  title: '标题',
  number: '发文字号',
  issuers: '发文机关',
  type: '文种',
  registration: '登记号',
  writtenOn: '成文日期',
  printedOn: '印发日期',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  topics: '主题分类',
};
const FIELDS: readonly Field[] = [
  'title',
  'number',
  'issuers',
  'type',
  'registration',
  'writtenOn',
  'effectiveOn',
  'expiresOn',
];
/** Titles that programs give by themselves: 文档1, Microsoft Word - 通知.doc, Document3, 未命名, a file name. */
const BY_SOFTWARE =
  /^(?:microsoft\b|wps\b|document\s*\d*$|doc\d*$|presentation|untitled|新建|未命名|无标题|文档\s*\d*$|幻灯片)|\.(?:docx?|wps|pdf|rtf|txt|ofd|dotx?)$/i;
/** 办公室, 秘书处: somebody's desk, no body that could be found by it. */
const SHORTEST_BODY = 5;
const NO_LONGER = /废止|失效|无效|停止执行/;

/** The document with what its file says beside the text. */
export function describeFromSource(document: ParsedDocument, source: SourceMetadata): ParsedDocument {
  const described = describe(document, source);
  return source.signed === undefined ? described : { ...described, notes: [...described.notes, source.signed] };
}

function describe(document: ParsedDocument, source: SourceMetadata): ParsedDocument {
  const told = source.stated === true ? withBodies(source) : ofProperties(source);
  const title = differsInTitle(document, told);
  // Another document's table: a page that was made from a copy. Nothing in it can be trusted.
  if (title !== null) return { ...document, problems: [...document.problems, title] };
  const filled = FIELDS.reduce((known, field) => fill(known, field, told), document);
  const dated = dateFrom(filled);
  const problems = [...dated.problems, ...differences(document, told), ...standing(told)];
  return withSubject({ ...dated, problems }, told);
}

/** 县政府网站: who runs the page, no body that issues documents. */
function withBodies({ issuers, ...source }: SourceMetadata): SourceMetadata {
  const bodies = issuers?.filter((name) => splitBodies(simplify(name)).length > 0) ?? [];
  return bodies.length === 0 ? source : { ...source, issuers: bodies };
}

/** Whether the title that the page states may stand for one that the text lacks. */
export function statesTitle(source: SourceMetadata | null): source is SourceMetadata & { readonly title: string } {
  if (source?.stated !== true || source.title === undefined) return false;
  return (source.number ?? source.issuers) !== undefined || readType(source.title) !== null;
}

/** The evidence for a title that stands in the page's table alone. */
export const statedTitle = (title: string): string => witness({ stated: true }, 'title', title);

/** Properties of an office file outlive the text that they were made for: only what is official in form, and no dates. */
function ofProperties({ title = '', number, issuers = [] }: SourceMetadata): SourceMetadata {
  const official = !BY_SOFTWARE.test(title.trim()) && /\p{Script=Han}{6}/u.test(title) && readType(title) !== null;
  const bodies = issuers.filter((name) => name.length >= SHORTEST_BODY).flatMap(splitBodies);
  return {
    ...(official ? { title: title.trim() } : {}),
    ...(number === undefined ? {} : { number }),
    ...(bodies.length > 0 ? { issuers: bodies } : {}),
  };
}

function fill(document: ParsedDocument, field: Field, told: SourceMetadata): ParsedDocument {
  const value = field === 'type' ? knownType(told.type) : told[field];
  const own = document[field];
  if (value === undefined || value.length === 0 || (own !== null && own.length > 0)) return document;
  const evidence = { ...document.evidence, [field]: witness(told, field, value) };
  return { ...document, [field]: value, evidence };
}

const witness = (told: SourceMetadata, field: EvidenceField, value: string | readonly string[]): string =>
  `${placeOf(told)}：${NAMES[field]} ${show(value)}`;

const placeOf = ({ stated }: SourceMetadata): string => (stated === true ? '网页信息表' : '文件属性');
const show = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join('、'));

const knownType = (type: string | undefined): string | undefined => DOCUMENT_TYPES.find((one) => one === type);

/** 自印发之日起施行 can be dated once the page, or the file's name, has said when that was. */
export function dateFrom(document: ParsedDocument): ParsedDocument {
  const { body, writtenOn, printedOn } = document;
  const effective = document.effectiveOn === null ? readEffectiveOn(body, { writtenOn, printedOn }) : null;
  const effectiveOn = document.effectiveOn ?? effective?.day ?? null;
  const expires = document.expiresOn === null ? readExpiresOn(body, effectiveOn ?? writtenOn) : null;
  const evidence = {
    ...document.evidence,
    ...(effective && { effectiveOn: effective.words }),
    ...(expires && { expiresOn: expires.words }),
  };
  return { ...document, effectiveOn, expiresOn: document.expiresOn ?? expires?.day ?? null, evidence };
}

/** The stated subject stands first; those that the words suggest come behind it. */
function withSubject(document: ParsedDocument, { stated, subject = '' }: SourceMetadata): ParsedDocument {
  const [name = '', second = null] = subject.split(/[\\/>＞]/).map((part) => part.trim());
  const known = SUBJECTS.find((one) => one === name.replace(/[,，]/g, '、'));
  if (stated !== true || known === undefined) return document;
  const others = document.topics.filter((topic) => topic.subject !== known);
  const same = document.topics.find((topic) => topic.subject === known);
  const first = { subject: known, second: second ?? same?.second ?? null, score: 1 };
  const evidence = { ...document.evidence, topics: `网页信息表：${NAMES.topics} ${subject}` };
  return { ...document, topics: [first, ...others], evidence };
}

function differsInTitle(document: ParsedDocument, told: SourceMetadata): Problem | null {
  const [own, other] = [keyOf(document.title), keyOf(told.title ?? '')];
  // A page may shorten the title, or name the notice where the text has only what it issues.
  if (own === '' || other === '' || own.includes(other) || other.includes(own)) return null;
  return told.stated === true ? differs('title', document.title, told.title ?? '') : null;
}

/** Where both speak and do not say the same; properties are too often another text's to be held against this one. */
function differences(document: ParsedDocument, told: SourceMetadata): Problem[] {
  if (told.stated !== true) return [];
  const found: Problem[] = [];
  const { number, issuers, writtenOn, effectiveOn, expiresOn } = document;
  if (number !== null && told.number !== undefined && !sameNumber(number, told.number))
    found.push(differs('number', number, told.number));
  if (issuers.length > 0 && told.issuers !== undefined && !sameBodies(issuers, told.issuers))
    found.push(differs('issuers', show(issuers), show(told.issuers)));
  const days = { writtenOn, effectiveOn, expiresOn };
  for (const field of ['writtenOn', 'effectiveOn', 'expiresOn'] as const) {
    const [own, other] = [days[field], told[field]];
    if (own !== null && other !== undefined && own !== other) found.push(differs(field, own, other));
  }
  return found;
}

const differs = (field: Field, own: string, other: string): Problem => ({
  stage: 'describe',
  code: 'metadata_differs',
  message: `${NAMES[field]}不一致：正文为“${own}”，网页信息表为“${other}”；已采用正文，请核对`,
  line: null,
});

function standing({ stated, standing: words = '' }: SourceMetadata): Problem[] {
  if (stated !== true || !NO_LONGER.test(words)) return [];
  const message = `网页信息表注明有效性为“${words}”，请核对时效性`;
  return [{ stage: 'describe', code: 'metadata_standing', message, line: null }];
}

const keyOf = (title: string): string => titleKey(simplify(title));

/** 国令第711号 is how a page shortens 中华人民共和国国务院令第711号: for orders only the count is compared. */
function sameNumber(own: string, other: string): boolean {
  const [one, two] = [simplify(own), simplify(other)];
  if (/[令告]/.test(one) && /[令告]/.test(two)) return digits(one).at(-1) === digits(two).at(-1);
  return one === two;
}

const digits = (number: string): string[] => number.match(/\d+/g) ?? [];

/** Each body that the page names is one of the text's, perhaps shortened: 市政府办公厅 for 某某市人民政府办公厅. */
function sameBodies(own: readonly string[], others: readonly string[]): boolean {
  const known = own.map(simplify);
  return others
    .map(simplify)
    .every((other) => known.some((body) => isShortFor(other, body) || isShortFor(body, other)));
}

function isShortFor(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((character) => {
    at = long.indexOf(character, at + 1);
    return at >= 0;
  });
}
