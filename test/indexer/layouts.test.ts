/** Layouts of gazettes of other places (names invented), against what a librarian catalogued by hand beside each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlain } from '../support/parse-plain.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/layouts');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe.each(names)('%s', (name) => {
  const gold = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, unknown>[];
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

  it('raises no alarm', () => {
    expect([...problems, ...documents.flatMap((document) => document.problems)]).toEqual([]);
  });
});
