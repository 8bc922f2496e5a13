/** Brackets and quotes that are still open at the end of a text. */

const PAIRS: Readonly<Record<string, string>> = {
  '）': '（',
  '》': '《',
  '〉': '〈',
  '”': '“',
  '’': '‘',
  '】': '【',
  '〕': '〔',
};
const OPENERS = new Set(Object.values(PAIRS));
const SIGNS = /[（）《》〈〉“”‘’【】〔〕]/g;

/** `关于印发《济南` gives 《: the sentence cannot end here. Empty when everything is closed. */
export function openBrackets(text: string): string {
  const open: string[] = [];
  for (const c of text.match(SIGNS) ?? []) {
    if (OPENERS.has(c)) open.push(c);
    else if (PAIRS[c] !== undefined && open.at(-1) === PAIRS[c]) open.pop();
  }
  return open.join('');
}
