/** Where on a page the document stands: known places first, then the smallest element that holds most of the prose. */
import type { CheerioAPI } from 'cheerio';

/** Bodies of documents on government sites, most telling first. */
const KNOWN = [
  '#UCAP-CONTENT',
  '.TRS_Editor',
  '.pages_content',
  '#zoom',
  '#Zoom',
  '.article-content',
  'article',
  'main',
];
const ASIDE = 'script, style, nav, header, footer, aside, form, iframe, noscript, [role=navigation], [role=banner]';
/** A place that is known holds at least so many characters, or it is a frame left empty. */
const FEWEST = 80;
/** The part of the page's prose that the main text holds. */
const MOST_PROSE = 0.8;

/** The nodes of the main text; the page's own title comes before it where the text has none. */
export function findMainText(page: CheerioAPI): readonly object[] {
  page(ASIDE).remove();
  for (const place of KNOWN) {
    const found = page(place).first();
    if (found.text().trim().length >= FEWEST) return found.toArray();
  }
  let at = page('body').first();
  const whole = proseIn(at.text());
  for (;;) {
    const inner = at
      .children('div, section, table, tbody, tr, td, center, article, main')
      .toArray()
      .map((one) => page(one))
      .find((one) => proseIn(one.text()) >= whole * MOST_PROSE);
    if (inner === undefined || whole === 0) return at.toArray();
    at = inner;
  }
}

/** Sentences end in signs, menus do not. */
const proseIn = (text: string): number => text.match(/[，。；：、]/g)?.length ?? 0;
