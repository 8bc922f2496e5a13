/** Single characters brought to the form that Chinese documents are stored in: widths, quotes of titles, glyphs of private use. */
import { replaceRadicals } from '../text/radicals.ts';

/** Marks of width nothing, of direction, and control characters. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BLANKS = /[\t\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
/** Without ！（），：；？～, which are Chinese signs themselves. */
const FULL_WIDTH = /[\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5d]/g;
/** Private use: fonts of typesetters put the interpunct and other signs there. */
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/gu;

/** Signs as fonts for columns that run downwards turn them. */
const UPRIGHT: Readonly<Record<string, string>> = Object.fromEntries(
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︲–︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇[﹈]'
    .match(/../gu)
    ?.map(([turned, sign]) => [turned, sign]) ?? [],
);
const TURNED = /[\ufe10-\ufe19\ufe30-\ufe48]/g;

/** Any character that the steps below would change; most lines have none. */
const UNUSUAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ab\u00ad\u00bb\u180e\u2000-\u200f\u201e\u201f\u2022\u2027-\u202f\u2039\u203a\u205f-\u2069\u2219\u2e80-\u2fd5\u3000\u301d\u301e\u30fb\ud800-\udfff\ue000-\uf8ff\ufe10-\ufe19\ufe30-\ufe48\ufeff\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5d\t]/;

/** `２０２０，«Ｘ»` gives `2020,《X》`. Line length may change only by what is invisible. */
export function cleanCharacters(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  let clean = text.replace(INVISIBLE, '').replace(BLANKS, ' ');
  clean = clean.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  clean = replaceRadicals(clean).replace(TURNED, (c) => UPRIGHT[c] ?? c);
  clean = clean.replace(PRIVATE, '·').replace(/[•・‧∙]/g, '·');
  return clean
    .replace(/«/g, '《')
    .replace(/»/g, '》')
    .replace(/‹/g, '〈')
    .replace(/›/g, '〉')
    .replace(/[〝„‟]/g, '“')
    .replace(/[〞]/g, '”');
}
