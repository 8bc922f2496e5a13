/**
 * Zip files: DOCX and OFD are ones, and users' archives. Nothing is unpacked before its size is known, names are decoded
 * as Chinese Windows wrote them, and what a member unpacks to is bounded whatever its header claims.
 */
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';

export interface ZipMember {
  /** As written in the file: it may be absolute or lead upwards. */
  readonly name: string;
  /** As the directory claims. */
  readonly size: number;
  readonly packedSize: number;
  readonly encrypted: boolean;
  /** Throws file_too_large when it unpacks to more, file_encrypted or file_damaged. */
  read(most: number): Promise<Buffer>;
}

export interface Zip {
  readonly members: readonly ZipMember[];
  close(): void;
}

const UTF8_NAME = 0x800;
const UNICODE_PATH = 0x7075;
const UNICODE_PATH_HEAD = 5;

/** Throws file_damaged, file_unreadable, or file_too_large for more than `most` members. Folders are left out. */
export async function openZip(source: string | Uint8Array, most: number): Promise<Zip> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  let zip: ZipFile | null = null;
  try {
    zip = await (typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(view(source), options));
    const open = zip;
    if (open.entryCount > most) throw tooMany(open.entryCount, most);
    const members: ZipMember[] = [];
    for await (const entry of open.eachEntry()) {
      const name = nameOf(entry);
      if (!name.endsWith('/')) members.push(memberOf(open, entry, name));
      if (members.length > most) throw tooMany(members.length, most);
    }
    return { members, close: () => open.close() };
  } catch (cause) {
    zip?.close();
    throw toFileError(cause);
  }
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function memberOf(zip: ZipFile, entry: Entry, name: string): ZipMember {
  return {
    name,
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    encrypted: entry.isEncrypted(),
    async read(most) {
      if (entry.isEncrypted()) throw new AppError('file_encrypted');
      if (entry.uncompressedSize > most) throw tooLarge(entry.uncompressedSize, most);
      try {
        return await collect(await zip.openReadStreamPromise(entry), most);
      } catch (cause) {
        throw toFileError(cause);
      }
    },
  };
}

/** All that a stream gives. Throws file_too_large as soon as it is more than `most`. */
export async function collect(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw tooLarge(size, most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Windows in Chinese writes names in GBK and says nothing of it; other programs write UTF-8 and may say nothing either. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer; // a Buffer, since decodeStrings is off
  const unicode = entry.extraFields.find(({ id }) => id === UNICODE_PATH);
  if (unicode !== undefined) return unicode.data.subarray(UNICODE_PATH_HEAD).toString('utf8');
  return decodeName(raw, (entry.generalPurposeBitFlag & UTF8_NAME) !== 0);
}

/** The name of a member of an archive from its bytes. */
export function decodeName(raw: Uint8Array, isUtf8 = false): string {
  if (isUtf8) return new TextDecoder().decode(raw);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // not this encoding: the next one is tried
    }
  }
  return Buffer.from(raw).toString('latin1');
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export const tooLarge = (size: number, most: number, cause?: unknown): AppError =>
  new AppError('file_too_large', { size: megabytes(size), limit: megabytes(most) }, { cause });

export const tooMany = (count: number, most: number): AppError =>
  new AppError('file_too_large', { size: `${count} 个文件`, limit: `${most} 个文件` });

/** What the libraries throw, in our words; the system's own codes are kept. */
export function toFileError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new AppError('file_vanished', {}, { cause });
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return new AppError('file_unreadable', { reason: code }, { cause });
  return new AppError('file_damaged', { reason: message }, { cause });
}
