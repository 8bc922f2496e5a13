/**
 * Several files in one call of LibreOffice, where it stumbles over one of them. A small program stands in for it that takes the
 * same arguments and stumbles when it is told to; what LibreOffice itself does is in conversion.test.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type LibreOffice, openLibreOffice } from '../../../indexer/converting/libreoffice.ts';
import { temporaryFolder } from '../../support/library.ts';

const folder = temporaryFolder('soffice');
const program = join(folder.path, 'soffice.mjs');
const calls = join(folder.path, 'calls');
/** Copies each file to its result; `skip`, `crash` and `hang` in a file are what it does at it. */
const STAND_IN = `#!${process.execPath}
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
const at = process.argv.indexOf('--outdir');
const [out, ...files] = process.argv.slice(at + 1);
appendFileSync(${JSON.stringify(calls)}, files.map((file) => readFileSync(file, 'utf8')).join(' ') + '\\n');
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  if (text === 'skip') { console.error('Error: source file could not be loaded'); continue; }
  if (text === 'crash') process.exit(81);
  if (text === 'hang') { setInterval(() => undefined, 1000); break; }
  writeFileSync(join(out, basename(file).replace(/[.][a-z]+$/, '.docx')), 'converted ' + text);
}
`;
writeFileSync(program, STAND_IN, { mode: 0o755 });

let office: LibreOffice;
afterEach(() => office.close());
afterAll(() => folder.remove());

function open(mostMs?: number): void {
  writeFileSync(calls, '');
  office = openLibreOffice(mostMs);
}
const callsMade = (): string[] => readFileSync(calls, 'utf8').trimEnd().split('\n');
/** The text of each result, or the code and reason of its failure. */
async function convertAll(files: readonly string[]): Promise<string[]> {
  const settled = await Promise.allSettled(files.map((text) => office.convert(program, Buffer.from(text), 'doc')));
  return settled.map((one) =>
    one.status === 'fulfilled' ? Buffer.from(one.value).toString() : `${one.reason.code} ${one.reason.details.reason}`,
  );
}

describe.skipIf(process.platform === 'win32')('several files at once', () => {
  it('go together in one call', async () => {
    open();
    expect(await convertAll(['a', 'b', 'c'])).toEqual(['converted a', 'converted b', 'converted c']);
    expect(callsMade()).toEqual(['a b c']);
    expect(await convertAll(['d'])).toEqual(['converted d']);
    expect(callsMade()).toHaveLength(2);
  });

  it('are not more than a call takes', async () => {
    open();
    const many = Array.from({ length: 50 }, (_value, i) => String(i));
    expect(await convertAll(many)).toEqual(many.map((text) => `converted ${text}`));
    expect(callsMade().map((call) => call.split(' ').length)).toEqual([24, 24, 2]);
  });

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'one that cannot be read fails alone',
      ['a', 'skip', 'b'],
      ['converted a', 'file_damaged LibreOffice: Error: source file could not be loaded', 'converted b'],
      ['a skip b', 'skip'],
    ],
    [
      'one that ends the program fails alone; what was written last is not trusted',
      ['a', 'b', 'crash', 'c', 'd'],
      ['converted a', 'converted b', 'file_damaged LibreOffice: ', 'converted c', 'converted d'],
      ['a b crash c d', 'b', 'crash c d', 'crash', 'c d'],
    ],
    ['of one file alone', ['crash'], ['file_damaged LibreOffice: '], ['crash']],
  ])('%s', async (_what, files, results, made) => {
    open();
    expect(await convertAll(files)).toEqual(results);
    expect(callsMade()).toEqual(made);
  });

  it('one that takes too long fails alone', async () => {
    open(1500);
    expect(await convertAll(['a', 'hang', 'b'])).toEqual([
      'converted a',
      'parse_failed LibreOffice > 1.5 s',
      'converted b',
    ]);
  }, 30_000);

  it('that wait when the program closes are told so, and nothing goes on', async () => {
    open();
    const result = convertAll(['hang', 'a']);
    await expect.poll(() => readFileSync(calls, 'utf8')).toBe('hang a\n');
    const later = convertAll(['b']);
    await office.close();
    expect((await result).every((text) => text.startsWith('parse_failed'))).toBe(true);
    expect((await later)[0]).toMatch(/^parse_failed/);
    expect(callsMade()).toEqual(['hang a']);
  });
});
