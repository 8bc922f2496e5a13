/** A source that is filed anew from the same reading changes nothing, whatever the parser knows beyond what is kept. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refileSource } from '../../../indexer/catalogue/refiling.ts';
import { openCatalogue } from '../../../indexer/catalogue/store.ts';
import { parsePlain } from '../../support/parse-plain.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/gazettes');

it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s, read again', (fileName) => {
  const catalogue = openCatalogue(':memory:');
  const bytes = readFileSync(join(FOLDER, fileName));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const parsed = parsePlain(bytes, fileName);
  const source = { sha256, fileName, path: fileName, size: bytes.length, mediaType: 'text/plain', encoding: 'utf-8' };
  catalogue.file(source, parsed);
  const id = catalogue.sourceBySha256(sha256)?.id ?? '';
  expect(refileSource(catalogue.database, id, parsePlain(bytes, fileName)).changes).toEqual({
    added: [],
    gone: [],
    changed: [],
  });
  catalogue.close();
});
