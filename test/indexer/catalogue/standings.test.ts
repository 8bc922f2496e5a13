/** All statuses at once are those that the catalogue gives of one document after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Standings } from '../../../indexer/catalogue/standings.ts';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { carryOut, SOME_DAYS, step } from '../../support/random-library.ts';
import { sampleLibrary } from '../../support/sample-library.ts';

const together = (catalogue: CatalogueStore, day: string): string[] => {
  const standings = new Standings(catalogue.database);
  return catalogue.facts().map((facts) => `${facts.id} ${standings.statusOf(facts, day)}`);
};
const oneByOne = (catalogue: CatalogueStore, day: string): string[] =>
  catalogue.facts().map(({ id }) => `${id} ${catalogue.validity(id, day).status}`);

describe('the statuses of all documents', () => {
  it('are what each document has', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const catalogue = openCatalogue(':memory:');
        carryOut(catalogue, steps);
        for (const day of SOME_DAYS) expect(together(catalogue, day)).toEqual(oneByOne(catalogue, day));
        catalogue.close();
      }),
      { numRuns: 40 },
    );
  });

  it('are so in the sample gazettes', () => {
    const { catalogue } = sampleLibrary();
    for (const day of SOME_DAYS) expect(together(catalogue, day)).toEqual(oneByOne(catalogue, day));
    expect(new Set(together(catalogue, '2026-01-01').map((line) => line.split(' ')[1]))).toContain('expired');
  });

  it('are none in an empty library', () => {
    expect(together(openCatalogue(':memory:'), '2026-01-01')).toEqual([]);
  });
});
