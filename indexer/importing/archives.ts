/**
 * Archives as the files in them: ZIP, TAR, TAR.GZ and GZ, and archives in archives. Bounded in depth, number, size and
 * ratio whatever their headers claim; a name never leads out of the archive. What is in them stays packed until it is read.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { AppError } from '../errors.ts';
import { ARCHIVE_NAME, type Format, formatOfMembers, isArchive, recogniseFormat } from '../read/format.ts';
import { collect, decodeName, openZip, toFileError, tooLarge, tooMany } from '../read/zip.ts';

export interface ArchiveMember {
  /** `附件/办法.docx`, and `下册.zip!/办法.docx` for a file in an archive in the archive. Each once. */
  readonly path: string;
  /** As claimed; `read` trusts it in nothing. */
  readonly size: number;
  /** Throws file_too_large when it unpacks to more, file_encrypted, file_damaged, or why an inner archive stays shut. */
  read(most: number): Promise<Buffer>;
}

export interface Archive {
  readonly members: readonly ArchiveMember[];
  close(): void;
}

export interface ArchiveLimits {
  /** Archives in archives. */
  readonly depth: number;
  readonly members: number;
  /** All that the members of one archive unpack to. */
  readonly bytes: number;
  /** What is unpacked to memory as a whole: a gzip, a tar, an inner archive. */
  readonly held: number;
  /** How many times its packed size a member may have. */
  readonly ratio: number;
}

const MEGABYTE = 1024 * 1024;
export const ARCHIVE_LIMITS: ArchiveLimits = {
  depth: 3,
  members: 20_000,
  bytes: 16 * 1024 * MEGABYTE,
  held: 512 * MEGABYTE,
  ratio: 300,
};
/** Less than this is no bomb, however well it packs: a page of blanks. */
const HARMLESS = 8 * MEGABYTE;
const SNIFFED = 4096;

/** Between an archive and the path in it: `2020.zip!/第1期.txt`. */
export const INSIDE = '!/';

/**
 * Null for what is no archive, though it may be a zip: DOCX and OFD are read as documents. Throws archive_unsupported for
 * 7Z and RAR, file_damaged, file_unreadable, or file_too_large.
 */
export async function openArchive(
  source: string | Uint8Array,
  name: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Archive | null> {
  const shut = await openContainer(source, name, limits);
  if (shut === null) return null;
  try {
    return { members: await listAll(shut.members, limits), close: shut.close };
  } catch (error) {
    shut.close();
    throw error;
  }
}

/** One level: members as they are named in it. */
interface Packed {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  read(most: number): Promise<Buffer>;
}
interface Container {
  readonly members: readonly Packed[];
  close(): void;
}

async function openContainer(
  source: string | Uint8Array,
  name: string,
  limits: ArchiveLimits,
): Promise<Container | null> {
  const start = typeof source === 'string' ? await startOf(source) : source;
  // Of a file only the start is at hand: a zip is opened to see whether it is a document.
  if (start[0] === 0x50 && start[1] === 0x4b) return openZipped(source, limits);
  const format = await recogniseFormat(start, name);
  if (!isArchive(format)) return null;
  if (format === '7z' || format === 'rar') throw new AppError('archive_unsupported', { format: format.toUpperCase() });
  try {
    return await openTarred(await unpacked(source, format, limits), name, limits);
  } catch (cause) {
    throw toFileError(cause);
  }
}

async function startOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED), 0, SNIFFED, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw toFileError(cause);
  }
}

async function openZipped(source: string | Uint8Array, limits: ArchiveLimits): Promise<Container | null> {
  const zip = await openZip(source, limits.members);
  const names = new Set(zip.members.map(({ name }) => safeName(name)));
  if (formatOfMembers(names) === 'zip') return zip;
  zip.close();
  return null;
}

/** A tar, or what a gzip holds, in memory. */
async function unpacked(source: string | Uint8Array, format: Format, { held, ratio }: ArchiveLimits): Promise<Buffer> {
  const packed = typeof source === 'string' ? createReadStream(source) : Readable.from([Buffer.from(source)]);
  if (format !== 'gzip') return collect(packed, held);
  let taken = 0;
  packed.on('data', (chunk: Buffer) => {
    taken += chunk.length;
  });
  const gunzip = createGunzip();
  packed.on('error', (error: Error) => gunzip.destroy(error));
  const bytes = await collect(packed.pipe(gunzip), held);
  checkRatio(bytes.length, taken, ratio);
  return bytes;
}

/** A gzip of something else than a tar is one file, named as the gzip without its ending. */
async function openTarred(bytes: Buffer, name: string, limits: ArchiveLimits): Promise<Container> {
  if ((await recogniseFormat(bytes, '')) !== 'tar') {
    const only: Packed = {
      name: name.split(/[/\\]/).at(-1)?.replace(/\.gz$/i, '') ?? name,
      size: bytes.length,
      packedSize: bytes.length,
      read: async (most) => bounded(bytes, most),
    };
    return { members: [only], close: () => undefined };
  }
  return { members: await readTar(bytes, limits), close: () => undefined };
}

