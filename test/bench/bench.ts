/**
 * `npm run bench -- [PATH…]`: imports files or folders (the sample gazettes if none is named) into a throw-away library
 * through the built service and prints what it took. `-- --import [PATH…]` and `-- --crash [SEED]` measure an import beside
 * searches, and one that is killed. Figures only, nothing is asserted. A large corpus is measured again at a
 * tenth and at three times its size, to show how costs grow, and asked for random runs of its own texts (completeness.ts).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ImportEvent, ImportRun, StatusResponse } from '../../indexer/contract.ts';
import { parseBytes } from '../../indexer/pipeline.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { measureCitations } from './citations.ts';
import { measureCompleteness } from './completeness.ts';
import { makeCorpus } from './corpus.ts';
import { measureCrashes } from './crash-run.ts';
import { measureImportRun } from './import-run.ts';

/** Words, phrases, numbers, sentences and filters as users type them; the same for every corpus. */
const SEARCHES = {
  'as you type': ['电', '电梯', '增设电', '增设电梯', '行政', '行政处', '行政处罚', '住宅', '安全生', '安全生产'],
  words: ['土地 承包', '税务 登记 期限', '劳动合同 解除', '环境 影响 评价', '业主 同意'],
  phrases: ['"安全生产"', '"同时废止"', '"依法追究刑事责任"', '"县级以上人民政府"', '"自公布之日起施行"'],
  numbers: ['国办发〔2018〕37号', '济政办发2020年25号', 'jzbf 2020 28', '第328期', '2020年9月8日'],
  questions: [
    '用人单位拖欠工资怎么办？',
    '家庭成员考公务员，其承包地会被收回吗？',
    '老旧小区加装电梯需要多少业主同意？',
  ],
  browse: [''],
} as const;
const ROUNDS = 5;
const BUDGETS: Readonly<Record<string, number>> = { 'as you type': 50, phrases: 30, questions: 120 };

const [mode, ...rest] = process.argv.slice(2);
const SMALL_FILES = 10_000;
if (mode === '--import')
  await measureImportRun(
    rest.map((path) => resolve(path)),
    SMALL_FILES,
  );
else if (mode === '--crash') await measureCrashes(Number(rest[0] ?? 1));
// Top-level code of the other bench follows: it must not run as well.
if (mode === '--import' || mode === '--crash') process.exit();

const paths = process.argv.slice(2).map((path) => resolve(path));
const sources = paths.length > 0 ? paths : [resolve(import.meta.dirname, '../fixtures/gazettes')];

function listFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(txt|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Folder size in bytes. */
function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Peak resident memory of a process in bytes, where /proc tells it. */
function peakMemory(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function childPids(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => {
      try {
        return new RegExp(`^PPid:\\s+${pid}$`, 'm').test(readFileSync(`/proc/${candidate}/status`, 'utf8'));
      } catch {
        return false; // it ended while we looked
      }
    });
}

async function parseAlone(files: readonly string[]): Promise<void> {
  const start = performance.now();
  let characters = 0;
  let documents = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    if (bytes.length === 0) continue;
    const parsed = await parseBytes(bytes, file);
    characters += parsed.characters;
    documents += parsed.documents.length;
  }
  const took = performance.now() - start;
  console.log(
    `parse alone, one core   ${seconds(took)} · ${documents} documents · ${(characters / took / 1000).toFixed(2)} M characters a second`,
  );
}

