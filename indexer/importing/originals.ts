/** Keeps the bytes of every imported file in originals/, under their SHA-256. */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { originalPath } from '../library.ts';

const incoming = (originals: string): string => join(originals, '.incoming');

/** Throws away what a process that was killed had half written. */
export function clearIncoming(originals: string): void {
  rmSync(incoming(originals), { recursive: true, force: true });
}

/** Written beside, flushed, then renamed: a file of that name is whole. Throws disk_full or library_read_only. */
export async function keepOriginal(originals: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const target = originalPath(originals, sha256);
  if (existsSync(target)) return;
  const fresh = join(incoming(originals), randomUUID());
  try {
    for (const folder of [dirname(fresh), dirname(target)]) await mkdir(folder, { recursive: true });
    await writeFlushed(fresh, bytes);
    await rename(fresh, target);
  } catch (cause) {
    // What cannot be removed either is cleared away at the next start.
    await rm(fresh, { force: true }).catch(() => undefined);
    throw toFolderError(originals, cause);
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function toFolderError(path: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', {}, { cause });
  return new AppError('library_read_only', { path }, { cause });
}
