/** Where a Chinese heading may be broken: behind words of two characters and more, never before a mark that closes. */
import type { Range } from './segments.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENS = /[《〈（“‘〔]$/;
const WORD = /^[\p{L}\p{N}]{2,}$/u;

/** The parts of a text in order, without gaps; a single character belongs to the word before it. */
export function phrases(text: string): Range[] {
  const found: [number, number][] = [];
  for (const { segment, index } of WORDS.segment(text)) {
    const last = found.at(-1);
    const end = index + segment.length;
    const begins = WORD.test(segment) || OPENS.test(segment);
    if (last === undefined || (begins && !OPENS.test(text.slice(last[0], last[1])))) found.push([index, end]);
    else last[1] = end;
  }
  return found;
}
