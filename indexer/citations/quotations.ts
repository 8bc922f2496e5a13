/** Words in “…”: the new text of an amended clause, a term that is defined. They are not the citing text’s own words. */
import type { Span } from '../model.ts';

/** Outermost “…” of a paragraph; one that is not closed goes on to the end. */
export function quotationsOf(text: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '“' && depth++ === 0) start = at;
    else if (text[at] === '”' && depth > 0 && --depth === 0) spans.push({ start, end: at + 1 });
  }
  if (depth > 0) spans.push({ start, end: text.length });
  return spans;
}

/** 第一条第二款“社会主义制度是根本制度。”后增写一句 gives 第一条第二款“”后增写一句. */
export function withoutQuotations(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of quotationsOf(text)) {
    rest += `${text.slice(from, start)}“”`;
    from = end;
  }
  return rest + text.slice(from);
}
