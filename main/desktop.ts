/** The desktop at work: the window, its menu, the service behind it, and what happens when that fails. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import { defaultLibrary } from '../indexer/paths.ts';
import { readLanguage, readSetting } from '../indexer/settings.ts';
import { answerAppScheme } from './app-protocol.ts';
import { COMMAND_CHANNEL, type Command } from './bridge.ts';
import { answerBridge } from './bridge-handlers.ts';
import { type IndexerProcess, startIndexer } from './indexer-process.ts';
import { setMenu } from './menu.ts';
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
  #window: BrowserWindow | null = null;

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
    confineAllPages((address) => {
      if (this.#window !== null) void offerExternalLink(this.#window, address, this.#words);
    });
    answerAppScheme(paths.renderer, this.#service);
    answerBridge({ words: () => this.#words, setLanguage: (language) => this.#setLanguage(language) });
  }

  open(): void {
    this.#drawMenu();
    const window = openWindow(this.#paths, this.#preferences, this.#words.name);
    window.on('closed', () => {
      this.#window = null;
    });
    this.#window = window;
  }

  show(): void {
    if (this.#window === null) this.open();
    else showWindow(this.#window);
  }

  stop(): Promise<void> {
    return this.#service.stop();
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
        openLibrary: () => void this.#openLibrary(),
        openLogs: () => void shell.openPath(join(this.#library, 'logs')),
        about: () => void this.#about(),
      },
      this.#paths.development,
    );
  }

  #command(command: Command): void {
    this.#window?.webContents.send(COMMAND_CHANNEL, command);
  }

  async #openLibrary(): Promise<void> {
    if (this.#window === null) return;
    const { filePaths } = await dialog.showOpenDialog(this.#window, {
      title: this.#words.dialogs.pickLibrary,
      defaultPath: this.#library,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [library] = filePaths;
    if (library === undefined) return;
    this.#preferences.change({ library });
    await this.#service.restart({ library, importSamples: false });
    this.#window?.webContents.reload();
  }

  async #about(): Promise<void> {
    const { name, dialogs } = this.#words;
    const detail = `${dialogs.version} ${app.getVersion()}\nElectron ${process.versions.electron}`;
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
    if (response === 0) await this.#service.restart({});
    else if (response === 1) await this.#openLibrary();
    else if (response === 2) await shell.openPath(join(this.#library, 'logs'));
    if (response === 0) this.#window?.webContents.reload();
    if (response > 1) app.exit(1);
  }
}
