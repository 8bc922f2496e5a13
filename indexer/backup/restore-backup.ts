/**
 * Makes a library of a backup: unpacked and checked beside its place, then moved there in one step. A backup that is cut off or
 * damaged leaves nothing behind, and no library that is there is ever written over.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { checkDatabase } from '../catalogue/database.ts';
import { AppError } from '../errors.ts';
import { libraryPaths, originalPath } from '../library.ts';
import { BACKUP_FORMAT, type BackupHead, CATALOGUE, DICTIONARY, HEAD, readOriginalName } from './backup-entries.ts';

export interface RestoreOptions {
  readonly file: string;
  /** Must not exist yet, or be empty. */
  readonly library: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Throws path_missing, library_exists, backup_damaged, library_newer or disk_full. */
export async function restoreBackup({ file, library, onProgress }: RestoreOptions): Promise<BackupHead> {
  if (!existsSync(file) || !(await stat(file)).isFile()) throw new AppError('path_missing', { path: file });
  const folder = resolve(library);
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new AppError('library_exists', { path: folder });
  const marked = `${basename(folder)}.restoring-`;
  await clearAborted(dirname(folder), marked);
  const aside = join(dirname(folder), marked + randomUUID());
  try {
    const head = await unpack(file, aside, onProgress);
    checkDatabase(libraryPaths(aside).catalogueFile);
    if (existsSync(folder)) await rmdir(folder);
    await rename(aside, folder);
    return head;
  } catch (cause) {
    throw toBackupError(cause);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** What a restore left that lost its power. */
async function clearAborted(parent: string, marked: string): Promise<void> {
  if (!existsSync(parent)) return;
  for (const name of await readdir(parent))
    if (name.startsWith(marked)) await rm(join(parent, name), { recursive: true, force: true });
}

async function unpack(file: string, folder: string, onProgress: RestoreOptions['onProgress']): Promise<BackupHead> {
  const { catalogueFile, originals } = libraryPaths(folder);
  await mkdir(originals, { recursive: true });
  const archive = extract();
  // A failure of either ends both; the loop below sees it as its own.
  const opened = pipeline(createReadStream(file), createGunzip(), archive);
  let head: BackupHead | null = null;
  let done = 0;
  const read = async (): Promise<void> => {
    for await (const entry of archive) {
      const { name, size = 0 } = entry.header;
      const sha256 = readOriginalName(name);
      if (name === HEAD) head = await readHead(entry, size);
      else if (head === null) throw damaged('no head');
      else if (name === CATALOGUE) {
        if ((await keep(entry, catalogueFile)) !== head.catalogue) throw damaged(name);
      } else if (name === DICTIONARY) await keep(entry, join(folder, DICTIONARY));
      else if (sha256 !== null) {
        const path = originalPath(originals, sha256);
        await mkdir(dirname(path), { recursive: true });
        if ((await keep(entry, path)) !== sha256) throw damaged(name);
        done += 1;
        onProgress?.(done, head.originals);
      } else throw damaged(name);
    }
  };
  await Promise.all([read(), opened]);
  const found = head as BackupHead | null;
  if (found === null || !existsSync(catalogueFile)) throw damaged('no catalogue');
  if (done !== found.originals) throw damaged(`${done} of ${found.originals} originals`);
  return found;
}

/** An entry as tar-stream declares it: that it gives bytes, its types do not say. */
type Bytes = AsyncIterable<unknown>;

/** Writes an entry to disk, flushed, and gives its SHA-256. */
async function keep(entry: Bytes, path: string): Promise<string> {
  const sum = createHash('sha256');
  const summing = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      sum.update(chunk);
      next(null, chunk);
    },
  });
  await pipeline(entry, summing, createWriteStream(path, { flags: 'wx', flush: true }));
  return sum.digest('hex');
}

const MOST_HEAD_BYTES = 10_000;

async function readHead(entry: Bytes, size: number): Promise<BackupHead> {
  if (size > MOST_HEAD_BYTES) throw damaged('head');
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk as Uint8Array);
  const head = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Partial<BackupHead>;
  const { format, originals, catalogue, createdAt, version } = head;
  if (format !== BACKUP_FORMAT || typeof originals !== 'number' || typeof createdAt !== 'string')
    throw damaged(`format ${String(format)}`);
  return { format, originals, catalogue: String(catalogue), createdAt, version: String(version) };
}

const damaged = (reason: string): AppError => new AppError('backup_damaged', { reason });

/** Whatever is wrong with the bytes is wrong with the backup; a full disk and a library of the future are no damage. */
function toBackupError(cause: unknown): unknown {
  if (cause instanceof AppError && cause.code !== 'library_damaged') return cause;
  const { code = '', message = '' } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full', {}, { cause });
  if (/^(?:EROFS|EACCES|EPERM)$/.test(code)) return new AppError('library_read_only', { path: '' }, { cause });
  return new AppError('backup_damaged', { reason: message }, { cause });
}
