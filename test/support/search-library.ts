/** A library of a few written-down documents in the real catalogue, with the real search on it. */
import { createHash } from 'node:crypto';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import type { Citation } from '../../indexer/model.ts';
import { createSearch } from '../../indexer/search/search.ts';
import { aParsedDocument, aParsedFile } from './builders.ts';

export interface PlainDocument {
  readonly title?: string;
  readonly number?: string | null;
  readonly issuers?: readonly string[];
  readonly writtenOn?: string | null;
  readonly expiresOn?: string | null;
  readonly type?: string | null;
  readonly addressee?: string | null;
  readonly registration?: string | null;
  readonly attached?: readonly string[];
  readonly citations?: readonly Citation[];
  readonly issue?: { readonly publication: string; readonly year: number; readonly number: number };
  /** Paragraphs; each is a clause of its own. */
  readonly body: readonly string[];
}

/** Documents without a title are 文件1, 文件2 …; each comes from a source of its own. */
export function aLibrary(documents: readonly PlainDocument[]) {
  const catalogue = openCatalogue(':memory:');
  documents.forEach((document, i) => {
    const sha256 = createHash('sha256').update(`${i}`).digest('hex');
    const source = { sha256, fileName: `${i}.txt`, path: `${i}.txt`, size: 1, mediaType: 'text/plain', encoding: null };
    const fields = { title: `文件${i + 1}`, issuers: [], writtenOn: null, type: null, topics: [], ...document };
    const { issue: named, ...own } = fields;
    const issue = named === undefined ? null : { totalNumber: null, publishedOn: null, ...named };
    catalogue.file(source, aParsedFile([aParsedDocument({ ...own, body: document.body.join('\n') })], { issue }));
  });
  return { catalogue, search: createSearch({ catalogue, engine: () => null, today: () => '2026-01-01' }) };
}
