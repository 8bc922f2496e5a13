/**
 * 手工录入: a document typed or pasted by hand, because it exists on paper only or came without a file. It is kept as an
 * original like any other, a small JSON file with the fields as they were given and the text.
 */
import { AppError } from '../errors.ts';
import type { ReadText } from './read-text.ts';

export const ENTRY_MEDIA_TYPE = 'application/vnd.gongbao.entry+json';

/** Fields that were filled in; what is absent is read from the text. */
export interface EntryFields {
  readonly title: string;
  readonly number?: string;
  readonly issuers?: readonly string[];
  readonly type?: string;
  readonly addressee?: string;
  /** ISO days. */
  readonly writtenOn?: string;
  readonly printedOn?: string;
  readonly effectiveOn?: string;
  readonly expiresOn?: string;
  readonly registration?: string;
}

export interface Entry {
  readonly fields: EntryFields;
  /** As typed; may be empty. */
  readonly text: string;
}

const HEAD = '{"gongbao":"entry",';

/** The bytes that are kept. The same entry gives the same bytes. */
export function entryBytes({ fields, text }: Entry): Buffer {
  return Buffer.from(JSON.stringify({ gongbao: 'entry', fields, text }), 'utf8');
}

export function isEntry(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD.length)).toString('latin1') === HEAD;
}

/** Throws file_damaged when what follows the head is no entry. */
export function readEntry(bytes: Uint8Array): ReadText & { readonly entry: Entry } {
  const entry = decode(bytes);
  const lines = entry.text.split(/\r\n|\n|\r/).map((text, index) => ({ text, line: index + 1, page: null }));
  return {
    mediaType: ENTRY_MEDIA_TYPE,
    encoding: null,
    lines,
    characters: entry.text.length,
    pages: [],
    metadata: null,
    problems: [],
    entry,
  };
}

function decode(bytes: Uint8Array): Entry {
  try {
    const { fields, text } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Entry;
    if (typeof fields.title === 'string' && typeof text === 'string') return { fields, text };
  } catch (cause) {
    throw new AppError('file_damaged', { reason: 'JSON' }, { cause });
  }
  throw new AppError('file_damaged', { reason: 'title, text' });
}
