/**
 * `npm start`: builds what is missing, then opens the desktop client; where there is no display or no Electron runtime,
 * serves the same client to a browser. Ends when that ends, and ends it on Ctrl-C.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { build, PARTS } from './build.ts';
import { findElectronRuntime } from './electron-runtime.ts';
import { electronFlags, explainElectronEnd } from './electron-start.ts';
import { say } from './say.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** What the loader answers when a library of the system is missing. */
const CANNOT_LOAD = 127;
/** Longer than the client and the service take to end each other. */
const STOP_PATIENCE_MS = 10_000;

const passedOn = process.argv.slice(2).filter((argument) => argument !== '--browser');

process.exitCode = await start();

async function start(): Promise<number> {
  try {
    await build(PARTS, false);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  const outcome = process.argv.includes('--browser') ? (['按要求', 'as asked'] as const) : await tryDesktop();
  if (typeof outcome === 'number') return outcome;
  const [zh, en] = outcome;
  say(`改为在浏览器中使用（${zh}）。`, `Serving the client to a browser (${en}).`);
  return serveBrowser();
}

/** The exit code of the desktop client, or why it cannot be opened here. */
async function tryDesktop(): Promise<number | readonly [zh: string, en: string]> {
  if (!hasDisplay()) return ['没有显示器', 'no display'];
  const runtime = await findElectronRuntime({ download: true, say });
  if (runtime === null) return ['没有 Electron', 'no Electron runtime'];
  const { flags, remark } = electronFlags(process.platform, process.getuid?.() ?? null);
  if (remark !== null) say(...remark);
  // A group of its own: Ctrl-C reaches only us, and the client ends the service and the search engine in order.
  const wayland = process.platform === 'linux' && !process.env.DISPLAY ? ['--ozone-platform=wayland'] : [];
  const client = spawn(runtime.executable, ['.', ...flags, ...wayland, '--samples', ...passedOn], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let lastWords = '';
  client.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    lastWords = (lastWords + chunk.toString()).slice(-4000);
  });
  const { code, signal } = await untilEnd(client);
  if (code === CANNOT_LOAD)
    return ['系统缺少 Electron 需要的库，见上', 'Electron misses libraries of the system, named above'];
  const explanation = explainElectronEnd(signal, lastWords);
  if (explanation !== null) say(...explanation);
  return code ?? 1;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function serveBrowser(): Promise<number> {
  const open = hasDisplay() ? ['--open'] : [];
  const service = spawn(process.execPath, ['out/indexer/cli.mjs', 'serve', '--samples', ...open, ...passedOn], {
    cwd: ROOT,
    stdio: 'inherit',
    detached: true,
  });
  const { code } = await untilEnd(service);
  return code ?? 1;
}

/**
 * Waits for the end of a child. The signals that would end us end it instead; after a while, or at a second Ctrl-C, without
 * asking. What it may have left of its group goes with it.
 */
async function untilEnd(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  let patience: NodeJS.Timeout | null = null;
  const endIt = (): void => {
    if (patience !== null) {
      endGroup(child);
      return;
    }
    child.kill('SIGTERM');
    patience = setTimeout(() => endGroup(child), STOP_PATIENCE_MS);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, endIt);
  const failed = once(child, 'error').then(([error]) => {
    throw error;
  });
  const [code, signal] = (await Promise.race([once(child, 'exit'), failed])) as [number | null, string | null];
  endGroup(child);
  if (patience === null) return { code, signal };
  clearTimeout(patience);
  return { code: 0, signal: null };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
