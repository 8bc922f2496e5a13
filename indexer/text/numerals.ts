/** Chinese and Arabic numerals as numbers. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  '◯': 0,
  Ｏ: 0,
  O: 0,
  o: 0,
  О: 0,
  0: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Character class of what a Chinese numeral is made of, for building patterns. */
export const HAN_NUMERAL = '[零〇○一二两三四五六七八九十百千]';

const ARABIC = /^\d+$/;
/** What years are printed with for 〇: circles, the letter O, full width or Cyrillic, the digit. 二○○九, 二O二O, 二0二0 */
export const HAN_ZEROS = '〇○◯零ＯOoО0';
const SPELLED = new RegExp(`^(?:${HAN_NUMERAL}|[${HAN_ZEROS}])+$`);
const WITHOUT_UNITS = /^[^十百千]{2,}$/;

/** A law of a thousand articles asks for the same few numerals over and over. */
const KNOWN = new Map<string, number | null>();
const MOST_KNOWN = 4096;
const LONGEST_KNOWN = 12;

/** `二十三` and `23` give 23, `二〇二〇` gives 2020, `廿三` 23. Null when it is not a whole number. */
export function readNumeral(text: string): number | null {
  if (text.length > LONGEST_KNOWN) return computeNumeral(text);
  let value = KNOWN.get(text);
  if (value === undefined) {
    value = computeNumeral(text);
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(text, value);
  }
  return value;
}

function computeNumeral(text: string): number | null {
  const plain = ARABIC.test(text)
    ? text
    : text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\s/g, '');
  if (ARABIC.test(plain)) return Number(plain);
  const spelled = plain.replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (!SPELLED.test(spelled)) return null;
  if (WITHOUT_UNITS.test(spelled)) return Number([...spelled].map((c) => DIGITS[c]).join(''));
  let sum = 0;
  let digit = 0;
  for (const c of spelled) {
    const unit = UNITS[c];
    if (unit === undefined) {
      digit = DIGITS[c] ?? 0;
    } else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/** 23 as 二十三; 0 as 〇. Up to 9,999. */
export function writeNumeral(value: number): string {
  const names = '〇一二三四五六七八九';
  if (value < 10) return names[value] ?? '';
  const parts: string[] = [];
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = parts.length > 0;
      continue;
    }
    if (gap) parts.push('零');
    gap = false;
    parts.push(unit === 10 && digit === 1 && parts.length === 0 ? name : `${names[digit]}${name}`);
  }
  return parts.join('');
}
