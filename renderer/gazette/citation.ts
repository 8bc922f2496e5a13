/** How a document is cited: 《title》（number）, and a clause of it behind that. */

interface Citable {
  readonly title: string;
  readonly number: string | null;
}

/** 《某某市住宅增设电梯办法》（某政办发〔2020〕25号）; titles inside the title change their 《》 to 〈〉. */
export function citationOf({ title, number }: Citable): string {
  const inner = title.replaceAll('《', '〈').replaceAll('》', '〉');
  return `《${inner}》${number === null ? '' : `（${number}）`}`;
}

/** The clause in quotation marks behind its source: 《…》（…）第六条：“……” */
export function clauseCitation(document: Citable, path: string, text: string): string {
  const quoted = text.replaceAll('“', '‘').replaceAll('”', '’');
  return `${citationOf(document)}${path}：“${quoted}”`;
}
