/**
 * What the HTTP service takes and answers, as the very schemas that validate it and that OpenAPI is made from: one file of
 * contract/ for each family of routes. renderer/ imports the types of this file, and nothing else of indexer/.
 */
export * from './contract/check.ts';
export * from './contract/citations.ts';
export * from './contract/common.ts';
export * from './contract/comparison.ts';
export * from './contract/conversion.ts';
export * from './contract/corrections.ts';
export * from './contract/documents.ts';
export * from './contract/entries.ts';
export * from './contract/imports.ts';
export * from './contract/library.ts';
export * from './contract/near-duplicates.ts';
export * from './contract/pages.ts';
export * from './contract/recognition.ts';
export * from './contract/search.ts';
export * from './contract/sidecars.ts';
export * from './contract/vocabulary.ts';
export * from './contract/watched.ts';
