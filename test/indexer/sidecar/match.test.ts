/** Which document a row means, and what it would change. */
import { describe, expect, it } from 'vitest';
import { changesOf, type Finder, type MatchedDocument, matchRow } from '../../../indexer/sidecar/match.ts';
import type { SidecarRow, SidecarValues } from '../../../indexer/sidecar/sidecar.ts';

const document = (id: string, fields: Partial<MatchedDocument> = {}): MatchedDocument => ({
  id,
  title: `某市人民政府关于${id}的通知`,
  number: null,
  issuers: ['某市人民政府'],
  type: '通知',
  addressee: null,
  writtenOn: null,
  printedOn: null,
  effectiveOn: null,
  expiresOn: null,
  registration: null,
  topics: ['综合政务', '财政、金融、审计'],
  ...fields,
});
const first = document('停车管理', { number: '某政发〔2021〕5号', writtenOn: '2021-03-04' });
const second = document('环境保护', { number: '某政发〔2021〕6号' });
const twin = document('停车管理2', { title: first.title, number: '某政发〔2011〕9号', writtenOn: '2011-01-02' });
const find: Finder = {
  inFile: (name) => ({ 'one.docx': [first], 'gazette.pdf': [first, second] })[name] ?? [],
  withNumber: (number) => [first, second, twin].filter((one) => one.number === number),
  withTitle: (title) => [first, second, twin].filter((one) => one.title === title),
};
const row = (fileName: string | null, values: SidecarValues): SidecarRow => ({
  line: 2,
  fileName,
  values,
  problems: [],
});

it.each<[string, SidecarRow, string]>([
  ['by its file', row('one.docx', {}), '停车管理'],
  ['by its number', row(null, { number: '某政发〔2021〕6号' }), '环境保护'],
  ['by its title', row(null, { title: second.title }), '环境保护'],
  ['by number, where the file is unknown', row('lost.docx', { number: '某政发〔2021〕6号' }), '环境保护'],
  ['among those of a gazette, by number', row('gazette.pdf', { number: '某政发〔2021〕6号' }), '环境保护'],
  [
    'among those of a gazette, by the end of the title',
    row('gazette.pdf', { title: '关于环境保护的通知' }),
    '环境保护',
  ],
  ['of two with one title, by its day', row(null, { title: first.title, writtenOn: '2011-01-02' }), '停车管理2'],
])('finds a document %s', (_, given, id) => {
  expect(matchRow(given, find)).toMatchObject({ kind: 'one', document: { id } });
});

it.each<[string, SidecarRow, string]>([
  ['a gazette without a word on which document', row('gazette.pdf', { type: '通知' }), 'several'],
  ['a title that two bear', row(null, { title: first.title }), 'several'],
  ['an unknown number', row(null, { number: '某政发〔2021〕7号' }), 'none'],
  ['a row without a name', row(null, { type: '通知' }), 'unnamed'],
])('does not guess for %s', (_, given, kind) => {
  expect(matchRow(given, find).kind).toBe(kind);
});

describe('what a row would change', () => {
  const by = { kind: 'one', document: first, by: 'number' } as const;
  it.each<[string, SidecarValues, SidecarValues, string]>([
    ['a field that is empty', { printedOn: '2021-03-05' }, {}, 'set'],
    ['another value', { writtenOn: '2021-03-05' }, {}, 'set'],
    ['the same value', { writtenOn: '2021-03-04' }, {}, 'same'],
    ['a value set by hand', { writtenOn: '2021-03-05' }, { writtenOn: '2021-03-04' }, 'by-hand'],
    ['the value that was set by hand', { writtenOn: '2021-03-04' }, { writtenOn: '2021-03-04' }, 'same'],
    ['a title without its issuer', { title: '关于停车管理的通知' }, {}, 'same'],
    ['another title', { title: '某市人民政府关于停车收费的通知' }, {}, 'set'],
    ['the first subject alone', { topics: ['综合政务'] }, {}, 'same'],
    ['another subject', { topics: ['国防'] }, {}, 'set'],
    ['a standing', { validity: { status: 'repealed', since: null } }, {}, 'set'],
  ])('%s', (_, values, byHand, kind) => {
    expect(changesOf(by, values, byHand).map((change) => change.kind)).toEqual([kind]);
  });
});
