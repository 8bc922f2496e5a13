/** What the search index must still learn, in the order in which it happened. */
import type { OutboxEntry } from './catalogue.ts';
import { noteChange } from './changes.ts';
import { type Database, inTransaction } from './database.ts';
import { all, run } from './statements.ts';

/** Part of the transaction that changes the document. */
export function announce(
  database: Database,
  { key, id }: { readonly key: number; readonly id: string },
  change: OutboxEntry['change'],
): void {
  run(database, 'INSERT INTO outbox (document_key, document_id, change) VALUES (?, ?, ?)', key, id, change);
  noteChange(database, key);
}

export function readOutbox(database: Database, limit: number): OutboxEntry[] {
  const rows = all(
    database,
    `SELECT o.sequence, o.document_key, o.document_id, o.change, d.characters FROM outbox o
     LEFT JOIN documents d ON d.key = o.document_key ORDER BY o.sequence LIMIT ?`,
    limit,
  );
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    documentKey: Number(row.document_key),
    documentId: String(row.document_id),
    change: row.change === 'delete' ? 'delete' : 'put',
    characters: Number(row.characters ?? 0),
  }));
}

export function clearOutbox(database: Database, sequences: readonly number[]): void {
  run(database, 'DELETE FROM outbox WHERE sequence IN (SELECT value FROM json_each(?))', JSON.stringify(sequences));
}

export function refillOutbox(database: Database): void {
  inTransaction(database, () => {
    run(database, 'DELETE FROM outbox');
    run(
      database,
      "INSERT INTO outbox (document_key, document_id, change) SELECT key, id, 'put' FROM documents ORDER BY key",
    );
  });
}
