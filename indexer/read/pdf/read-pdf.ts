/** A PDF → its lines in reading order with their places; pages without text of their own are told, for OCR to read. */
import { toProperties } from '../properties.ts';
import { readPages } from '../read-pages.ts';
import type { ReadOptions, ReadText } from '../read-text.ts';
import { openPdf } from './pdf-file.ts';

/** Throws file_encrypted, file_damaged or file_too_large; a page that cannot be read is a problem of its own. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadText> {
  const file = await openPdf(bytes, options.password);
  try {
    const read = await readPages(file, options);
    const { title, author } = await file.properties();
    return { mediaType: 'application/pdf', encoding: null, ...read, metadata: toProperties(title, author) };
  } finally {
    await file.close();
  }
}
