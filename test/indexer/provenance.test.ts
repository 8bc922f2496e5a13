/** Every character of a body knows where it was printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { placeOf } from '../../indexer/text/alignment.ts';
import { foldText } from '../../indexer/text/fold.ts';
import { replaceRadicals } from '../../indexer/text/radicals.ts';
import { parsePlain } from '../support/parse-plain.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const files = ['gazettes', 'layouts'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(FIXTURES, folder, name)),
);
/** What cleaning may put in the place of another character, or from nothing: signs and blanks. Letters are repaired by hand-told rules only. */
const SIGN = /[\s\p{P}\p{S}]/u;

it.each(files.map((file) => [basename(file), file]))('%s', (_, file) => {
  const bytes = readFileSync(file);
  const source = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  let told = 0;
  let same = 0;
  for (const { provisions, lines } of parsePlain(bytes, 'a.txt').documents) {
    for (const { text, pieces } of provisions) {
      expect(pieces).toBeDefined();
      for (let at = 0; at < text.length; at += 1) {
        const c = text[at] ?? '';
        if (SIGN.test(c)) continue;
        told += 1;
        const [line, column] = placeOf(pieces ?? [], at) ?? [0, 0];
        expect(line >= lines[0] && line <= lines[1], `${text.slice(0, 20)}: line ${line}`).toBe(true);
        if (foldText(replaceRadicals(source[line - 1]?.[column] ?? '')) === foldText(c)) same += 1;
      }
    }
  }
  // The rest are letters that cleaning put right.
  expect(same / Math.max(1, told)).toBeGreaterThan(0.9999);
});
