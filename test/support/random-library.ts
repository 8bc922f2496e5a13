/** Arbitrary steps in the life of a small library whose documents cite, repeal, supersede and share names with each other. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { CatalogueStore } from '../../indexer/catalogue/store.ts';
import type { CitationRelation, ParsedDocument, ValidityStatus } from '../../indexer/model.ts';
import { aCitation, aParsedDocument, aParsedFile, prose } from './builders.ts';

const TITLES = [
  '某市停车管理办法',
  '某市停车管理办法（试行）',
  '某市人民政府关于印发某市停车管理办法的通知',
  '中华人民共和国民事诉讼法',
  '中华人民共和国民法典总则编',
  '中华人民共和国民法典物权编',
  '某市人民政府任免通知',
] as const;
const NAMES = [...TITLES, '停车管理办法', '民诉法', '中华人民共和国民法典'] as const;
const NUMBERS = ['某政发〔2020〕1号', '某政发〔2020〕2号', '国务院令第5号', '国令第5号'] as const;
const DAYS = ['2010-01-01', '2015-06-01', '2020-09-06', '2021-01-01', '2022-03-01'] as const;
const TRIGGERS = ['同时废止', '继续有效', '有效期延长至2025年12月31日', '修改'] as const;
const QUOTES = ['《某办法》同时废止', '《某办法》自2023年3月1日起停止执行', '《某办法》继续有效，有效期5年'] as const;
const RELATIONS: readonly CitationRelation[] = ['repeals', 'amends', 'mentions', 'basis'];
export const SOME_DAYS = ['2000-01-01', '2016-01-01', '2021-01-01', '2023-03-01', '2026-01-01', '2040-01-01'] as const;

const or = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));

const citations = fc.array(
  fc.record({
    number: or(NUMBERS),
    title: or(NAMES),
    relation: fc.constantFrom(...RELATIONS),
    quote: fc.constantFrom(...QUOTES),
    trigger: or(TRIGGERS),
    pin: fc.option(fc.constant('第三条'), { freq: 5 }),
  }),
  { maxLength: 3 },
);

const document = fc.record({
  title: fc.constantFrom(...TITLES),
  number: or(NUMBERS),
  issuers: fc.constantFrom(['某市人民政府'], ['另市人民政府'], []),
  type: or(['通知', '办法', '法']),
  writtenOn: or(DAYS),
  effectiveOn: or(DAYS),
  expiresOn: or(DAYS),
  attached: fc.constantFrom([], ['某市停车管理办法']),
  citations,
  seed: fc.integer({ min: 1, max: 6 }),
});

type Drawn = typeof document extends fc.Arbitrary<infer T> ? T : never;

const build = ({ seed, citations: drawn, ...fields }: Drawn): ParsedDocument =>
  aParsedDocument({ ...fields, citations: drawn.map(aCitation), topics: [], body: prose(seed, 2) });

const STATUSES: readonly ValidityStatus[] = ['repealed', 'in-force', 'unknown'];
const correction = fc.oneof(
  fc.record({ number: or(NUMBERS) }),
  fc.record({ title: fc.constantFrom(...TITLES) }),
  fc.record({ writtenOn: or(DAYS) }),
  fc.record({ hidden: fc.boolean() }),
  fc.record({ validity: fc.record({ status: fc.constantFrom(...STATUSES), since: or(SOME_DAYS) }) }),
);

export type Step =
  | { readonly kind: 'file'; readonly documents: readonly Drawn[] }
  | { readonly kind: 'refile'; readonly source: number; readonly documents: readonly Drawn[] }
  | { readonly kind: 'correct'; readonly document: number; readonly set: object };

const documents = fc.array(document, { minLength: 1, maxLength: 4 });
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('file' as const), documents }) },
  fc.record({ kind: fc.constant('refile' as const), source: fc.nat(9), documents }),
  fc.record({ kind: fc.constant('correct' as const), document: fc.nat(30), set: correction }),
);

/** Steps that name what is not there yet do nothing. */
export function carryOut(catalogue: CatalogueStore, steps: readonly Step[], from = 0): void {
  steps.forEach((one, i) => {
    if (one.kind === 'file') {
      const sha256 = createHash('sha256')
        .update(`source ${from + i}`)
        .digest('hex');
      const source = { sha256, fileName: 'a.txt', path: 'a.txt', size: 1, mediaType: 'text/plain', encoding: null };
      catalogue.file(source, aParsedFile(one.documents.map(build)));
      return;
    }
    if (one.kind === 'refile') {
      const sources = catalogue.database.prepare('SELECT id FROM sources ORDER BY rowid').all() as { id: string }[];
      const source = sources[one.source];
      if (source !== undefined) catalogue.refile(source.id, aParsedFile(one.documents.map(build)));
      return;
    }
    const id = catalogue.facts()[one.document]?.id;
    if (id !== undefined) catalogue.correct(id, { set: one.set, takeBack: [], note: null });
  });
}
