/** Bytes of a text or Markdown file → lines with their numbers and pages. Leaves every character as it is. */
import { AppError } from '../errors.ts';
import { decodeText } from './encoding.ts';

export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 1; null where the file does not mark its pages. */
  readonly page: number | null;
}

export interface ReadText {
  readonly mediaType: string;
  readonly encoding: string;
  readonly lines: readonly SourceLine[];
  readonly characters: number;
}

export interface ReadOptions {
  /** WHATWG label, when the guess was wrong. */
  readonly encoding?: string;
}

/** Throws file_empty, file_binary or file_undecodable. A form feed begins a page. */
export function readSource(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): ReadText {
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
  return { mediaType: mediaTypeOf(fileName), encoding, lines, characters: text.length };
}

function mediaTypeOf(fileName: string): string {
  return /\.(md|markdown)$/i.test(fileName) ? 'text/markdown' : 'text/plain';
}
