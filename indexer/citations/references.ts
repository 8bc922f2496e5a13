/**
 * References inside a document: 本办法第十二条, 第十二条 alone, 前款, 前两款, 下条, 本章. They cite no other document; the reader
 * makes links of them. Counts over the legal corpus, and the traps (本条例, 基本条件, 项目), stand in domain.md M7 and M10.
 */
import type { Provision, Span } from '../model.ts';
import { readNumeral } from '../text/numerals.ts';
import { expandPin, readPin } from '../text/pins.ts';
import { type ArticlePlaces, placeArticles } from './article-places.ts';

export interface InternalReference {
  /** Ordinal of the provision that it stands in. */
  readonly provision: number;
  /** The words: 本条例第二十条第一款, 前款. */
  readonly text: string;
  /** In the text of that provision. */
  readonly span: Span;
  /** Ordinals of the provisions meant; empty for what the document does not have. */
  readonly targets: readonly number[];
  /** The clauses as the words number them; none where they are told by their place only (前款). */
  readonly addresses: readonly string[];
}

const N = '[零〇○一二两三四五六七八九十百千\\d]{1,6}';
const OWN =
  /本(?:法典?|条例|办法|规定|实施细则|细则|规则|解释|决定|决议|通知|意见|规范|规程|准则|章程|方案|公约|条约|协定|(?:补充)?安排|议定书|大纲|标准|制度|纲要|暂行条例|实施办法|暂行办法|暂行规定|补充规定|修正案)(?=的?第[零〇○一二两三四五六七八九十百千\d]{1,7}[条、至和章节编](?!程))/g;
/** 本条 is no reference in 本条例 and 基本条件, nor 前项 in 当前项目: 23,300 of 23,645 (domain.md M7). */
const RELATIVE = new RegExp(
  `(?:(?<!基|原|资|版)本条(?!例|约|件|文|线)|(?<!之|提|当|目|预|名|线|以(?=[上下]))[前上下](?:一)?(?:条(?!件|例|约|文|款|线)|款(?!项)|项(?!目))|(?<!之|以)前(?:[两各]|${N})(?:个)?(?:条(?!件|例)|款(?!项)|项(?!目))|(?<!基|原)本款(?!项)|(?<!基|原)本项(?!目)|本章(?!程)|本节(?!目|约))(?:第${N}款)?(?:第（?${N}）?项)?`,
  'g',
);
/** A bare 第十二条 belongs to the law named before it, if one is: 刑法第十二条, 该条例第三条, 《X》和《Y》第三条. */
const BARE =
  /第[零〇○一二两三四五六七八九十百千\d]{1,7}(?:条|[、至和]第?[零〇○一二两三四五六七八九十百千\d]{1,7}[、条])/g;
const NAMED_BEFORE =
  /(?:[法典例定法则释案约令书知见章决议]|规程|准则|办法|通知|意见|标准|纲要|制度|[》）〉”]|的|[》）]?[^，。；]{0,3}(?:中|原|同))$/;
const MAY_STAND_BEFORE =
  /(?:^|[，。；：、（“\s]|依照|按照|根据|依据|违反|适用|参照|执行|符合|除|和|与|及|或者|或|有|按|对|将|在|受|犯|因|由|属于|具有|实施|规定|履行|遵守|到|超过|低于|高于|触犯|上述|前述|下列|依|经|从|本条|前条|以|至)$/;
const BACK = /^[前上](一|.*?)个?(条|款|项)/;

/** All references of a document in reading order; `taken` are spans, in the body, that cite other documents. */
export function findReferences(provisions: readonly Provision[], taken: readonly Span[] = []): InternalReference[] {
  const places = placeArticles(provisions);
  const found: InternalReference[] = [];
  for (const provision of provisions) {
    const { text, kind } = provision;
    if (kind === 'title' || kind === 'chapter' || !/[本前上下第]/.test(text)) continue;
    const inside = taken
      .filter(({ start, end }) => start < provision.span.end && end > provision.span.start)
      .map(({ start, end }) => ({ start: start - provision.span.start, end: end - provision.span.start }));
    found.push(...referencesIn(provision, places, inside));
  }
  return found;
}

function referencesIn(provision: Provision, places: ArticlePlaces, taken: readonly Span[]): InternalReference[] {
  const { text, ordinal } = provision;
  const spans: Span[] = [...taken];
  const found: InternalReference[] = [];
  const add = (span: Span, targets: readonly number[], addresses: readonly string[] = []): void => {
    if (spans.some((other) => other.start < span.end && span.start < other.end)) return;
    spans.push(span);
    found.push({ provision: ordinal, text: text.slice(span.start, span.end), span, targets, addresses });
  };
  if (text.includes('本'))
    for (const match of text.matchAll(OWN)) {
      const pin = readPin(text, match.index + match[0].length);
      if (pin === null) continue;
      const addresses = expandPin(pin.text);
      add({ start: match.index, end: pin.end }, places.at(ordinal, addresses), addresses);
    }
  for (const match of text.matchAll(RELATIVE))
    add({ start: match.index, end: match.index + match[0].length }, relativeTargets(match[0], ordinal, places));
  // Texts that count 一、二、 call these their articles: 本补充安排第一条、第四条自公布之日起施行，第二条、第三条….
  if (places.hasArticles(ordinal) || found.some(({ text: words }) => /条/.test(words)))
    for (const { span, pin } of barePins(provision)) add(span, places.at(ordinal, pin), pin);
  return found.sort((a, b) => a.span.start - b.span.start);
}

function barePins({ text, label, kind }: Provision): { span: Span; pin: readonly string[] }[] {
  const from = kind === 'article' ? label.length : 0;
  const found: { span: Span; pin: readonly string[] }[] = [];
  for (const match of text.matchAll(BARE)) {
    if (match.index < from) continue;
    const pin = readPin(text, match.index);
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (pin === null || NAMED_BEFORE.test(before) || !MAY_STAND_BEFORE.test(before)) continue;
    found.push({ span: { start: match.index, end: pin.end }, pin: expandPin(pin.text) });
  }
  return found;
}

/** 前款 in 第六条第三款 is 第六条第二款; 前两款 both before it; 前条 in 第六条 is 第五条; 前款第（二）项 the item under it. */
function relativeTargets(words: string, ordinal: number, places: ArticlePlaces): readonly number[] {
  const tail = /第.*$/.exec(words)?.[0] ?? '';
  if (/^本章/.test(words)) return places.containerOf(ordinal, 'chapter');
  if (/^本节/.test(words)) return places.containerOf(ordinal, 'section');
  if (/^本条/.test(words)) return places.under(places.articles(ordinal, 0, 1), tail);
  if (/^本款/.test(words)) return places.under(places.paragraphs(ordinal, 0, 1), tail);
  if (/^本项/.test(words)) return places.items(ordinal, 0, 1);
  if (/^下/.test(words)) return places.under(places.next(ordinal, /^下一?(.)/.exec(words)?.[1] ?? ''), tail);
  const [, amount = '', level = ''] = BACK.exec(words) ?? [];
  const count = amount === '' || amount === '一' ? 1 : amount === '各' ? 99 : (readNumeral(amount) ?? 1);
  if (level === '条') return places.under(places.articles(ordinal, -count, count), tail);
  if (level === '款') return places.under(places.paragraphs(ordinal, -count, count), tail);
  return places.items(ordinal, -count, count);
}
