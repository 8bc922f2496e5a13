/** The desktop client under test: started as a user starts it, on a library and settings of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronFlags } from '../../main/build/electron-start.ts';

export const ELECTRON_VARIABLE = 'GONGBAO_TEST_ELECTRON';
const ROOT = resolve(import.meta.dirname, '../..');

export interface Desktop {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** Of Electron's main process. */
  readonly pid: number;
  /** Closes what is left open and removes its folder. */
  remove(): Promise<void>;
}

export interface DesktopOptions {
  readonly importSamples: boolean;
  readonly language: 'zh' | 'en';
}

export async function openDesktop({ importSamples, language }: DesktopOptions): Promise<Desktop> {
  const executable = process.env[ELECTRON_VARIABLE];
  if (executable === undefined)
    throw new Error('No Electron: run the end-to-end tests with test/playwright.config.ts.');
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-desktop-'));
  const { flags } = electronFlags(process.platform, process.getuid?.() ?? null);
  const application = await _electron.launch({
    executablePath: executable,
    cwd: ROOT,
    args: ['.', ...flags, `--user-data-dir=${join(folder, 'settings')}`, ...(importSamples ? ['--samples'] : [])],
    env: { ...environment(), GONGBAO_LIBRARY: join(folder, 'library'), GONGBAO_LANGUAGE: language },
  });
  const pid = application.process().pid ?? 0;
  return {
    application,
    pid,
    page: await application.firstWindow(),
    remove: async () => {
      await application.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}
