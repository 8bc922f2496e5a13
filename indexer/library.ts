/**
 * A library is one folder: originals/ (every imported file, bit for bit, named by its SHA-256), catalogue.sqlite, index/
 * (derived), logs/. One process at a time has it open; it can be copied elsewhere as a whole.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './errors.ts';
import { addressIn, type ServiceAddress, takeLock } from './library-lock.ts';

export { type ServiceAddress, startTime } from './library-lock.ts';

export interface Library {
  readonly folder: string;
  readonly catalogueFile: string;
  readonly originals: string;
  readonly index: string;
  readonly logs: string;
  /** Tells other programs of this user where the service answers. */
  announce(address: ServiceAddress): void;
  release(): void;
}

const LOCK = 'library.lock';

/** Takes the library for this process, making what is missing. Throws library_locked, library_read_only or disk_full. */
export function openLibrary(folder: string): Library {
  const paths = libraryPaths(folder);
  try {
    for (const path of [folder, paths.originals, paths.index, paths.logs]) {
      mkdirSync(path, { recursive: true });
      accessSync(path, constants.R_OK | constants.W_OK);
    }
    return { folder, ...paths, ...takeLock(join(folder, LOCK)) };
  } catch (cause) {
    throw toFolderError(folder, cause);
  }
}

export function libraryPaths(folder: string) {
  return {
    catalogueFile: join(folder, 'catalogue.sqlite'),
    originals: join(folder, 'originals'),
    index: join(folder, 'index'),
    logs: join(folder, 'logs'),
  };
}

/** Where the service of a library answers; null when none runs. */
export function findService(folder: string): ServiceAddress | null {
  return addressIn(join(folder, LOCK));
}

function toFolderError(folder: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (/^(?:EROFS|EACCES|EPERM|ENOTDIR|EEXIST|ENOENT)$/.test(code))
    return new AppError('library_read_only', { path: folder }, { cause });
  return /^(?:ENOSPC|EDQUOT)$/.test(code) ? new AppError('disk_full', {}, { cause }) : cause;
}

/** originals/ab/abcdef…: two letters of folder keep folders small. */
export function originalPath(originals: string, sha256: string): string {
  return join(originals, sha256.slice(0, 2), sha256);
}
