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
/** What the builders of sites call the parts round a document. */
const CHROME =
  /(?:^|[\s_-])(?:bread(?:crumbs?)?|crumbs?|position|location|weizhi|share|bdshare\w*|print|tools?|toolbar|qr(?:code)?|ewm|erweima|foot(?:er)?|copyright|nav|navbar|menu|header|links?|related?|relation|xglj|xgwd|pager?|pagination|pages)(?:$|[\s_-])/i;
/** … where they say no sentence and are short. */
const LONGEST_CHROME = 300;
/** A place that is known holds at least so many characters, or it is a frame left empty. */
const FEWEST = 80;
/** The part of the page's prose that the main text holds. */
const MOST_PROSE = 0.8;

/** The nodes of the main text; the page's own title comes before it where the text has none. */
export function findMainText(page: CheerioAPI): readonly object[] {
  page(ASIDE).remove();
  dropChrome(page);
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

function dropChrome(page: CheerioAPI): void {
  for (const element of page('div, ul, ol, p, span, section').toArray()) {
    if (!CHROME.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`)) continue;
    const part = page(element);
    const text = part.text().trim();
    if (text.length <= LONGEST_CHROME && !/[。；]/.test(text) && part.find('h1, h2, table').length === 0) part.remove();
  }
}

/** Sentences end in signs, menus do not. */
const proseIn = (text: string): number => text.match(/[，。；：、]/g)?.length ?? 0;
