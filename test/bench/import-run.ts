/**
 * `npm run bench -- --import [PATH…]`: what an import takes beside searches: files a second, the service's memory as files
 * come in, and how long searches take at rest and meanwhile. Small files are made in addition to those that are named.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportEvent, ImportRun } from '../../indexer/contract.ts';
import { startTestService, type TestService } from '../support/service.ts';

const QUERIES = ['安全生产', '行政处罚', '土地 承包', '"自公布之日起施行"', '用人单位拖欠工资怎么办？', ''];
const ROUNDS = 20;

export async function measureImportRun(paths: readonly string[], smallFiles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-import-bench-'));
  const small = join(folder, 'small');
  makeSmallFiles(small, smallFiles);
  const service = await startTestService({ library: join(folder, 'library') });
  try {
    if (paths.length > 0) {
      await importBeside(service, paths, 'the files named');
      await service.untilIndexed();
    }
    const rest = await searchFor(service, ROUNDS);
    console.log(`search at rest           ${show(rest)}`);
    await importBeside(service, [small], `${smallFiles} small files`);
    await service.untilIndexed();
    console.log(`search at rest then      ${show(await searchFor(service, ROUNDS))}`);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importBeside(service: TestService, paths: readonly string[], what: string): Promise<void> {
  const run = await service.post<ImportRun>('/imports', { paths });
  const begun = performance.now();
  let last: ImportRun = run;
  let told = 0;
  const ended = service.follow(run.id, ({ event, data }: ImportEvent) => {
    if (event === 'file') return;
    last = data;
    const tenth = Math.floor((10 * data.filesDone) / Math.max(1, data.filesTotal));
    if (tenth <= told) return;
    told = tenth;
    console.log(`  ${String(data.filesDone).padStart(6)} files · memory ${memory(service.pid)}`);
  });
  let going = true;
  void ended.then(() => {
    going = false;
  });
  const times: number[] = [];
  while (going) times.push(...(await searchFor(service, 1)));
  await ended;
  const seconds = (performance.now() - begun) / 1000;
  const { filesDone, counts } = last;
  console.log(
    `${what}: ${filesDone} files in ${seconds.toFixed(1)} s, ${(filesDone / seconds).toFixed(0)} a second · failed ${counts.failed} · memory ${memory(service.pid)}`,
  );
  console.log(`search meanwhile         ${show(times)}`);
}

async function searchFor(service: TestService, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const q of QUERIES) {
      const start = performance.now();
      await service.get(`/search?${new URLSearchParams({ q })}`);
      times.push(performance.now() - start);
      // A reader looks at what was found.
      await new Promise((next) => setTimeout(next, 50));
    }
  return times;
}

function show(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms · p95 ${at(0.95)} ms · most ${at(1)} ms · ${sorted.length} searches`;
}

function makeSmallFiles(folder: string, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const part = join(folder, String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(part, { recursive: true });
    const text = `某市人民政府关于第${i}件事的通知\n某政发〔2021〕${i}号\n各区人民政府：\n一、做好第${i}件事。\n二、本通知自印发之日起施行。\n某市人民政府\n2021年3月4日\n`;
    writeFileSync(join(part, `${i}.txt`), text);
  }
}

/** Resident now, and at most. */
function memory(pid: number): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): string =>
    ((Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024) | 0).toString();
  return `${of('VmRSS')} MB, at most ${of('VmHWM')} MB`;
}
