/** Single characters brought to the form that Chinese documents are stored in: widths, quotes of titles, glyphs of private use. */

/** CJK radicals that PDF fonts give instead of characters and that NFKC leaves alone (U+2E80–U+2EFF). */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻅': '见',
  '⻔': '门',
  '⻋': '车',
  '⻬': '齐',
  '⻛': '风',
  '⻓': '长',
  '⻰': '龙',
  '⻣': '骨',
  '⺟': '母',
  '⻉': '贝',
  '⻆': '角',
  '⻚': '页',
  '⻘': '青',
  '⻄': '西',
  '⻢': '马',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻩': '黄',
  '⻮': '齿',
  '⻜': '飞',
  '⻝': '食',
  '⻁': '虎',
  '⺎': '兀',
  '⻤': '鬼',
  '⻨': '麦',
  '⻧': '卤',
  '⻳': '龟',
  '⺣': '灬',
  '⻌': '辶',
};
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const BLANKS = /[\t\u00a0\u2000-\u200a\u3000]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Private use: fonts of typesetters put the interpunct and other signs there. */
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/gu;

/** `２０２０，«Ｘ»` gives `2020,《X》`. Line length may change only by what is invisible. */
export function cleanCharacters(text: string): string {
  let clean = text.replace(INVISIBLE, '').replace(BLANKS, ' ');
  clean = clean.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  clean = clean
    .replace(/[\u2f00-\u2fd5]/g, (c) => c.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (c) => RADICALS[c] ?? c);
  clean = clean.replace(PRIVATE, '·').replace(/[•・‧∙]/g, '·');
  return clean
    .replace(/«/g, '《')
    .replace(/»/g, '》')
    .replace(/‹/g, '〈')
    .replace(/›/g, '〉')
    .replace(/[〝„‟]/g, '“')
    .replace(/[〞]/g, '”');
}
