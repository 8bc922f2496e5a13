import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Uploads } from '../../../indexer/importing/uploads.ts';

let library: string;
let uploads: Uploads;

beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'gongbao-uploads-'));
  uploads = new Uploads(join(library, 'uploads'));
});
afterEach(() => rmSync(library, { recursive: true, force: true }));

async function sent(...names: string[]): Promise<string> {
  const folder = await uploads.open();
  mkdirSync(join(folder, '2020'));
  for (const name of names) writeFileSync(join(folder, '2020', name), name);
  return folder;
}

describe('uploads', () => {
  it('go when their run has ended, but for what failed and may be tried again', async () => {
    const folder = await sent('a.txt', 'b.pdf', 'c.zip');
    await uploads.release([folder], [join(folder, '2020', 'b.pdf'), `${join(folder, '2020', 'c.zip')}!/d.pdf`]);
    expect(readdirSync(join(folder, '2020'))).toEqual(['b.pdf', 'c.zip']);
    await uploads.release([folder], []);
    expect(existsSync(folder)).toBe(false);
  });

  it('never touch files that were imported from where they are', async () => {
    const own = join(library, 'a.txt');
    writeFileSync(own, 'a');
    await uploads.release([own, library], []);
    expect(existsSync(own)).toBe(true);
  });

  it('are swept when nobody came back to them, unless a run still needs them', async () => {
    const [old, needed] = [await sent('a.pdf'), await sent('b.pdf')];
    const month = 31 * 24 * 3600 * 1000;
    await uploads.sweep([needed], Date.now());
    expect(existsSync(old)).toBe(true);
    await uploads.sweep([needed], Date.now() + month);
    expect([existsSync(old), existsSync(needed)]).toEqual([false, true]);
    await new Uploads(join(library, 'nowhere')).sweep([]);
  });
});
