/**
 * `npm run package [-- tar.gz]`: the application for Linux with the Electron runtime at hand, in release/. Without a target
 * it is a folder; Electron's and the package tools' own downloads are not needed.
 */
import { chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type AfterPackContext, build as makePackage, Platform } from 'electron-builder';
import { build, PARTS } from './build.ts';
import { findElectronRuntime } from './electron-runtime.ts';
import { say } from './say.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SEVEN_ZIP = join(ROOT, 'node_modules/7zip-bin/linux/x64/7za');

const targets = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  await build(PARTS, false);
  const runtime = await findElectronRuntime({ download: true, say });
  if (runtime === null) return 1;
  // Otherwise electron-builder fetches its own 7-Zip, and takes minutes at its highest level.
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= SEVEN_ZIP;
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '3';
  const made = await makePackage({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget(targets.length > 0 ? targets : ['dir']),
    publish: null,
    config: { electronDist: runtime.folder, electronVersion: runtime.version, afterPack },
  });
  for (const path of made.length > 0 ? made : [join(ROOT, 'release/linux-unpacked')]) console.log(path);
  return 0;
}

async function afterPack({ appOutDir }: AfterPackContext): Promise<void> {
  // The runtime from npm brings the application that `electron .` needs; ours must be the only one.
  rmSync(join(appOutDir, 'resources/default_app.asar'), { force: true });
  // npm unpacks it without the right to be run, and the copy keeps its mode.
  chmodSync(join(appOutDir, 'resources/meilisearch'), 0o755);
  const command = join(appOutDir, 'gongbao');
  renameSync(command, join(appOutDir, 'gongbao-desktop'));
  copyFileSync(join(import.meta.dirname, 'linux-launcher.sh'), command);
  chmodSync(command, 0o755);
}
