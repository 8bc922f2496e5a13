/** Search is complete and exact on the sample gazettes: truth is a plain scan of the parsed texts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../indexer/catalogue/store.ts';
import { SearchRequest } from '../../../indexer/contract.ts';
import { Marker } from '../../../indexer/search/highlight.ts';
import { excerpt } from '../../../indexer/search/passages.ts';
import { createSearch } from '../../../indexer/search/search.ts';
import { cutsRun } from '../../../indexer/text/grams.ts';
import { parsePlain } from '../../support/parse-plain.ts';
import { canBeAsked, compact, occurs, scanDocuments } from '../../support/plain-scan.ts';

const FOLDER = 'test/fixtures/gazettes';
const catalogue = openCatalogue(':memory:');
for (const fileName of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  const bytes = readFileSync(join(FOLDER, fileName));
  const parsed = parsePlain(bytes, fileName);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { mediaType, encoding } = parsed;
  catalogue.file({ sha256, fileName, path: fileName, size: bytes.length, mediaType, encoding }, parsed);
}
const search = createSearch({ catalogue, engine: () => null, today: () => '2026-01-01' });
const ask = (q: string, more: Partial<SearchRequest> = {}) =>
  search.search(SearchRequest.parse({ q, limit: 100, ...more }));

const documents = scanDocuments(catalogue);
const paragraphs = documents.flatMap(({ clauses }) => [...clauses.values()].flat()).filter((text) => text.length > 1);

/** Any run of 2–30 characters that stands in a text and cuts no number or Latin word. Latin is left to tables of its own. */
const run = fc
  .tuple(fc.nat({ max: paragraphs.length - 1 }), fc.nat(), fc.integer({ min: 2, max: 30 }))
  .map(([place, from, length]) => {
    const text = paragraphs[place] ?? '';
    const start = from % text.length;
    return { text, start, end: Math.min(text.length, start + length) };
  })
  .filter(({ text, start, end }) => end - start >= 2 && !cutsRun(text, start) && !cutsRun(text, end))
  .map(({ text, start, end }) => text.slice(start, end))
  .filter(canBeAsked);

describe('completeness', () => {
  it('a phrase in quotes finds every occurrence and nothing else, by document and by clause', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (phrase) => {
        const inDocuments = documents.filter(({ heads, clauses }) =>
          [...heads, ...[...clauses.values()].flat()].some((text) => occurs(text, phrase)),
        );
        const found = await ask(`"${phrase}"`);
        expect(found.hits.map(({ id }) => id).sort(), phrase).toEqual(inDocuments.map(({ id }) => id).sort());
        expect(found.total).toBe(inDocuments.length);
        const clauseCount = documents.reduce(
          (sum, { clauses }) =>
            sum + [...clauses.values()].filter((texts) => texts.some((text) => occurs(text, phrase))).length,
          0,
        );
        expect((await ask(`"${phrase}"`, { unit: 'provision' })).total, phrase).toBe(clauseCount);
      }),
      { numRuns: 300 },
    );
  });

  it('a word without quotes finds at least every document that has it as written', async () => {
    await fc.assert(
      fc.asyncProperty(
        run.filter((phrase) => /^\p{Script=Han}+$/u.test(phrase)),
        async (word) => {
          const truth = documents.filter(({ heads, clauses }) =>
            [...heads, ...[...clauses.values()].flat()].some((text) => occurs(text, word)),
          );
          const ids = new Set((await ask(word)).hits.map(({ id }) => id));
          expect(
            truth.filter(({ id }) => !ids.has(id)),
            word,
          ).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('every document is found by its number, its title and its registration, and stands first', async () => {
    for (const { id } of documents) {
      const { title = '', number = null, registration = null } = catalogue.document(id) ?? {};
      for (const q of [title, number, registration].filter((one) => one !== null && one !== ''))
        expect((await ask(q ?? '')).hits[0]?.id, q ?? '').toBe(id);
    }
  });
});

describe('marks and passages', () => {
  it('mark exactly the occurrences; taking the marks away gives the text', async () => {
    await fc.assert(
      fc.asyncProperty(run, async (phrase) => {
        for (const { passages } of (await ask(`"${phrase}"`)).hits) {
          for (const { text, highlights } of passages) {
            expect(text.length).toBeLessThanOrEqual(120);
            for (const [start, end] of highlights)
              expect(compact(text.slice(start, end)), text).toContain(compact(phrase));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each<[text: string, phrases: string[], marks: [number, number][]]>([
    ['安装简单，没有复杂的配置', ['简单'], [[2, 4]]],
    ['虚拟机 a : a : a', ['虚拟机'], [[0, 3]]],
    [
      '37号与137号、２０２０年',
      ['37号', '2020年'],
      [
        [0, 3],
        [9, 14],
      ],
    ],
    ['《山东省BIM技术》', ['bim 技术'], [[4, 9]]],
    ['人人人', ['人人'], [[0, 3]]],
    ['𠮷野家', ['野家'], [[2, 4]]],
    ['电梯', [], []],
  ])('%s with %j → %j', (text, phrases, marks) => expect(new Marker(phrases).mark(text)).toEqual(marks));

  it('cut at sentences, never inside a character of two units, and keep the mark inside', () => {
    const sentence = fc.array(fc.constantFrom('审', '批', '𠮷', '，', '。', '；', '第'), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(sentence, fc.nat(), (characters, pick) => {
        const text = characters.join('');
        const at = pick % characters.length;
        const start = characters.slice(0, at).join('').length;
        const shown = excerpt(text, [[start, start + (characters[at] ?? '').length]]);
        expect(shown.length).toBeLessThanOrEqual(120);
        expect(shown).not.toMatch(/\p{Surrogate}/u);
        expect(text).toContain(shown.replace(/^…|…$/g, ''));
        expect(shown).toContain(characters[at]);
      }),
      { numRuns: 500 },
    );
  });

  it('find all the places of a document for the reader', () => {
    const [first] = documents;
    const { total, matches } = search.matches(first?.id ?? '', '的');
    expect(total).toBe(matches.reduce((sum, { highlights }) => sum + highlights.length, 0));
    const counted = catalogue
      .provisions(first?.id ?? '')
      .reduce((sum, { text }) => sum + text.split('的').length - 1, 0);
    expect(total).toBe(counted);
    expect(search.matches(first?.id ?? '', '')).toEqual({ total: 0, title: [], matches: [] });
    expect(search.matches('nothing', '的').total).toBe(0);
  });
});
