import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findService, openLibrary, startTime } from '../../indexer/library.ts';

const ADDRESS = { url: 'http://127.0.0.1:4711', token: 'secret' };
const HOLDER = resolve(import.meta.dirname, '../support/hold-library.ts');

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-library-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const lock = (): string => join(folder, 'library.lock');

/** Another process that opens the library; `line` is `open` or the code of the error. */
async function openElsewhere(): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', HOLDER, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { child, line };
}

describe('a library', () => {
  it('makes its folders and keeps its lock to this user', () => {
    const library = openLibrary(join(folder, 'new', 'library'));
    expect(readdirSync(library.folder).sort()).toEqual(['index', 'library.lock', 'logs', 'originals']);
    expect(statSync(join(library.folder, 'library.lock')).mode & 0o077).toBe(0);
    library.release();
    expect(existsSync(join(library.folder, 'library.lock'))).toBe(false);
  });

  it('is refused to a second that opens it, with process and port of the first', () => {
    const library = openLibrary(folder);
    library.announce(ADDRESS);
    expect(() => openLibrary(folder)).toThrow(
      expect.objectContaining({ code: 'library_locked', details: { pid: process.pid, port: '4711' } }),
    );
    expect(findService(folder)).toEqual(ADDRESS);
    library.release();
    expect(findService(folder)).toBeNull();
    openLibrary(folder).release();
  });

  it('is refused while another process has it and taken over once that is killed', async () => {
    const { child, line } = await openElsewhere();
    expect(line).toBe('open');
    expect(() => openLibrary(folder)).toThrow(
      expect.objectContaining({ code: 'library_locked', details: { pid: child.pid, port: '–' } }),
    );
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(existsSync(lock())).toBe(true);
    openLibrary(folder).release();
  });

  it('goes to one of several that take over a stale lock at once', async () => {
    writeFileSync(lock(), JSON.stringify({ pid: 4_194_305, started: null, address: null, nonce: 'old' }));
    const opened = await Promise.all(Array.from({ length: 4 }, openElsewhere));
    expect(opened.map(({ line }) => line).sort()).toEqual([
      'library_locked',
      'library_locked',
      'library_locked',
      'open',
    ]);
  });

  it.each<[why: string, content: string]>([
    ['a process that is gone', JSON.stringify({ pid: 4_194_305, started: '1', address: null, nonce: 'x' })],
    ['a process that began at another time', JSON.stringify({ pid: process.ppid, started: 'boot 1', nonce: 'x' })],
    ['half a lock', '{"pid": 12'],
    ['nothing', ''],
  ])('is taken over from %s', (_why, content) => {
    writeFileSync(lock(), content);
    expect(findService(folder)).toBeNull();
    const library = openLibrary(folder);
    expect((JSON.parse(readFileSync(lock(), 'utf8')) as { pid: number }).pid).toBe(process.pid);
    library.release();
    expect(readdirSync(folder).filter((name) => name.startsWith('library.lock'))).toEqual([]);
  });

  it('leaves the lock alone that another has taken meanwhile', () => {
    const library = openLibrary(folder);
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, started: null, address: null, nonce: 'other' }));
    library.release();
    expect(existsSync(lock())).toBe(true);
  });

  it('says so when its place is no folder', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'library')])
      expect(() => openLibrary(path)).toThrow(
        expect.objectContaining({ code: 'library_read_only', details: { path } }),
      );
  });

  it.skipIf(process.platform !== 'linux')('tells when a process began', () => {
    expect(startTime(process.pid)).toMatch(/^[0-9a-f-]{36} \d+$/);
    expect(startTime(4_194_305)).toBeNull();
  });
});
