/** How fast an import goes, and what is reported of its failures. */
import { describe, expect, it } from 'vitest';
import type { ImportFile, ImportRun } from '../../../../indexer/contract.ts';
import { rateOf, shareDone } from '../../../../renderer/features/imports/rate.ts';
import { failureReport } from '../../../../renderer/features/imports/report.ts';

const run = (change: Partial<ImportRun>): ImportRun => ({
  id: 'r',
  kind: 'import',
  state: 'running',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  paths: [],
  filesTotal: 10,
  filesDone: 5,
  bytesTotal: 1000,
  bytesDone: 250,
  skipped: 0,
  sidecars: 0,
  formats: [],
  counts: {
    new: 0,
    known: 0,
    merged: 0,
    queued: 0,
    unconverted: 0,
    changed: 0,
    unchanged: 0,
    failed: 0,
    cancelled: 0,
    warned: 0,
  },
  failures: [],
  newDocuments: 0,
  mergedDocuments: 0,
  currentFile: null,
  activeSeconds: 5,
  secondsLeft: 15,
  indexPending: 0,
  problem: null,
  ...change,
});

describe('the rate', () => {
  it.each<[string, Partial<ImportRun>, number | null]>([
    ['a quarter in five seconds at work', {}, 50],
    ['nothing read yet', { bytesDone: 0 }, null],
    ['not at work yet', { activeSeconds: 0 }, null],
    ['at an end', { finishedAt: '2026-01-01T00:00:09Z' }, null],
  ])('%s', (_what, change, expected) => {
    expect(rateOf(run(change))).toBe(expected);
  });

  it.each<[Partial<ImportRun>, number]>([
    [{}, 0.25],
    [{ bytesTotal: 0, bytesDone: 0 }, 0.5],
    [{ bytesTotal: 0, filesTotal: 0 }, 0],
    [{ bytesDone: 2000 }, 1],
    [{ state: 'done', bytesDone: 0 }, 1],
  ])('the share of %j is %d', (change, expected) => {
    expect(shareDone(run(change))).toBe(expected);
  });
});

it('the report has a line for each failure and none for the rest', () => {
  const file = (path: string, problem: ImportFile['problem']): ImportFile => ({
    position: 0,
    path,
    name: path,
    size: 1,
    format: 'text',
    outcome: problem === null ? 'new' : 'failed',
    newDocuments: 0,
    mergedDocuments: 0,
    warnings: 0,
    document: null,
    changes: null,
    problem,
  });
  const files = [
    file('a.txt', null),
    file('b.txt', { code: 'file_binary', message: '文件不是文本', hint: '请先转换为文本。' }),
  ];
  expect(failureReport('导入报告', files)).toBe('导入报告\nb.txt\tfile_binary\t文件不是文本\t请先转换为文本。');
  expect(failureReport('导入报告', [])).toBe('导入报告');
});
