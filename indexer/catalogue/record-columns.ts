/** The columns of a document that hold its record, with the keys by which it is looked up; whoever changes one changes its keys. */
import type { ParsedDocument } from '../model.ts';
import { bareTitleKey, titleKey } from '../text/title-key.ts';
import type { RECORD_FIELDS } from './correction.ts';
import type { Database } from './database.ts';
import { run, type Value } from './statements.ts';

export type Columns = Readonly<Record<string, Value>>;

export function recordColumns(document: Pick<ParsedDocument, (typeof RECORD_FIELDS)[number]>): Columns {
  return {
    title: document.title,
    title_key: titleKey(document.title),
    bare_title_key: bareTitleKey(document.title),
    number: document.number,
    issuers: JSON.stringify(document.issuers),
    type: document.type,
    addressee: document.addressee,
    written_on: document.writtenOn,
    printed_on: document.printedOn,
    effective_on: document.effectiveOn,
    expires_on: document.expiresOn,
    registration: document.registration,
  };
}

export function updateColumns(database: Database, key: number, columns: Columns): void {
  const settings = Object.keys(columns).map((name) => `${name} = ?`);
  run(database, `UPDATE documents SET ${settings.join(', ')} WHERE key = ?`, ...Object.values(columns), key);
}
