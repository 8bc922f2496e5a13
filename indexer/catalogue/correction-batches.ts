/**
 * Many corrections that were made together, as from one table: kept as a batch, so that they can be taken back together. A
 * batch is written in parts, each one transaction; what a crash leaves half done can be gone on with, or undone.
 */
import { AppError } from '../errors.ts';
import type { CorrectableField, Corrections } from './correction.ts';
import { correctDocument } from './corrections.ts';
import type { Database } from './database.ts';
import { all, one, run } from './statements.ts';

export interface CorrectionBatch {
  readonly id: string;
  /** Of the table that it came from. */
  readonly name: string;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly documents: number;
  readonly fields: number;
}

export interface BatchChange {
  /** Of the document. */
  readonly id: string;
  readonly set: Corrections;
  readonly note: string;
}

const MOST_BATCHES = 100;

export function beginBatch(database: Database, { id, name, at }: Pick<CorrectionBatch, 'id' | 'name' | 'at'>): void {
  run(database, 'INSERT INTO correction_batches (id, name, at) VALUES (?, ?, ?)', id, name, at);
}

/** Part of the transaction of the caller. Throws not_found. */
export function addToBatch(database: Database, batch: string, changes: readonly BatchChange[], at: string): void {
  for (const { id, set, note } of changes) {
    const last = Number(one(database, 'SELECT coalesce(max(sequence), 0) AS last FROM corrections')?.last);
    correctDocument(database, id, { set, takeBack: [], note, at });
    const sql =
      'INSERT INTO correction_batch_steps (sequence, batch_id) SELECT sequence, ? FROM corrections WHERE sequence > ?';
    run(database, sql, batch, last);
  }
}

interface Step {
  readonly sequence: number;
  readonly field: CorrectableField;
}

/**
 * Takes back what the batch set, so many of its steps at once with the others of their documents; whether some are left. A
 * field that was changed again since stays as it is. Part of the transaction of the caller.
 */
export function undoPart(database: Database, batch: string, most: number, at: string): boolean {
  const named = one(database, 'SELECT name FROM correction_batches WHERE id = ?', batch);
  if (named === null) throw new AppError('not_found', { what: batch });
  // By sequence, along the index: thousands of steps are never gone through for each part.
  const steps = all(
    database,
    `SELECT c.document_id AS id FROM correction_batch_steps s JOIN corrections c USING (sequence)
     WHERE s.batch_id = ? AND s.undone = 0 ORDER BY s.sequence LIMIT ?`,
    batch,
    most,
  );
  const note = `撤销：${String(named.name)}`;
  for (const id of new Set(steps.map((step) => String(step.id)))) undoDocument(database, batch, { id, note, at });
  const isLeft =
    one(database, 'SELECT 1 AS yes FROM correction_batch_steps WHERE batch_id = ? AND undone = 0 LIMIT 1', batch) !==
    null;
  if (!isLeft)
    run(database, 'UPDATE correction_batches SET undone_at = ? WHERE id = ? AND undone_at IS NULL', at, batch);
  return isLeft;
}

function undoDocument(
  database: Database,
  batch: string,
  { id, note, at }: { readonly id: string; readonly note: string; readonly at: string },
): void {
  const steps = all(
    database,
    `SELECT c.sequence, c.field FROM corrections c JOIN correction_batch_steps s USING (sequence)
     WHERE c.document_id = ? AND s.batch_id = ? AND s.undone = 0`,
    id,
    batch,
  ) as unknown as Step[];
  const set: Record<string, unknown> = {};
  const takeBack: CorrectableField[] = [];
  for (const { sequence, field } of steps) {
    run(database, 'UPDATE correction_batch_steps SET undone = 1 WHERE sequence = ?', sequence);
    const entries = all(
      database,
      'SELECT sequence, value FROM corrections WHERE document_id = ? AND field = ? ORDER BY sequence DESC LIMIT 2',
      id,
      field,
    );
    const [latest, before] = entries;
    if (Number(latest?.sequence) !== sequence) continue;
    if (before === undefined || before.value === null) takeBack.push(field);
    else set[field] = JSON.parse(String(before.value)) as unknown;
  }
  const isThere = one(database, 'SELECT 1 AS yes FROM documents WHERE id = ?', id) !== null;
  if (isThere && (takeBack.length > 0 || Object.keys(set).length > 0))
    correctDocument(database, id, { set: set as Corrections, takeBack, note, at });
}

/** Newest first; with an id only that one. */
export function readBatches(database: Database, id = ''): CorrectionBatch[] {
  const rows = all(
    database,
    `SELECT b.*, count(DISTINCT c.document_id) AS documents, count(c.sequence) AS fields FROM correction_batches b
     LEFT JOIN correction_batch_steps s ON s.batch_id = b.id LEFT JOIN corrections c ON c.sequence = s.sequence
     WHERE ?1 = '' OR b.id = ?1 GROUP BY b.id ORDER BY b.at DESC, b.rowid DESC LIMIT ${MOST_BATCHES}`,
    id,
  );
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    at: String(row.at),
    undoneAt: row.undone_at === null ? null : String(row.undone_at),
    documents: Number(row.documents),
    fields: Number(row.fields),
  }));
}
