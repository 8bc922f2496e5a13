/** What the head of a page says by the standard of government sites (政府网站发展指引): ArticleTitle, PubDate. */
import type { CheerioAPI } from 'cheerio';
import { readDate } from '../../text/dates.ts';
import type { SourceMetadata } from '../read-text.ts';

/** ContentSource is whoever sent the page in, no body that issues documents. Null where the page has no title by the standard. */
export function readPageMeta(page: CheerioAPI): Pick<SourceMetadata, 'stated' | 'title' | 'publishedOn'> | null {
  const named = (name: string): string =>
    page('meta')
      .toArray()
      .find(({ attribs }) => attribs.name?.toLowerCase() === name)
      ?.attribs.content?.replace(/\s+/g, ' ')
      .trim() ?? '';
  const title = named('articletitle');
  if (title === '') return null;
  const publishedOn = readDate(named('pubdate'));
  return { stated: true, title, ...(publishedOn === null ? {} : { publishedOn }) };
}
