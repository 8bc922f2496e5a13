/** What a right click offers: for a selection, a field or a link, only what makes sense there. The menu itself is Electron's. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { isOwnPage } from './origin.ts';
import type { Words } from './words.ts';

export interface ContextActions {
  readonly openWindow: (address: string) => void;
  readonly searchFor: (text: string) => void;
}

export type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

const LONGEST_LABEL = 12;
const LONGEST_QUERY = 200;

/** Empty where nothing makes sense: then no menu opens. */
export function contextItems(
  { isEditable, selectionText, linkURL, editFlags }: Clicked,
  { menu }: Words,
  actions: ContextActions,
): MenuItemConstructorOptions[] {
  const selected = selectionText.replace(/\s+/g, ' ').trim();
  const link: MenuItemConstructorOptions[] = isOwnPage(linkURL)
    ? [{ label: menu.openInNewWindow, click: () => actions.openWindow(linkURL) }]
    : [];
  const copy: MenuItemConstructorOptions = { label: menu.copy, role: 'copy', enabled: editFlags.canCopy };
  const edit: MenuItemConstructorOptions[] = isEditable
    ? [
        { label: menu.cut, role: 'cut', enabled: editFlags.canCut },
        copy,
        { label: menu.paste, role: 'paste', enabled: editFlags.canPaste },
        { type: 'separator' },
        { label: menu.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
      ]
    : selected === ''
      ? []
      : [
          copy,
          {
            label: menu.searchFor(shorten(selected)),
            click: () => actions.searchFor(selected.slice(0, LONGEST_QUERY)),
          },
        ];
  return link.length > 0 && edit.length > 0 ? [...link, { type: 'separator' }, ...edit] : [...link, ...edit];
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL).join('')}…` : text;
}
