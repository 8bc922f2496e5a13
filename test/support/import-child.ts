/** Takes up an interrupted import, or begins one: `import-child LIBRARY PATH`. Prints the name of every file that is done. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import { openImporter } from '../../indexer/importing/importer.ts';
import { parseBytes } from '../../indexer/pipeline.ts';

const [library = '', path = ''] = process.argv.slice(2);
const originals = join(library, 'originals');
mkdirSync(originals, { recursive: true });
const catalogue = openCatalogue(join(library, 'catalogue.sqlite'));
const importer = openImporter({
  catalogue,
  originals,
  parse: async (bytes, fileName) => parseBytes(bytes, fileName),
  concurrency: 3,
  afterFiling: () => undefined,
  indexSettled: async () => undefined,
  language: 'en',
});
const run = importer.resume() ?? importer.start([path]);
importer.follow(run.id, ({ event, data }) => {
  if (event === 'file') console.log(data.name);
});
await importer.finished(run.id);
await importer.close();
catalogue.close();
