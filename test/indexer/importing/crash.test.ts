import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../indexer/catalogue/database.ts';
import { bundleOptions } from '../../../main/build/bundles.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Bundled once, so that every process of the test runs the same code; below the root, where libsql is found. */
const CHILD = join(ROOT, 'out/test/import-child.mjs');
const GAZETTES = join(ROOT, 'test/fixtures/gazettes');
const NOTICES = 80;

let folder: string;
let input: string;

/** The five gazettes, many small notices between them, a copy of one, and a file that is none. */
beforeAll(async () => {
  const options = bundleOptions({
    entry: join(ROOT, 'test/support/import-child.ts'),
    output: CHILD,
    sources: [],
    format: 'esm',
  });
  await build(options);
  folder = mkdtempSync(join(tmpdir(), 'gongbao-crash-'));
  input = join(folder, 'input');
  mkdirSync(input);
  readdirSync(GAZETTES).forEach((name, i) => {
    cpSync(join(GAZETTES, name), join(input, `${i * 8} ${name}`));
  });
  for (let i = 0; i < NOTICES; i += 1) {
    const notice = `某市人民政府关于第${i}件事的通知\n某政发〔2021〕${i}号\n各区人民政府：\n一、做好第${i}件事。\n二、本通知自印发之日起施行。\n某市人民政府\n2021年3月4日\n`;
    writeFileSync(join(input, `${i} 通知.txt`), notice);
    if (i === 7) writeFileSync(join(input, '39 again.txt'), notice);
  }
  writeFileSync(join(input, '20 empty.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const startImport = (library: string): ChildProcess =>
  spawn(process.execPath, [CHILD, library, input], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Runs until the given number of files are done, and a little longer, and then kills. True when the import had ended before. */
async function importUntil(library: string, files: number, milliseconds: number): Promise<boolean> {
  const child = startImport(library);
  let done = 0;
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', () => {
    done += 1;
    if (done === files) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  const [code] = await new Promise<[number | null]>((ended) => child.once('close', (...result) => ended([result[0]])));
  return code === 0;
}

/** Everything that a library holds but for the times of its making. */
function contents(library: string): Record<string, unknown> {
  const database = openDatabase(join(library, 'catalogue.sqlite'));
  const rows = (sql: string): unknown[] =>
    (database.prepare(sql).raw(true).all() as unknown[][]).map((row) => JSON.stringify(row));
  const state = {
    documents: rows('SELECT key, id, title, number, body, conflict, repairs FROM documents ORDER BY key'),
    provisions: rows('SELECT * FROM provisions ORDER BY document_key, ordinal'),
    citations: rows('SELECT * FROM citations ORDER BY id'),
    sources: rows('SELECT id, sha256, path, size FROM sources ORDER BY path'),
    links: rows('SELECT * FROM document_sources ORDER BY document_key, source_id, first_line'),
    clauses: rows('SELECT * FROM clause_sets ORDER BY 1'),
    outbox: rows('SELECT * FROM outbox ORDER BY sequence'),
    runs: rows('SELECT sequence, state, problem FROM import_runs'),
    files: rows(
      'SELECT position, name, outcome, new_documents, merged_documents, warnings, problem FROM import_files ORDER BY position',
    ),
    integrity: rows('PRAGMA integrity_check'),
    orphans: rows('PRAGMA foreign_key_check'),
  };
  database.close();
  return { ...state, originals: originals(library) };
}

function originals(library: string): string[] {
  const root = join(library, 'originals');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const sha256 = createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest('hex');
      return sha256 === entry.name ? sha256 : `${entry.name} is not what its name says`;
    })
    .sort();
}

describe('an import that is killed', () => {
  it('and taken up again gives what one gives that is left alone', { timeout: 120_000 }, async () => {
    const whole = join(folder, 'whole');
    expect(await importUntil(whole, Number.POSITIVE_INFINITY, 0)).toBe(true);
    const expected = contents(whole);
    expect(expected.runs).toEqual(['[1,"done",null]']);
    expect(expected.originals).toHaveLength(NOTICES + 5);

    const killed = join(folder, 'killed');
    // At fixed and at random places, now and then between two files.
    const places = [1, 2, 5, 3, 1 + Math.floor(Math.random() * 9), 1 + Math.floor(Math.random() * 9)];
    let kills = 0;
    for (const files of places) if (!(await importUntil(killed, files, Math.random() * 25))) kills += 1;
    expect(kills).toBeGreaterThanOrEqual(4);
    for (let left = 20; left > 0 && !(await importUntil(killed, Number.POSITIVE_INFINITY, 0)); left -= 1);
    const found = contents(killed);
    for (const [part, rows] of Object.entries(expected))
      expect(found[part], `${part}, killed after ${places}`).toEqual(rows);
  });
});
