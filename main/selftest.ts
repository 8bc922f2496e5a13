/** `--selftest`: the whole way once, in a library of its own: service, search engine, import, search, and the page that shows it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { SearchResponse, StatusResponse } from '../indexer/contract.ts';
import { answerAppScheme } from './app-protocol.ts';
import { answerBridge } from './bridge-handlers.ts';
import { type Address, startIndexer } from './indexer-process.ts';
import { START_PAGE } from './origin.ts';
import type { ProgramPaths } from './paths.ts';
import { confineSession } from './security.ts';
import { WORDS } from './words.ts';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 200;
/** Words that every set of sample gazettes must answer. */
const QUERY = '通知';

/** The exit code: 0 when everything answered, 1 with the reason when something did not. */
export async function runSelftest(paths: ProgramPaths): Promise<number> {
  const library = await mkdtemp(join(tmpdir(), 'gongbao-selftest-'));
  const service = startIndexer({ ...paths, library, importSamples: true, language: 'en' }, (failure) =>
    console.error(`${failure.message} ${failure.hint}`),
  );
  try {
    answerAppScheme(paths.renderer, service);
    answerBridge({ words: () => WORDS.en, setLanguage: () => undefined, takeOpenedFiles: () => [] });
    confineSession(session.defaultSession);
    const address = await service.address();
    const documents = await untilIndexed(address);
    const { total } = await ask<SearchResponse>(address, `/search?q=${encodeURIComponent(QUERY)}`);
    if (total === 0) throw new Error(`Expected a hit for “${QUERY}”, got none.`);
    const { engine } = await ask<StatusResponse>(address, '/status');
    if (engine.state !== 'ready') throw new Error(`Expected a search engine that is ready, got ${engine.state}.`);
    const heading = await readHeading(paths);
    console.log(
      `selftest passed: Electron ${process.versions.electron}, search engine ${engine.version}, ${documents} documents, ${total} hits, page “${heading}”`,
    );
    return 0;
  } catch (error) {
    console.log(`selftest failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await service.stop();
    await rm(library, { recursive: true, force: true });
  }
}

async function ask<T>({ url, token }: Address, path: string): Promise<T> {
  const response = await fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`Expected an answer from ${path}, got ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function untilIndexed(address: Address): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { library } = await ask<StatusResponse>(address, '/status');
    if (library.documents > 0 && library.indexPending === 0) return library.documents;
    if (Date.now() > end) throw new Error(`Expected documents within ${PATIENCE_MS / 1000} s, got none.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The page's heading, as the client draws it in a window that nobody sees. */
async function readHeading(paths: ProgramPaths): Promise<string> {
  const window = new BrowserWindow({ show: false, webPreferences: { preload: paths.preload, sandbox: true } });
  await window.loadURL(START_PAGE);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const heading: unknown = await window.webContents.executeJavaScript("document.querySelector('h1')?.textContent");
    if (typeof heading === 'string' && heading !== '') return heading;
    if (Date.now() > end) throw new Error('Expected a heading on the page, got none.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
