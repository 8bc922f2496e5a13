/** How a document is cited: 《title》（number）, and a clause of it behind that. */
import { TEXT_FORMAT } from '../words/format.ts';

interface Citable {
  readonly title: string;
  readonly number: string | null;
  readonly writtenOn: string | null;
}

/**
 * 《某某市住宅增设电梯办法》（某政办发〔2020〕25号）; titles inside the title change their 《》 to 〈〉. Without a number the day
 * tells the text from its earlier and later ones: 《某某管理条例》（2016年2月6日）.
 */
export function citationOf({ title, number, writtenOn }: Citable): string {
  const inner = title.replaceAll('《', '〈').replaceAll('》', '〉');
  const sign = number ?? (writtenOn === null ? null : TEXT_FORMAT.day(writtenOn));
  return `《${inner}》${sign === null ? '' : `（${sign}）`}`;
}

/** The clause in quotation marks behind its source: 《…》（…）第六条：“……” */
export function clauseCitation(document: Citable, path: string, text: string): string {
  const quoted = text.replaceAll('“', '‘').replaceAll('”', '’');
  return `${citationOf(document)}${path}：“${quoted}”`;
}
