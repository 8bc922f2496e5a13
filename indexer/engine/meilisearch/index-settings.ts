/** How the index is laid out. Text comes segmented, so the engine must keep its own Chinese tokenizer out (locale `eng`). */
import type { Settings } from 'meilisearch';

export const INDEX = 'clauses';

export const SETTINGS: Settings = {
  searchableAttributes: ['number', 'title', 'heading', 'text'],
  filterableAttributes: ['documentId', 'whole', 'issuers', 'year', 'type', 'topics', 'issueIds', 'writtenOn'],
  sortableAttributes: ['writtenOn'],
  displayedAttributes: ['id', 'documentId'],
  rankingRules: ['words', 'proximity', 'attribute', 'exactness'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  typoTolerance: { enabled: false },
  stopWords: [],
  // It ranks and no more: word pairs and prefixes would make the index several times as large as the texts.
  proximityPrecision: 'byAttribute',
  prefixSearch: 'disabled',
  facetSearch: false,
  pagination: { maxTotalHits: 1000 },
  faceting: { maxValuesPerFacet: 100 },
};
