/** A page saved with its pictures in one file (MHT, MHTML) → the lines of the page; pictures and styles are passed over. */
import { AppError } from '../../errors.ts';
import type { ReadOptions, ReadText } from '../read-text.ts';
import { type MimePart, readParts } from './mime.ts';
import { readHtml } from './read-html.ts';

export const MHTML_MEDIA_TYPE = 'multipart/related';

/** Throws file_damaged when it holds no page, file_empty, file_undecodable or file_binary. */
export function readMhtml(bytes: Uint8Array, options: ReadOptions = {}): ReadText {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pages = readParts(message).filter(({ mediaType }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType),
  );
  let failure: unknown = new AppError('file_damaged', { reason: 'text/html' });
  // The first is the page; where it only holds frames, their pages follow.
  for (const page of pages) {
    try {
      return { ...readPage(page, options), mediaType: MHTML_MEDIA_TYPE };
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file_empty')) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** The header of the part is newer than what the page says of itself: who saved it may have written it anew. */
function readPage({ charset, bytes }: MimePart, options: ReadOptions): ReadText {
  const page = bytes();
  const encoding = options.encoding ?? (charset === null ? null : fitting(charset, page));
  return readHtml(page, encoding === null ? {} : { encoding });
}

/** The label, when the page is in that encoding. */
function fitting(charset: string, page: Uint8Array): string | null {
  const label = /^gb/i.test(charset) ? 'gb18030' : charset;
  try {
    new TextDecoder(label, { fatal: true }).decode(page);
    return label;
  } catch {
    return null; // named wrongly: the page and its bytes are asked
  }
}
