/** What officials type finds what they mean, on the first page and, where there is one answer, first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import { writingsOfNumber, writingsOfTitle } from '../../support/careless.ts';
import { sampleLibrary } from '../../support/sample-library.ts';

const { catalogue, search } = sampleLibrary();
const rows = readFileSync('test/fixtures/queries/sample-gazettes.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string]);

const ask = (q: string) => search.search(SearchRequest.parse({ q }));

describe('a query of an official', () => {
  it.each(rows)('%s → %s (%s)', async (q, expected) => {
    const numbers = (await ask(q)).hits.map(({ number }) => number);
    const wanted = expected.split(' ');
    if (wanted.length === 1) expect(numbers[0]).toBe(wanted[0]);
    else expect(numbers).toEqual(expect.arrayContaining(wanted));
  });
});

/** Hundreds of searches a test: on a busy machine they take a while. */
const TIMEOUT_MS = 120_000;

describe('every document', { timeout: TIMEOUT_MS }, () => {
  const documents = catalogue.facts().flatMap(({ id }) => {
    const record = catalogue.document(id);
    const body = catalogue
      .provisions(id)
      .map(({ text }) => text)
      .join('\n');
    return record === null ? [] : [{ ...record, body }];
  });

  it('is first by its number, however that is written', async () => {
    const missed: string[] = [];
    for (const { id, number } of documents)
      for (const q of writingsOfNumber(number ?? '')) if ((await ask(q)).hits[0]?.id !== id) missed.push(q);
    expect(missed).toEqual([]);
  });

  it('is first by its title, however that is written', async () => {
    const missed: string[] = [];
    for (const { id, title } of documents)
      for (const q of writingsOfTitle(title)) if ((await ask(q)).hits[0]?.id !== id) missed.push(q);
    expect(missed).toEqual([]);
  });

  it('is first by a sentence of it that stands nowhere else, with a word dropped too', async () => {
    const missed: string[] = [];
    for (const { id, body } of documents) {
      const sentences = body.split(/[。\n]/).filter((one) => one.length >= 24 && one.length < 120);
      const own = sentences.filter((one) => documents.every((other) => other.id === id || !other.body.includes(one)));
      for (const sentence of own.filter((_, i) => i % Math.ceil(own.length / 3) === 0))
        for (const q of [sentence, `${sentence.slice(0, 8)}${sentence.slice(10)}`])
          if ((await ask(q)).hits[0]?.id !== id) missed.push(q);
    }
    expect(missed).toEqual([]);
  });
});
