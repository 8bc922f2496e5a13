/** 目录文件 that lie among the files of an import: noticed by their names and kept, to be offered, never applied by themselves. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Database, guard } from '../catalogue/database.ts';
import type { Row } from '../catalogue/rows.ts';
import { all, run } from '../catalogue/statements.ts';
import type { FoundSidecar, SidecarSettled } from '../contract.ts';
import { keepOriginal } from './originals.ts';

/** metadata.csv, 目录.xlsx, 2020年公文目录.xlsx, 文件清单.json */
const SIDECAR_NAME =
  /^(?:metadata|catalog(?:ue)?|index|manifest|filelist|sidecar|.{0,40}(?:目录|清单|台账|著录|元数据))\.(?:csv|tsv|xlsx|json|jsonl)$/i;
const MOST_BYTES = 32 * 1024 * 1024;

export const isSidecarName = (path: string): boolean => SIDECAR_NAME.test(basename(path));

export interface SidecarKeeping {
  readonly database: Database;
  readonly originals: string;
  readonly runId: string;
}

/** One that cannot be read is let be: it is an offer, no file of the import. Throws disk_full and the like. */
export async function keepSidecar({ database, originals, runId }: SidecarKeeping, path: string): Promise<void> {
  const bytes = await readSmall(path);
  if (bytes === null) return;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepOriginal(originals, sha256, bytes);
  const sql = `INSERT OR REPLACE INTO found_sidecars (run_id, sha256, name, path, settled)
    VALUES (?1, ?2, ?3, ?4, (SELECT settled FROM found_sidecars WHERE sha256 = ?2 AND settled IS NOT NULL LIMIT 1))`;
  guard(originals, () => run(database, sql, runId, sha256, basename(path), path));
}

async function readSmall(path: string): Promise<Uint8Array | null> {
  try {
    return (await stat(path)).size > MOST_BYTES ? null : await readFile(path);
  } catch {
    return null; // gone or closed to us
  }
}

export function foundSidecars(database: Database, runId: string): FoundSidecar[] {
  return all(database, 'SELECT * FROM found_sidecars WHERE run_id = ? ORDER BY path', runId).map(toFound);
}

/** Those of all runs that nothing was made of yet, the latest first, each once. */
export function openSidecarOffers(database: Database): FoundSidecar[] {
  const sql = `SELECT f.* FROM found_sidecars f JOIN import_runs r ON r.id = f.run_id
    WHERE f.settled IS NULL ORDER BY r.sequence DESC, f.path`;
  const offers = new Map<string, FoundSidecar>();
  for (const offer of all(database, sql).map(toFound)) if (!offers.has(offer.sha256)) offers.set(offer.sha256, offer);
  return [...offers.values()];
}

/** It is offered no more, wherever it was found. */
export function settleSidecar(database: Database, sha256: string, settled: SidecarSettled): void {
  run(database, 'UPDATE found_sidecars SET settled = ? WHERE sha256 = ?', settled, sha256);
}

const toFound = ({ run_id, sha256, name, path, settled }: Row): FoundSidecar => ({
  runId: String(run_id),
  sha256: String(sha256),
  name: String(name),
  path: String(path),
  settled: settled === null ? null : (String(settled) as SidecarSettled),
});
