/** What is sent of an entry, and what is kept of one that was not. */
import { expect, it } from 'vitest';
import { EMPTY_DRAFT, keepDraft, loadDraft, requestOf } from '../../../../renderer/features/entry/entry-draft.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it('sends the title, the text and what was filled in', () => {
  const draft = { ...EMPTY_DRAFT, title: ' 某函 ', number: ' ', issuers: ['某局'], text: '一、甲\n' };
  expect(requestOf(draft)).toEqual({ title: '某函', issuers: ['某局'], text: '一、甲\n' });
});

it('keeps what was typed, and nothing of an empty form', () => {
  const store = memory();
  const draft = { ...EMPTY_DRAFT, title: '某函', issuers: ['某局'] };
  keepDraft(store, draft);
  expect(loadDraft(store)).toEqual(draft);
  keepDraft(store, EMPTY_DRAFT);
  expect(loadDraft(store)).toEqual(EMPTY_DRAFT);
});

it.each(['', 'no JSON', '{"title":3,"issuers":"甲","text":"乙"}', 'null'])(
  'survives what was kept in another shape: %s',
  (kept) => {
    const loaded = loadDraft({ getItem: () => kept });
    expect({ ...loaded, text: '' }).toEqual(EMPTY_DRAFT);
  },
);
