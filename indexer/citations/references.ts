/**
 * References inside a document: 本办法第十二条, 前款, 前两款, 下条, 本章. They cite no other document; the reader makes links of
 * them. Counts over the legal corpus stand in domain.md M7 and M10.
 */
import type { Provision, Span } from '../model.ts';
import { readNumeral, writeNumeral } from '../text/numerals.ts';
import { expandPin, readPin } from './pins.ts';

export interface InternalReference {
  /** The words: 本条例第二十条第一款, 前款. */
  readonly text: string;
  readonly span: Span;
  /** Paths of the provisions meant, as far as the document has them; empty for what cannot be told (本章). */
  readonly targets: readonly string[];
}

const N = '[零〇○一二两三四五六七八九十百千\\d]{1,6}';
const OWN =
  /(?:本|该)(?:法|条例|办法|规定|细则|规则|解释|决定|通知|意见|规范|规程|准则|章程|方案|决议)(?=第[零〇○一二两三四五六七八九十百千\d]{1,7}条)/g;
/** 本条 is no reference in 本条例 and 本条约: 23,300 of 23,645 (domain.md M7). */
const RELATIVE = new RegExp(
  `(?:本条(?!例|约)|[前上下](?:条|款|项)|前(?:两|二|三|四|五|六|${N})(?:条|款|项)|本款|本项|本章|本节)(?:第${N}款)?(?:第（?${N}）?项)?`,
  'g',
);
const BACK = /^前(.*)(条|款|项)$/;

/** “违反本条例第二十条、第二十一条” gives one reference with both articles as targets; “前款” the paragraph before this one. */
export function findReferences(provision: Provision): InternalReference[] {
  const { text } = provision;
  if (!/[本该前上下]/.test(text)) return [];
  const found: InternalReference[] = [];
  for (const match of text.matchAll(OWN)) {
    const pin = readPin(text, match.index + match[0].length);
    if (pin === null) continue;
    const span = { start: match.index, end: pin.end };
    found.push({ text: text.slice(span.start, span.end), span, targets: expandPin(pin.text) });
  }
  for (const match of text.matchAll(RELATIVE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ text: match[0], span, targets: relativeTargets(match[0], provision.path) });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** 前款 in 第六条第三款 is 第六条第二款; 前两款 both before it; 前条 in 第六条 is 第五条. */
function relativeTargets(words: string, path: string): string[] {
  const back = BACK.exec(words);
  if (back !== null) return before(path, back[2] ?? '', back[1] === '' ? 1 : (readNumeral(back[1] ?? '') ?? 1));
  const article = /^第[^条]+条(?:之[一二三四五六七八九十]+)?/.exec(path)?.[0];
  return /^本条/.test(words) && article !== undefined ? [article + words.slice(2)] : [];
}

function before(path: string, level: string, count: number): string[] {
  const own = new RegExp(`^(.*?)第（?([^第条款项]+?)）?${level}`).exec(path);
  const number = readNumeral(own?.[2] ?? '');
  if (own === null || number === null) return [];
  const first = Math.max(1, number - count);
  return Array.from({ length: number - first }, (_, at) => `${own[1] ?? ''}${printed(first + at, level)}`);
}

function printed(value: number, level: string): string {
  const numeral = writeNumeral(value);
  return level === '项' ? `第（${numeral}）项` : `第${numeral}${level}`;
}
