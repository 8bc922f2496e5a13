/** The words of a file that a command is given, through the reader for its format. */
import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import { readFile } from '../read/read-file.ts';

/** Throws path_missing, file_unreadable, file_empty, and what the reader throws. */
export async function textOfFile(path: string): Promise<string> {
  const { lines } = await readFile(await bytesOf(path), basename(path));
  const text = lines.map((line) => line.text).join('\n');
  if (text.trim() === '') throw new AppError('file_empty');
  return text;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readBytes(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'EIO';
    throw reason === 'ENOENT'
      ? new AppError('path_missing', { path }, { cause })
      : new AppError('file_unreadable', { reason }, { cause });
  }
}
