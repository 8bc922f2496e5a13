import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, SCHEMA } from '../../../indexer/catalogue/database.ts';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { Issue, ParsedDocument } from '../../../indexer/model.ts';
import { aCitation, aParsedDocument, aParsedFile, prose, provisionsOf } from '../../support/builders.ts';

let folder: string;
let catalogue: CatalogueStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-catalogue-'));
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
});
afterEach(() => {
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

const ISSUE: Issue = {
  publication: '某市人民政府公报',
  year: 2021,
  number: 3,
  totalNumber: 99,
  publishedOn: '2021-03-31',
};

/** Files documents as one source whose bytes are its name. */
function file(name: string, documents: readonly ParsedDocument[], issue: Issue | null = null, into = catalogue) {
  const sha256 = createHash('sha256').update(name).digest('hex');
  const source = { sha256, fileName: name, path: `/in/${name}`, size: 10, mediaType: 'text/plain', encoding: 'utf-8' };
  return into.file(source, aParsedFile(documents, { issue }));
}

const idsIn = (store: CatalogueStore): string[] =>
  store
    .facts()
    .map(({ id }) => id)
    .sort();
const onlyId = (): string => {
  const ids = idsIn(catalogue);
  expect(ids).toHaveLength(1);
  return ids[0] ?? '';
};

describe('filing a document', () => {
  it('gives back all that was filed', () => {
    const body = '第一条 为了方便居民，根据有关规定，制定本办法。\n第二条 本办法自2021年4月1日起施行。';
    const document = aParsedDocument({
      number: '某政发〔2021〕5号',
      body,
      provisions: provisionsOf(body),
      attached: ['某市增设电梯办法'],
      evidence: { effectiveOn: '自2021年4月1日起施行' },
      effectiveOn: '2021-04-01',
      citations: [aCitation({ title: '特种设备安全监察条例', relation: 'basis', in: '第一条', provision: 0 })],
      problems: [{ stage: 'clean', code: 'odd', message: 'odd', line: 3 }],
    });
    expect(file('a.txt', [document], ISSUE)).toEqual({
      outcome: 'new',
      newDocuments: 1,
      mergedDocuments: 0,
      warnings: 1,
    });
    const id = onlyId();
    expect(catalogue.document(id)).toMatchObject({
      title: document.title,
      number: '某政发〔2021〕5号',
      attached: ['某市增设电梯办法'],
      evidence: { effectiveOn: '自2021年4月1日起施行' },
      topics: document.topics,
      characters: body.length,
      provisionCount: 2,
      conflict: false,
    });
    expect(catalogue.body(id)).toBe(body);
    expect(catalogue.provisions(id)).toEqual(
      document.provisions.map((one) => ({ ...one, id: `${id}-${one.ordinal}` })),
    );
    expect(catalogue.citationsFrom(id)).toMatchObject([
      { title: '特种设备安全监察条例', relation: 'basis', targetId: null },
    ]);
    expect(catalogue.problems(id)).toEqual(document.problems);
    expect(catalogue.sources(id)).toMatchObject([{ fileName: 'a.txt', leads: true, lines: [1, 2] }]);
    expect(catalogue.issues()).toMatchObject([{ ...ISSUE, documents: 1 }]);
    expect(catalogue.documentsOfIssue(catalogue.issues()[0]?.id ?? '').map((one) => one.id)).toEqual([id]);
    expect(catalogue.counts()).toEqual({
      documents: 1,
      provisions: 2,
      sources: 1,
      issues: 1,
      characters: body.length,
      citations: 1,
      indexPending: 1,
    });
  });

  it('knows the same bytes again and changes nothing', () => {
    file('a.txt', [aParsedDocument()]);
    const before = catalogue.revision;
    expect(file('a.txt', [aParsedDocument()])).toMatchObject({ outcome: 'known', newDocuments: 0 });
    expect(catalogue.revision).toBe(before);
    expect(catalogue.outbox(10)).toHaveLength(1);
  });

  it('files nothing when what goes with it fails', () => {
    const source = {
      sha256: 'a'.repeat(64),
      fileName: 'a',
      path: '/a',
      size: 1,
      mediaType: 'text/plain',
      encoding: null,
    };
    const fail = (): never => {
      throw new Error('killed');
    };
    expect(() => catalogue.file(source, aParsedFile([aParsedDocument()]), fail)).toThrow('killed');
    expect(catalogue.counts()).toMatchObject({ documents: 0, sources: 0, indexPending: 0 });
    expect(catalogue.revision).toBe(0);
    expect(catalogue.file(source, aParsedFile([aParsedDocument()]))).toMatchObject({ outcome: 'new' });
  });

  it('files all documents of a source or none', () => {
    const broken = { ...aParsedDocument({ title: '乙' }), title: null as unknown as string };
    expect(() => file('a.txt', [aParsedDocument({ title: '甲' }), broken])).toThrow();
    expect(catalogue.counts()).toMatchObject({ documents: 0, sources: 0, provisions: 0, indexPending: 0 });
    expect(file('a.txt', [aParsedDocument({ title: '甲' })])).toMatchObject({ outcome: 'new' });
  });
});

describe('the same document twice', () => {
  const number = '某政办字〔2021〕29号';
  const body = prose(7);
  const slipped = body.replace(/。\n/, '，\n').slice(0, -3);

  it.each<[why: string, first: Partial<ParsedDocument>, second: Partial<ParsedDocument>, merged: boolean]>([
    ['one number, one text', { number, body }, { number, body }, true],
    ['one number, a text with slips', { number, body }, { number, body: slipped }, true],
    [
      'one number, a title with a slip',
      { number, body, title: '关于A的通知' },
      { number, body, title: '关于Ａ的 通知' },
      true,
    ],
    ['one number, another text', { number, body }, { number, body: prose(8) }, false],
    ['another number, one text', { number, body }, { number: '某政办字〔2021〕30号', body }, false],
    ['no number, one title and date', { body }, { body: slipped }, true],
    ['a number in the second only', { body }, { number, body }, true],
    ['a number in the first only', { number, body, repairs: 5 }, { body }, true],
    ['a number in the second only, another text', { body }, { number, body: prose(9) }, false],
    ['no number, another date', { body }, { body, writtenOn: '2022-01-01' }, false],
    ['no number, another text', { body }, { body: prose(9) }, false],
  ])('%s', (_why, first, second, merged) => {
    file('a.txt', [aParsedDocument(first)]);
    const result = file('b.txt', [aParsedDocument(second)]);
    expect(result).toMatchObject(
      merged ? { outcome: 'merged', mergedDocuments: 1 } : { outcome: 'new', newDocuments: 1 },
    );
    expect(catalogue.counts().documents).toBe(merged ? 1 : 2);
    if (!merged) return;
    expect(catalogue.sources(onlyId())).toHaveLength(2);
    expect(catalogue.document(onlyId())?.number).toBe(first.number ?? second.number ?? null);
  });

  it('flags both when one number stands over two texts', () => {
    file('a.txt', [aParsedDocument({ number, body })]);
    file('b.txt', [aParsedDocument({ number, body: prose(8) })]);
    expect(catalogue.documentsByNumber(number).map(({ conflict }) => conflict)).toEqual([true, true]);
    expect(new Set(idsIn(catalogue)).size).toBe(2);
  });

  it.each([
    ['fewer repairs', { repairs: 9, body }, { repairs: 1, body: slipped }, true],
    ['more repairs', { repairs: 1, body }, { repairs: 9, body: slipped }, false],
    ['as many repairs, the longer text', { repairs: 1, body: slipped }, { repairs: 1, body }, true],
    ['as many repairs, the shorter text', { repairs: 1, body }, { repairs: 1, body: slipped }, false],
  ])('lets the second lead: %s', (_why, first, second, leads) => {
    file('a.txt', [aParsedDocument({ number, ...first, citations: [aCitation({ title: '甲法' })] })]);
    file('b.txt', [aParsedDocument({ number, ...second, citations: [aCitation({ title: '乙法' })] })], ISSUE);
    const id = onlyId();
    const leading = leads ? second : first;
    expect(catalogue.body(id)).toBe(leading.body);
    expect(
      catalogue
        .provisions(id)
        .map(({ text }) => text)
        .join('\n'),
    ).toBe(leading.body);
    expect(catalogue.citationsFrom(id).map(({ title }) => title)).toEqual([leads ? '乙法' : '甲法']);
    expect(catalogue.sources(id).map(({ fileName, leads: leading_ }) => [fileName, leading_])).toEqual(
      leads
        ? [
            ['b.txt', true],
            ['a.txt', false],
          ]
        : [
            ['a.txt', true],
            ['b.txt', false],
          ],
    );
    expect(catalogue.document(id)?.issueId).toBe(catalogue.issues()[0]?.id);
  });

  it('gives the same ids and texts in whatever order the sources come', () => {
    const bodies = [prose(1), prose(2), prose(3)];
    const aSource = fc.record({
      serial: fc.nat({ max: 2 }),
      text: fc.nat({ max: 2 }),
      repairs: fc.nat({ max: 3 }),
      cut: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(aSource, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) })
          .chain((sources) =>
            fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length })),
          ),
        ([sources, shuffled]) => {
          const read = (order: typeof sources): unknown => {
            const store = openCatalogue(':memory:');
            for (const one of order) {
              // A title for each text, as two documents under one number have in life.
              const text = bodies[one.text] ?? '';
              const document = aParsedDocument({
                number: `某政发〔2021〕${one.serial}号`,
                title: `关于第${one.text}件事的通知`,
                repairs: one.repairs,
                body: text.slice(0, text.length - one.cut * 2),
              });
              file(JSON.stringify(one), [document], null, store);
              file(JSON.stringify(one), [document], null, store);
            }
            const state = idsIn(store).map((id) => [
              id,
              store.body(id),
              store.document(id)?.conflict,
              store.sources(id).length,
            ]);
            store.close();
            return state;
          };
          expect(read(shuffled)).toEqual(read(sources));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('citations', () => {
  const law = (title: string, writtenOn: string) =>
    aParsedDocument({ title, writtenOn, body: prose(writtenOn.length + title.length) });

  it('resolve to documents that come later', () => {
    file('citing.txt', [
      aParsedDocument({
        title: '某市实施办法',
        body: prose(20),
        citations: [
          aCitation({ number: '国办发〔2018〕37号' }),
          aCitation({ title: '行政处罚法', relation: 'basis' }),
          aCitation({ title: '某市停车办法', relation: 'repeals' }),
          aCitation({ title: '没有的法' }),
        ],
      }),
    ]);
    const citing = onlyId();
    expect(catalogue.citationsFrom(citing).map(({ targetId }) => targetId)).toEqual([null, null, null, null]);
    file('cited.txt', [
      aParsedDocument({ title: '国务院办公厅通知', number: '国办发〔2018〕37号', body: prose(21) }),
      aParsedDocument({ title: '中华人民共和国行政处罚法', body: prose(22) }),
      aParsedDocument({ title: '关于印发某市停车办法的通知', attached: ['某市停车办法'], body: prose(23) }),
    ]);
    const targets = catalogue
      .citationsFrom(citing)
      .map(({ targetId }) => targetId && catalogue.document(targetId)?.title);
    expect(targets).toEqual(['国务院办公厅通知', '中华人民共和国行政处罚法', '关于印发某市停车办法的通知', null]);
    for (const { targetId } of catalogue.citationsFrom(citing)) {
      if (targetId !== null)
        expect(catalogue.citationsTo(targetId).map(({ documentId }) => documentId)).toEqual([citing]);
    }
  });

  it('mean the text that held on the day of the citing document', () => {
    file('laws.txt', [law('档案法', '1996-07-05'), law('档案法', '2020-06-20')]);
    file('citing.txt', [
      aParsedDocument({
        title: '某办法',
        writtenOn: '2019-03-01',
        body: prose(30),
        citations: [aCitation({ title: '中华人民共和国档案法' })],
      }),
    ]);
    const citing = catalogue.facts().at(-1)?.id ?? '';
    const [citation] = catalogue.citationsFrom(citing);
    expect(citation?.resolution).toMatchObject({ state: 'resolved', rule: 'title', version: 'valid-then' });
    expect(citation?.resolution.target?.writtenOn).toBe('1996-07-05');
  });

  it('never guess between two', () => {
    const other = { ...law('档案管理办法', '2020-06-20'), issuers: ['乙市人民政府'], body: prose(31) };
    file('laws.txt', [law('档案管理办法', '1996-07-05'), other]);
    file('citing.txt', [
      aParsedDocument({ title: '某办法', body: prose(30), citations: [aCitation({ title: '档案管理办法' })] }),
    ]);
    const citing = catalogue.facts().at(-1)?.id ?? '';
    expect(catalogue.citationsFrom(citing)).toMatchObject([{ targetId: null, resolution: { state: 'ambiguous' } }]);
    expect(catalogue.citationsFrom(citing)[0]?.resolution.candidates).toHaveLength(2);
    for (const { id } of catalogue.facts()) expect(catalogue.citationsTo(id)).toEqual([]);
  });

  it('of a repeal end the validity of the document', () => {
    file('old.txt', [
      aParsedDocument({
        number: '某政发〔2015〕1号',
        writtenOn: '2015-01-01',
        effectiveOn: '2015-02-01',
        body: prose(40),
      }),
    ]);
    const old = onlyId();
    expect(catalogue.validity(old, '2021-01-01').status).not.toBe('repealed');
    file('new.txt', [
      aParsedDocument({
        number: '某政发〔2020〕9号',
        writtenOn: '2020-05-01',
        effectiveOn: '2020-06-01',
        body: prose(41),
        citations: [
          aCitation({ number: '某政发〔2015〕1号', relation: 'repeals', quote: '某政发〔2015〕1号同时废止。' }),
        ],
      }),
    ]);
    expect(catalogue.validity(old, '2021-01-01')).toMatchObject({
      status: 'repealed',
      quote: '某政发〔2015〕1号同时废止。',
    });
    expect(catalogue.validity(old, '2020-05-20').status).not.toBe('repealed');
  });
});

describe('the outbox', () => {
  it('tells every change in order and forgets only what was cleared', () => {
    file('a.txt', [aParsedDocument({ title: '甲', body: prose(1) }), aParsedDocument({ title: '乙', body: prose(2) })]);
    file('b.txt', [aParsedDocument({ title: '甲', body: prose(1) })]);
    const entries = catalogue.outbox(10);
    const keyOf = (title: string) => catalogue.facts().find(({ id }) => catalogue.document(id)?.title === title)?.key;
    expect(entries.map(({ documentKey }) => documentKey)).toEqual([keyOf('甲'), keyOf('乙'), keyOf('甲')]);
    expect(catalogue.counts().indexPending).toBe(2);
    catalogue.clearOutbox([entries[0]?.sequence ?? 0, entries[1]?.sequence ?? 0]);
    expect(catalogue.outbox(10)).toEqual([entries[2]]);
    catalogue.clearOutbox([entries[2]?.sequence ?? 0]);
    file('c.txt', [aParsedDocument({ title: '丙', body: prose(3) })]);
    expect(catalogue.outbox(10)[0]?.sequence).toBeGreaterThan(entries[2]?.sequence ?? 0);
    catalogue.refillOutbox();
    expect(catalogue.outbox(10).map(({ documentKey }) => documentKey)).toEqual(catalogue.facts().map(({ key }) => key));
  });
});

describe('opening', () => {
  const path = (): string => join(folder, 'other.sqlite');

  it('keeps settings and documents over a restart', () => {
    file('a.txt', [aParsedDocument()]);
    catalogue.setSetting('engine', '1');
    catalogue.setSetting('engine', '2');
    catalogue.close();
    catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
    expect([catalogue.setting('engine'), catalogue.setting('none'), catalogue.counts().documents]).toEqual([
      '2',
      null,
      1,
    ]);
  });

  it('refuses a library of a newer version and leaves its bytes alone', () => {
    const newer = openDatabase(path());
    newer.exec(`PRAGMA user_version = ${SCHEMA + 1}`);
    newer.close();
    const before = readFileSync(path());
    expect(() => openCatalogue(path())).toThrow(
      expect.objectContaining({ code: 'library_newer', details: { found: SCHEMA + 1, supported: SCHEMA } }),
    );
    expect(readFileSync(path()).equals(before)).toBe(true);
  });

  it('says that a file which is no database is damaged', () => {
    writeFileSync(path(), 'no database at all, but long enough to be read as a header of one'.repeat(20));
    expect(() => openCatalogue(path())).toThrow(expect.objectContaining({ code: 'library_damaged' }));
  });

  it('says that a missing folder cannot be written', () => {
    expect(() => openCatalogue(join(folder, 'none', 'catalogue.sqlite'))).toThrow(
      expect.objectContaining({ code: 'library_read_only' }),
    );
  });

  it('says that another connection is writing, and shows what was there meanwhile', () => {
    file('a', [aParsedDocument({ title: '甲通知' })]);
    const other = openCatalogue(join(folder, 'catalogue.sqlite'));
    other.database.exec('BEGIN IMMEDIATE');
    catalogue.database.exec('PRAGMA busy_timeout = 1');
    expect(() => catalogue.setSetting('a', 'b')).toThrow(expect.objectContaining({ code: 'library_busy' }));
    expect(catalogue.titles().map(({ title }) => title)).toEqual(['甲通知']);
    other.database.exec('COMMIT');
    catalogue.setSetting('a', 'b');
    expect(other.setting('a')).toBe('b');
    other.close();
  });

  it('says that the disk is full and keeps what was there', () => {
    file('a.txt', [aParsedDocument({ title: '甲' })]);
    const pages = (catalogue.database.prepare('PRAGMA page_count').get() as { page_count: number }).page_count;
    catalogue.database.exec(`PRAGMA max_page_count = ${pages + 1}`);
    expect(() => file('b.txt', [aParsedDocument({ title: '乙', body: prose(50, 3000) })])).toThrow(
      expect.objectContaining({ code: 'disk_full' }),
    );
    expect(catalogue.counts().documents).toBe(1);
    catalogue.database.exec('PRAGMA max_page_count = 1000000');
    expect(file('b.txt', [aParsedDocument({ title: '乙', body: prose(50) })])).toMatchObject({ outcome: 'new' });
  });
});
