/**
 * Old office files → DOCX through LibreOffice: one at a time, in a profile of its own where macros are off, links are not
 * followed and the network leads nowhere, within a time limit after which it is ended with all that it has started.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../errors.ts';

export interface LibreOffice {
  /** Throws file_damaged, file_too_large, or parse_failed when it takes too long. */
  convert(program: string, bytes: Uint8Array, suffix: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const MOST_MS = 120_000;
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

export function openLibreOffice(mostMs = MOST_MS): LibreOffice {
  let place: Promise<string> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  const running = new Set<ChildProcess>();

  async function convertOne(program: string, bytes: Uint8Array, suffix: string): Promise<Uint8Array> {
    place ??= makePlace();
    const folder = await place;
    count += 1;
    const work = join(folder, String(count));
    await mkdir(work);
    try {
      const input = join(work, `in.${suffix}`);
      await writeFile(input, bytes);
      const words = await run(program, [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'],
        ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', work, input],
      ]);
      return await readResult(join(work, 'in.docx'), words);
    } finally {
      await rm(work, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** What it said; it may end with success and without a file. */
  async function run(program: string, given: readonly string[]): Promise<string> {
    const own = process.platform !== 'win32';
    const child = spawn(program, given, { detached: own, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        if (words.length < MOST_WORDS) words += String(chunk);
      });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endWithChildren(child);
    }, mostMs);
    try {
      await new Promise<void>((done, failed) => {
        child.once('error', failed);
        child.once('close', () => done());
      });
    } catch (cause) {
      throw new AppError('parse_failed', { reason: `LibreOffice: ${(cause as Error).message}` }, { cause });
    } finally {
      clearTimeout(timer);
      running.delete(child);
    }
    if (late) throw new AppError('parse_failed', { reason: `LibreOffice > ${mostMs / 1000} s` });
    return words;
  }

  return {
    convert(program, bytes, suffix) {
      const turn = last.then(() => convertOne(program, bytes, suffix));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      for (const child of running) endWithChildren(child);
      await last;
      if (place !== null) await rm(await place, { recursive: true, force: true, maxRetries: 3 });
    },
  };
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

async function readResult(path: string, words: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new AppError('file_damaged', { reason: `LibreOffice: ${words.trim().split('\n').at(-1) ?? ''}` });
  if (found.size > MOST_BYTES)
    throw new AppError('file_too_large', { size: `${found.size >> 20} MB`, limit: `${MOST_BYTES >> 20} MB` });
  return readFile(path);
}
