/**
 * Wraps the paragraphs that were read from the fixtures again, at many widths, with and without indents, with page breaks and
 * running heads in the middle, reads them once more and prints the share of paragraphs that come out otherwise.
 * `node --import tsx test/bench/rewrap.ts [first width] [last width]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanLines } from '../../indexer/clean/clean.ts';
import type { ParsedDocument } from '../../indexer/model.ts';
import { reflow } from '../../indexer/split/reflow.ts';
import { parsePlain } from '../support/parse-plain.ts';
import { typeset } from '../support/typeset.ts';

const LINES_A_PAGE = 28;
const FIXTURES = join(import.meta.dirname, '../fixtures');
const [first = 20, last = 45] = process.argv.slice(2).map(Number);

const documents = ['gazettes', 'layouts'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => parsePlain(readFileSync(join(FIXTURES, folder, name)), name).documents),
);

/** Tables are set otherwise: only documents of prose are wrapped. */
const isProse = ({ provisions }: ParsedDocument): boolean => provisions.every(({ kind }) => kind !== 'table');

const shown = new Set<string>();
for (const indent of ['　　', '']) {
  let paragraphs = 0;
  let differing = 0;
  for (let width = first; width <= last; width += 1) {
    for (const document of documents.filter(isProse)) {
      const texts = document.provisions.map(({ text }) => text);
      const printed = typeset(texts, new Set(texts), { width, page: LINES_A_PAGE, indent }).split('\n');
      const { lines } = cleanLines(printed.map((text, index) => ({ text, line: index + 1, page: null })));
      const bare = (text: string): string => text.replace(/\s/g, '');
      const read = new Set(reflow(lines).map(({ text }) => bare(text)));
      for (const { text } of document.provisions) {
        paragraphs += 1;
        if (read.has(bare(text))) continue;
        differing += 1;
        if (shown.size < 40) shown.add(text);
      }
    }
  }
  const share = ((differing / paragraphs) * 100).toFixed(3);
  console.log(
    `${indent === '' ? 'without' : 'with'} indents: ${differing} of ${paragraphs} paragraphs differ (${share} %)`,
  );
}
for (const text of shown) console.log(text.slice(0, 80));
