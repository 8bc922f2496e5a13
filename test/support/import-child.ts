/**
 * Takes up an interrupted import, or begins the first: `import-child LIBRARY PATH`. Prints the name of every file that is
 * done. Where the import had ended and only the process was killed, there is nothing left to do.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import { openImporter } from '../../indexer/importing/importer.ts';
import { openWriter } from '../../indexer/importing/writer.ts';
import { parseBytes } from '../../indexer/pipeline.ts';

const [library = '', path = ''] = process.argv.slice(2);
const originals = join(library, 'originals');
mkdirSync(originals, { recursive: true });
const catalogue = openCatalogue(join(library, 'catalogue.sqlite'));
const importer = openImporter({
  catalogue,
  writer: openWriter(join(import.meta.dirname, 'writer-worker.mjs'), { catalogue, language: 'en' }),
  originals,
  parse: (bytes, fileName) => parseBytes(bytes, fileName),
  concurrency: 3,
  afterFiling: () => undefined,
  indexSettled: async () => undefined,
  language: 'en',
});
const run = importer.resume() ?? (importer.runs().length === 0 ? importer.start([path]) : null);
if (run !== null) {
  importer.follow(run.id, ({ event, data }) => {
    if (event === 'file') console.log(data.name);
  });
  await importer.finished(run.id);
}
await importer.close();
catalogue.close();
