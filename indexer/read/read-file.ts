/** Any file → its lines, through the reader for its format. The one place that knows which reader serves which format. */
import { isEntry, readEntry } from './entry.ts';
import { pictureType } from './image/picture.ts';
import { readImage } from './image/read-image.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readPlainText } from './plain-text.ts';
import type { ReadOptions, ReadText } from './read-text.ts';

/** A PDF may begin with bytes of other programs. */
const PDF_HEAD = 1024;

/** Throws what the reader of that format throws. */
export async function readFile(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ReadText> {
  if (isEntry(bytes)) return readEntry(bytes);
  if (isPdf(bytes)) return readPdf(bytes, options);
  if (pictureType(bytes) !== null) return readImage(bytes, options);
  return readPlainText(bytes, fileName, options);
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEAD)).includes('%PDF-');
}
