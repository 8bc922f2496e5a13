/** The documents of a fixture as plain paragraphs, for writing them in other formats and reading them back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedDocument, ParsedFile } from '../../indexer/model.ts';
import { parsePlain } from './parse-plain.ts';

const GAZETTES = join(import.meta.dirname, '..', 'fixtures', 'gazettes');

export interface PlainDocument {
  readonly name: string;
  /** Title, number, addressee, body, issuer and date, as one printed document has them. */
  readonly paragraphs: readonly string[];
}

/** Each document of the issue with a number and an issuer, on its own. */
export function documentsOf(fixture: string): PlainDocument[] {
  const file = parsePlain(readFileSync(join(GAZETTES, fixture)), fixture);
  return file.documents
    .filter(({ number, issuers, writtenOn }) => number !== null && issuers.length > 0 && writtenOn !== null)
    .map((document) => ({ name: document.title, paragraphs: paragraphsOf(document) }));
}

function paragraphsOf({ title, number, addressee, provisions, issuers, writtenOn }: ParsedDocument): string[] {
  const [year, month, day] = (writtenOn ?? '').split('-').map(Number);
  const body = provisions.map(({ text }) => text);
  const head = [title, number ?? '', ...(addressee === null ? [] : [`${addressee}：`])];
  return [...head, ...body, issuers.join('　'), `${year}年${month}月${day}日`];
}

/** What must be the same whatever the format: everything but where in the source it stood. */
export function essence({ documents }: ParsedFile) {
  return documents.map(
    ({ title, number, issuers, type, addressee, writtenOn, effectiveOn, expiresOn, body, provisions, citations }) => ({
      title,
      number,
      issuers,
      type,
      addressee,
      writtenOn,
      effectiveOn,
      expiresOn,
      body,
      provisions: provisions.map(({ kind, label, path, text, depth }) => ({ kind, label, path, text, depth })),
      citations: citations.map(({ number: cited, title: name, relation }) => ({ cited, name, relation })),
    }),
  );
}
