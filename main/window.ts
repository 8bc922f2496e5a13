/** The window: isolated, hears only its own page, and opens where it was closed. */
import { BrowserWindow, dialog, nativeTheme, type Rectangle, screen, shell } from 'electron';
import { readExternalLink } from './external-links.ts';
import { START_PAGE } from './origin.ts';
import type { ProgramPaths } from './paths.ts';
import type { PreferencesFile } from './preferences.ts';
import { FIRST_SIZE, placeOnDisplays, SMALLEST_SIZE } from './window-state.ts';
import type { Words } from './words.ts';

/** What is seen until the page has drawn itself: its own background, so that nothing flashes. */
const BACKGROUND = { light: '#f6f6f4', dark: '#14161a' } as const;
/** A second window does not hide the first. */
const ASIDE = 32;
/** A page that crashes again so soon would only crash once more. */
const CRASH_PAUSE_MS = 10_000;

export interface WindowOptions {
  readonly title: string;
  /** Null for the start page in a window where the last one stood. */
  readonly beside: { readonly window: BrowserWindow; readonly address: string } | null;
}

export function openWindow(
  paths: ProgramPaths,
  preferences: PreferencesFile,
  { title, beside }: WindowOptions,
): BrowserWindow {
  const state = preferences.current.window;
  const bounds = placeOnDisplays(
    state,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...(beside === null ? bounds : besideOf(beside.window)),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    title,
    icon: paths.icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
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
  if (state.maximised && beside === null) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    preferences.change({ window: { bounds: window.getNormalBounds(), maximised: window.isMaximized() } }),
  );
  comeBack(window);
  void window.loadURL(beside?.address ?? START_PAGE);
  return window;
}

function besideOf(window: BrowserWindow): Rectangle {
  const { x, y, width, height } = window.getNormalBounds();
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const moved = { x: x + ASIDE, y: y + ASIDE, width, height };
  return placeOnDisplays({ bounds: moved, maximised: false }, areas) ?? moved;
}

/** A page that ended without being asked to (out of memory, a driver) is drawn again where it was. */
function comeBack(window: BrowserWindow): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    console.error(`The page ended: ${reason}.`);
    const now = performance.now();
    // Not from within the event: Chromium is still clearing away.
    if (reason !== 'clean-exit' && now - last > CRASH_PAUSE_MS)
      setImmediate(() => !window.isDestroyed() && window.webContents.reload());
    last = now;
  });
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
