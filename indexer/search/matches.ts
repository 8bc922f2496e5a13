/** Every place of one document where the query stands, for the reader's marks and its “3/17”. */
import type { CatalogueStore } from '../catalogue/store.ts';
import type { MatchesResponse } from '../contract.ts';
import { Marker } from './highlight.ts';

export function matchesIn(store: CatalogueStore, documentId: string, phrases: readonly string[]): MatchesResponse {
  const record = store.document(documentId);
  if (phrases.length === 0 || record === null) return { total: 0, title: [], matches: [] };
  const marker = new Marker(phrases);
  const matches = store.provisions(documentId).flatMap(({ id, ordinal, text }) => {
    const highlights = marker.mark(text);
    return highlights.length === 0 ? [] : [{ provisionId: id, ordinal, highlights }];
  });
  const total = matches.reduce((sum, { highlights }) => sum + highlights.length, 0);
  return { total, title: marker.mark(record.title), matches };
}
