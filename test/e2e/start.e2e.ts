/** `npm start` as it is typed: with a display a window opens, without one a browser is served; Ctrl-C ends all of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { descendantsOf, survivors } from '../support/processes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STOP_PATIENCE_MS = 12_000;

test.skip(process.platform !== 'linux', 'reads /proc');

let folder: string;
let started: ChildProcess;
let output: string;

function start(given: readonly string[], environment: NodeJS.ProcessEnv): number {
  output = '';
  started = spawn(process.execPath, ['--import', 'tsx', 'main/build/start.ts', ...given], {
    cwd: ROOT,
    env: { ...process.env, GONGBAO_LIBRARY: join(folder, 'library'), GONGBAO_LANGUAGE: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [started.stdout, started.stderr])
    stream?.on('data', (chunk) => {
      output += String(chunk);
    });
  return started.pid ?? 0;
}

/** Ctrl-C: the signal that a terminal sends. Resolves with the exit code and with whatever still runs. */
async function interrupt(pid: number): Promise<{ code: number; left: string[] }> {
  const all = descendantsOf(pid).map((each) => each.pid);
  const exited = once(started, 'exit');
  started.kill('SIGINT');
  const [code] = (await exited) as [number];
  return { code, left: (await survivors(all, STOP_PATIENCE_MS)).map(({ command }) => command) };
}

const hasEngine = (pid: number): boolean => descendantsOf(pid).some(({ command }) => /meilisearch/.test(command));

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-start-'));
});
test.afterEach(() => {
  started.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('without a display it serves a browser, says where, and ends at Ctrl-C', async () => {
  const pid = start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  await expect.poll(() => output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/signin\?code=/);
  expect(output).toContain('no display');
  await expect.poll(() => hasEngine(pid)).toBe(true);
  expect(await interrupt(pid)).toEqual({ code: 0, left: [] });
});

test('with a display it opens a window, and ends at Ctrl-C', async () => {
  const pid = start([`--user-data-dir=${join(folder, 'settings')}`], {});
  await expect.poll(() => hasEngine(pid)).toBe(true);
  expect(descendantsOf(pid).some(({ command }) => /--type=renderer/.test(command))).toBe(true);
  expect(output).not.toContain('Serving the client to a browser');
  expect(await interrupt(pid)).toEqual({ code: 0, left: [] });
});

test('a library in use is one line and a failure, not a second service', async () => {
  const pid = start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  await expect.poll(() => output).toContain('/signin?code=');
  const second = spawn(process.execPath, ['out/indexer/cli.mjs', 'serve'], {
    cwd: ROOT,
    env: { ...process.env, GONGBAO_LIBRARY: join(folder, 'library'), GONGBAO_LANGUAGE: 'en' },
  });
  let said = '';
  second.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toEqual([expect.stringContaining('[library_locked]')]);
  expect(await interrupt(pid)).toEqual({ code: 0, left: [] });
});
