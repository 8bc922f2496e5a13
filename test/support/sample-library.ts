/** The sample gazettes, read by the real pipeline into the real catalogue, with the real search on it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import { createSearch } from '../../indexer/search/search.ts';
import { parsePlain } from './parse-plain.ts';

const FOLDER = 'test/fixtures/gazettes';

export function sampleLibrary() {
  const catalogue = openCatalogue(':memory:');
  for (const fileName of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
    const bytes = readFileSync(join(FOLDER, fileName));
    const parsed = parsePlain(bytes, fileName);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { mediaType, encoding } = parsed;
    catalogue.file({ sha256, fileName, path: fileName, size: bytes.length, mediaType, encoding }, parsed);
  }
  return { catalogue, search: createSearch({ catalogue, engine: () => null, today: () => '2026-01-01' }) };
}
