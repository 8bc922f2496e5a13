/** 索引号, 发文机关, 成文日期 and the like from the table that official sites print over a document. */
import type { CheerioAPI } from 'cheerio';
import { readDate } from '../../text/dates.ts';
import { readNumberLine } from '../../text/document-number.ts';
import type { SourceMetadata } from '../read-text.ts';

const LABEL = /^(标题|名称|索引号|主题分类|发文机关|发布机构|发文字号|文号|成文日期|发布日期|发文日期)[：:]?$/;

/** Null when the page has no such table. The label's own blanks (索 引 号) do not count. */
export function readMetadataTable(page: CheerioAPI): SourceMetadata | null {
  const fields = new Map<string, string>();
  for (const cell of page('td, th, dt, li > span, li > b, li > strong').toArray()) {
    const label = LABEL.exec(page(cell).text().replace(/\s/g, ''))?.[1];
    const value = page(cell).next().text().trim();
    if (label !== undefined && value !== '' && !fields.has(label)) fields.set(label, value);
  }
  if (fields.size < 2) return null;
  const of = (...labels: string[]): string | undefined => labels.map((label) => fields.get(label)).find(Boolean);
  const day = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : (readDate(value) ?? undefined);
  const number = of('发文字号', '文号');
  const issuers = of('发文机关', '发布机构')?.split(/[\s、，,;；]+/);
  const found = {
    title: of('标题', '名称'),
    number: number === undefined ? undefined : (readNumberLine(number) ?? undefined),
    issuers,
    writtenOn: day(of('成文日期', '发文日期')),
    publishedOn: day(of('发布日期')),
    subject: of('主题分类'),
    indexNumber: of('索引号'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
