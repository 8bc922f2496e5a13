/** A snapshot that was brought up to date is the one that would be read anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseQuery } from '../../../indexer/catalogue/clause-index.ts';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { Citation } from '../../../indexer/model.ts';
import { snapshotOf } from '../../../indexer/search/current-snapshot.ts';
import { headingsOf } from '../../../indexer/search/headings.ts';
import { Snapshot } from '../../../indexer/search/snapshot.ts';
import { standingOf } from '../../../indexer/search/standing.ts';
import { suggest } from '../../../indexer/search/suggest.ts';
import { aCitation, aParsedDocument, aParsedFile } from '../../support/builders.ts';
import { carryOut, SOME_DAYS, step } from '../../support/random-library.ts';

const PHRASES = ['停车', '某市', '民法典', '任免通知'].map((phrase) => phraseQuery(phrase) ?? '');
const PAIRS = ['停车', '车停', '民法', '某政'];

/** Everything that a search asks a snapshot for. */
function shown(snapshot: Snapshot) {
  return {
    facts: snapshot.facts,
    heads: snapshot.heads,
    titles: snapshot.titles,
    places: snapshot.facts.map(({ id }) => snapshot.placeOf(id)),
    clauses: [...snapshot.documentOf].flatMap((place, key) =>
      place < 0 ? [] : [[key, place, snapshot.isHead(key), snapshot.clauseText(key)]],
    ),
    heads_: [...snapshot.headKey],
    counts: [...snapshot.clauseCount],
    total: snapshot.clauseTotal,
    length: snapshot.averageLength,
    issues: snapshot.issues,
    statuses: SOME_DAYS.map((day) => snapshot.validities(day)),
    found: PHRASES.map((query) => [...snapshot.matching(query)]),
    pairs: PAIRS.map((pair) => snapshot.hasPair(pair)),
    articles: [...snapshot.articles('第一条', null)],
    headings: inUse(snapshot, headingsOf(snapshot).chapterOf),
  };
}

const inUse = (snapshot: Snapshot, values: Int32Array): number[] =>
  [...values].filter((_, key) => (snapshot.documentOf[key] ?? -1) >= 0);

const upToDate = (snapshot: Snapshot, most: number): Snapshot => {
  let latest = snapshot;
  for (let next = latest.next(most); next.revision !== latest.revision; next = latest.next(most)) latest = next;
  return latest;
};

describe('a snapshot brought up to date', () => {
  it('shows what one shows that is read anew, whatever happened and in whatever portions', () => {
    const life = fc.array(step, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 4 }), (steps, most) => {
        const catalogue = openCatalogue(':memory:');
        let snapshot = Snapshot.of(catalogue.database);
        shown(snapshot);
        for (const [at, one] of steps.entries()) {
          carryOut(catalogue, [one], at);
          snapshot = upToDate(snapshot, most);
          expect(shown(snapshot)).toEqual(shown(Snapshot.of(catalogue.database)));
        }
        catalogue.close();
      }),
      { numRuns: 40 },
    );
  });

  it('takes over what did not change', () => {
    const catalogue = openCatalogue(':memory:');
    file(catalogue, 'a', '某市停车管理办法');
    const before = Snapshot.of(catalogue.database);
    file(catalogue, 'b', '某市养犬管理办法');
    const after = before.next(10);
    expect(after.heads.map(({ title }) => title)).toEqual(['某市停车管理办法', '某市养犬管理办法']);
    expect(after.facts[0]).toBe(before.facts[0]);
    expect(before.documents).toBe(1);
    expect(before.placeOf(after.facts[1]?.id ?? '')).toBeUndefined();
  });

  it('leaves out what is hidden, and shows it again in its place', () => {
    const catalogue = openCatalogue(':memory:');
    for (const title of ['某市停车管理办法', '某市养犬管理办法']) file(catalogue, title, title);
    const first = catalogue.facts()[0]?.id ?? '';
    const hide = (hidden: boolean) => catalogue.correct(first, { set: { hidden }, takeBack: [], note: null });
    const all = Snapshot.of(catalogue.database);
    hide(true);
    const less = all.next(10);
    expect(less.facts.map(({ id }) => id)).not.toContain(first);
    hide(false);
    expect(less.next(10).placeOf(first)).toBe(0);
  });
});

describe('what is worked out of the whole library', () => {
  const citing = (title: string) => aCitation({ title, pin: '第一条', relation: 'basis' });
  const imports = [
    ['某某法', []],
    ['某某条例', [citing('某某法')]],
    ['某某办法', [citing('某某法'), citing('某某条例')]],
  ] as const;

  it('is as if it were counted anew, file by file', () => {
    const catalogue = openCatalogue(':memory:');
    let snapshot = Snapshot.of(catalogue.database);
    for (const [title, citations] of imports) {
      file(catalogue, title, title, citations);
      snapshot = snapshot.next(10);
      const [kept, anew] = [snapshot, Snapshot.of(catalogue.database)].map((one) => {
        const { documents, article } = standingOf(one);
        return [[...documents], [...one.articles('第一条', null)].map(article), suggest(one, 'mou', 9)];
      });
      expect(kept).toEqual(anew);
    }
    const { documents } = standingOf(snapshot);
    expect(documents[0]).toBeGreaterThan(documents[1] ?? 0);
    expect(documents[1]).toBeGreaterThan(documents[2] ?? 0);
  });
});

describe('the snapshot of the moment', () => {
  it('shows what was filed just before', () => {
    const catalogue = openCatalogue(':memory:');
    const current = snapshotOf(catalogue, () => '2026-01-01');
    for (const [at, title] of ['甲办法', '乙办法', '丙办法'].entries()) {
      file(catalogue, title, title);
      expect(current().documents).toBe(at + 1);
    }
    expect(current()).toBe(current());
    current.stop();
  });
});

function file(catalogue: CatalogueStore, sha256: string, title: string, citations: readonly Citation[] = []): void {
  const source = { sha256, fileName: 'a.txt', path: 'a.txt', size: 1, mediaType: 'text/plain', encoding: null };
  catalogue.file(source, aParsedFile([aParsedDocument({ title, citations, body: `${title}\n第一条 为了管理。` })]));
}
