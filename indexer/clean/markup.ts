/** Marks that converters leave: Markdown bullets, quotes, bold, headings, table rules, comments, links. */

export interface Unmarked {
  readonly text: string;
  /** The line was marked as the beginning of a list item or as a heading: no line before it runs on into it. */
  readonly starts: boolean;
  /** Level of a Markdown heading, 0 for none. */
  readonly heading: number;
  /** It was a row of a table; its cells stand apart by tabs. */
  readonly row: boolean;
}

/** |---|---|, and ├──┼──┤ of tables that are drawn with signs. */
const TABLE_RULE = /^[\s|:+—_=\u2500-\u257f-]*$/;
/** The upright rules between the cells of such a table. */
const UPRIGHT = /[│┃║]/g;
/** The bullets of word processors; a section's mark stands on both sides: ■政务动态■. In a row they may be entries. */
const BULLET = /^\s*(?:[-*+·]\s+|[●■◆▪◾◼➢➤►▶✓✔]\s*(?!.*[●■◆▪◾◼➢➤►▶✓✔]$))(?=\S)/;

/** A converter of laws sets this under title and 题注. */
const FRONT_MATTER_END = /^\s*<!--\s*INFO END\s*-->\s*$/;
const FRONT_MATTER_RULE = /^---\s*$/;
const LONGEST_FRONT_MATTER = 30;

/** How many lines on top are settings of a site generator, its `---` rules included. */
export function countSettings(lines: readonly string[]): number {
  if (!FRONT_MATTER_RULE.test(lines[0] ?? '')) return 0;
  const end = lines.slice(1, LONGEST_FRONT_MATTER).findIndex((line) => FRONT_MATTER_RULE.test(line));
  const settings = lines.slice(1, end + 1);
  return end !== -1 && settings.every((line) => /^\s*(?:[\w-]+:.*|- .*)?$/.test(line)) ? end + 2 : 0;
}

/** Index of the line that parts a law's title and 题注 from its text; -1 when there is none. */
export function findFrontMatterEnd(lines: readonly string[]): number {
  return lines.findIndex((line) => FRONT_MATTER_END.test(line));
}

/** `- **(一) 总体要求**` gives `(一) 总体要求`, which starts a paragraph. Null for a line that is nothing but marks. */
export function readMarkup(line: string): Unmarked | null {
  let text = line.replace(/<!--(?:(?!<!--).)*?-->/g, '').replace(/<br\s{0,9}\/?>/gi, ' ');
  if (text.trim() !== '' && TABLE_RULE.test(text)) return null;
  const heading = /^\s{0,3}(#{1,6})(?:\s+|$)/.exec(text);
  if (heading) text = text.slice(heading[0].length);
  text = text.replace(/^\s*(?:>\s?)+/, '');
  text = text.replace(UPRIGHT, '|');
  const bullet = BULLET.exec(text);
  if (bullet) text = text.slice(bullet[0].length);
  text = text.replace(/\*\*|__(?=\S)|(?<=\S)__/g, '').replace(/<(https?:\/\/[^>]+)>/g, '$1');
  const row = /^\s*\|.*\|\s*$/.test(text);
  if (row) text = text.trim().slice(1, -1).replaceAll('|', '\t');
  return { text, starts: heading !== null || bullet !== null || row, heading: heading?.[1]?.length ?? 0, row };
}
