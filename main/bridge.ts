/**
 * All that passes between the page and the window it stands in, once: the preload exposes this, main/ answers it, and
 * the client's types come from here. In a browser there is no bridge: `window.gongbao` is undefined.
 */

/** What a menu item or its key asks of the page. */
export type Command =
  | 'import-files'
  | 'import-folder'
  | 'print'
  | 'find'
  | 'search'
  | 'back'
  | 'forward'
  | 'shortcuts'
  | 'settings'
  /** Files of the system wait to be taken with takeOpenedFiles. */
  | 'opened-files'
  /** With the text to search for. */
  | 'search-for';

export interface Bridge {
  readonly platform: string;
  /** Paths that the user picked in the system's dialog; empty when he cancelled. */
  pickFiles(): Promise<string[]>;
  pickFolder(): Promise<string[]>;
  /** Path of a file dropped on the page; empty for one that is not on a disk. */
  pathForFile(file: File): string;
  /** Files and folders that the system handed over since they were last taken. */
  takeOpenedFiles(): Promise<string[]>;
  showInFolder(path: string): Promise<void>;
  /** Language of the menu and the dialogs. */
  setLanguage(language: 'zh' | 'en'): Promise<void>;
  /** Calls back for each command until the function it returns is called. */
  onCommand(listener: (command: Command, text: string) => void): () => void;
}

/** Channels that the page asks on, with what each takes and answers. */
export interface Requests {
  'pick-files': { takes: []; answers: string[] };
  'pick-folder': { takes: []; answers: string[] };
  'take-opened-files': { takes: []; answers: string[] };
  'show-in-folder': { takes: [path: string]; answers: undefined };
  'set-language': { takes: [language: 'zh' | 'en']; answers: undefined };
}

export type Channel = keyof Requests;

/** The one channel that main/ speaks on by itself. */
export const COMMAND_CHANNEL = 'command';

declare global {
  interface Window {
    readonly gongbao?: Bridge;
  }
}
