/** Writes a document with everything that hangs on its text. Which document it is, merging.ts has decided. */
import type { Citation, ParsedDocument, Provision } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import { removeClauses, writeClauses } from './clause-index.ts';
import { applyCorrections } from './correction.ts';
import { keepReadValues, readCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { writeNames } from './names-index.ts';
import { noteNearDuplicates } from './near-duplicates.ts';
import { announce } from './outbox.ts';
import { type Columns, recordColumns, updateColumns } from './record-columns.ts';
import { run } from './statements.ts';
import { writeTopics } from './topic-rows.ts';

export interface Identity {
  readonly id: string;
  readonly issueId: string | null;
  readonly conflict: boolean;
}

/** Gives the key of the new document. What was set by hand for a document of this id holds for it. */
export function insertDocument(database: Database, read: ParsedDocument, { id, issueId, conflict }: Identity): number {
  const corrections = readCorrections(database, id);
  const document = applyCorrections(read, corrections);
  const columns = { id, issue_id: issueId, conflict: conflict ? 1 : 0, ...documentColumns(document) };
  const names = Object.keys(columns);
  const key = run(
    database,
    `INSERT INTO documents (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(columns),
  );
  writeText(database, key, document);
  keepReadValues(database, key, read, corrections);
  noteNearDuplicates(database, { key, id, bareTitleKey: bareTitleKey(document.title), body: document.body });
  announce(database, { key, id }, 'put');
  return key;
}

/** The text of another source leads from now on; id, key, issue and what was set by hand stay. */
export function replaceDocument(
  database: Database,
  read: ParsedDocument,
  { key, id }: { readonly key: number; readonly id: string },
): void {
  const corrections = readCorrections(database, id);
  const document = applyCorrections(read, corrections);
  updateColumns(database, key, documentColumns(document));
  for (const table of ['provisions', 'citations', 'attached_titles'])
    run(database, `DELETE FROM ${table} WHERE document_key = ?`, key);
  removeClauses(database, key);
  writeText(database, key, document);
  keepReadValues(database, key, read, corrections);
  noteNearDuplicates(database, { key, id, bareTitleKey: bareTitleKey(document.title), body: document.body });
}

function documentColumns(document: ParsedDocument): Columns {
  return {
    ...recordColumns(document),
    attached: JSON.stringify(document.attached),
    attachments: JSON.stringify(document.attachments),
    notes: JSON.stringify(document.notes),
    copies_to: document.copiesTo,
    evidence: JSON.stringify(document.evidence),
    problems: JSON.stringify(document.problems),
    body: document.body,
    characters: document.body.length,
    provision_count: document.provisions.length,
    repairs: document.repairs,
  };
}

function writeText(database: Database, key: number, document: ParsedDocument): void {
  for (const provision of document.provisions) writeProvision(database, key, provision);
  for (const citation of document.citations) writeCitation(database, key, citation);
  writeTopics(database, key, document.topics);
  for (const title of document.attached)
    run(database, 'INSERT OR IGNORE INTO attached_titles VALUES (?, ?)', bareTitleKey(title), key);
  writeNames(database, { key, ...document });
  writeClauses(database, { key, ...document });
}

function writeProvision(database: Database, key: number, provision: Provision): void {
  const { ordinal, kind, label, path, depth, parent, clause, span, lines, page } = provision;
  run(
    database,
    'INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    key,
    ordinal,
    kind,
    label,
    path,
    depth,
    parent,
    clause,
    span.start,
    span.end - span.start,
    lines?.[0] ?? null,
    lines?.[1] ?? null,
    page,
  );
}

function writeCitation(database: Database, key: number, citation: Citation): void {
  const { number, title, relation, quote, trigger, pin, in: path, provision, span } = citation;
  run(
    database,
    `INSERT INTO citations (document_key, number, title, title_key, relation, quote, trigger_words, pin, path, provision, start, length)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    number,
    title,
    title === null ? null : bareTitleKey(title),
    relation,
    quote,
    trigger,
    pin,
    path,
    provision,
    span?.start ?? null,
    span === null ? null : span.end - span.start,
  );
}
