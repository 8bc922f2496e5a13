/** The title of a document on one line: wraps and blanks repaired, its issuer in front where the document prints it there. */

import type { SplitDocument } from '../split/split-document.ts';
import { titleKey } from '../text/title-key.ts';

/** A title that begins with its matter has its issuer in the red masthead: 济南市人民政府办公厅 / 济政办字〔2021〕29号 / 关于…的实施意见. */
const WITHOUT_ISSUER = /^(?:关于|印发|转发|批转|颁发)/;
const MASTHEAD_WORDS = /(?:文件|函|公文|令)$/;
const HAN = '[\\p{Script=Han}，。、；：（）《》〈〉“”‘’〔〕—]';
const BLANK_AT_HAN = new RegExp(`(?<=${HAN})\\s+|\\s+(?=${HAN})`, 'gu');

/** “济南市人民政府 / 关于实施 “三线一单” 生态环境 / 分区管控的意见” gives one line; empty when the document has no title. */
export function readTitle(document: SplitDocument): string {
  const printed = joinTitle(document.titleLines.map(({ text }) => text));
  if (printed === '') return cleanTitle(document.contents?.title ?? '');
  if (!WITHOUT_ISSUER.test(printed)) return printed;
  const masthead = cleanTitle(document.masthead ?? '').replace(MASTHEAD_WORDS, '');
  if (masthead !== '') return `${masthead}${printed}`;
  const listed = cleanTitle(document.contents?.title ?? '');
  const head = listed.slice(0, Math.max(0, listed.length - printed.length));
  return titleKey(listed) === titleKey(head + printed) ? `${head}${printed}` : printed;
}

/** Blanks go, except between Latin words; brackets and quotes take their Chinese forms; marks of converters go. */
export function cleanTitle(text: string): string {
  let open = false;
  return text
    .replace(/[*#`]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/"/g, () => {
      open = !open;
      return open ? '“' : '”';
    })
    .replace(/(?<=\p{Script=Han}),|,(?=\p{Script=Han})/gu, '，')
    .replace(/\s+/g, ' ')
    .replace(BLANK_AT_HAN, '')
    .replace(/(?<=[\d—-]) (?=\d)|(?<=\d) (?=[—-])/g, '')
    .trim();
}

/** A line that a converter has printed twice counts once. */
function joinTitle(lines: readonly string[]): string {
  const kept = lines.map((line) => line.trim()).filter((line, index, all) => line !== '' && line !== all[index - 1]);
  return cleanTitle(kept.join(' '));
}
