/** A library goes into a file and comes out of it the same; what is cut off, changed or in the way is refused and leaves nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../indexer/backup/restore-backup.ts';
import { writeBackup } from '../../../indexer/backup/write-backup.ts';
import { openCatalogue } from '../../../indexer/catalogue/store.ts';
import { keepOriginal } from '../../../indexer/importing/originals.ts';
import { libraryPaths, openLibrary } from '../../../indexer/library.ts';
import { tarOf } from '../../support/archives.ts';
import { aParsedDocument, aParsedFile } from '../../support/builders.ts';
import { temporaryFolder } from '../../support/library.ts';
import { sha256Of } from '../../support/sums.ts';

const folder = temporaryFolder('backup');
const library = join(folder.path, 'library');
const whole = join(folder.path, 'whole.gongbao-backup');
const TEXTS = ['某市停车管理办法', '某市养犬管理办法', '某市档案管理办法'];
const at = (name: string): string => join(folder.path, name);
const backUp = (file: string) =>
  writeBackup({ library, file, version: '1.0.0', now: new Date('2026-01-02T03:04:05Z') });

beforeAll(async () => {
  const { originals, catalogueFile, release } = openLibrary(library);
  const catalogue = openCatalogue(catalogueFile);
  for (const title of TEXTS) {
    const bytes = Buffer.from(title);
    const sha256 = sha256Of(bytes);
    await keepOriginal(originals, sha256, bytes);
    const source = { sha256, fileName: 'a.txt', path: 'a.txt', size: 1, mediaType: 'text/plain', encoding: null };
    catalogue.file(source, aParsedFile([aParsedDocument({ title, body: `${title}\n第一条 为了管理。` })]));
  }
  writeFileSync(join(library, 'dictionary.txt'), '加装电梯 = 旧楼装梯\n');
  // Not closed, and locked: a library that is in use.
  await backUp(whole);
  catalogue.close();
  release();
});
afterAll(() => folder.remove());

describe('a backup', () => {
  it('of a library in use is restored with its documents, originals and words', async () => {
    const restored = at('restored');
    expect(await restoreBackup({ file: whole, library: restored })).toMatchObject({
      originals: 3,
      createdAt: '2026-01-02T03:04:05.000Z',
    });
    const catalogue = openCatalogue(libraryPaths(restored).catalogueFile);
    expect(catalogue.titles().map(({ title }) => title)).toEqual(TEXTS);
    catalogue.close();
    expect(readFileSync(join(restored, 'dictionary.txt'), 'utf8')).toContain('旧楼装梯');
    for (const title of TEXTS) {
      const sha256 = sha256Of(Buffer.from(title));
      expect(readFileSync(join(restored, 'originals', sha256.slice(0, 2), sha256), 'utf8')).toBe(title);
    }
  });

  it('fills a folder that is there and empty', async () => {
    mkdirSync(at('empty'));
    await restoreBackup({ file: whole, library: at('empty') });
    expect(readdirSync(at('empty')).sort()).toEqual(['catalogue.sqlite', 'dictionary.txt', 'originals']);
  });

  it('is never written over another file', async () => {
    await expect(backUp(whole)).rejects.toMatchObject({ code: 'backup_exists' });
  });

  it('of no library says so', async () => {
    const none = { library: at('nowhere'), file: at('none'), version: '1', now: new Date() };
    await expect(writeBackup(none)).rejects.toMatchObject({ code: 'path_missing' });
    expect(existsSync(at('none'))).toBe(false);
  });

  it('into a folder that is not there leaves nothing', async () => {
    await expect(backUp(join(folder.path, 'no', 'such', 'folder'))).rejects.toThrow();
    expect(readdirSync(library)).not.toContain('no');
  });
});

describe('what is no whole backup', () => {
  const bytes = (): Buffer => readFileSync(whole);
  /** With one run of bytes put in the place of another as long: in the catalogue, which comes first, or in the original. */
  const changed = (where: 'indexOf' | 'lastIndexOf'): Buffer => {
    const tar = gunzipSync(bytes());
    tar.write('某市养猫', tar[where]('某市养犬'));
    return gzipSync(tar);
  };
  const HEAD = { format: 1, version: '1', createdAt: '2026-01-01T00:00:00Z', originals: 0, catalogue: '' };
  const made = async (members: Readonly<Record<string, string>>, head: object = HEAD): Promise<Buffer> =>
    gzipSync(await tarOf({ 'gongbao-backup.json': JSON.stringify(head), ...members }));

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('某市停车管理办法')],
    ['another archive', () => gzipSync(Buffer.alloc(1024))],
    ['cut off in the middle', () => bytes().subarray(0, bytes().length >> 1)],
    ['cut off at its last byte', () => bytes().subarray(0, -1)],
    ['a character of an original changed', () => changed('lastIndexOf')],
    ['a character of the catalogue changed', () => changed('indexOf')],
    ['an entry that leaves the folder', () => made({ 'originals/../../../evil': '' })],
    ['an entry with a path of its own', () => made({ '/tmp/evil': '' })],
    ['an entry that is nobody’s', () => made({ 'start.exe': '' })],
    ['nothing but a head', () => made({})],
    ['what a later version writes', () => made({}, { ...HEAD, format: 2 })],
    ['what has no head', async () => gzipSync(await tarOf({ 'catalogue.sqlite': '' }))],
  ] as const)('%s is refused, and nothing is left', async (name, make) => {
    const file = at(`${name}.damaged`);
    writeFileSync(file, await make());
    const before = readdirSync(folder.path);
    await expect(restoreBackup({ file, library: at(`of ${name}`) })).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(readdirSync(folder.path)).toEqual(before);
  });

  it('a catalogue whose pages are torn is refused', async () => {
    const torn = at('torn');
    await restoreBackup({ file: whole, library: torn });
    truncateSync(libraryPaths(torn).catalogueFile, 8192);
    await expect(
      writeBackup({ library: torn, file: at('torn.backup'), version: '1', now: new Date() }),
    ).rejects.toMatchObject({ code: 'library_damaged' });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('torn.'))).toEqual([]);
  });
});

describe('a library that is there', () => {
  it('is never written over, open or not', async () => {
    const open = openLibrary(library);
    await expect(restoreBackup({ file: whole, library })).rejects.toMatchObject({ code: 'library_exists' });
    open.release();
    await expect(restoreBackup({ file: whole, library })).rejects.toMatchObject({ code: 'library_exists' });
  });
});

describe('loss of power', () => {
  const CLI = join(import.meta.dirname, '../../support/kill-backup.ts');
  const killed = async (...given: readonly string[]): Promise<void> => {
    const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...given], { stdio: 'inherit' });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
  };

  it('in the middle of a backup leaves no file of its name', async () => {
    await killed('backup', library, at('killed'));
    expect(existsSync(at('killed'))).toBe(false);
    await backUp(at('killed'));
    expect(existsSync(at('killed'))).toBe(true);
  });

  it('in the middle of a restore leaves no library, and the next one clears away what is left', async () => {
    await killed('restore', at('cut'), whole);
    expect(existsSync(at('cut'))).toBe(false);
    expect(readdirSync(folder.path).some((name) => name.startsWith('cut.restoring-'))).toBe(true);
    await restoreBackup({ file: whole, library: at('cut') });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('cut.'))).toEqual([]);
  });
});
