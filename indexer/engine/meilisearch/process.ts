/**
 * The Meilisearch process: random port, random master key for each start (handed over by environment), loopback only,
 * no telemetry, memory and threads capped; restarted with back-off when it dies; never left behind.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTime } from '../../library.ts';
import { giveWay } from '../../priority.ts';

const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 5_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** So long alive, and a death counts as the first again. */
const STEADY_MS = 60_000;

export interface EngineAddress {
  readonly url: string;
  readonly key: string;
}

export interface EngineProcessOptions {
  readonly executable: string;
  /** The library's index folder. */
  readonly folder: string;
  readonly logs: string;
  /** It answers at this address now. */
  readonly onReady: (address: EngineAddress) => void;
  /** It has died or did not start; it is tried again by itself. */
  readonly onDown: (reason: string) => void;
}

export async function readVersion(executable: string): Promise<string> {
  const { stdout } = await promisify(execFile)(executable, ['--version'], { timeout: 10_000 });
  return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? stdout.trim();
}

export class EngineProcess {
  readonly #options: EngineProcessOptions;
  #child: ChildProcess | null = null;
  #stopping = false;
  #delay = FIRST_DELAY_MS;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: EngineProcessOptions) {
    this.#options = options;
    process.once('exit', () => this.#child?.kill('SIGKILL'));
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  async start(): Promise<void> {
    if (this.#stopping) return;
    endOrphan(this.#options.folder);
    const startedAt = Date.now();
    try {
      const child = await this.#launch();
      child.once('exit', (code, signal) => {
        this.#child = null;
        if (Date.now() - startedAt > STEADY_MS) this.#delay = FIRST_DELAY_MS;
        this.#again(`exit ${code ?? signal}`);
      });
    } catch (error) {
      this.#again(error instanceof Error ? error.message : String(error));
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(kill);
    rmSync(pidFile(this.#options.folder), { force: true });
  }

  #again(reason: string): void {
    if (this.#stopping) return;
    this.#options.onDown(reason);
    this.#timer = setTimeout(() => void this.start(), this.#delay);
    this.#timer.unref();
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
  }

  async #launch(): Promise<ChildProcess> {
    const { executable, folder, logs } = this.#options;
    const port = await freePort();
    if (this.#stopping) throw new Error('stopped');
    const key = randomBytes(24).toString('base64url');
    mkdirSync(folder, { recursive: true });
    const memory = Math.max(128, Math.min(512, Math.floor(freemem() / 1024 / 1024 / 4)));
    const child = spawn(
      executable,
      [
        '--http-addr',
        `127.0.0.1:${port}`,
        '--db-path',
        join(folder, 'data'),
        '--dump-dir',
        join(folder, 'dumps'),
        '--snapshot-dir',
        join(folder, 'snapshots'),
      ],
      {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          MEILI_MASTER_KEY: key,
          MEILI_ENV: 'production',
          MEILI_NO_ANALYTICS: 'true',
          MEILI_LOG_LEVEL: 'WARN',
          MEILI_MAX_INDEXING_MEMORY: `${memory}MiB`,
          MEILI_MAX_INDEXING_THREADS: '1',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      },
    );
    this.#child = child;
    const log = createWriteStream(join(logs, 'engine.log'), { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.once('exit', () => log.end());
    const failed = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`exit ${code ?? signal}`)));
    });
    failed.catch(() => undefined); // after it is ready, the exit is answered by start()
    if (child.pid !== undefined)
      writeFileSync(pidFile(folder), JSON.stringify({ pid: child.pid, started: startTime(child.pid) }));
    const address = { url: `http://127.0.0.1:${port}`, key };
    try {
      await Promise.race([
        untilHealthy(address.url, () => child.exitCode !== null || child.signalCode !== null),
        failed,
      ]);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    if (child.pid !== undefined) lowerIndexing(child.pid);
    this.#options.onReady(address);
    return child;
  }
}

/** Meilisearch indexes in threads that bear this name; those that answer searches keep their priority. */
const INDEXING = 'indexing-thread';

function lowerIndexing(pid: number): void {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return;
  for (const thread of readdirSync(tasks)) {
    try {
      if (readFileSync(`${tasks}/${thread}/comm`, 'utf8').startsWith(INDEXING)) giveWay(Number(thread));
    } catch {
      // Threads come and go.
    }
  }
}

/** Polls until it answers; gives up when it is gone or after half a minute. */
async function untilHealthy(url: string, isGone: () => boolean): Promise<void> {
  const until = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < until && !isGone()) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 40));
  }
  throw new Error(`not ready after ${READY_TIMEOUT_MS / 1000} s`);
}

const pidFile = (folder: string): string => join(folder, 'engine.pid');

/** Ends the engine of a service that was killed: its process number and start time stand in the index folder. */
function endOrphan(folder: string): void {
  if (!existsSync(pidFile(folder))) return;
  try {
    const { pid, started } = JSON.parse(readFileSync(pidFile(folder), 'utf8')) as {
      pid: number;
      started: string | null;
    };
    if (started !== null && startTime(pid) === started) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH' && !(error instanceof SyntaxError)) throw error;
  }
  rmSync(pidFile(folder), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
