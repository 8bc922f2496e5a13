/** Sentences of a paragraph: from one 。；！？ to the next, titles and brackets kept whole. */
import type { Span } from '../model.ts';

const END = /[。；！？\n]/;
const REACH = 600;

/** The sentence that a span stands in, its end mark left out; at most some hundred characters each way. */
export function sentenceAt(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < REACH && !END.test(text[from - 1] ?? '')) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !END.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}
