import { expect, it, vi } from 'vitest';
import { type Clicked, contextItems } from '../../main/context-menu.ts';
import { WORDS } from '../../main/words.ts';

const NOTHING: Clicked = {
  isEditable: false,
  selectionText: '',
  linkURL: '',
  editFlags: { canCut: true, canCopy: true, canPaste: true, canSelectAll: true },
};
const { menu } = WORDS.zh;

function labels(clicked: Partial<Clicked>): (string | undefined)[] {
  const actions = { openWindow: () => undefined, searchFor: () => undefined };
  return contextItems({ ...NOTHING, ...clicked }, WORDS.zh, actions).map(({ type, label }) => type ?? label);
}

it.each([
  ['the page', {}, []],
  ['a field', { isEditable: true }, [menu.cut, menu.copy, menu.paste, 'separator', menu.selectAll]],
  ['a selection', { selectionText: '增设电梯' }, [menu.copy, '检索“增设电梯”']],
  ['spaces', { selectionText: ' \n' }, []],
  ['a link of ours', { linkURL: 'gongbao://app/documents/3' }, [menu.openInNewWindow]],
  ['a link elsewhere', { linkURL: 'https://www.gov.cn/' }, []],
  ['a file of the service', { linkURL: 'gongbao://app/api/documents/3/source' }, []],
  [
    'a selected link',
    { linkURL: 'gongbao://app/documents/3', selectionText: '办法' },
    [menu.openInNewWindow, 'separator', menu.copy, '检索“办法”'],
  ],
])('a right click on %s', (_what, clicked, expected) => {
  expect(labels(clicked)).toEqual(expected);
});

it('a long selection is named by its beginning and searched for as far as a query goes', () => {
  const searchFor = vi.fn();
  const selectionText = '第六条　'.repeat(100);
  const items = contextItems({ ...NOTHING, selectionText }, WORDS.zh, { openWindow: () => undefined, searchFor });
  const item = items.at(-1);
  expect(item?.label?.length).toBeLessThan(24);
  item?.click?.({} as never, undefined, {} as never);
  expect(searchFor.mock.calls[0]?.[0]).toHaveLength(200);
});
