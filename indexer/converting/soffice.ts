/**
 * One call of LibreOffice: several files → DOCX, in a profile of its own where macros are off, links are not followed and the
 * network leads nowhere, within a time limit after which it is ended with all that it has started.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../errors.ts';

export interface OfficeFile {
  readonly bytes: Uint8Array;
  readonly suffix: string;
}

export interface OfficeCall {
  /** In the order of the files: what became of each, or null where there is nothing that can be trusted. */
  readonly results: readonly (Uint8Array | AppError | null)[];
  /** It went through all files. It may do so and have no result for one. */
  readonly endedWell: boolean;
  /** Why there is nothing, where there is nothing. */
  readonly failure: AppError;
}

export interface Soffice {
  /** Throws parse_failed when the program cannot be started. */
  call(program: string, files: readonly OfficeFile[]): Promise<OfficeCall>;
  /** Ends what is going on; to be called when no call is made any more. */
  stop(): void;
  remove(): Promise<void>;
}

interface Ended {
  readonly words: string;
  readonly well: boolean;
  readonly late: boolean;
}

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_WORDS = 2000;

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('Office.Writer/Content/Update', 'Link', '0'),
  setting('Office.Common/Misc', 'FirstRun', 'false'),
  // A way out that leads nowhere.
  setting('Inet/Settings', 'ooInetProxyType', '2'),
  setting('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  setting('Inet/Settings', 'ooInetHTTPProxyPort', '9'),
  setting('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  setting('Inet/Settings', 'ooInetHTTPSProxyPort', '9'),
].join('\n')}
</oor:items>`;

export function openSoffice(mostMs: number): Soffice {
  let place: Promise<string> | null = null;
  let count = 0;
  let stopped = false;
  const running = new Set<ChildProcess>();

  async function run(program: string, given: readonly string[]): Promise<Ended> {
    if (stopped) throw new AppError('parse_failed', { reason: 'LibreOffice: stopped' });
    const own = process.platform !== 'win32';
    const child = spawn(program, given, { detached: own, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        words = (words + String(chunk)).slice(-MOST_WORDS);
      });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endWithChildren(child);
    }, mostMs);
    try {
      const code = await new Promise<number | null>((done, failed) => {
        child.once('error', failed);
        child.once('close', done);
      });
      return { words, well: code === 0 && !late, late };
    } catch (cause) {
      throw new AppError('parse_failed', { reason: `LibreOffice: ${(cause as Error).message}` }, { cause });
    } finally {
      clearTimeout(timer);
      running.delete(child);
    }
  }

  return {
    async call(program, files) {
      place ??= makePlace();
      const folder = await place;
      count += 1;
      const work = join(folder, String(count));
      const out = join(work, 'out');
      await mkdir(out, { recursive: true });
      try {
        const inputs = files.map(({ suffix }, at) => join(work, `${at}.${suffix}`));
        for (const [at, { bytes }] of files.entries()) await writeFile(inputs[at] as string, bytes);
        const ended = await run(program, [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'],
          ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', out, ...inputs],
        ]);
        const there = new Set(await readdir(out));
        const names = files.map((_file, at) => `${at}.docx`);
        // It works in order: where it was ended among several files, what it wrote last may be cut off.
        const cutOff =
          ended.well || (files.length === 1 && !ended.late) ? undefined : names.findLast((name) => there.has(name));
        const results = names.map((name) => (there.has(name) && name !== cutOff ? readResult(join(out, name)) : null));
        return { results: await Promise.all(results), endedWell: ended.well, failure: failureOf(ended, mostMs) };
      } finally {
        await rm(work, { recursive: true, force: true, maxRetries: 3 });
      }
    },
    stop() {
      stopped = true;
      for (const child of running) endWithChildren(child);
    },
    async remove() {
      if (place !== null) await rm(await place, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function failureOf({ late, words }: Ended, mostMs: number): AppError {
  return late
    ? new AppError('parse_failed', { reason: `LibreOffice > ${mostMs / 1000} s` })
    : new AppError('file_damaged', { reason: `LibreOffice: ${words.trim().split('\n').at(-1) ?? ''}` });
}

async function readResult(path: string): Promise<Uint8Array | AppError> {
  const { size } = await stat(path);
  return size > MOST_BYTES
    ? new AppError('file_too_large', { size: `${size >> 20} MB`, limit: `${MOST_BYTES >> 20} MB` })
    : readFile(path);
}

async function makePlace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-convert-'));
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), PROFILE);
  return folder;
}

/** soffice is a script that starts another program: both are one process group, on Windows one tree. */
function endWithChildren(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group is gone already
  }
}
