/** What is set by hand wins, is marked, survives better texts, and can be taken back. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corrections } from '../../../indexer/catalogue/correction.ts';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { ParsedDocument } from '../../../indexer/model.ts';
import { aCitation, aParsedDocument, aParsedFile, prose, provisionsOf } from '../../support/builders.ts';

let catalogue: CatalogueStore;
beforeEach(() => {
  catalogue = openCatalogue(':memory:', () => new Date('2026-01-02T03:04:05Z'));
});
afterEach(() => catalogue.close());

function file(name: string, ...documents: readonly ParsedDocument[]) {
  const sha256 = createHash('sha256').update(name).digest('hex');
  const source = { sha256, fileName: name, path: `/in/${name}`, size: 10, mediaType: 'text/plain', encoding: 'utf-8' };
  return catalogue.file(source, aParsedFile(documents));
}
const ids = (): string[] => catalogue.facts().map(({ id }) => id);
const only = (): string => ids()[0] ?? '';
const set = (id: string, values: Corrections, note: string | null = null): void =>
  catalogue.correct(id, { set: values, takeBack: [], note });
const found = (phrase: string): number =>
  Number(
    (
      catalogue.database
        .prepare('SELECT count(*) AS n FROM clause_text WHERE clause_text MATCH ?')
        .get(`"${phrase}"`) as { n: number }
    ).n,
  );

describe('a field set by hand', () => {
  it('is what the catalogue says from then on, beside what was read', () => {
    file('a', aParsedDocument({ number: '某政发〔2021〕5号', type: '通知' }));
    const id = only();
    catalogue.clearOutbox(catalogue.outbox(10).map(({ sequence }) => sequence));
    const revision = catalogue.revision;
    set(id, { number: '某政发〔2021〕6号', issuers: ['某市人民政府', '某市财政局'], writtenOn: null }, '见原件');
    expect(catalogue.document(id)).toMatchObject({
      id,
      number: '某政发〔2021〕6号',
      issuers: ['某市人民政府', '某市财政局'],
      writtenOn: null,
      type: '通知',
    });
    expect(catalogue.corrections(id)).toEqual([
      {
        field: 'number',
        value: '某政发〔2021〕6号',
        read: '某政发〔2021〕5号',
        note: '见原件',
        at: '2026-01-02T03:04:05.000Z',
      },
      expect.objectContaining({ field: 'issuers', read: ['某市人民政府'] }),
      expect.objectContaining({ field: 'writtenOn', value: null, read: '2021-03-04' }),
    ]);
    expect(catalogue.documentsByNumber('某政发〔2021〕6号').map((one) => one.id)).toEqual([id]);
    expect(catalogue.facts()[0]).toMatchObject({ issuers: ['某市人民政府', '某市财政局'], year: null });
    expect(catalogue.outbox(10)).toEqual([expect.objectContaining({ documentId: id, change: 'put' })]);
    expect(catalogue.revision).toBeGreaterThan(revision);
  });

  it('can be taken back, and the journal keeps both steps', () => {
    file('a', aParsedDocument());
    const id = only();
    set(id, { title: '某市人民政府关于加强档案安全工作的通知' });
    catalogue.correct(id, { set: {}, takeBack: ['title'], note: '误改' });
    expect(catalogue.document(id)?.title).toBe('某市人民政府关于加强档案工作的通知');
    expect(catalogue.corrections(id)).toEqual([]);
    expect(catalogue.correctionJournal(id).map(({ value, note }) => [value, note])).toEqual([
      [undefined, '误改'],
      ['某市人民政府关于加强档案安全工作的通知', null],
    ]);
  });

  it('is found by the exact index, and the old title no longer', () => {
    file('a', aParsedDocument({ title: '关于档案的通知', body: prose(3) }));
    expect(found('档案')).toBe(1);
    set(only(), { title: '关于古籍的通知' });
    expect([found('档案'), found('古籍')]).toEqual([0, 1]);
  });

  it('gives a citation its target', () => {
    const citing = aParsedDocument({
      title: '某市关于落实的通知',
      body: prose(8),
      citations: [aCitation({ number: '某政发〔2021〕9号' })],
    });
    file('a', aParsedDocument({ number: '某政发〔2021〕8号' }), citing);
    const cited = catalogue.documentsByNumber('某政发〔2021〕8号')[0]?.id ?? '';
    set(cited, { number: '某政发〔2021〕9号' });
    expect(catalogue.citationsTo(cited)).toHaveLength(1);
  });

  it('overrules the suggested topics', () => {
    file('a', aParsedDocument());
    set(only(), { topics: ['科技、教育', '综合政务'] });
    expect(catalogue.document(only())?.topics.map(({ subject }) => subject)).toEqual(['科技、教育', '综合政务']);
    expect(catalogue.facts()[0]?.topics).toEqual(['科技、教育', '综合政务']);
  });

  it('keeps the second level of a subject that was read too, and of all when another field is set', () => {
    const topics = [
      { subject: '城乡建设、环境保护', second: '城乡建设（含住房）', score: 0.6 },
      { subject: '综合政务', second: '政务公开', score: 0.3 },
    ];
    const topicsOf = () => catalogue.document(only())?.topics.map(({ subject, second }) => [subject, second]);
    file('a', aParsedDocument({ topics }));
    set(only(), { type: '意见' });
    expect(topicsOf()).toEqual(topics.map(({ subject, second }) => [subject, second]));
    set(only(), { topics: ['综合政务', '科技、教育'] });
    expect(topicsOf()).toEqual([
      ['综合政务', '政务公开'],
      ['科技、教育', null],
    ]);
    set(only(), { addressee: null });
    expect(topicsOf()?.[0]).toEqual(['综合政务', '政务公开']);
    catalogue.correct(only(), { set: {}, takeBack: ['topics'], note: null });
    expect(topicsOf()).toEqual(topics.map(({ subject, second }) => [subject, second]));
  });

  it('stays when a better text of the document arrives, which is recognised by the number that was read', () => {
    file('a', aParsedDocument({ number: '某政发〔2021〕5号', body: prose(4), repairs: 3 }));
    const id = only();
    set(id, { number: '某政发〔2021〕6号', type: '意见' });
    expect(file('b', aParsedDocument({ number: '某政发〔2021〕5号', body: prose(4), repairs: 0 })).outcome).toBe(
      'merged',
    );
    expect(ids()).toEqual([id]);
    expect(catalogue.document(id)).toMatchObject({ number: '某政发〔2021〕6号', type: '意见', repairs: 0 });
    catalogue.correct(id, { set: {}, takeBack: ['number', 'type'], note: null });
    expect(catalogue.document(id)).toMatchObject({ number: '某政发〔2021〕5号', type: '通知' });
  });

  it('ends a conflict that was a slip of reading', () => {
    const one = aParsedDocument({ number: '某政发〔2021〕5号', body: prose(5) });
    const other = aParsedDocument({ number: '某政发〔2021〕5号', title: '某市关于防汛的通知', body: prose(6) });
    file('a', one, other);
    const [first = '', second = ''] = ids();
    const conflicts = (): (boolean | undefined)[] => [first, second].map((id) => catalogue.document(id)?.conflict);
    expect(conflicts()).toEqual([true, true]);
    set(second, { number: '某政发〔2021〕3号' });
    expect(conflicts()).toEqual([false, false]);
    set(second, { number: '某政发〔2021〕5号' });
    expect(conflicts()).toEqual([true, true]);
  });

  it('refuses a document that is not there', () => {
    expect(() => set('nothing', { type: '函' })).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('a validity set by hand', () => {
  it('comes before what the text says, from its day on, with the note as its proof', () => {
    file('a', aParsedDocument({ effectiveOn: '2021-04-01', expiresOn: '2026-03-31' }));
    const id = only();
    set(id, { validity: { status: 'repealed', since: '2024-05-01' } }, '2024年清理结果');
    expect(catalogue.validity(id, '2024-04-30').status).toBe('in-force');
    expect(catalogue.validity(id, '2024-05-01')).toEqual({
      status: 'repealed',
      on: '2024-05-01',
      rule: 'set-by-hand',
      quote: '2024年清理结果',
      since: '2024-05-01',
      by: null,
    });
    catalogue.correct(id, { set: {}, takeBack: ['validity'], note: null });
    expect(catalogue.validity(id, '2024-05-01').status).toBe('in-force');
  });
});

it('whatever is set and taken back in any order, the last step of each field counts', () => {
  const step = fc.record({
    field: fc.constantFrom('title', 'number', 'type', 'addressee', 'registration' as const),
    value: fc.option(fc.constantFrom('甲', '乙', '丙'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const store = openCatalogue(':memory:');
      const sha256 = 'f'.repeat(64);
      const body = prose(2);
      const document = aParsedDocument({ body, provisions: provisionsOf(body), addressee: '各区' });
      store.file(
        { sha256, fileName: 'a', path: 'a', size: 1, mediaType: 'text/plain', encoding: null },
        aParsedFile([document]),
      );
      const id = store.facts()[0]?.id ?? '';
      const expected: Record<string, unknown> = {};
      for (const { field, value } of steps) {
        store.correct(
          id,
          value === undefined
            ? { set: {}, takeBack: [field], note: null }
            : { set: { [field]: value }, takeBack: [], note: null },
        );
        expected[field] = value ?? document[field as keyof ParsedDocument];
      }
      expect(store.document(id)).toMatchObject(expected);
      store.close();
    }),
    { numRuns: 40 },
  );
});

describe('a batch of corrections', () => {
  it('is taken back as one; what was set before or since stays', () => {
    file('a', aParsedDocument({ number: '某政发〔2021〕5号', title: '某市停车办法', type: '通知', writtenOn: null }));
    file('b', aParsedDocument({ number: '某政发〔2021〕6号', title: '某市用水办法', body: prose(7), writtenOn: null }));
    const [one = '', two = ''] = ids();
    set(one, { type: '意见' });
    catalogue.beginBatch('batch', 'metadata.csv');
    const note = 'metadata.csv 2';
    catalogue.addToBatch('batch', [{ id: one, set: { type: '办法', writtenOn: '2021-04-01' }, note }]);
    catalogue.addToBatch('batch', [{ id: two, set: { writtenOn: '2021-04-02', printedOn: '2021-04-03' }, note }]);
    set(two, { printedOn: '2021-03-09' });
    expect(catalogue.batches()).toMatchObject([{ id: 'batch', documents: 2, fields: 4, undoneAt: null }]);

    expect(catalogue.undoPart('batch', 1)).toBe(true);
    expect(catalogue.undoPart('batch', 1)).toBe(false);
    expect(catalogue.document(one)).toMatchObject({ type: '意见', writtenOn: null });
    expect(catalogue.document(two)).toMatchObject({ writtenOn: null, printedOn: '2021-03-09' });
    expect(catalogue.batches()).toMatchObject([{ undoneAt: '2026-01-02T03:04:05.000Z' }]);
    expect(catalogue.undoPart('batch', 1)).toBe(false);
    expect(() => catalogue.undoPart('other', 1)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
