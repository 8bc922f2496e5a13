/** The order of start and quit. `--selftest` tries everything once, says how it went in one line, and quits. */
import { join } from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from './app-protocol.ts';
import { Desktop } from './desktop.ts';
import { programPaths } from './paths.ts';
import { PreferencesFile } from './preferences.ts';
import { silenceChromium } from './security.ts';
import { runSelftest } from './selftest.ts';

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
  app.exit(1);
}

function startDesktop(): void {
  const preferences = new PreferencesFile(join(app.getPath('userData'), 'desktop.json'));
  const desktop = new Desktop(programPaths(), preferences, process.argv.includes('--samples'));
  let stopped = false;
  app.on('second-instance', () => desktop.show());
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
}