// Its types do not know the option, which it documents.
const NAMES_AS_BYTES: object = { filenameEncoding: 'latin1' };

async function readTar(bytes: Buffer, limits: ArchiveLimits): Promise<Packed[]> {
  const members: Packed[] = [];
  const reading = Readable.from([bytes]).pipe(extract(NAMES_AS_BYTES));
  for await (const entry of reading) {
    const { name, type } = entry.header;
    const content = await collect(entry as AsyncIterable<Buffer>, limits.held);
    // Links and devices are no files of the archive.
    if (type !== 'file' && type !== 'contiguous-file') continue;
    members.push({
      name: tarName(name),
      size: content.length,
      packedSize: content.length,
      read: async (most) => bounded(content, most),
    });
    if (members.length > limits.members) throw tooMany(members.length, limits.members);
  }
  return members;
}

/** A name in an extended header has been decoded already. */
const tarName = (name: string): string =>
  [...name].some((sign) => sign > '\u00ff') ? name : decodeName(Buffer.from(name, 'latin1'));

function bounded(bytes: Buffer, most: number): Buffer {
  if (bytes.length > most) throw tooLarge(bytes.length, most);
  return bytes;
}

function checkRatio(size: number, packed: number, ratio: number): void {
  if (size > HARMLESS && size > packed * ratio) throw tooLarge(size, Math.max(HARMLESS, packed * ratio));
}

/** The members of all levels. Number and size are counted over all of them. */
async function listAll(outermost: readonly Packed[], limits: ArchiveLimits): Promise<ArchiveMember[]> {
  const found: ArchiveMember[] = [];
  const taken = new Set<string>();
  const inner = new InnerArchives(limits);
  let bytes = 0;

  const list = async (members: readonly Packed[], prefix: string, depth: number): Promise<void> => {
    for (const member of members) {
      bytes += member.size;
      if (bytes > limits.bytes) throw tooLarge(bytes, limits.bytes);
      if (found.length >= limits.members) throw tooMany(found.length + 1, limits.members);
      const path = unique(`${prefix}${safeName(member.name)}`, taken);
      const read = async (most: number): Promise<Buffer> => {
        checkRatio(member.size, member.packedSize, limits.ratio);
        return member.read(most);
      };
      if (!ARCHIVE_NAME.test(path)) found.push({ path, size: member.size, read });
      else await listInner({ ...member, read }, path, depth + 1);
    }
  };

  /** An archive that cannot be opened is listed as itself, and says why when it is read. */
  const listInner = async (member: Packed, path: string, depth: number): Promise<void> => {
    try {
      if (depth > limits.depth) throw new AppError('archive_too_deep', { depth: limits.depth });
      const members = await inner.open(path, member);
      if (members === null) found.push({ path, size: member.size, read: member.read });
      else {
        const again = members.map((one, index): Packed => {
          const read = async (most: number): Promise<Buffer> => {
            const opened = (await inner.open(path, member)) ?? [];
            return (opened[index] ?? one).read(most);
          };
          return { ...one, read };
        });
        await list(again, `${path}${INSIDE}`, depth);
      }
    } catch (error) {
      const failure = toFileError(error);
      if (failure.code === 'file_too_large' && bytes > limits.bytes) throw failure;
      found.push({ path, size: member.size, read: () => Promise.reject(failure) });
    }
  };

  await list(outermost, '', 0);
  return found;
}

/** Keeps the one that was opened last, so that its files are read one after another without unpacking it again. */
class InnerArchives {
  readonly #limits: ArchiveLimits;
  #open: { readonly path: string; readonly members: readonly Packed[] | null } | null = null;

  constructor(limits: ArchiveLimits) {
    this.#limits = limits;
  }

  async open(path: string, member: Packed): Promise<readonly Packed[] | null> {
    if (this.#open?.path === path) return this.#open.members;
    const bytes = await member.read(this.#limits.held);
    const opened = await openContainer(bytes, path, this.#limits);
    this.#open = { path, members: opened?.members ?? null };
    return this.#open.members;
  }
}

/** No drive, no root, no way upwards, no control characters: `..\\..\\Windows\\a.txt` is `Windows/a.txt`. */
export function safeName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((part) => part.replace(/\p{Cc}/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || '_';
}

/** Two members may have one name; the second is told apart. */
function unique(path: string, taken: Set<string>): string {
  const [, base = path, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [];
  let free = path;
  for (let count = 2; taken.has(free); count += 1) free = `${base} (${count})${ending}`;
  taken.add(free);
  return free;
}
