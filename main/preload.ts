/** Exposes bridge.ts to the page, and nothing else. Runs sandboxed, in a world that the page cannot reach into. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { type Bridge, type Channel, COMMAND_CHANNEL, type Command, type Requests } from './bridge.ts';

function ask<C extends Channel>(channel: C, ...taken: Requests[C]['takes']): Promise<Requests[C]['answers']> {
  return ipcRenderer.invoke(channel, ...taken);
}

const bridge: Bridge = {
  platform: process.platform,
  pickFiles: () => ask('pick-files'),
  pickFolder: () => ask('pick-folder'),
  pathForFile: (file) => webUtils.getPathForFile(file),
  takeOpenedFiles: () => ask('take-opened-files'),
  showInFolder: (path) => ask('show-in-folder', path),
  setLanguage: (language) => ask('set-language', language),
  onCommand: (listener) => {
    const hear = (_event: IpcRendererEvent, command: Command, text: string): void => listener(command, text);
    ipcRenderer.on(COMMAND_CHANNEL, hear);
    return () => ipcRenderer.off(COMMAND_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld('gongbao', bridge);
