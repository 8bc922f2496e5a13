/**
 * `npm run package [-- tar.gz]`: the application for Linux with the Electron runtime at hand, as a folder in release/ or as
 * an archive of it. Nothing is downloaded for it but, where it can be had, the current Electron.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type AfterPackContext, build as makePackage, Platform } from 'electron-builder';
import { build, PARTS } from './build.ts';
import { findElectronRuntime } from './electron-runtime.ts';
import { say } from './say.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'release/linux-unpacked');

process.exitCode = await run(process.argv.slice(2));

async function run(given: readonly string[]): Promise<number> {
  await build(PARTS, false);
  const runtime = await findElectronRuntime({ download: true, say });
  if (runtime === null) return 1;
  await makePackage({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget('dir'),
    publish: null,
    config: { electronDist: runtime.folder, electronVersion: runtime.version, afterPack },
  });
  console.log(given.includes('tar.gz') ? archive() : FOLDER);
  return 0;
}

/** By the system's tar: electron-builder would fetch a 7-Zip of its own. */
function archive(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const name = `gongbao-${version}-linux-${process.arch}`;
  const file = join(ROOT, `release/${name}.tar.gz`);
  const made = spawnSync(
    'tar',
    ['-czf', file, `--transform=s/^linux-unpacked/${name}/`, '-C', join(ROOT, 'release'), 'linux-unpacked'],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) throw new Error(`Expected tar to write ${file}, but it ended with ${made.status}.`);
  return file;
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
