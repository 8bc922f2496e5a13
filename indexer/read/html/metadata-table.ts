/** 索引号, 发文机关, 成文日期 and the like from the table that official sites print over a document. */
import type { CheerioAPI } from 'cheerio';
import type { SourceMetadata } from '../read-text.ts';
import { FIELD_NAMES, toMetadata } from '../stated-fields.ts';

const LABELS = FIELD_NAMES.join('|');
const LABEL = new RegExp(`^[【\\[]?(${LABELS})[】\\]]?[：:]?$`);
/** 索引号：000014349/2020-00012 in one cell. */
const LABELLED = new RegExp(`^[【\\[]?(${LABELS})[】\\]]?[：:](.+)$`, 's');
/** What sites print where there is nothing to say. */
const NOTHING = /^(?:无|暂无|空|不详|[-—–/\\\s]+|null|undefined)$/i;
const LONGEST = 300;
const INLINE = /^(?:span|b|strong)$/;

/** Null when the page has no such table. The label's own blanks (索 引 号) do not count. */
export function readMetadataTable(page: CheerioAPI): SourceMetadata | null {
  const fields = new Map<string, string>();
  const note = (label: string | undefined, value: string): void => {
    if (label === undefined || value === '' || NOTHING.test(value) || fields.has(label)) return;
    fields.set(label, value.replace(/\s+/g, ' '));
  };
  for (const cell of page('td, th, dt, li, li > span, li > b, li > strong, p > span, p > strong').toArray()) {
    const text = page(cell).text();
    if (text.length > LONGEST) continue;
    const label = LABEL.exec(text.replace(/\s/g, ''))?.[1];
    note(label, page(cell).next().text().trim());
    // A label set in bold before its value: the value is the rest of what holds both.
    if (label !== undefined && INLINE.test(cell.tagName))
      note(label, page(cell).parent().text().trim().slice(text.trim().length).trim());
    const inOne = LABELLED.exec(text.replace(/[ \t\u00a0\u3000]/g, '').trim());
    if (inOne !== null && cell.tagName !== 'th') note(inOne[1], valueIn(text));
  }
  return fields.size < 2 ? null : toMetadata(fields);
}

const valueIn = (text: string): string => text.slice(text.search(/[：:]/) + 1).trim();