async function importAll(service: TestService, sources: readonly string[]): Promise<void> {
  const start = performance.now();
  const run = await service.post<ImportRun>('/imports', { paths: sources });
  const filed = await new Promise<ImportRun>((done, failed) => {
    service.follow(run.id, ({ event, data }: ImportEvent) => event === 'end' && done(data)).catch(failed);
  });
  const filedAt = performance.now();
  let status = await service.get<StatusResponse>('/status');
  while (status.library.indexPending > 0 && status.engine.state !== 'down') {
    await new Promise((next) => setTimeout(next, 100));
    status = await service.get<StatusResponse>('/status');
  }
  const indexedAt = performance.now();
  const { library, engine } = status;
  console.log(
    `read + parse + catalogue ${seconds(filedAt - start)} (${filed.filesTotal} files, ${filed.counts.failed} failed)`,
  );
  console.log(
    `until indexed            ${seconds(indexedAt - start)} in all, ${seconds(indexedAt - filedAt)} after filing`,
  );
  console.log(
    `library                  ${library.documents} documents · ${library.provisions} provisions · ${(library.characters / 1e6).toFixed(2)} M characters · ${library.citations} citations`,
  );
  console.log(`engine                   ${engine.name} ${engine.version ?? ''} ${engine.state}`);
}

/** p95 of the kinds of searches that have a budget, by document, as a column of the last table. */
type Column = Readonly<Record<string, string>>;

async function measureSearches(service: TestService): Promise<Column> {
  const column: Record<string, string> = {};
  for (const unit of ['document', 'provision'] as const) {
    for (const [name, queries] of Object.entries(SEARCHES)) {
      const times: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const q of queries) {
          const start = performance.now();
          await service.get(`/search?${new URLSearchParams({ q, unit })}`);
          if (round > 0) times.push(performance.now() - start);
        }
      }
      times.sort((a, b) => a - b);
      const at = (share: number): string =>
        (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
      if (name in BUDGETS) column[`${name} by ${unit}`] = at(0.95);
      console.log(
        `search ${unit.padEnd(9)} ${name.padEnd(12)} p50 ${at(0.5)} ms · p95 ${at(0.95)} ms · p99 ${at(0.99)} ms · ${times.length} searches`,
      );
    }
  }
  return column;
}

const files = sources.flatMap(listFiles);
console.log(`${files.length} files, ${megabytes(files.reduce((sum, file) => sum + statSync(file).size, 0))}`);
await parseAlone(files);

const LARGE = 300;
const columns = new Map<string, Column>();
columns.set('1×', await measureLibrary(sources, true));
if (files.length >= LARGE) await measureGrowth();

async function measureGrowth(): Promise<void> {
  for (const times of [0.1, 3]) {
    const folder = mkdtempSync(join(tmpdir(), 'gongbao-corpus-'));
    makeCorpus(files, times, folder);
    console.log(`\n${times}× the corpus`);
    columns.set(`${times}×`, await measureLibrary([folder], false));
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\np95 in milliseconds${' '.repeat(14)}${['0.1×', '1×', '3×'].map((size) => size.padStart(8)).join('')}`);
  for (const name of Object.keys(columns.get('1×') ?? {})) {
    const row = ['0.1×', '1×', '3×'].map((size) => (columns.get(size)?.[name] ?? '–').padStart(8)).join('');
    console.log(`${name.padEnd(33)}${row}   budget ${BUDGETS[name.split(' by ')[0] ?? '']}`);
  }
}

/** Imports and searches in a throw-away library; prints everything, and gives what has a budget. */
async function measureLibrary(from: readonly string[], completeness: boolean): Promise<Column> {
  const library = mkdtempSync(join(tmpdir(), 'gongbao-bench-'));
  const service = await startTestService({ library });
  let column: Column = {};
  try {
    await importAll(service, from);
    column = await measureSearches(service);
    if (completeness) await measureCitations(service);
    if (completeness) await measureCompleteness(service, library);
    const engines = childPids(service.pid);
    console.log(
      `peak memory              service ${megabytes(peakMemory(service.pid))} · engine ${megabytes(Math.max(0, ...engines.map(peakMemory)))}`,
    );
  } finally {
    await service.stop();
  }
  console.log(
    `on disk                  originals ${megabytes(folderSize(join(library, 'originals')))} · catalogue ${megabytes(statSync(join(library, 'catalogue.sqlite')).size)} · index ${megabytes(folderSize(join(library, 'index')))}`,
  );
  rmSync(library, { recursive: true, force: true });
  return column;
}
