/** The files of a run by pages, outcome, reason and name, and the sums it is told by. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import type { ImportDetailRequest } from '../../../indexer/contract.ts';
import { AppError } from '../../../indexer/errors.ts';
import { type FileResult, RunLog } from '../../../indexer/importing/run-log.ts';

let folder: string;
let catalogue: CatalogueStore;
let log: RunLog;
let id: string;

const FILED = { newDocuments: 1, mergedDocuments: 0, warnings: 0 };
const failed = (code: 'file_empty' | 'file_encrypted'): FileResult => ({
  outcome: 'failed',
  failure: new AppError(code),
});
const RESULTS: readonly (readonly [name: string, result: FileResult | null])[] = [
  ['2020/第1号.txt', { outcome: 'new', ...FILED }],
  ['2020/第2号.txt', { outcome: 'new', ...FILED, warnings: 2 }],
  ['2020/空_1.txt', failed('file_empty')],
  ['2020/第12号.txt', { outcome: 'known' }],
  ['旧文.doc', { outcome: 'new', ...FILED, told: new AppError('file_needs_converter', { format: 'DOC' }) }],
  ['2021/空.txt', failed('file_empty')],
  ['2021/密%.pdf', failed('file_encrypted')],
  ['2021/第3号.txt', null],
];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-run-files-'));
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
  log = new RunLog(catalogue.database, 'zh');
  id = log.create(['/公报']);
  log.addFiles(
    id,
    RESULTS.map(([name]) => ({ path: `/公报/${name}`, name, size: 10, format: 'text', failure: null })),
  );
  log.setScanned(id, 0);
  for (const [position, [, result]] of RESULTS.entries()) if (result !== null) log.setFile(id, position, result);
});
afterEach(() => {
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the files of a run', () => {
  it.each<[string, Partial<ImportDetailRequest>, readonly number[], number]>([
    ['the first page', { limit: 3 }, [0, 1, 2], 8],
    ['the last page', { limit: 3, offset: 6 }, [6, 7], 8],
    ['behind the last', { offset: 100 }, [], 8],
    ['one outcome', { outcome: 'failed' }, [2, 5, 6], 3],
    ['a page of one outcome', { outcome: 'failed', limit: 1, offset: 1 }, [5], 3],
    ['to be looked at', { outcome: 'warned' }, [1], 1],
    ['待转换 is no new document', { outcome: 'unconverted' }, [4], 1],
    ['new without it', { outcome: 'new' }, [0, 1], 2],
    ['one reason', { outcome: 'failed', code: 'file_empty' }, [2, 5], 2],
    ['part of a name', { q: '第1' }, [0, 3], 2],
    ['part of a name and an outcome', { q: '2021', outcome: 'failed' }, [5, 6], 2],
    ['a sign that SQL knows is a sign of the name', { q: '%' }, [6], 1],
    ['another', { q: '_1' }, [2], 1],
    ['a suffix in capitals', { q: '.DOC' }, [4], 1],
    ['no such name', { q: '第99' }, [], 0],
  ])('%s', (_what, request, positions, total) => {
    const page = log.files(id, { offset: 0, limit: 100, ...request });
    expect(page.files.map(({ position }) => position)).toEqual(positions);
    expect(page.total).toBe(total);
  });

  it('are summed up by outcome and by reason', () => {
    const { counts, failures, filesDone, filesTotal } = log.run(id) ?? {};
    expect(counts).toMatchObject({ new: 2, known: 1, unconverted: 1, failed: 3, warned: 1 });
    expect(failures).toEqual([
      { code: 'file_empty', files: 2 },
      { code: 'file_encrypted', files: 1 },
    ]);
    expect([filesDone, filesTotal]).toEqual([7, 8]);
  });

  it('of a run that was tried again count by what became of them then', () => {
    log.end(id, 'done');
    expect(log.run(id)?.counts).toMatchObject({ failed: 3, cancelled: 1 });
    log.retry(id, { positions: [2] });
    expect(log.run(id)?.failures[0]).toEqual({ code: 'file_empty', files: 1 });
    log.setFile(id, 2, { outcome: 'new', ...FILED });
    log.end(id, 'done');
    expect(log.run(id)?.counts).toMatchObject({ new: 3, failed: 2 });
    expect(log.runs()[0]?.counts).toMatchObject({ new: 3, failed: 2 });
  });

  it('that wait for OCR come to their outcome after the end of the run', () => {
    log.setFile(id, 7, { outcome: 'queued' });
    log.end(id, 'done');
    expect(log.run(id)?.counts).toMatchObject({ queued: 1 });
    log.setFile(id, 7, { outcome: 'new', ...FILED });
    expect(log.run(id)?.counts).toMatchObject({ queued: 0, new: 3 });
  });
});
