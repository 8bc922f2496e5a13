/**
 * Citations of a document: every mention of another law, regulation or official document in title and body, in reading order,
 * with its relation and the words that prove it; and the list of documents cited, each once.
 */

import type { Citation, CitationRelation, Provision, Span } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import { amendedLaw, amends, findAmendedArticles } from './amended-articles.ts';
import { findMentions, type Mention } from './find.ts';
import { Leads, readListedTitle } from './lists.ts';
import { isOfficialTitle } from './official-title.ts';
import { type CitingDocument, OwnNames } from './own-names.ts';
import { withoutQuotations } from './quotations.ts';
import { type Relation, relationInTitle, relationOf } from './relation.ts';
import { sentenceAt } from './sentences.ts';
import { type NamedDocument, ShortNames } from './short-names.ts';

/** Most paragraphs name nothing; they are passed over unread. */
const MAY_CITE =
  /[《号法典]|[同该](?:法|条例|办法|规定|解释|规则)第|第[^，。]{1,8}条|(?:条例|办法|规定|细则|规则|决定|意见|通[知告]|公告|批复|方案|规[划程范]|纲要|计划|要点|措施|制度)(?=$|[\s|；。（])/;
const LONGEST_QUOTE = 240;
const LONGEST_SENTENCE = 1200;
const STATE = '中华人民共和国';
/** Between members of a list: 《A》、《B》和市政府《C》; 2017年3月1日印发的《D》. */
const JOINT =
  /^(?:等)?\s*(?:(?:、|和|及|与|以及|或者|或|暨)\s*(?:[^，。；、：《》的]{0,20}(?:(?:印发|发布|公布|颁布|制定|下发)的)?)?)?|^等(?:有关|法律|行政法规|地方性法规|法规|规章|规定|文件|、|和)*，(?:以及|和|及)$/;
const NO_JOINT = /根据|依据|依照|按照|贯彻|落实|制定(?!的)|废止|修改|参照|执行|适用/;
/** Strongest first: what a document does to another outweighs that it also rests on it. */
const STRENGTH: readonly CitationRelation[] = [
  'repeals',
  'amends',
  'basis',
  'implements',
  'interprets',
  'forwards',
  'replies',
  'applies',
  'mentions',
];
/** The five relations that `gongbao parse --json` promises; the finer ones count as mentions there. */
const PRINTED: ReadonlySet<CitationRelation> = new Set(['basis', 'repeals', 'amends', 'implements', 'mentions']);

/** Every mention of another document, in reading order; of the document itself and what it issues there is none. */
export function findCitations(
  title: string,
  body: string,
  provisions: readonly Provision[],
  self: CitingDocument,
): Citation[] {
  const own = new OwnNames(self, provisions);
  const names = new ShortNames();
  const citations = citationsInTitle(title, own);
  for (const mention of findMentions(title)) names.learn(mention, mention);
  const amended = new Amended(title, citations);
  if (!/[《号]|宪法|刑法|民法典|诉讼法/.test(body) && !/《|修正案/.test(title)) return citations;
  const leads = new Leads(provisions);
  let opening = true;
  for (const provision of provisions) {
    opening = provision.kind === 'title' || (opening && /^$|^第一[条章节编]$/.test(provision.label));
    if (MAY_CITE.test(provision.text)) {
      const reading = { own, names, leads: leads.above(provision), opening, title };
      citations.push(...amended.addTo(citationsIn(provision, reading), provision));
    }
    leads.pass(provision);
  }
  return citations;
}

/** Each cited document once, with its strongest relation, as a librarian lists them and as `gongbao parse --json` prints them. */
export function citedDocuments(citations: readonly Citation[]): Citation[] {
  const cited: Citation[] = [];
  const places = new Map<string, number>();
  // 依照刑法第三条: a law named in passing, without 《》, is followed by its link and not listed.
  for (const citation of citations.filter(isWrittenOut)) {
    const keys = keysOf(citation);
    const place = keys.map((key) => places.get(key)).find((at) => at !== undefined && agrees(cited[at], citation));
    const at = place ?? cited.length;
    cited[at] = place === undefined ? citation : merge(cited[at] ?? citation, citation);
    for (const key of keys) if (!places.has(key) || place === undefined) places.set(key, at);
  }
  return cited.map((citation) =>
    PRINTED.has(citation.relation) ? citation : { ...citation, relation: 'mentions' as const },
  );
}

