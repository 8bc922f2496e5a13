/** The desktop at work: its windows, their menu, the service behind it, and what happens when that fails. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session, shell } from 'electron';
import { defaultLibrary } from '../indexer/paths.ts';
import { readLanguage, readSetting } from '../indexer/settings.ts';
import { answerAppScheme } from './app-protocol.ts';
import { COMMAND_CHANNEL, type Command } from './bridge.ts';
import { answerBridge } from './bridge-handlers.ts';
import { contextItems } from './context-menu.ts';
import { type IndexerProcess, startIndexer } from './indexer-process.ts';
import { setMenu } from './menu.ts';
import { START_PAGE } from './origin.ts';
import type { ProgramPaths } from './paths.ts';
import type { PreferencesFile } from './preferences.ts';
import { confineAllPages, confineSession } from './security.ts';
import type { StartFailure } from './start-failure.ts';
import { offerExternalLink, openWindow, showWindow } from './window.ts';
import { WORDS, type Words } from './words.ts';

export class Desktop {
  readonly #paths: ProgramPaths;
  readonly #preferences: PreferencesFile;
  readonly #service: IndexerProcess;
  /** The one used last comes last. */
  #windows: readonly BrowserWindow[] = [];
  /** Of the system, until the page takes them. */
  #openedFiles: readonly string[] = [];

  constructor(paths: ProgramPaths, preferences: PreferencesFile, importSamples: boolean) {
    this.#paths = paths;
    this.#preferences = preferences;
    this.#service = startIndexer(
      {
        ...paths,
        library: this.#library,
        importSamples,
        language: this.#language,
      },
      (failure) => void this.#explain(failure),
    );
    confineSession(session.defaultSession);
    confineAllPages({
      openExternally: (address) => {
        if (this.#window !== null) void offerExternalLink(this.#window, address, this.#words);
      },
      openWindow: (address) => this.#openBeside(address),
    });
    answerAppScheme(paths.renderer, this.#service);
    answerBridge({
      words: () => this.#words,
      setLanguage: (language) => this.#setLanguage(language),
      takeOpenedFiles: () => this.#takeOpenedFiles(),
    });
  }

  open(): void {
    this.#drawMenu();
    this.#add(openWindow(this.#paths, this.#preferences, { title: this.#words.name, beside: null }));
  }

  show(): void {
    if (this.#window === null) this.open();
    else showWindow(this.#window);
  }

  /** Files of the system: the page takes them when it can, and asks before it imports them. */
  openFiles(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.#openedFiles = [...this.#openedFiles, ...paths];
    this.#command('opened-files');
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }

  /** The window used last. One that is being closed is gone a moment before it says so. */
  get #window(): BrowserWindow | null {
    return this.#windows.findLast((window) => !window.isDestroyed()) ?? null;
  }

  #add(window: BrowserWindow): void {
    const others = (): BrowserWindow[] => this.#windows.filter((each) => each !== window);
    this.#windows = [...this.#windows, window];
    window.on('focus', () => {
      this.#windows = [...others(), window];
    });
    window.on('closed', () => {
      this.#windows = others();
    });
    window.webContents.on('context-menu', (_event, clicked) => {
      const items = contextItems(clicked, this.#words, {
        openWindow: (address) => this.#openBeside(address),
        searchFor: (text) => this.#command('search-for', text),
      });
      if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
    });
  }

  #openBeside(address: string): void {
    const window = this.#window;
    if (window === null) return;
    const beside = { window, address };
    this.#add(openWindow(this.#paths, this.#preferences, { title: this.#words.name, beside }));
  }

  #takeOpenedFiles(): string[] {
    const taken = [...this.#openedFiles];
    this.#openedFiles = [];
    return taken;
  }

  get #language(): 'zh' | 'en' {
    if (this.#preferences.current.language !== null) return this.#preferences.current.language;
    if (readSetting('GONGBAO_LANGUAGE') !== null) return readLanguage();
    return app.getPreferredSystemLanguages()[0]?.startsWith('en') ? 'en' : 'zh';
  }

  get #words(): Words {
    return WORDS[this.#language];
  }

  /** What the user set for this start goes before what he chose in an earlier one. */
  get #library(): string {
    return readSetting('GONGBAO_LIBRARY') ?? this.#preferences.current.library ?? defaultLibrary();
  }

  #setLanguage(language: 'zh' | 'en'): void {
    this.#preferences.change({ language });
    this.#drawMenu();
  }

  #drawMenu(): void {
    setMenu(
      this.#words,
      {
        command: (command) => this.#command(command),
        newWindow: () => this.#openBeside(START_PAGE),
        openLibrary: () => void this.#openLibrary(),
        openLogs: () => void shell.openPath(join(this.#library, 'logs')),
        about: () => void this.#about(),
      },
      this.#paths.development,
    );
  }

  #command(command: Command, text = ''): void {
    this.#window?.webContents.send(COMMAND_CHANNEL, command, text);
  }

  #reload(): void {
    for (const window of this.#windows) if (!window.isDestroyed()) window.webContents.reload();
  }

  /** False when the user thought better of it. */
  async #openLibrary(): Promise<boolean> {
    if (this.#window === null) return false;
    const { filePaths } = await dialog.showOpenDialog(this.#window, {
      title: this.#words.dialogs.pickLibrary,
      defaultPath: this.#library,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [library] = filePaths;
    if (library === undefined) return false;
    this.#preferences.change({ library });
    await this.#service.restart({ library, importSamples: false });
    this.#reload();
    return true;
  }

  async #about(): Promise<void> {
    const { name, dialogs } = this.#words;
    const detail = [
      `${dialogs.version} ${app.getVersion()}`,
      `Electron ${process.versions.electron}`,
      `${dialogs.library} ${this.#library}`,
    ].join('\n');
    const options = { type: 'info' as const, title: name, message: name, detail };
    await (this.#window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(this.#window, options));
  }

  /** The service cannot run: says why and what to do, as long as the user wants to try again. */
  async #explain(failure: StartFailure): Promise<void> {
    console.error(`${failure.message} [${failure.code}] ${failure.hint}`);
    const { dialogs, menu } = this.#words;
    const options = {
      type: 'error' as const,
      message: `${dialogs.stopped}：${failure.message}`,
      detail: failure.hint,
      buttons: [dialogs.retry, menu.openLibrary, menu.openLogs, dialogs.quit],
      defaultId: 0,
      cancelId: 3,
      noLink: true,
    };
    const { response } = await (this.#window === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(this.#window, options));
    if (response === 3) return app.exit(1);
    if (response === 0) {
      await this.#service.restart({});
      return this.#reload();
    }
    if (response === 1 && (await this.#openLibrary())) return;
    if (response === 2) await shell.openPath(join(this.#library, 'logs'));
    // The log was looked at, or no other library chosen: nothing is better than before.
    await this.#explain(failure);
  }
}
