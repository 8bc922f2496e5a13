/**
 * The library's own dictionary as a librarian writes it: a word a line, words of the same meaning joined by `=`, `#` begins a
 * remark. What cannot be used is told by line and passed over.
 */
export interface UserDictionary {
  readonly words: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
  readonly problems: readonly { readonly line: number; readonly text: string; readonly message: string }[];
}

const LONGEST = 30;
const MOST_WORDS = 20_000;
const WORD = /^[\p{L}\p{N}·+-]+$/u;

/** `加装电梯 = 增设电梯` gives both words and a group of synonyms. */
export function readDictionary(text: string): UserDictionary {
  const words = new Set<string>();
  const synonyms: string[][] = [];
  const problems: UserDictionary['problems'][number][] = [];
  for (const [i, whole] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = whole.replace(/[#＃].*$/, '').trim();
    if (line === '') continue;
    const group = [...new Set(line.split(/[=＝]/).map((word) => word.trim()))];
    const message = problemOf(group, words.size);
    if (message !== null) {
      problems.push({ line: i + 1, text: whole.slice(0, 100), message });
      continue;
    }
    for (const word of group) words.add(word);
    if (group.length > 1) synonyms.push(group);
  }
  return { words: [...words], synonyms, problems };
}

function problemOf(group: readonly string[], known: number): string | null {
  if (group.some((word) => word === '')) return '等号两边都要有词语。Expected a word on both sides of “=”.';
  if (group.some((word) => [...word].length < 2 || [...word].length > LONGEST))
    return `词语应为 2 至 ${LONGEST} 个字。Expected a word of 2 to ${LONGEST} characters.`;
  if (group.some((word) => !WORD.test(word))) return '词语中不能有空格或标点。Expected a word without blanks or signs.';
  return known + group.length > MOST_WORDS ? `最多 ${MOST_WORDS} 个词语。Expected at most ${MOST_WORDS} words.` : null;
}
