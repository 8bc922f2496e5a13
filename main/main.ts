/** The order of start and quit. `--selftest` tries everything once, says how it went in one line, and quits. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { readLanguage } from '../indexer/settings.ts';
import { registerAppScheme } from './app-protocol.ts';
import { Desktop } from './desktop.ts';
import { openedFiles } from './opened-files.ts';
import { programPaths } from './paths.ts';
import { PreferencesFile } from './preferences.ts';
import { silenceChromium } from './security.ts';
import { runSelftest } from './selftest.ts';
import { WORDS } from './words.ts';

/** Files that macOS names before there is a window. */
const waiting: string[] = [];
app.on('open-file', (event, path) => {
  event.preventDefault();
  waiting.push(path);
});

const selftest = process.argv.includes('--selftest');

silenceChromium();
registerAppScheme();

if (selftest) {
  void app.whenReady().then(async () => app.exit(await runSelftest(programPaths())));
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(startDesktop).catch(endLoudly);
} else {
  app.quit();
}

function endLoudly(error: unknown): void {
  console.error(error);
  const { dialogs } = WORDS[readLanguage()];
  // Whoever started the program by its icon sees no console.
  dialog.showErrorBox(dialogs.cannotStart, error instanceof Error ? error.message : String(error));
  app.exit(1);
}

function startDesktop(): void {
  const preferences = new PreferencesFile(join(app.getPath('userData'), 'desktop.json'));
  const desktop = new Desktop(programPaths(), preferences, process.argv.includes('--samples'));
  let stopped = false;
  const own = app.getAppPath();
  app.on('second-instance', (_event, given, folder) => {
    desktop.show();
    desktop.openFiles(openedFiles(given, folder, own));
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopped) return;
    // Quitting waits until the service has ended, and the search engine with it.
    event.preventDefault();
    void desktop.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
  desktop.open();
  desktop.openFiles([...waiting, ...openedFiles(process.argv, process.cwd(), own)]);
  app.removeAllListeners('open-file');
  app.on('open-file', (event, path) => {
    event.preventDefault();
    desktop.openFiles([path]);
  });
}
