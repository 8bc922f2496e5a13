/** Files a document that was entered by hand, in the same way as a file: kept as an original, parsed, catalogued. */
import { createHash } from 'node:crypto';
import type { FilingResult } from '../catalogue/catalogue.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import { AppError } from '../errors.ts';
import type { ParsedFile } from '../model.ts';
import { type Entry, entryBytes } from '../read/entry.ts';
import { keepOriginal } from './originals.ts';

export interface EntryParts {
  readonly catalogue: CatalogueStore;
  readonly originals: string;
  readonly parse: (bytes: Uint8Array, fileName: string) => Promise<ParsedFile>;
}

export interface FiledEntry {
  readonly outcome: FilingResult['outcome'];
  readonly documentId: string;
}

const MOST_NAME_CHARACTERS = 60;

/** Throws parse_failed, disk_full or library_read_only. */
export async function fileEntry({ catalogue, originals, parse }: EntryParts, entry: Entry): Promise<FiledEntry> {
  const bytes = entryBytes(entry);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileName = `${entry.fields.title.slice(0, MOST_NAME_CHARACTERS)}.json`;
  let outcome: FilingResult['outcome'] = 'known';
  if (catalogue.sourceBySha256(sha256) === null) {
    const parsed = await parse(bytes, fileName);
    await keepOriginal(originals, sha256, bytes);
    const { mediaType, encoding } = parsed;
    const source = { sha256, fileName, path: '', size: bytes.length, mediaType, encoding };
    outcome = catalogue.file(source, parsed).outcome;
  }
  const source = catalogue.sourceBySha256(sha256);
  const document = source && catalogue.documentsOfSource(source.id)[0];
  if (!document) throw new AppError('parse_failed', { reason: entry.fields.title });
  return { outcome, documentId: document.id };
}
