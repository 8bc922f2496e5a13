/** What the name of a file says of its one document: 工资支付暂行规定(1994-12-06).md. The text comes first. */
import type { ParsedDocument } from '../model.ts';
import { isoDay, readDate } from '../text/dates.ts';
import { bareTitleKey } from '../text/title-key.ts';
import { dateFrom } from './from-source.ts';

const SHORTEST_TITLE = 4;
const DIGITS = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const ENDING = /\.[a-z0-9]{1,5}$/i;

/**
 * The document dated by the day in its file's name, where the text gives none. The name must name the document too: the
 * day in 扫描20210101.pdf is that of the scan.
 */
export function describeFromName(document: ParsedDocument, fileName: string): ParsedDocument {
  const name = fileName.replace(ENDING, '');
  const day = document.writtenOn === null && names(name, document.title) ? dayIn(name) : null;
  if (day === null) return document;
  const evidence = { ...document.evidence, writtenOn: `文件名：${fileName}` };
  return dateFrom({ ...document, writtenOn: day, evidence });
}

function dayIn(name: string): string | null {
  const run = DIGITS.exec(name);
  return readDate(name) ?? (run && isoDay(Number(run[1]), Number(run[2]), Number(run[3])));
}

/** The name may shorten the title: 高等教育法(2018-12-29) is 中华人民共和国高等教育法. */
function names(name: string, title: string): boolean {
  const said = bareTitleKey(name.replace(/\d{4}\D?\d{1,2}\D?\d{1,2}日?/g, ''));
  const own = bareTitleKey(title);
  return said.length >= SHORTEST_TITLE && own !== '' && (own.includes(said) || said.includes(own));
}
