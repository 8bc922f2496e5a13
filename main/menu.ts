/** The application menu in the user's language: what concerns the page goes to it as a command. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Command } from './bridge.ts';
import type { Words } from './words.ts';

export interface MenuActions {
  readonly command: (command: Command) => void;
  readonly newWindow: () => void;
  readonly openLibrary: () => void;
  readonly openLogs: () => void;
  readonly about: () => void;
}

export function setMenu({ menu }: Words, actions: MenuActions, development: boolean): void {
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.command(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    {
      label: menu.file,
      submenu: [
        { label: menu.newWindow, accelerator: 'CmdOrCtrl+N', click: actions.newWindow },
        separator,
        command(menu.importFiles, 'import-files', 'CmdOrCtrl+O'),
        command(menu.importFolder, 'import-folder', 'CmdOrCtrl+Shift+O'),
        separator,
        { label: menu.openLibrary, click: actions.openLibrary },
        command(menu.settings, 'settings', 'CmdOrCtrl+,'),
        separator,
        command(menu.print, 'print', 'CmdOrCtrl+P'),
        separator,
        { label: menu.quit, role: 'quit' },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { label: menu.undo, role: 'undo' },
        { label: menu.redo, role: 'redo' },
        separator,
        { label: menu.cut, role: 'cut' },
        { label: menu.copy, role: 'copy' },
        { label: menu.paste, role: 'paste' },
        { label: menu.selectAll, role: 'selectAll' },
        separator,
        command(menu.find, 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: menu.view,
      submenu: [
        { label: menu.actualSize, role: 'resetZoom' },
        { label: menu.zoomIn, role: 'zoomIn' },
        { label: menu.zoomOut, role: 'zoomOut' },
        separator,
        { label: menu.fullScreen, role: 'togglefullscreen' },
        ...(development ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: menu.go,
      submenu: [
        command(menu.back, 'back', 'Alt+Left'),
        command(menu.forward, 'forward', 'Alt+Right'),
        separator,
        command(menu.search, 'search', 'CmdOrCtrl+L'),
      ],
    },
    {
      label: menu.help,
      submenu: [
        command(menu.shortcuts, 'shortcuts', 'F1'),
        { label: menu.openLogs, click: actions.openLogs },
        separator,
        { label: menu.about, click: actions.about },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
