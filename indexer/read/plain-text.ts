/** Bytes of a text or Markdown file → lines with their numbers and pages. Leaves every character as it is. */
import { AppError } from '../errors.ts';
import { decodeText } from './encoding.ts';
import type { ReadOptions, ReadText } from './read-text.ts';

/** Throws file_empty, file_binary or file_undecodable. A form feed begins a page. */
export function readPlainText(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): ReadText {
  if (bytes.length === 0) throw new AppError('file_empty');
  const { text, encoding } = decodeText(bytes, options.encoding);
  if (text.trim() === '') throw new AppError('file_empty');
  const paged = text.includes('\f');
  let page = 1;
  const lines = text.split(/\r\n|\n|\r/).map((raw, index) => {
    const feeds = raw.split('\f').length - 1;
    page += feeds;
    return { text: feeds > 0 ? raw.replaceAll('\f', '') : raw, line: index + 1, page: paged ? page : null };
  });
  return {
    mediaType: mediaTypeOf(fileName),
    encoding,
    lines,
    characters: text.length,
    pages: [],
    metadata: null,
    problems: [],
  };
}

function mediaTypeOf(fileName: string): string {
  return /\.(md|markdown)$/i.test(fileName) ? 'text/markdown' : 'text/plain';
}
