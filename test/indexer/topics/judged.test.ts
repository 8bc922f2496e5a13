/** First subjects of laws drawn from a collection, every fifth of those kept for citations, judged by reading them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parsePlain } from '../../support/parse-plain.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
/** Title → the beginnings of the subjects that a librarian would accept as the first. */
const JUDGED = JSON.parse(readFileSync(join(FIXTURES, 'topics/judged.json'), 'utf8')) as Record<string, string>;
const LAWS = JSON.parse(
  brotliDecompressSync(readFileSync(join(FIXTURES, 'citations/laws.json.br'))).toString(),
) as Record<string, string>;
const LEAST = 0.9;

it('suggests first what a librarian would, nine times in ten', () => {
  const found = new Map(
    Object.entries(LAWS).flatMap(([name, text]) => {
      const [document] = parsePlain(Buffer.from(text), name).documents;
      return document === undefined ? [] : [[document.title, document.topics[0]?.subject ?? ''] as const];
    }),
  );
  const wrong = Object.entries(JUDGED).filter(
    ([title, accepted]) => !new RegExp(`^(?:${accepted})`).test(found.get(title) ?? ''),
  );
  const right = 1 - wrong.length / Object.keys(JUDGED).length;
  console.log(
    `${Object.keys(JUDGED).length} judged: ${right.toFixed(3)} right; wrong: ${wrong.map(([title]) => title).join('、')}`,
  );
  expect(right).toBeGreaterThanOrEqual(LEAST);
}, 60_000);
