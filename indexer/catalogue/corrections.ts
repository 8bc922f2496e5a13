/**
 * Keeps 更正 in SQLite: a journal that only grows. The last step of a field counts. Documents carry the corrected values, so
 * that search, citations and facets need not know; what was read of a corrected field is kept beside.
 */
import { AppError } from '../errors.ts';
import type { ParsedDocument, TopicSuggestion, Validity } from '../model.ts';
import { titleKey } from '../text/title-key.ts';
import type { CorrectionChange } from './catalogue.ts';
import { replaceHead } from './clause-index.ts';
import {
  type ActiveCorrection,
  applyCorrections,
  CORRECTABLE,
  type CorrectableField,
  type CorrectionEntry,
  type Corrections,
  readValues,
} from './correction.ts';
import type { Database } from './database.ts';
import { readDocument } from './documents.ts';
import { writeNames } from './names-index.ts';
import { announce } from './outbox.ts';
import { recordColumns, updateColumns } from './record-columns.ts';
import type { Row } from './rows.ts';
import { all, one, run } from './statements.ts';
import { writeTopics } from './topic-rows.ts';

export interface DatedChange extends CorrectionChange {
  readonly at: string;
}

/** Part of the transaction of the caller. Throws not_found. */
export function correctDocument(database: Database, id: string, request: DatedChange): void {
  const before = readDocument(database, 'WHERE id = ?', id);
  if (before === null) throw new AppError('not_found', { what: id });
  const read = asRead(database, before);
  const write = (field: CorrectableField, value: unknown): void => {
    const json = value === undefined ? null : JSON.stringify(value);
    const sql = 'INSERT INTO corrections (document_id, field, value, note, at) VALUES (?, ?, ?, ?, ?)';
    run(database, sql, id, field, json, request.note, request.at);
  };
  for (const field of CORRECTABLE) {
    if (field in request.set) write(field, request.set[field]);
    else if (request.takeBack.includes(field)) write(field, undefined);
  }
  const corrections = readCorrections(database, id);
  const after = applyCorrections(read, corrections);
  writeFields(database, before.key, after);
  // A document that has no number now stands in nobody's way.
  if (after.number === null) run(database, 'UPDATE documents SET conflict = 0 WHERE key = ?', before.key);
  for (const number of new Set([before.number, after.number])) if (number !== null) judgeConflict(database, number);
  keepReadValues(database, before.key, read, corrections);
  if (corrections.hidden === true) run(database, 'INSERT OR IGNORE INTO hidden_documents VALUES (?)', id);
  else run(database, 'DELETE FROM hidden_documents WHERE document_id = ?', id);
  announce(database, { key: before.key, id }, 'put');
}

/** The corrections that hold now; empty for a document that nobody has touched. */
export function readCorrections(database: Database, id: string): Corrections {
  const entries = latestEntries(database, id).filter(({ value }) => value !== undefined);
  return Object.fromEntries(entries.map(({ field, value }) => [field, value]));
}

/** Fields that are set by hand now, in the order of CORRECTABLE. */
export function readActiveCorrections(database: Database, id: string): ActiveCorrection[] {
  const row = one(
    database,
    'SELECT fields FROM read_values WHERE document_key = (SELECT key FROM documents WHERE id = ?)',
    id,
  );
  const read = row === null ? {} : (JSON.parse(String(row.fields)) as Record<string, unknown>);
  return latestEntries(database, id)
    .filter(({ value }) => value !== undefined)
    .map((entry) => ({ ...entry, read: read[entry.field] ?? null }))
    .sort((a, b) => CORRECTABLE.indexOf(a.field) - CORRECTABLE.indexOf(b.field));
}

/** The 时效性 that someone vouches for, where it holds on that day. */
export function readHandSetValidity(database: Database, id: string, day: string): Validity | null {
  const row = one(database, LATEST_VALIDITY, id);
  return row && handSetOn(day, row);
}

/** The same of every document that has one, by its id. */
export function readAllHandSetValidities(database: Database, day: string): Map<string, Validity> {
  const rows = all(database, ALL_LATEST_VALIDITIES);
  return new Map(
    rows.flatMap((row) => {
      const set = handSetOn(day, row);
      return set === null ? [] : [[String(row.document_id), set] as const];
    }),
  );
}

function handSetOn(day: string, row: Row): Validity | null {
  const set = toEntry(row).value as Corrections['validity'];
  if (set === undefined || (set.since !== null && set.since > day)) return null;
  return {
    status: set.status,
    on: day,
    rule: 'set-by-hand',
    quote: row.note as string | null,
    since: set.since,
    by: null,
  };
}

const LATEST_VALIDITY =
  "SELECT * FROM corrections WHERE document_id = ? AND field = 'validity' ORDER BY sequence DESC LIMIT 1";
const ALL_LATEST_VALIDITIES = `SELECT * FROM corrections WHERE sequence IN
  (SELECT max(sequence) FROM corrections WHERE field = 'validity' GROUP BY document_id)`;

/** Every step, newest first. */
export function readJournal(database: Database, id: string): CorrectionEntry[] {
  return all(database, 'SELECT * FROM corrections WHERE document_id = ? ORDER BY sequence DESC', id).map(toEntry);
}

/** Grows with every step; 0 when there is none. */
export function lastCorrection(database: Database): number {
  return Number(one(database, 'SELECT max(sequence) AS last FROM corrections')?.last ?? 0);
}

/** After a document was written anew from a source: what was read is kept where something is set by hand. */
export function keepReadValues(
  database: Database,
  key: number,
  read: Parameters<typeof readValues>[0],
  corrections: Corrections,
): void {
  if (Object.keys(corrections).length === 0) {
    run(database, 'DELETE FROM read_values WHERE document_key = ?', key);
    return;
  }
  const fields = JSON.stringify(readValues(read, corrections));
  const sql = 'INSERT OR REPLACE INTO read_values (document_key, fields, number, title_key) VALUES (?, ?, ?, ?)';
  run(database, sql, key, fields, read.number, titleKey(read.title));
}

function latestEntries(database: Database, id: string): CorrectionEntry[] {
  return all(database, LATEST, id).map(toEntry);
}

const LATEST = `SELECT * FROM corrections WHERE sequence IN
  (SELECT max(sequence) FROM corrections WHERE document_id = ? GROUP BY field) ORDER BY sequence`;

function toEntry(row: Row): CorrectionEntry {
  return {
    field: String(row.field) as CorrectableField,
    value: row.value === null ? undefined : (JSON.parse(String(row.value)) as unknown),
    note: row.note as string | null,
    at: String(row.at),
  };
}

/** The document's fields as its leading source has them. */
function asRead<T extends { readonly key: number; readonly topics: readonly TopicSuggestion[] }>(
  database: Database,
  document: T,
): T {
  const row = one(database, 'SELECT fields FROM read_values WHERE document_key = ?', document.key);
  return row === null ? document : { ...document, ...(JSON.parse(String(row.fields)) as Partial<T>) };
}

/** One number over two documents is a conflict; a corrected slip ends it, or shows one. */
function judgeConflict(database: Database, number: string): void {
  const sql =
    'UPDATE documents SET conflict = (SELECT count(*) > 1 FROM documents WHERE number = ?1) WHERE number = ?1';
  run(database, sql, number);
}

type Fields = Parameters<typeof readValues>[0] & Pick<ParsedDocument, 'attached'>;

function writeFields(database: Database, key: number, document: Fields): void {
  updateColumns(database, key, recordColumns(document));
  writeTopics(database, key, document.topics);
  writeNames(database, { key, ...document });
  replaceHead(database, { key, ...document });
}
