/**
 * 备份: everything of a library that cannot be made again, as one file (tar.gz): the catalogue as it is at one moment, the
 * originals, the user's dictionary. The library may be in use meanwhile. A file of that name is whole: it is written aside first.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { copyDatabase } from '../catalogue/database.ts';
import { AppError } from '../errors.ts';
import { libraryPaths, originalPath } from '../library.ts';
import { BACKUP_FORMAT, type BackupHead, CATALOGUE, DICTIONARY, HEAD, originalName } from './backup-entries.ts';

/** Texts shrink to a third; more effort hardly gives more. */
const COMPRESSION = 1;

export interface BackupOptions {
  readonly library: string;
  readonly file: string;
  /** Of the program, and the time: for whoever finds the file later. */
  readonly version: string;
  readonly now: Date;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface BackupResult {
  readonly originals: number;
  readonly bytes: number;
}

/** Throws path_missing, backup_exists, library_newer, library_damaged, disk_full or library_read_only. */
export async function writeBackup({ library, file, version, now, onProgress }: BackupOptions): Promise<BackupResult> {
  const { catalogueFile, originals } = libraryPaths(library);
  if (!existsSync(catalogueFile)) throw new AppError('path_missing', { path: catalogueFile });
  if (existsSync(file)) throw new AppError('backup_exists', { path: file });
  const aside = `${file}.${randomUUID()}.part`;
  const copy = `${aside}.sqlite`;
  try {
    // The catalogue first: what is imported after it brings originals that it does not name, and never the other way round.
    copyDatabase(catalogueFile, copy);
    const catalogue = await sumOf(copy);
    const names = await listOriginals(originals);
    const archive = pack();
    const written = pipeline(archive, createGzip({ level: COMPRESSION }), createWriteStream(aside, { flags: 'wx' }));
    const head: BackupHead = {
      format: BACKUP_FORMAT,
      version,
      createdAt: now.toISOString(),
      originals: names.length,
      catalogue,
    };
    const filled = fill(archive, async () => {
      await addText(archive, HEAD, JSON.stringify(head));
      await addFile(archive, CATALOGUE, copy);
      const dictionary = join(library, DICTIONARY);
      if (existsSync(dictionary)) await addFile(archive, DICTIONARY, dictionary);
      for (const [done, sha256] of names.entries()) {
        await addFile(archive, originalName(sha256), originalPath(originals, sha256));
        onProgress?.(done + 1, names.length);
      }
    });
    await Promise.all([filled, written]);
    await flush(aside);
    await rename(aside, file);
    return { originals: names.length, bytes: (await stat(file)).size };
  } catch (cause) {
    throw toFileError(file, cause);
  } finally {
    for (const left of [aside, copy]) await rm(left, { force: true });
  }
}

/** A failure ends the stream too: nobody waits for the rest. */
async function fill(archive: Pack, add: () => Promise<void>): Promise<void> {
  try {
    await add();
    archive.finalize();
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function listOriginals(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const parts = (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
  const names: string[] = [];
  for (const part of parts) names.push(...(await readdir(join(folder, part))).sort());
  return names.filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(path), sum);
  return sum.digest('hex');
}

const addText = (archive: Pack, name: string, text: string): Promise<void> =>
  new Promise((done, failed) => {
    archive.entry({ name }, text, (error) => (error == null ? done() : failed(error)));
  });

async function addFile(archive: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path);
  await pipeline(createReadStream(path), archive.entry({ name, size }));
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function toFileError(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const { code = '' } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', {}, { cause });
  if (/^(?:EROFS|EACCES|EPERM|ENOENT|ENOTDIR)$/.test(code))
    return new AppError('library_read_only', { path }, { cause });
  return cause;
}
