/** How Word writes the number of a numbered paragraph (w:numFmt, ECMA-376 part 1 §17.18.59), Chinese ways first. */
import { writeNumeral } from '../../text/numerals.ts';

const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_UNITS = ['', '拾', '佰', '仟'];
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  chineseCounting: writeHan,
  chineseCountingThousand: writeHan,
  taiwaneseCounting: writeHan,
  taiwaneseCountingThousand: writeHan,
  japaneseCounting: writeHan,
  ideographDigital: digitByDigit,
  taiwaneseDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => oneOf('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => oneOf('子丑寅卯辰巳午未申酉戌亥', value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCodePoint(0x2487 + value) : `${value}.`),
  ideographEnclosedCircle: (value) => (value <= 10 ? String.fromCodePoint(0x327f + value) : String(value)),
  lowerLetter: (value) => letters(value, 'a'),
  upperLetter: (value) => letters(value, 'A'),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
};

/** `chineseCounting` and 12 give 十二. A way that is not known counts in digits. */
export function formatNumber(format: string, value: number): string {
  return (FORMATS[format] ?? String)(Math.max(0, value));
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function writeHan(value: number): string {
  return value === 0 || value > 9999 ? digitByDigit(value) : writeNumeral(value);
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit);
}

function legal(value: number): string {
  if (value === 0 || value > 9999) return digitByDigit(value);
  const digits = [...String(value)];
  const written = digits.map((digit, index) =>
    digit === '0' ? '零' : `${LEGAL_DIGITS[Number(digit)]}${LEGAL_UNITS[digits.length - 1 - index]}`,
  );
  return written.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^壹拾/, '拾');
}

const oneOf = (series: string, value: number): string => series[value - 1] ?? String(value);

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x245f + value);
  return value >= 21 && value <= 35 ? String.fromCodePoint(0x3251 + value - 21) : String(value);
}

/** a … z, aa, bb: Word repeats the letter. */
function letters(value: number, first: string): string {
  if (value === 0) return '';
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(value / 26)));
}

function roman(value: number): string {
  let left = Math.min(value, 3999);
  return ROMAN.map(([worth, sign]) => {
    const count = Math.floor(left / worth);
    left -= count * worth;
    return sign.repeat(count);
  }).join('');
}
