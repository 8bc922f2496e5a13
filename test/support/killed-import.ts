/** An import in a process of its own, which is killed at a given place; and what a library holds after it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { openDatabase } from '../../indexer/catalogue/database.ts';
import { bundleOptions } from '../../main/build/bundles.ts';
import { buildWorker } from './build-worker.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Bundled once, so that every process runs the same code; below the root, where libsql is found. */
const CHILD = join(ROOT, 'out/test/import-child.mjs');

export interface ImportPlaces {
  readonly library: string;
  readonly input: string;
}

export async function buildImportChild(): Promise<void> {
  const entry = join(ROOT, 'test/support/import-child.ts');
  await build(bundleOptions({ entry, output: CHILD, sources: [], format: 'esm' }));
  for (const worker of ['writer-worker.ts', 'piscina/dist/worker.js']) await buildWorker(worker, dirname(CHILD));
}

const startImport = ({ library, input }: ImportPlaces): ChildProcess =>
  spawn(process.execPath, [CHILD, library, input], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Runs until the given number of files are done, and a little longer, and then kills. True when the import had ended before. */
export async function importUntil(places: ImportPlaces, files: number, milliseconds: number): Promise<boolean> {
  const child = startImport(places);
  let done = 0;
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', () => {
    done += 1;
    if (done === files) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  const [code] = await new Promise<[number | null]>((ended) => child.once('close', (...result) => ended([result[0]])));
  return code === 0;
}

/** Everything that a library holds but for the times of its making. */
export function libraryContents(library: string): Record<string, unknown> {
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
