/** What is judged at once is what the catalogue gives of one document after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Standings } from '../../../indexer/catalogue/standings.ts';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { Validity } from '../../../indexer/model.ts';
import { carryOut, SOME_DAYS, step } from '../../support/random-library.ts';
import { sampleLibrary } from '../../support/sample-library.ts';

const together = (catalogue: CatalogueStore, day: string): Validity[] => {
  const standings = new Standings(catalogue.database);
  return catalogue
    .facts()
    .map((facts) => standings.validityOf({ ...facts, evidence: catalogue.document(facts.id)?.evidence ?? {} }, day));
};
const oneByOne = (catalogue: CatalogueStore, day: string): Validity[] =>
  catalogue.facts().map(({ id }) => catalogue.validity(id, day));

describe('the validity of all documents', () => {
  it('is that of each document', () => {
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

  it('is so in the sample gazettes', () => {
    const { catalogue } = sampleLibrary();
    for (const day of SOME_DAYS) expect(together(catalogue, day)).toEqual(oneByOne(catalogue, day));
    expect(together(catalogue, '2026-01-01').map(({ status }) => status)).toContain('expired');
  });

  it('is none in an empty library', () => {
    expect(together(openCatalogue(':memory:'), '2026-01-01')).toEqual([]);
  });
});
