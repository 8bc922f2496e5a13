/**
 * Folds text for comparison: width, case, accents, traditional and variant forms, zeros, punctuation forms.
 * One code unit gives one code unit, so an offset into the folded text is an offset into the text. For searching only;
 * what is shown stays as printed.
 */
import TRADITIONAL from 'opencc-js/dict/TSCharacters';

/** Folded signs: each row's first character stands for all of the row. Brackets of every kind are one: numbers are typed with any. */
const SIGNS: readonly string[] = [
  '，,﹐',
  '。｡',
  '．.﹒',
  '；;﹔',
  '：:﹕∶',
  '？?﹖',
  '！!﹗',
  '“”„‟"＂「」『』«»〝〞',
  "‘’‚‛'＇`´",
  '（(〔[［【﹝〖﹙',
  '）)〕]］】﹞〗﹚',
  '《〈‹<＜﹤',
  '》〉›>＞﹥',
  '—-－–―─‐‑‒−﹣━一'.slice(0, -1),
  '～~〜∼',
  '·•・‧∙●',
  '　 \t\u00a0\u2002\u2003\u2009\u202f\r\f\v',
];
/** Forms that the traditional table leaves alone. */
const VARIANTS = '零〇○〇◯〇囯国甯宁峯峰羣群牀床喫吃恆恒祕秘昇升佔占僱雇彙汇覈核穫获週周儘尽菸烟';
const FULL_WIDTH = 0xfee0;

const FOLDED = buildTable();

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0x80; code < 0x250; code += 1) {
    const base = String.fromCharCode(code).normalize('NFD').toLowerCase();
    if (/^[a-z]/.test(base)) table[code] = base.charCodeAt(0);
  }
  foldLower(table);
  // CJK compatibility ideographs and radicals that PDF writers put for whole characters.
  for (const [from, to] of [
    [0xf900, 0xfaff],
    [0x2f00, 0x2fd5],
  ] as const) {
    for (let code = from; code <= to; code += 1) {
      const plain = String.fromCharCode(code).normalize('NFKC');
      if (plain.length === 1) table[code] = plain.charCodeAt(0);
    }
  }
  for (const row of TRADITIONAL.split('|')) {
    const [from = '', to = ''] = row.split(' ');
    if (from.length === 1 && to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (let i = 0; i < VARIANTS.length; i += 2) table[VARIANTS.charCodeAt(i)] = VARIANTS.charCodeAt(i + 1);
  for (let code = 0x21; code < 0x7f; code += 1) {
    const plain = String.fromCharCode(code).toLowerCase();
    table[code + FULL_WIDTH] = /[a-z0-9]/.test(plain) ? plain.charCodeAt(0) : code + FULL_WIDTH;
    // What stays of ASCII after this are letters, digits, the blank and the line break.
    table[code] = /[a-z0-9]/.test(plain) ? plain.charCodeAt(0) : code + FULL_WIDTH;
  }
  for (const row of SIGNS) for (const sign of row) table[sign.charCodeAt(0)] = row.charCodeAt(0);
  for (const blank of SIGNS.at(-1) ?? '') table[blank.charCodeAt(0)] = 0x20;
  return table;
}

function foldLower(table: Uint16Array): void {
  for (let code = 0x250; code < 0x2000; code += 1) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) table[code] = lower.charCodeAt(0);
  }
}

const CHUNK = 8192;

/** `《山東省ＢＩＭ技術》` gives `《山东省bim技术》`; never longer or shorter than the text. */
export function foldText(text: string): string {
  let folded = '';
  const codes = new Uint16Array(Math.min(CHUNK, text.length));
  for (let start = 0; start < text.length; start += CHUNK) {
    const length = Math.min(CHUNK, text.length - start);
    for (let i = 0; i < length; i += 1) codes[i] = FOLDED[text.charCodeAt(start + i)] ?? 0;
    folded += String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]);
  }
  return folded;
}

/** Folded, without blanks and signs: what two writings of one title have in common. */
export function bareText(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}
