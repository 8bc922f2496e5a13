/** Layouts of gazettes of other places (names invented), against what a librarian catalogued by hand beside each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlain } from '../support/parse-plain.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/layouts');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

interface Gold {
  readonly documents: readonly Record<string, unknown>[];
  /** Codes of the warnings that a librarian should see. */
  readonly problems: readonly string[];
}

/** Most layouts have nothing to warn of: their gold is the list of documents alone. */
function readGold(name: string): Gold {
  const gold = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Gold['documents'] | Gold;
  return 'documents' in gold ? gold : { documents: gold, problems: [] };
}

describe.each(names)('%s', (name) => {
  const { documents: gold, problems: expected } = readGold(name);
  const file = name.replace('.json', '.txt');
  const { documents, problems } = parsePlain(readFileSync(join(FOLDER, file)), file);
  const catalogued = documents.map(({ provisions, ...document }) => {
    const count = (kind: string): number => provisions.filter((one) => one.kind === kind).length;
    return { ...document, articles: count('article'), chapters: count('chapter'), level1: count('heading1') };
  });

  it('has these documents and no others', () => {
    expect(documents.map(({ title }) => title)).toEqual(gold.map(({ title }) => title));
  });

  it.each(gold.map((one, at) => [one.title, at] as const))('%s', (_, at) => {
    expect(catalogued[at]).toMatchObject(gold[at] ?? {});
  });

  it('warns of what is odd, and of nothing else', () => {
    const found = [...problems, ...documents.flatMap((document) => document.problems)];
    expect(found.map(({ code, message }) => (expected.includes(code) ? code : message))).toEqual(expected);
  });
});
