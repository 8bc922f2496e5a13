/** The whole pipeline over a text file, without waiting: for tests that parse at module level or inside a property. */
import type { ParsedFile } from '../../indexer/model.ts';
import { parseText } from '../../indexer/pipeline.ts';
import { readPlainText } from '../../indexer/read/plain-text.ts';
import type { ReadOptions } from '../../indexer/read/read-text.ts';

export const parsePlain = (bytes: Uint8Array, fileName: string, options: ReadOptions = {}): ParsedFile =>
  parseText(readPlainText(bytes, fileName, options));
