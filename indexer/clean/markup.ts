/** Marks that converters leave: Markdown bullets, quotes, bold, headings, table rules, comments, links. */

export interface Unmarked {
  readonly text: string;
  /** The line was marked as the beginning of a list item or as a heading: no line before it runs on into it. */
  readonly starts: boolean;
  /** Level of a Markdown heading, 0 for none. */
  readonly heading: number;
}

const TABLE_RULE = /^[\s|:+—_=-]*$/;

/** `- **(一) 总体要求**` gives `(一) 总体要求`, which starts a paragraph. Null for a line that is nothing but marks. */
export function readMarkup(line: string): Unmarked | null {
  let text = line.replace(/<!--.*?-->/g, '').replace(/<br\s*\/?>/gi, ' ');
  if (text.trim() !== '' && TABLE_RULE.test(text)) return null;
  const heading = /^\s{0,3}(#{1,6})\s+(?=\S)/.exec(text);
  if (heading) text = text.slice(heading[0].length);
  text = text.replace(/^\s*(?:>\s?)+/, '');
  const bullet = /^\s*[-*+]\s+(?=\S)/.exec(text);
  if (bullet) text = text.slice(bullet[0].length);
  text = text.replace(/\*\*|__(?=\S)|(?<=\S)__/g, '').replace(/<(https?:\/\/[^>]+)>/g, '$1');
  if (/^\s*\|.*\|\s*$/.test(text)) text = text.trim().slice(1, -1).replaceAll('|', ' ');
  return { text, starts: heading !== null || bullet !== null, heading: heading?.[1]?.length ?? 0 };
}
