/** Marks of footnotes set in the text: …办法[1]规定. The number of a document, [2021] or [3]号, is none. */

const HAN_OR_STOP = '[\\p{Script=Han}，。；”》）]';
const MARK = new RegExp(
  `(?<=${HAN_OR_STOP})\\[\\d{1,2}\\](?![号字年]|\\d)|(?<=${HAN_OR_STOP})(?<![米厘方立])[¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?![A-Za-z\\d])`,
  'gu',
);

export const dropFootnoteMarks = (text: string): string => (/[[¹²³⁴-⁹]/.test(text) ? text.replace(MARK, '') : text);
