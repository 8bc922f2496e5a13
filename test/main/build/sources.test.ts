import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUpToDate } from '../../../main/build/sources.ts';

describe('isUpToDate', () => {
  let folder: string;
  const at = (name: string, seconds: number): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '');
    utimesSync(path, seconds, seconds);
    return path;
  };
  const age = (name: string, seconds: number): void => utimesSync(join(folder, name), seconds, seconds);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongbao-sources-'));
    at('source/deep/a.ts', 100);
    age('source/deep', 100);
    age('source', 100);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds for what is newer than every source', () => {
    expect(isUpToDate(at('out.js', 200), [join(folder, 'source')])).toBe(true);
  });

  it('does not hold when a file deep in a folder is newer', () => {
    const output = at('out.js', 200);
    age('source/deep/a.ts', 300);
    expect(isUpToDate(output, [join(folder, 'source')])).toBe(false);
  });

  it('does not hold when a file was taken away since', () => {
    const output = at('out.js', 200);
    rmSync(join(folder, 'source/deep/a.ts'));
    expect(isUpToDate(output, [join(folder, 'source')])).toBe(false);
  });

  it('does not hold for what is not there, and passes over sources that are not there', () => {
    expect(isUpToDate(join(folder, 'none.js'), [join(folder, 'source')])).toBe(false);
    expect(isUpToDate(at('out.js', 200), [join(folder, 'none')])).toBe(true);
  });
});
