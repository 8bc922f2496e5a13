/** Where a Chinese heading may be broken: behind words of two characters and more, never before a mark that closes. */
import type { Range } from './segments.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENS = /[《〈（“‘〔]$/;
const WORD = /^[\p{L}\p{N}]{2,}$/u;

/** What is not broken though it is made of words: the name of the state, and a title inside the title that fits on a line. */
const WHOLE = /中华人民共和国|《[^《》]{1,20}》/g;

/** The parts of a text in order, without gaps; a single character belongs to the word before it. */
export function phrases(text: string): Range[] {
  const found: [number, number][] = [];
  const wholes = [...text.matchAll(WHOLE)].map(({ 0: whole, index }) => [index, index + whole.length] as const);
  for (const { segment, index } of WORDS.segment(text)) {
    const last = found.at(-1);
    const end = index + segment.length;
    if (last !== undefined && wholes.some(([from, to]) => from < index && index < to)) {
      last[1] = end;
      continue;
    }
    const begins = WORD.test(segment) || OPENS.test(segment);
    if (last === undefined || (begins && !OPENS.test(text.slice(last[0], last[1])))) found.push([index, end]);
    else last[1] = end;
  }
  return found;
}
