/** Words that a draft quotes from a clause, held against the clause: 《X法》第三条规定：“…”. */
import type { Provision } from '../model.ts';

/** 第三条规定：“…”; 第三条关于“…”的规定 says only what it is about. */
const QUOTED = /^的?(?:明确)?(?:规定|指出|要求)[，,：:]?\s*“([^”]+)”/;
/** Shorter words are a term, not a sentence. */
const SHORTEST = 10;
const ELISION = /……|…|——/;

/** What the draft says the clause says, right behind the pin; null when it quotes nothing. */
export function readQuotation(behind: string): string | null {
  const words = QUOTED.exec(behind)?.[1] ?? '';
  return lettersOf(words).length < SHORTEST ? null : words;
}

/** The clause with all that stands under it: 款, 项 and 目. */
export function wordsOfClause(provisions: readonly Provision[], at: number): string {
  const below = new Set([at]);
  const words: string[] = [];
  for (const { ordinal, parent, text, label } of provisions) {
    if (ordinal !== at && (parent === null || !below.has(parent))) continue;
    below.add(ordinal);
    words.push(text.slice(ordinal === at ? label.length : 0).trim());
  }
  return words.join('');
}

/** Whether the clause has these words in this order; what a draft leaves out with …… need not stand there. */
export function saysSo(clause: string, quotation: string): boolean {
  const said = lettersOf(clause);
  let from = 0;
  return quotation.split(ELISION).every((part) => {
    const letters = lettersOf(part);
    const at = said.indexOf(letters, from);
    from = at + letters.length;
    return at !== -1;
  });
}

/** Punctuation and blanks are no words. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
