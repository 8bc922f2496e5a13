/** Blanks that converters put inside Chinese text. */

const HAN = '\\p{Script=Han}〇';
const WIDE = `${HAN}，。；：？！、（）《》〈〉“”‘’【】〔〕…—·`;
const NEAR_WIDE = new RegExp(`(?<=[${WIDE}]) +| +(?=[${WIDE}])`, 'gu');
/** `20 21 年`, `2021 年 8`: digits before a unit of time belong together when the year is cut. */
const CUT_YEAR = /(?<!\d)(\d{2}) (\d{2})(?=年)/g;
/** `增长5. 2 %` as OCR reads it; a label at the head of a line or behind a stop keeps its blank: `1. 2个`. */
const CUT_DECIMAL = new RegExp(`(?<=[${HAN}A-Za-z] ?\\d{1,4})(?: \\.|\\. | \\. )(?=\\d)`, 'gu');
const CUT_PERCENT = /(?<=\d) +(?=[%‰])/g;

/** `A B C`: letters stretched one by one. */
const STRETCHED = /(?<![A-Za-z])(?:[A-Z] ){2,}[A-Z](?![A-Za-z])/g;

/** `ABCR - 2021 - 0010007` */
const REGISTRATION = /([A-Z]{3,6}\d{0,2}) ?[-–—] ?((?:19|20)\d{2}) ?[-–—] ?(?=\d)/g;

/** Takes out blanks beside Chinese characters and signs; those between Latin words stay, one each. */
export function cleanSpaces(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(CUT_PERCENT, '')
    .replace(CUT_DECIMAL, '.')
    .replace(NEAR_WIDE, '')
    .replace(CUT_YEAR, '$1$2')
    .replace(STRETCHED, (run) => run.replaceAll(' ', ''))
    .replace(REGISTRATION, '$1-$2-')
    .trim();
}
