/**
 * A library is one folder: originals/ (every imported file, bit for bit, named by its SHA-256), catalogue.sqlite, index/
 * (derived), logs/. One service at a time owns it, by a lock file with the process, its start time and its address.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from './errors.ts';

export interface ServiceAddress {
  readonly url: string;
  readonly token: string;
}

interface Lock {
  readonly pid: number;
  /** When the process started, as the system counts it; tells it from a later process with the same number. */
  readonly started: string | null;
  readonly address: ServiceAddress | null;
}

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

/** Takes the library for this process. Throws library_locked, library_read_only or disk_full. */
export function openLibrary(folder: string): Library {
  const paths = libraryPaths(folder);
  try {
    for (const path of [folder, paths.originals, paths.index, paths.logs]) mkdirSync(path, { recursive: true });
    takeLock(join(folder, LOCK));
  } catch (cause) {
    throw toFolderError(folder, cause);
  }
  const lockFile = join(folder, LOCK);
  return {
    folder,
    ...paths,
    announce: (address) => writeLock(lockFile, { ...ownLock(), address }),
    release: () => {
      if (readLock(lockFile)?.pid === process.pid) rmSync(lockFile, { force: true });
    },
  };
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
  const lock = readLock(join(folder, LOCK));
  return lock !== null && isAlive(lock) ? lock.address : null;
}

function takeLock(file: string): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const descriptor = openSync(file, 'wx', 0o600);
      writeSync(descriptor, JSON.stringify(ownLock()));
      closeSync(descriptor);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const lock = readLock(file);
    if (lock !== null && lock.pid !== process.pid && isAlive(lock)) {
      throw new AppError('library_locked', {
        pid: lock.pid,
        port: lock.address === null ? '–' : new URL(lock.address.url).port,
      });
    }
    // Left behind by a process that was killed: renamed first, so that of two who see it only one goes on with it.
    try {
      renameSync(file, `${file}.${process.pid}.stale`);
      rmSync(`${file}.${process.pid}.stale`, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new AppError('library_locked', { pid: readLock(file)?.pid ?? 0, port: '–' });
}

const ownLock = (): Lock => ({ pid: process.pid, started: startTime(process.pid), address: null });

function writeLock(file: string, lock: Lock): void {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, JSON.stringify(lock), { mode: 0o600 });
  renameSync(fresh, file);
}

function readLock(file: string): Lock | null {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8')) as Partial<Lock>;
    return typeof lock.pid === 'number'
      ? { pid: lock.pid, started: lock.started ?? null, address: lock.address ?? null }
      : null;
  } catch {
    return null; // no lock, or one cut off while it was written: both mean that nobody holds it
  }
}

function isAlive({ pid, started }: Lock): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = startTime(pid);
  return now === null || started === null || now === started;
}

/** Start time of a process in clock ticks since boot, where the system tells it (Linux); else null. */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null; // another system: the process number alone must do
  }
}

function toFolderError(folder: string, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (/^(?:EROFS|EACCES|EPERM|ENOTDIR|EEXIST|ENOENT)$/.test(code))
    return new AppError('library_read_only', { path: folder }, { cause });
  return code === 'ENOSPC' ? new AppError('disk_full', {}, { cause }) : cause;
}

/** originals/ab/abcdef…: two letters of folder keep folders small. */
export function originalPath(originals: string, sha256: string): string {
  return join(originals, sha256.slice(0, 2), sha256);
}

/** Keeps a file's bytes under their SHA-256; written beside, flushed, then renamed, so that a file with that name is whole. */
export function keepOriginal(originals: string, sha256: string, bytes: Uint8Array): void {
  const target = originalPath(originals, sha256);
  if (existsSync(target)) return;
  mkdirSync(join(originals, sha256.slice(0, 2)), { recursive: true });
  const fresh = `${target}.${process.pid}.new`;
  const descriptor = openSync(fresh, 'w');
  try {
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, target);
}
