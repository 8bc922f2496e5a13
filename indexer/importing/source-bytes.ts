/** Reads a file of the user's, and knows it by its SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ImportFormat } from '../contract.ts';
import { AppError } from '../errors.ts';

const MEGABYTE = 1024 * 1024;
/** What is larger is no text of a gazette; it would only exhaust the memory of an office PC. */
const LARGEST_FILE_BYTES = 64 * MEGABYTE;
/** A volume of scanned pages. */
const LARGEST_PRINTED_BYTES = 256 * MEGABYTE;
/** What was taken in once is read again whatever the bound is now. */
export const LARGEST_KEPT_BYTES = 2048 * MEGABYTE;

export function largestBytes(format: ImportFormat): number {
  return format === 'text' || format === 'web' || format === 'other' ? LARGEST_FILE_BYTES : LARGEST_PRINTED_BYTES;
}

export interface SourceBytes {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Throws file_too_large, file_empty, file_vanished or file_unreadable. */
export async function readSourceBytes(path: string, limit = LARGEST_FILE_BYTES): Promise<SourceBytes> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError('file_unreadable', { reason: 'EFTYPE' });
    if (found.size > limit) throw tooLarge(found.size, limit);
    return await readChunks(path, limit);
  } catch (error) {
    throw sourceFailure(error);
  }
}

async function readChunks(path: string, limit: number): Promise<SourceBytes> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    // It may grow while it is read.
    if (size > limit) throw tooLarge(size, limit);
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (size === 0) throw new AppError('file_empty');
  return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex') };
}

/** The code that the system gave is what a librarian can show to whoever looks after the machine. */
function sourceFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? new AppError('file_vanished', {}, { cause })
    : new AppError('file_unreadable', { reason: code ?? message }, { cause });
}

const tooLarge = (size: number, limit: number): AppError =>
  new AppError('file_too_large', { size: megabytes(size), limit: megabytes(limit) });

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
