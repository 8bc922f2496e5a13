import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { RunLog } from '../../../indexer/importing/run-log.ts';
import type { Prepared } from '../../../indexer/importing/settle.ts';
import { openWriter, type Writer, writeHere } from '../../../indexer/importing/writer.ts';
import { buildWorker } from '../../support/build-worker.ts';
import { aParsedDocument, aParsedFile, prose } from '../../support/builders.ts';

let folder: string;
let worker: string;
let catalogue: CatalogueStore;
let log: RunLog;
let run: string;
let writer: Writer;
let libraries = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-writer-'));
  worker = await buildWorker('writer-worker.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  libraries += 1;
  catalogue = openCatalogue(join(folder, `${libraries}.sqlite`));
  log = new RunLog(catalogue.database, 'zh');
  run = log.create([folder]);
  const file = { path: 'a', name: 'a.txt', size: 1, format: 'text', failure: null } as const;
  log.addFiles(run, [file, file, file]);
  log.setScanned(run, 0);
  writer = openWriter(worker, { catalogue, language: 'zh' });
});
afterEach(async () => {
  await writer.release();
  catalogue.close();
});

const aParsed = (seed: number): Prepared => ({
  kind: 'parsed',
  parsed: aParsedFile([aParsedDocument({ title: `第${seed}号通知`, body: prose(seed) })]),
  sha256: `sha${seed}`.padEnd(64, '0'),
  size: 1,
});

async function settleAll(by: Writer, prepared: readonly Prepared[]): Promise<void> {
  for (const [position, file] of [...log.waiting(run)].entries()) {
    const made = prepared[position];
    if (made !== undefined) await by.settle({ runId: run, file, prepared: made });
  }
}
const outcomes = () =>
  log.files(run, { offset: 0, limit: 10 }).files.map(({ outcome, problem }) => problem?.code ?? outcome);
const titles = () => catalogue.titles().map(({ title }) => title);

describe('the writer', () => {
  const prepared: readonly Prepared[] = [
    aParsed(1),
    { kind: 'failed', failure: { code: 'file_damaged', details: { reason: 'x' } } },
    { kind: 'known', sha256: 'sha1' },
  ];

  it('files in its thread what is filed here without it', async () => {
    const before = catalogue.revision;
    await settleAll(writer, prepared);
    expect(catalogue.revision).toBe(before + 1);
    const apart = { outcomes: outcomes(), titles: titles() };
    catalogue.close();
    catalogue = openCatalogue(join(folder, `${libraries}-here.sqlite`));
    log = new RunLog(catalogue.database, 'zh');
    const file = { path: 'a', name: 'a.txt', size: 1, format: 'text', failure: null } as const;
    run = log.create([folder]);
    log.addFiles(run, [file, file, file]);
    await settleAll(writeHere({ catalogue, language: 'zh' }), prepared);
    expect(apart).toEqual({ outcomes: outcomes(), titles: titles() });
    expect(apart).toEqual({ outcomes: ['new', 'file_damaged', 'known'], titles: ['第1号通知'] });
  });

  it('takes up filing again after it let go', async () => {
    await settleAll(writer, [aParsed(1)]);
    await writer.release();
    await settleAll(writer, [aParsed(2)]);
    expect(titles()).toEqual(['第1号通知', '第2号通知']);
  });

  it('says what is wrong with the library', async () => {
    await writer.release();
    const missing = { ...catalogue, path: join(folder, 'none', 'catalogue.sqlite') };
    const lost = openWriter(worker, { catalogue: missing, language: 'zh' });
    await expect(settleAll(lost, prepared)).rejects.toMatchObject({ code: 'library_read_only' });
    await lost.release();
  });

  it('loses no more than the file that ends its thread', async () => {
    const naughty = join(folder, 'naughty-writer.mjs');
    writeFileSync(
      naughty,
      `import write from './writer-worker.mjs';
       export default (given) => {
         if (given.kind === 'settle' && given.job.prepared.sha256?.startsWith('sha2')) process.exit(3);
         return write(given);
       };`,
    );
    writer = openWriter(naughty, { catalogue, language: 'zh' });
    await settleAll(writer, [aParsed(1), aParsed(2), aParsed(3)]);
    expect(outcomes()).toEqual(['new', 'parse_failed', 'new']);
    expect(titles()).toEqual(['第1号通知', '第3号通知']);
  });
});
