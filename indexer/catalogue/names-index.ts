/** Keeps the other names of documents, so that a careless citation finds its document by an index. */
import { type Database, inTransaction } from './database.ts';
import { all, one, run } from './statements.ts';
import { namesOf } from './title-names.ts';

export interface NamedRow {
  readonly key: number;
  readonly title: string;
  readonly issuers: readonly string[];
  readonly attached: readonly string[];
}

/** Part of the transaction that writes the document; replaces what was kept of it. */
export function writeNames(database: Database, { key, title, issuers, attached }: NamedRow): void {
  run(database, 'DELETE FROM title_names WHERE document_key = ?', key);
  for (const one of [title, ...attached])
    for (const name of namesOf(one, issuers))
      run(database, 'INSERT OR IGNORE INTO title_names VALUES (?, ?, ?)', name.key, name.kind, key);
}

/** Fills the table once in a library that was made before it existed. */
export function ensureNames(database: Database): void {
  if (one(database, "SELECT value FROM settings WHERE name = 'title-names'")?.value !== 'missing') return;
  inTransaction(database, () => {
    for (const row of all(database, 'SELECT key, title, issuers, attached FROM documents'))
      writeNames(database, {
        key: Number(row.key),
        title: String(row.title),
        issuers: JSON.parse(String(row.issuers)) as string[],
        attached: JSON.parse(String(row.attached)) as string[],
      });
    run(database, "UPDATE settings SET value = 'kept' WHERE name = 'title-names'");
  });
}
