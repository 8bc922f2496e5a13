/** Signs brought to their Chinese forms where the text around them is Chinese (GB/T 15834-2011); Latin text keeps its own. */

const HAN = '[\\p{Script=Han}〇]';
/** What ends or begins Chinese text beside a sign. */
const LEFT = '[\\p{Script=Han}〇）》〉”’」〕】%‰℃]';
const RIGHT = '[\\p{Script=Han}〇（《〈“‘「〔【]';

/** Each rule with the signs that a line must have for it to apply: most lines have none, and that is quick to see. */
const RULES: readonly (readonly [RegExp, RegExp, string])[] = [
  // [2021] of a number; 【2021】 too
  [/[[［【﹝]/, /[[［【﹝] ?((?:19|20)\d{2}) ?[\]］】﹞](?= ?\d)/g, '〔$1〕'],
  // 部门(单位): brackets round anything that is Chinese, or labels (1)
  [/\(/, new RegExp(`\\((?=[^()]{0,200}${HAN})`, 'gu'), '（'],
  [/\)/, /(?<=（[^()]{0,200})\)/gu, '）'],
  [/\(/, /\((\d{1,3})\)/g, '（$1）'],
  [/\(/, new RegExp(`(?<=${HAN} ?)\\(|\\((?= ?${HAN})`, 'gu'), '（'],
  [/\)/, new RegExp(`(?<=${HAN} ?)\\)|\\)(?= ?${HAN}|[》〉”]|[,.;:]?$)`, 'gu'), '）'],
  [/,/, new RegExp(`(?<=${LEFT}) ?,|, ?(?=${RIGHT})`, 'gu'), '，'],
  [/;/, new RegExp(`(?<=${LEFT}) ?;|; ?(?=${RIGHT})`, 'gu'), '；'],
  [/:/, new RegExp(`(?<=${LEFT}) ?:|: ?(?=${RIGHT})`, 'gu'), '：'],
  [/\?/, new RegExp(`(?<=${LEFT}) ?\\?`, 'gu'), '？'],
  [/!/, new RegExp(`(?<=${LEFT}) ?!`, 'gu'), '！'],
  // 予以修订.凡市政府: a full stop behind Chinese; behind a digit only at the end of a sentence (1. is a label)
  [/\./, new RegExp(`(?<=${LEFT}) ?\\.(?![\\d.])`, 'gu'), '。'],
  [/\./, new RegExp(`(?<=[^\\s\\d.：:。；！？]\\d{1,8})\\.(?=$| ?${RIGHT})`, 'gu'), '。'],
  // 1，000 printed in full width
  [/，/, /(?<=\d)，(?=\d{3}(?!\d))/g, ','],
  [/：/, /(?<=\d)：(?=\d\d(?!\d))/g, ':'],
  [/．/, /．(?=$)/g, '。'],
  // 适用本条例，。 as a converter prints that keeps the sign of both widths
  [/，[，。；]/, /，+(?=[，。；])/g, ''],
  [/[―─]/, /―|─/g, '—'],
  // A dash takes two characters (GB/T 15834-2011 §4.13.4), however long it was set.
  [/———/, /—{3,}/g, '——'],
];

/** `各区县人民政府,市政府各部门(单位):` gives `各区县人民政府，市政府各部门（单位）：`. */
export function cleanPunctuation(text: string): string {
  let clean = text;
  for (const [signs, pattern, replacement] of RULES) if (signs.test(clean)) clean = clean.replace(pattern, replacement);
  return clean;
}
