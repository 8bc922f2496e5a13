/** What the end-to-end tests need of the system on Linux: looks for each by what it gives, and installs it as root with apt. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Need {
  /** Its name in Debian. */
  readonly package: string;
  readonly isThere: () => boolean;
}

const NEEDS: readonly Need[] = [
  { package: 'xvfb', isThere: () => findCommand('Xvfb') !== null },
  { package: 'libgtk-3-0', isThere: () => hasLibrary('libgtk-3.so.0') },
  { package: 'libnss3', isThere: () => hasLibrary('libnss3.so') },
  { package: 'libgbm1', isThere: () => hasLibrary('libgbm.so.1') },
  { package: 'libasound2', isThere: () => hasLibrary('libasound.so.2') },
  { package: 'fonts-noto-cjk', isThere: hasChineseFont },
  { package: 'chromium', isThere: () => findChromium() !== null },
];

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium, or null. */
export function findChromium(): string | null {
  return CHROMIUM_NAMES.map(findCommand).find((path) => path !== null) ?? null;
}

/** Throws, with the line to type, when something is missing and cannot be installed from here. */
export function ensureSystemPackages(): void {
  if (process.platform !== 'linux') return;
  const missing = NEEDS.filter((need) => !need.isThere()).map((need) => need.package);
  if (missing.length === 0) return;
  const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || findCommand('apt-get') === null)
    throw new Error(`The end-to-end tests need packages of the system. Run as root: ${line}`);
  console.error(`Installing ${missing.join(', ')}`);
  const installed = spawnSync('sh', ['-c', line], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const still = NEEDS.filter((need) => !need.isThere()).map((need) => need.package);
  if (installed.status !== 0 || still.length > 0)
    throw new Error(`Could not install ${still.join(' ')}. Run as root, and see what it says: ${line}`);
}

function findCommand(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function hasLibrary(name: string): boolean {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path));
  return ldconfig !== undefined && execFileSync(ldconfig, ['-p'], { encoding: 'utf8' }).includes(`${name} `);
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}