function isWrittenOut({ number, title, quote }: Citation): boolean {
  if (number !== null) return true;
  const bare = title?.startsWith(STATE) ? title.slice(STATE.length) : null;
  return bare === null
    ? quote.includes('《') || quote.includes(title ?? '')
    : quote.includes(`《${STATE}${bare}`) || quote.includes(`《${bare}`);
}

interface Reading {
  readonly own: OwnNames;
  readonly names: ShortNames;
  readonly leads: readonly string[];
  readonly opening: boolean;
  readonly title: string;
}

function citationsInTitle(title: string, own: OwnNames): Citation[] {
  return findMentions(title).flatMap((mention) => {
    const before = title.slice(0, mention.span.start);
    const after = title.slice(mention.span.end);
    if (own.isMeant(mention, null) || officialOf([mention], before).size === 0) return [];
    const { relation, trigger } = relationInTitle(before, after);
    return [citationOf(mention, { relation, trigger }, { quote: title, span: null, provision: null })];
  });
}

function citationsIn(provision: Provision, reading: Reading): Citation[] {
  const { text } = provision;
  const mentions = mentionsIn(provision, reading);
  const groups = groupLists(text, mentions);
  const citations = groups.flatMap((group) => citationsOfGroup(provision, group, reading));
  const taken = mentions.map(({ span }) => span);
  for (const later of reading.names.findLater(text, taken)) {
    const sentence = sentenceAt(text, later.span);
    const relation = relationOf(surroundings(provision, sentence, [later], reading));
    const where = { quote: text.slice(sentence.start, sentence.end), span: later.span, provision };
    if (!reading.own.isMeant(later, relation)) citations.push(citationOf(later, relation, where));
  }
  return citations.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

/** Where a list says what becomes of its rows, a row may name its document in plain letters. */
function mentionsIn(provision: Provision, { leads }: Reading): Mention[] {
  const mentions = findMentions(provision.text);
  if (mentions.length > 0) return mentions;
  const listed = readListedTitle(provision, leads);
  return listed === null ? [] : [listed];
}

/** Mentions that one list joins share what stands before its first and behind its last member. */
function groupLists(text: string, mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1)?.at(-1);
    const between = last === undefined ? null : text.slice(last.span.end, mention.span.start);
    if (between !== null && between.length <= 40 && JOINT.test(between) && !NO_JOINT.test(between))
      groups.at(-1)?.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

function citationsOfGroup(provision: Provision, group: readonly Mention[], reading: Reading): Citation[] {
  const { text } = provision;
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sentence = sentenceAt(text, { start: first.span.start, end: last.span.end });
  const around = surroundings(provision, sentence, group, reading);
  const relation = relationOf(around);
  const quote = text.slice(sentence.start, sentence.end);
  const official = officialOf(group, around.before);
  return group.flatMap((mention) => {
    const named = mention.title === null ? null : reading.names.meaning(mention.title);
    const { title, number } = named !== null && mention.number === null ? named : mention;
    const meant: NamedDocument = { title, number };
    if (named === null && !official.has(mention)) return [];
    if (reading.own.isMeant(meant, relation)) return [];
    reading.names.learn(mention, meant);
    return [citationOf({ ...mention, ...meant }, relation, { quote, span: mention.span, provision })];
  });
}

/** Of a list, those that are known by their own titles vouch for the others. */
function officialOf(group: readonly Mention[], before: string): ReadonlySet<Mention> {
  const clause = before.slice(-24);
  const official = (listed: boolean) =>
    group.filter(
      ({ title, number }) =>
        title === null || isOfficialTitle(title, { before: clause, numbered: number !== null, listed }),
    );
  const alone = official(false);
  return new Set(alone.length === 0 ? [] : official(group.length > 1));
}

function surroundings(provision: Provision, sentence: Span, group: readonly Mention[], reading: Reading) {
  const { text, kind } = provision;
  const { leads, opening, title } = reading;
  const start = group[0]?.span.start ?? sentence.start;
  const end = group.at(-1)?.span.end ?? sentence.end;
  // “…。”后增加一句: the sentence goes on behind what it quotes.
  const quoting = /“/.test(text.slice(end, sentence.end));
  return {
    before: text.slice(sentence.start, start),
    after: quoting
      ? (/^[^。；！？\n]*/.exec(withoutQuotations(text.slice(end, end + LONGEST_SENTENCE)))?.[0] ?? '')
      : text.slice(end, sentence.end),
    opening,
    title,
    leads,
    row: kind === 'table',
  };
}

/** Which text an amending decision speaks of, as one reads on. */
class Amended {
  readonly #amends: boolean;
  #named: NamedDocument | null;

  constructor(title: string, inTitle: readonly Citation[]) {
    this.#amends = amends(title);
    this.#named = amendedLaw(title) ?? inTitle.find(({ relation }) => relation === 'amends') ?? null;
  }

  /** The citations of a provision, and the articles of the amended text that it instructs to change. */
  addTo(citations: readonly Citation[], provision: Provision): readonly Citation[] {
    if (!this.#amends) return citations;
    this.#named = citations.findLast(({ relation, title }) => relation === 'amends' && title !== null) ?? this.#named;
    const named = this.#named;
    if (named === null) return citations;
    const { text, kind, label } = provision;
    const found = findAmendedArticles(text, kind === 'article' ? label.length : 0).map(({ pin, start }) => {
      const span = { start, end: pin.end };
      const sentence = sentenceAt(text, span);
      const relation: Relation = { relation: 'amends', trigger: '修改' };
      const where = { quote: text.slice(sentence.start, sentence.end), span, provision };
      return citationOf({ title: named.title, number: named.number, pin: pin.text }, relation, where);
    });
    const shift = provision.span.start;
    const taken = (one: Citation): boolean =>
      citations.some(({ span }) => span && one.span && span.start < one.span.end && one.span.start < span.end);
    return [...citations, ...found.filter((one) => !taken(one))].sort(
      (a, b) => (a.span?.start ?? shift) - (b.span?.start ?? shift),
    );
  }
}

function citationOf(
  mention: Pick<Mention, 'title' | 'number' | 'pin'>,
  { relation, trigger }: Relation,
  where: { quote: string; span: Span | null; provision: Provision | null },
): Citation {
  const { provision, span } = where;
  const shift = provision?.span.start ?? 0;
  return {
    number: mention.number,
    title: mention.title,
    relation,
    quote: where.quote.trim().slice(0, LONGEST_QUOTE),
    trigger,
    pin: mention.pin,
    in: provision?.path ?? null,
    provision: provision?.ordinal ?? null,
    span: span === null ? null : { start: span.start + shift, end: span.end + shift },
  };
}

function keysOf({ title, number }: Citation): string[] {
  const keys = number === null ? [] : [`number ${number}`];
  return title === null ? keys : [...keys, `title ${bareTitleKey(title)}`];
}

/** Two texts of one title with different numbers are two documents. */
const agrees = (a: Citation | undefined, b: Citation): boolean =>
  a !== undefined && (a.number === null || b.number === null || a.number === b.number);

function merge(earlier: Citation, later: Citation): Citation {
  // The sentence in the text proves more than the title does.
  const onlyTitled = earlier.span === null && rank(later) === rank(earlier);
  const stronger = onlyTitled || rank(later) < rank(earlier) ? later : earlier;
  return { ...stronger, title: earlier.title ?? later.title, number: earlier.number ?? later.number };
}

/** Whether a text rests on another or carries it out, its first mention says: they rank alike, so the earlier stands. */
function rank({ relation }: Citation): number {
  return STRENGTH.indexOf(relation === 'implements' ? 'basis' : relation);
}
