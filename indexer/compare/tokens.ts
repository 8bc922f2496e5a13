/**
 * The units of a Chinese diff: words, each numeral by itself, each sign by itself. 有效期为三年 against 五年 then differ in 三 and
 * 五 alone, and no word or code point is ever cut in two. Joined, the tokens are the text.
 */

/** Cuts a run of Chinese into words that joined give the run; segment/ does it, or a test. */
export type CutWords = (text: string) => readonly string[];

const HAN_DIGITS = '零〇○一二三四五六七八九十百千万亿两';
const MEASURE =
  '(?:个|年|月|日|天|周|时|分|秒|条|款|项|目|章|节|编|元|万|亿|人|次|倍|级|类|种|名|家|件|份|届|期|批|成|米|公里|吨|亩|平方|周岁|岁|以上|以下|分之)';
/** 第十二 in 第十二条, 三 in 三年, 五 in 百分之五; never 一 in 一般 or 统一. */
const HAN_NUMERAL = `(?<=第|分之)[${HAN_DIGITS}]+|[${HAN_DIGITS}]{2,}|[${HAN_DIGITS}](?=${MEASURE})`;
const PIECE = new RegExp(`(${HAN_NUMERAL})|(\\d+(?:[.,]\\d+)*)|(\\p{Script=Latin}+)|([^\\p{L}\\p{N}])`, 'u');
/** No dictionary has words of such characters (𫖯): each stands by itself, and is never cut in its halves. */
const BEYOND = /[\ud800-\udfff]/;
const SPLIT = new RegExp(PIECE.source, 'gu');

export function tokensOf(text: string, cut: CutWords): string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const { 0: piece, index } of text.matchAll(SPLIT)) {
    if (index > at) tokens.push(...wordsOf(text.slice(at, index), cut));
    tokens.push(piece);
    at = index + piece.length;
  }
  if (at < text.length) tokens.push(...wordsOf(text.slice(at), cut));
  return tokens;
}

function wordsOf(run: string, cut: CutWords): readonly string[] {
  const words = cut(run);
  // A dictionary that loses or changes a rare character would make the diff lie.
  if (words.join('') !== run) return Array.from(run);
  return words.flatMap((word) => (BEYOND.test(word) ? Array.from(word) : [word]));
}
