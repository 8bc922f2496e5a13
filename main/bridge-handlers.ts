/** Answers what the page asks through bridge.ts; whoever is not our page gets no answer. */
import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import type { Channel, Requests } from './bridge.ts';
import { isOwnAddress } from './origin.ts';
import type { Words } from './words.ts';

type Answer<C extends Channel> = (
  event: IpcMainInvokeEvent,
  ...taken: Requests[C]['takes']
) => Promise<Requests[C]['answers']> | Requests[C]['answers'];

export interface BridgeOptions {
  readonly words: () => Words;
  readonly setLanguage: (language: 'zh' | 'en') => void;
  readonly takeOpenedFiles: () => string[];
}

export function answerBridge({ words, setLanguage, takeOpenedFiles }: BridgeOptions): void {
  answer('take-opened-files', () => takeOpenedFiles());
  answer('pick-files', (event) =>
    pick(event, { title: words().dialogs.pickFiles, properties: ['openFile', 'multiSelections'] }),
  );
  answer('pick-folder', (event) =>
    pick(event, { title: words().dialogs.pickFolder, properties: ['openDirectory', 'multiSelections'] }),
  );
  answer('show-in-folder', (_event, path) => {
    // Only shown, never opened: a page can name any file.
    if (typeof path === 'string') shell.showItemInFolder(path);
    return undefined;
  });
  answer('set-language', (_event, language) => {
    if (language === 'zh' || language === 'en') setLanguage(language);
    return undefined;
  });
}

function answer<C extends Channel>(channel: C, give: Answer<C>): void {
  ipcMain.handle(channel, (event, ...taken) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isOwnAddress(frame.url))
      throw new Error(`Refused ${channel}: expected our own page, got “${frame?.url ?? 'a frame that is gone'}”.`);
    // The types of what a page sends are only claimed; each handler checks what it takes.
    return give(event, ...(taken as Requests[C]['takes']));
  });
}

async function pick(event: IpcMainInvokeEvent, options: Electron.OpenDialogOptions): Promise<string[]> {
  const window = BrowserWindow.fromWebContents(event.sender);
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return filePaths;
}
