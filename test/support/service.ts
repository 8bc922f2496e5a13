/** The built service as a process of its own on a library folder, spoken to over HTTP like any program does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readImportEvents } from '../../indexer/cli/import-events.ts';
import type { ImportEvent, ImportRun, StatusResponse } from '../../indexer/contract.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const CLI = resolve(ROOT, 'out/indexer/cli.mjs');
const START_TIMEOUT_MS = 60_000;

export interface TestService {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly process: ChildProcess;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Calls back with each event of an import run until it ends. */
  follow(runId: string, listener: (event: ImportEvent) => void): Promise<void>;
  /** Imports and waits until the run has ended and everything is searchable. */
  importAll(paths: readonly string[]): Promise<ImportRun>;
  /** Waits until the search index has caught up with the catalogue. */
  untilIndexed(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export interface TestServiceOptions {
  readonly library: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly arguments?: readonly string[];
}

/** Starts `gongbao serve` and resolves when it answers; rejects with its stderr when it ends instead. */
export async function startTestService(options: TestServiceOptions): Promise<TestService> {
  const token = 'test-token';
  const child = spawn(
    process.execPath,
    [CLI, 'serve', '--library', options.library, '--token', token, '--json', ...(options.arguments ?? [])],
    {
      cwd: ROOT,
      env: { ...process.env, GONGBAO_LANGUAGE: 'en', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const url = await new Promise<string>((ready, failed) => {
    const timer = setTimeout(() => failed(new Error(`The service did not start: ${errors}`)), START_TIMEOUT_MS);
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(timer);
      ready((JSON.parse(line) as { url: string }).url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`The service ended with ${code}: ${errors}`));
    });
  });
  return serviceOf(child, url, token);
}

function serviceOf(child: ChildProcess, url: string, token: string): TestService {
  const fetchApi = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/api${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  const json = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
    return response.json() as Promise<T>;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const service: TestService = {
    url,
    token,
    pid: child.pid ?? 0,
    process: child,
    fetch: fetchApi,
    get: async (path) => json(await fetchApi(path)),
    post: async (path, body) =>
      json(
        await fetchApi(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      ),
    async follow(runId, listener) {
      const response = await fetchApi(`/imports/${runId}/events`);
      for await (const event of readImportEvents(response)) listener(event);
    },
    async importAll(paths) {
      const run = await service.post<ImportRun>('/imports', { paths });
      await service.follow(run.id, () => undefined);
      await service.untilIndexed();
      return (await service.get<{ run: ImportRun }>(`/imports/${run.id}`)).run;
    },
    async untilIndexed() {
      for (;;) {
        const { library } = await service.get<StatusResponse>('/status');
        if (library.indexPending === 0) return;
        await new Promise((next) => setTimeout(next, 50));
      }
    },
    kill: end,
    stop: () => end('SIGTERM'),
  };
  return service;
}
