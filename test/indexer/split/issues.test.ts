/** Issues set at random from documents of many places: each begins and ends where it was set, with a number or without. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePlain } from '../../support/parse-plain.ts';
import { setAgain } from '../../support/set-again.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const parse = (text: string) => parsePlain(Buffer.from(text), 'a.txt').documents;

/** Those that name their issuer in the title, as a gazette without mastheads prints them. */
const documents = ['gazettes', 'layouts']
  .flatMap((folder) => readdirSync(join(FIXTURES, folder)).map((name) => join(FIXTURES, folder, name)))
  .filter((path) => path.endsWith('.txt'))
  .flatMap((path) => parse(readFileSync(path, 'utf8')))
  .filter(({ title, issuers, writtenOn, number, body }) => {
    const named = issuers.length > 0 && title.startsWith(issuers.join(''));
    // What a congress decides or a court interprets is dated by the note under its title, which is not set again.
    const signed = writtenOn !== null && !/[决议]议$|代表大会|^最高人民/.test(title);
    // A rule goes by its own title, but an announcement or a notice issues it: it is not set under that title.
    const bare = (text: string): string => text.replace(/[《》〈〉]/g, '');
    const announced = body.startsWith('《') && bare(body).startsWith(bare(title));
    // Nor has a rule that prints no notice over it a head by which it could be told from what the notice before it issues.
    const rule = /(?:规则|办法|规定|细则|方案|预案)(?:（[^（）]*）)?$/.test(title);
    return named && signed && !announced && !rule && body.length > 60 && (number?.includes('〔') ?? true);
  });

it('finds every document of an issue', () => {
  const chosen = fc.uniqueArray(fc.record({ at: fc.nat({ max: documents.length - 1 }), numbered: fc.boolean() }), {
    minLength: 2,
    maxLength: 4,
    selector: ({ at }) => at,
  });
  fc.assert(
    fc.property(chosen, fc.constantFrom(17, 20, 24, 32, 40), (choice, width) => {
      const set = choice.flatMap(({ at, numbered }) => {
        const document = documents[at];
        return document === undefined ? [] : [{ title: document.title, text: setAgain(document, width, numbered) }];
      });
      const found = parse(set.map(({ text }) => text).join('\n'));
      expect(found.map(({ title }) => title)).toEqual(set.map(({ title }) => title));
    }),
    { numRuns: 40, seed: 20210906 },
  );
});
