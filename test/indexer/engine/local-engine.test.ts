/** The real Meilisearch: supervised, fed from a real catalogue, killed and found broken. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import { startFeed } from '../../../indexer/engine/feed.ts';
import { LocalEngine } from '../../../indexer/engine/meilisearch/local-engine.ts';
import { locateMeilisearch } from '../../../indexer/engine/meilisearch/locate.ts';
import { createSearch } from '../../../indexer/search/search.ts';
import { aLibrary } from '../../support/search-library.ts';

const here = locateMeilisearch({ wanted: null, resources: null, cache: '/nowhere' });
const folder = mkdtempSync(join(tmpdir(), 'gongbao-engine-'));
const running: LocalEngine[] = [];
let emptied = 0;

function anEngine(onReady: () => void = () => undefined): LocalEngine {
  const engine = new LocalEngine({
    wanted: null,
    resources: null,
    cache: join(folder, 'cache'),
    folder: join(folder, 'index'),
    logs: folder,
    mirror: null,
    sha256: null,
    onEmptied: () => {
      emptied += 1;
    },
    onReady,
    log: () => undefined,
  });
  running.push(engine);
  return engine;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(20);
}

afterEach(async () => {
  for (const engine of running.splice(0)) await engine.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The binary comes as an optional package for Linux on x64; elsewhere it may have to be downloaded first.
describe.skipIf(here === null)('the local engine', () => {
  const library = aLibrary([
    { title: '某市既有住宅增设电梯办法', body: ['第一条 业主同意', '第二条 费用分摊'] },
    { title: '某市停车管理办法', body: ['第一条 停车泊位', '第二条 业主委员会'] },
  ]);
  beforeAll(() => rmSync(join(folder, 'index'), { recursive: true, force: true }));

  it('takes in what the outbox holds, and ranks it', async () => {
    let notify = (): void => undefined;
    const engine = anEngine(() => notify());
    const feed = startFeed(library.catalogue, engine, { log: () => undefined });
    notify = feed.notify;
    await engine.start();
    await engine.settled();
    expect(engine.health()).toMatchObject({ state: 'ready', name: 'Meilisearch' });
    await feed.settled();
    expect(library.catalogue.outbox(10)).toEqual([]);
    expect(await engine.size()).toBe(6);
    const [first] = await engine.rank({ words: ['增设电梯'], unit: 'document', all: true, limit: 5 });
    expect(first?.documentId).toBe(library.catalogue.facts()[0]?.id);
    const clauses = await engine.rank({ words: ['业主'], unit: 'provision', all: true, limit: 5 });
    expect(clauses).toHaveLength(2);
    const search = createSearch({ catalogue: library.catalogue, engine: () => engine, today: () => '2026-01-01' });
    const { hits, query } = await search.search(SearchRequest.parse({ q: '电梯' }));
    expect(hits.map(({ title }) => title)).toEqual(['某市既有住宅增设电梯办法']);
    expect(query.notes).toEqual([]);
    await engine.index([first?.documentId ?? ''], (async function* () {})());
    expect(await engine.size()).toBe(3);
    await feed.stop();
  });

  it('opens its data again, and comes back when it is killed', async () => {
    const before = emptied;
    const engine = anEngine();
    await engine.start();
    await engine.settled();
    expect(emptied).toBe(before);
    expect(await engine.size()).toBe(3);
    const { pid } = JSON.parse(readFileSync(join(folder, 'index/engine.pid'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await until(() => engine.health().state === 'down');
    await until(() => engine.health().state === 'ready');
    expect(await engine.size()).toBe(3);
    await engine.stop();
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('makes the index anew for data of another version', async () => {
    writeFileSync(join(folder, 'index/engine-version'), '0.1.0');
    const before = emptied;
    const engine = anEngine();
    await engine.start();
    await engine.settled();
    expect(engine.health().state).toBe('ready');
    expect(emptied).toBe(before + 1);
    expect(await engine.size()).toBe(0);
  });

  it('makes the index anew when its data is broken', async () => {
    const data = join(folder, 'index/data');
    for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.mdb')) writeFileSync(join(data, name), 'broken');
    const before = emptied;
    const engine = anEngine();
    await engine.start();
    await until(() => engine.health().state === 'ready');
    expect(emptied).toBe(before + 1);
    expect(await engine.size()).toBe(0);
  });
});

describe('without an engine', () => {
  it('says which executable is missing', async () => {
    const engine = new LocalEngine({
      wanted: '/nowhere/meilisearch',
      resources: null,
      cache: join(folder, 'cache'),
      folder: join(folder, 'other'),
      logs: folder,
      mirror: null,
      sha256: null,
      onEmptied: () => undefined,
      onReady: () => undefined,
      log: () => undefined,
    });
    await engine.start();
    expect(engine.health()).toMatchObject({ state: 'down', reason: '/nowhere/meilisearch' });
    await expect(engine.size()).rejects.toMatchObject({ code: 'engine_not_running' });
  });
});
