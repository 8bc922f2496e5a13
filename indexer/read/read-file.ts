/** Any file → its lines, through the reader for its format. The one place that knows which reader serves which format. */
import { readPlainText } from './plain-text.ts';
import type { ReadOptions, ReadText } from './read-text.ts';

/** Throws what the reader of that format throws. */
export async function readFile(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ReadText> {
  return readPlainText(bytes, fileName, options);
}
