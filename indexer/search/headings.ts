/** Under which chapter and section each clause stands: 保管合同 over an article says what it is about, though the article does not. */
import { headingOrdinals, headingOrdinalsIn } from '../catalogue/question-view.ts';
import type { Derivation } from './derived.ts';
import type { Snapshot } from './snapshot.ts';

export interface Headings {
  /** Clause keys of the headings by clause key; 0 where there is none. */
  readonly chapterOf: Int32Array;
  readonly sectionOf: Int32Array;
  /** 1 for the clauses that are headings themselves. */
  readonly isHeading: Uint8Array;
}

/** Found once, and again for what changes. */
const HEADINGS: Derivation<Headings> = {
  make: (snapshot) => {
    const headings = emptyHeadings(snapshot.documentOf.length);
    const ordinals = headingOrdinals(snapshot.database);
    snapshot.facts.forEach((_, place) => {
      markHeadings(snapshot, place, ordinals, headings);
    });
    return headings;
  },
  update: (before, snapshot, places) => {
    const headings = emptyHeadings(snapshot.documentOf.length);
    headings.chapterOf.set(before.chapterOf);
    headings.sectionOf.set(before.sectionOf);
    headings.isHeading.set(before.isHeading);
    const keys = places.map((place) => snapshot.facts[place]?.key ?? -1);
    const ordinals = headingOrdinalsIn(snapshot.database, keys);
    for (const place of places) markHeadings(snapshot, place, ordinals, headings);
    return headings;
  },
};

export const headingsOf = (snapshot: Snapshot): Headings => snapshot.derived(HEADINGS);

const emptyHeadings = (size: number): Headings => ({
  chapterOf: new Int32Array(size),
  sectionOf: new Int32Array(size),
  isHeading: new Uint8Array(size),
});

function markHeadings(
  snapshot: Snapshot,
  place: number,
  ordinals: ReturnType<typeof headingOrdinals>,
  headings: Headings,
): void {
  const kinds = new Map(
    ordinals.get(snapshot.facts[place]?.key ?? -1)?.map(({ ordinal, section }) => [ordinal, section]),
  );
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
}
