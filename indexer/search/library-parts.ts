/** What the search holds in memory, as it is read of the catalogue: of all documents, or of those with some keys. */
import type { DocumentFacts } from '../catalogue/catalogue.ts';
import { type ClauseSet, clauseSets } from '../catalogue/clause-index.ts';
import type { Database } from '../catalogue/database.ts';
import { readFacts } from '../catalogue/documents.ts';
import { type DocumentHead, documentHeads, knownNumbers } from '../catalogue/search-view.ts';
import { numberParts } from '../text/document-number.ts';
import { bareText } from '../text/fold.ts';

export interface DocumentParts {
  readonly facts: DocumentFacts;
  readonly head: DocumentHead;
  /** Folded titles without blanks and signs, with those of the texts issued. */
  readonly titles: readonly string[];
}

/** By ascending key; hidden documents are left out. */
export function readDocumentParts(database: Database, keys: readonly number[] | null = null): DocumentParts[] {
  const heads = new Map(documentHeads(database, keys).map((head) => [head.key, head]));
  return readFacts(database, keys).flatMap((facts) => {
    const head = heads.get(facts.key);
    return head === undefined ? [] : [{ facts, head, titles: [head.title, ...head.attached].map(bareText) }];
  });
}

/** Clauses with the places of their documents, which stand in `documents` by ascending key. */
export function readPlacedSets(
  database: Database,
  documents: readonly DocumentFacts[],
  keys: readonly number[] | null = null,
): { readonly place: number; readonly set: ClauseSet }[] {
  return clauseSets(database, keys).flatMap((set) => {
    const place = placeOfKey(documents, set.documentKey);
    return place === null ? [] : [{ place, set }];
  });
}

/** 某政发 of 某政发〔2021〕12号, for every number that a document has or cites. */
export const readIssuerCodes = (database: Database, keys: readonly number[] | null = null): string[] =>
  knownNumbers(database, keys).flatMap((number) => numberParts(number)?.issuerCode ?? []);

export function placeOfKey(documents: readonly DocumentFacts[], key: number): number | null {
  let [low, high] = [0, documents.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = documents[middle]?.key ?? 0;
    if (at === key) return middle;
    if (at < key) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
