/** What of the form is a change, and what is taken back. */
import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../../../../indexer/contract.ts';
import { changeOf, draftOf, readOf } from '../../../../../renderer/features/document/correct/draft.ts';

const DOCUMENT: DocumentView = {
  id: 'a',
  title: '某市关于防汛的通知',
  number: '某政发〔2021〕5号',
  issuers: ['某市人民政府'],
  type: '通知',
  addressee: null,
  writtenOn: '2021-03-04',
  printedOn: null,
  effectiveOn: null,
  expiresOn: null,
  registration: null,
  attached: [],
  attachments: [],
  notes: [],
  copiesTo: null,
  topics: [{ subject: '农业、林业、水利', score: 0.8 }],
  validity: { status: 'unknown', on: '2026-01-01', rule: 'no-evidence', quote: null, since: null, by: null },
  evidence: {},
  issue: null,
  sources: [],
  characters: 10,
  provisions: 1,
  citations: { out: 0, in: 0 },
  problems: [],
  conflict: false,
  corrections: [
    { field: 'type', value: '通知', read: '意见', note: null, at: '2026-01-01T00:00:00Z' },
    { field: 'topics', value: ['农业、林业、水利'], read: [{ subject: '综合政务', score: 0.5 }], note: null, at: '' },
    { field: 'validity', value: { status: 'unknown', since: '2025-01-01' }, read: null, note: null, at: '' },
  ],
};
const draft = draftOf(DOCUMENT);

describe('changeOf', () => {
  it.each([
    ['nothing', {}, null],
    ['blanks around a value', { number: ' 某政发〔2021〕5号 ' }, null],
    ['another title', { title: '某市关于抗旱的通知' }, { set: { title: '某市关于抗旱的通知' }, takeBack: [] }],
    ['an emptied field', { number: '' }, { set: { number: null }, takeBack: [] }],
    ['an emptied list', { issuers: [] }, { set: { issuers: [] }, takeBack: [] }],
    ['what the text says', { type: '意见' }, { set: {}, takeBack: ['type'] }],
    ['the subjects that the text suggests', { topics: ['综合政务'] }, { set: {}, takeBack: ['topics'] }],
    ['a document to be left out', { hidden: true }, { set: { hidden: true }, takeBack: [] }],
    ['a judgement left to the rules', { validity: '' }, { set: {}, takeBack: ['validity'] }],
    [
      'a judgement from another day',
      { validity: 'repealed', validitySince: '' },
      { set: { validity: { status: 'repealed', since: null } }, takeBack: [] },
    ],
  ])('%s', (_, typed, expected) => {
    expect(changeOf(DOCUMENT, { ...draft, ...typed }, ' 见原件 ')).toEqual(expected && { ...expected, note: '见原件' });
  });
});

it('knows what the text says of fields that are set by hand, and of no others', () => {
  expect(readOf(DOCUMENT, 'type')).toBe('意见');
  expect(readOf(DOCUMENT, 'topics')).toEqual(['综合政务']);
  expect(readOf(DOCUMENT, 'number')).toBeUndefined();
});
