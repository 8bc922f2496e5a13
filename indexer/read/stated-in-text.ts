/** The table of facts on top of a page that was saved or copied as text, read as that of a web page is. */
import { findPageFacts } from '../text/page-facts.ts';
import type { SourceLine, SourceMetadata } from './read-text.ts';
import { toMetadata } from './stated-fields.ts';

const WITHIN = 200;

/** Null when the text begins with no such table. */
export function statedInText(lines: readonly SourceLine[]): SourceMetadata | null {
  const facts = findPageFacts(lines.slice(0, WITHIN).map(({ text }) => text));
  return facts === null ? null : toMetadata(facts.fields);
}
