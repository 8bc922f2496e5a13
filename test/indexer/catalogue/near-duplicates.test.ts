/** C18: a draft and what became of it are two documents and one pair; hiding one leaves it out of the facts of the search. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { similarity } from '../../../indexer/catalogue/identity.ts';
import { bandsOf } from '../../../indexer/catalogue/sketch.ts';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { aParsedDocument, aParsedFile, prose } from '../../support/builders.ts';

let catalogue: CatalogueStore;
beforeEach(() => {
  catalogue = openCatalogue(':memory:');
});
afterEach(() => catalogue.close());

function file(title: string, body: string, store = catalogue): string {
  const sha256 = createHash('sha256').update(title).digest('hex');
  const source = { sha256, fileName: title, path: title, size: 1, mediaType: 'text/plain', encoding: null };
  store.file(source, aParsedFile([aParsedDocument({ title, body, writtenOn: null })]));
  return store.facts().at(-1)?.id ?? '';
}
const open = () => catalogue.nearPairs({ dismissed: false, offset: 0, limit: 10 });

const TEXT = prose(1, 30);
const EDITED = TEXT.replace(TEXT.slice(100, 112), '改过的几个字在这里。');

describe('near-duplicates', () => {
  it('pairs a draft with the final text, whichever came first', () => {
    const draft = file('某市养老服务办法（征求意见稿）', TEXT);
    const final = file('某市养老服务条例', EDITED);
    const { total, pairs } = open();
    expect([total, pairs.map(({ firstId, secondId }) => [firstId, secondId].sort())]).toEqual([
      1,
      [[draft, final].sort()],
    ]);
    expect(pairs[0]?.similarity).toBeGreaterThan(0.9);
  });

  it.each([
    ['another text', '某市河道条例', prose(2, 30)],
    ['a version of the same title', '某市养老服务条例', EDITED],
    ['a text that contains it', '某市养老汇编', `${TEXT}\n${prose(7, 30)}`],
    ['half of it', '某市养老节选', TEXT.slice(0, TEXT.length / 2)],
  ])('does not pair %s', (_, title, body) => {
    file('某市养老服务条例', TEXT);
    file(title, body);
    expect(open().total).toBe(0);
  });

  it('does not judge texts of a few set phrases', () => {
    file('甲', '现印发给你们，请认真贯彻执行。');
    file('乙', '现印发给你们，请认真贯彻执行。');
    expect(open().total).toBe(0);
  });

  it('sets a pair aside, and keeps it aside when a text is written again', () => {
    const a = file('甲', TEXT);
    const b = file('乙', EDITED);
    expect(catalogue.dismissPair([b, a], true)).toBe(true);
    file('丙', EDITED);
    expect(catalogue.nearPairs({ dismissed: true, offset: 0, limit: 10 }).pairs).toHaveLength(1);
    expect(catalogue.dismissPair([a, b], false)).toBe(true);
    expect(catalogue.dismissPair([a, 'nothing'], true)).toBe(false);
  });

  it('a hidden document is in no pair and in no facts, until it is shown again', () => {
    const a = file('甲', TEXT);
    file('乙', EDITED);
    catalogue.correct(a, { set: { hidden: true }, takeBack: [], note: null });
    expect(open().total).toBe(0);
    expect(catalogue.facts().map(({ id }) => id)).not.toContain(a);
    expect(catalogue.document(a)?.title).toBe('甲');
    catalogue.correct(a, { set: {}, takeBack: ['hidden'], note: null });
    expect(open().total).toBe(1);
    expect(catalogue.facts().map(({ id }) => id)).toContain(a);
  });
});

it('texts that are nine tenths alike share a band', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (seed, place) => {
      const text = prose(seed, 40);
      const at = place % (text.length - 20);
      const other = `${text.slice(0, at)}另外十个字在这里面${text.slice(at + 10)}`;
      expect(similarity(text, other)).toBeGreaterThan(0.9);
      const bands = new Set(bandsOf(text));
      expect(bandsOf(other).some((band) => bands.has(band))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
