/** Under which chapter and section each clause stands: 保管合同 over an article says what it is about, though the article does not. */
import { headingOrdinals } from '../catalogue/question-view.ts';
import type { Snapshot } from './snapshot.ts';

export interface Headings {
  /** Clause keys of the headings by clause key; 0 where there is none. */
  readonly chapterOf: Int32Array;
  readonly sectionOf: Int32Array;
  /** 1 for the clauses that are headings themselves. */
  readonly isHeading: Uint8Array;
}

const HEADINGS = new WeakMap<Snapshot, Headings>();

/** Found once for each state of the library. */
export function headingsOf(snapshot: Snapshot): Headings {
  const known = HEADINGS.get(snapshot);
  if (known !== undefined) return known;
  const made = findHeadings(snapshot);
  HEADINGS.set(snapshot, made);
  return made;
}

function findHeadings(snapshot: Snapshot): Headings {
  const size = snapshot.documentOf.length;
  const headings = {
    chapterOf: new Int32Array(size),
    sectionOf: new Int32Array(size),
    isHeading: new Uint8Array(size),
  };
  const byDocument = headingOrdinals(snapshot.database);
  snapshot.facts.forEach(({ key: document }, place) => {
    const kinds = new Map(byDocument.get(document)?.map(({ ordinal, section }) => [ordinal, section]));
    if (kinds.size === 0) return;
    let [chapter, section] = [0, 0];
    const first = (snapshot.headKey[place] ?? 0) + 1;
    for (let key = first; key < first + (snapshot.clauseCount[place] ?? 0); key += 1) {
      const isSection = kinds.get(snapshot.ordinalOf[key] ?? -1);
      if (isSection !== undefined) {
        headings.isHeading[key] = 1;
        chapter = isSection ? chapter : key;
        section = isSection ? key : 0;
      }
      headings.chapterOf[key] = chapter;
      headings.sectionOf[key] = section;
    }
  });
  return headings;
}
