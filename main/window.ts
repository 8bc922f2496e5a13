/** The window: isolated, hears only its own page, and opens where it was closed. */
import { BrowserWindow, dialog, nativeTheme, screen, shell } from 'electron';
import { readExternalLink } from './external-links.ts';
import { START_PAGE } from './origin.ts';
import type { ProgramPaths } from './paths.ts';
import type { PreferencesFile } from './preferences.ts';
import { FIRST_SIZE, placeOnDisplays, SMALLEST_SIZE } from './window-state.ts';
import type { Words } from './words.ts';

export function openWindow(paths: ProgramPaths, preferences: PreferencesFile, title: string): BrowserWindow {
  const state = preferences.current.window;
  const bounds = placeOnDisplays(
    state,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...bounds,
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title,
    icon: paths.icon,
    show: false,
    // What is seen until the page has drawn itself: its own background, so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141414' : '#ffffff',
    webPreferences: {
      preload: paths.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: paths.development,
    },
  });
  if (state.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    preferences.change({ window: { bounds: window.getNormalBounds(), maximised: window.isMaximized() } }),
  );
  void window.loadURL(START_PAGE);
  return window;
}

/** Brings the window to the front, as when the program is started a second time. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Opens an address in the system's browser when it is an allowed one and the user agrees to what he is shown. */
export async function offerExternalLink(window: BrowserWindow, address: string, words: Words): Promise<void> {
  const link = readExternalLink(address);
  if (link === null) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.dialogs.openLink,
    detail: link,
    buttons: [words.dialogs.open, words.dialogs.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(link);
}
