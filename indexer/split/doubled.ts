/** A character printed twice where a line, column or page breaks: …行政执法人员 / 员、律师…. 饮用水 / 水源 is no such thing. */
import type { CleanLine } from '../clean/clean.ts';
import type { Problem } from '../model.ts';

/** How far around a break other text may show which words there are. */
const WITNESSES = 300;

export function dropDoubled(lines: readonly CleanLine[]): { lines: readonly CleanLine[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const kept = lines.map((line, index) => {
    const before = lines[index - 1]?.text ?? '';
    const twice = before.at(-1);
    if (twice === undefined || line.text[0] !== twice || !/\p{Script=Han}/u.test(twice)) return line;
    const around = lines.slice(Math.max(0, index - WITNESSES), index + WITNESSES);
    const witness = around.map(({ text }) => text).join('\n');
    if (!isDoubled(before, line.text, witness)) return line;
    const where = `“${before.slice(-4)}/${line.text.slice(0, 4)}”`;
    problems.push({
      stage: 'split',
      code: 'doubled_character',
      message: `断行处重复一字，已删：${where}`,
      line: line.line,
    });
    return { ...line, text: line.text.slice(1), spaced: line.spaced.slice(1).trimStart(), repaired: true };
  });
  return { lines: problems.length === 0 ? lines : kept, problems };
}

/** Words of one character that stand before words beginning with the same: 责成市 / 市场监管部门. */
const WORD_BY_ITSELF = /[市省县区镇乡村国人各每中大小年月日一二三四五六七八九十]/;

/** Words that say a character twice: 紧紧围绕, 稳稳守住, 层层压实. A break between the two parts nothing. */
const REDUPLICATED = /[紧稳层种处步刻件样家户环牢深久频渐仅刚足滴默岁]/;

/**
 * The words used elsewhere tell. The second character would stand alone before a stop, and the first ends a word
 * (人员 / 员、); or what the first ends is followed by nothing else (一体化建 / 建设); or it ends no word, while words
 * stand on both sides (加快完 / 完善).
 */
function isDoubled(before: string, after: string, witness: string): boolean {
  const tail = before.slice(-2);
  const [twice = '', next = ''] = after;
  if (!/^\p{Script=Han}{2}$/u.test(tail)) return false;
  const followers = followersOf(tail, witness);
  if (/[、，。；：）]/.test(next)) return followers.length > 0 && !witness.includes(twice + twice);
  if (WORD_BY_ITSELF.test(twice) || REDUPLICATED.test(twice) || witness.includes(twice + twice)) return false;
  if (followers.length > 0) return followers.every((follower) => follower === next);
  const isUsed = (word: string): boolean => followersOf(word, witness).length > 1;
  return isUsed(before.slice(-3, -1)) && isUsed(twice + next);
}

/** What stands behind each occurrence of these characters, line ends left out. */
function followersOf(characters: string, text: string): string[] {
  const followers: string[] = [];
  for (let at = text.indexOf(characters); at !== -1; at = text.indexOf(characters, at + 1)) {
    const follower = text[at + characters.length];
    if (follower !== undefined && follower !== '\n') followers.push(follower);
  }
  return followers;
}
