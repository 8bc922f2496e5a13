/**
 * Files a source anew that was parsed again: its documents stay the same ones where they can be known again, with their ids
 * and what was set by hand; new ones come, and those that no source shows any more go. Part of the caller's transaction.
 */
import type { Citation, ParsedDocument, ParsedFile, Provision } from '../model.ts';
import { titleKey } from '../text/title-key.ts';
import type { DocumentRecord, RefilingResult } from './catalogue.ts';
import { readCitationsFrom } from './citing.ts';
import { removeClauses } from './clause-index.ts';
import { applyCorrections, RECORD_FIELDS } from './correction.ts';
import { readCorrections } from './corrections.ts';
import type { Database } from './database.ts';
import { readBody, readDocumentsOfSource, readProblems, readProvisions } from './documents.ts';
import { documentId, isSameText } from './identity.ts';
import { writeIssue } from './issues.ts';
import { fileDocument } from './merging.ts';
import { announce } from './outbox.ts';
import { writePages } from './pages.ts';
import { all, one, run } from './statements.ts';
import { replaceDocument } from './writing.ts';

/** Fields whose change a librarian is told of. */
const TOLD = [...RECORD_FIELDS, 'attached'] as const satisfies readonly (keyof DocumentRecord & keyof ParsedDocument)[];

/** `sourceId` must be in the catalogue. */
export function refileSource(database: Database, sourceId: string, parsed: ParsedFile): RefilingResult {
  const { issueId, moved } = refileIssue(database, sourceId, parsed);
  writePages(database, sourceId, parsed.pages ?? []);
  const left = new Map(readDocumentsOfSource(database, sourceId).map((document) => [document.key, document]));
  const leading = new Set(
    all(database, 'SELECT document_key FROM document_sources WHERE source_id = ? AND leads = 1', sourceId).map((row) =>
      Number(row.document_key),
    ),
  );
  run(database, 'DELETE FROM document_sources WHERE source_id = ?', sourceId);
  const added: string[] = [];
  const changed: RefilingResult['changes']['changed'][number][] = [];
  for (const { document, known } of pairUp(database, parsed.documents, [...left.values()])) {
    if (known === null) {
      fileDocument(database, document, { sourceId, issueId });
      added.push(document.title);
      continue;
    }
    left.delete(known.key);
    const leads = leading.has(known.key);
    const [first, last] = document.lines;
    const link = 'INSERT OR REPLACE INTO document_sources VALUES (?, ?, ?, ?, ?)';
    run(database, link, known.key, sourceId, first, last, leads ? 1 : 0);
    const fields = leads ? changedFields(database, known, document) : [];
    if (fields.length > 0) replaceDocument(database, document, known);
    if (fields.length > 0 || moved) announce(database, known, 'put');
    if (fields.length === 0) continue;
    changed.push({ id: known.id, title: document.title, fields });
  }
  const again: string[] = [];
  const gone: string[] = [];
  for (const document of left.values()) {
    const heir = inherit(database, document.key);
    if (heir === null) {
      removeDocument(database, document);
      gone.push(document.title);
      continue;
    }
    announce(database, document, 'put');
    if (leading.has(document.key)) again.push(heir);
  }
  const warnings = parsed.problems.length + parsed.documents.reduce((sum, { problems }) => sum + problems.length, 0);
  return { changes: { added, gone, changed }, again, warnings };
}

/** An issue that nothing names any more goes. Whether the source stood in another one tells `moved`. */
function refileIssue(
  database: Database,
  sourceId: string,
  { issue, mediaType, encoding }: ParsedFile,
): { readonly issueId: string | null; readonly moved: boolean } {
  const before = one(database, 'SELECT issue_id FROM sources WHERE id = ?', sourceId)?.issue_id ?? null;
  const issueId = issue === null ? null : writeIssue(database, issue);
  const sql = 'UPDATE sources SET issue_id = ?, media_type = ?, encoding = ? WHERE id = ?';
  run(database, sql, issueId, mediaType, encoding, sourceId);
  if (before !== null && before !== issueId) {
    const own = 'key IN (SELECT document_key FROM document_sources WHERE source_id = ?3)';
    const ours = `UPDATE documents SET issue_id = ?1 WHERE issue_id = ?2 AND ${own}`;
    run(database, ours, issueId, String(before), sourceId);
    const unused = `DELETE FROM issues WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM sources WHERE issue_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM documents WHERE issue_id = ?1)`;
    run(database, unused, String(before));
  }
  return { issueId, moved: before !== issueId };
}

interface Pair {
  readonly document: ParsedDocument;
  readonly known: DocumentRecord | null;
}

/** Which document of the source each one was: by its id, its number, its title, at last by its text. */
function pairUp(database: Database, documents: readonly ParsedDocument[], known: readonly DocumentRecord[]): Pair[] {
  const free = new Set(known);
  const pairs = new Map<ParsedDocument, DocumentRecord>();
  const bodies = new Map<number, string>();
  const bodyOf = ({ key, id }: DocumentRecord): string => {
    const body = bodies.get(key) ?? readBody(database, id) ?? '';
    bodies.set(key, body);
    return body;
  };
  const ways: readonly ((document: ParsedDocument, record: DocumentRecord) => boolean)[] = [
    (document, record) => documentId(document) === record.id && isSameText(bodyOf(record), document.body),
    (document, record) => documentId(document) === record.id,
    (document, record) => document.number !== null && document.number === record.number,
    (document, record) => titleKey(document.title) === titleKey(record.title),
    (document, record) => isSameText(bodyOf(record), document.body),
  ];
  for (const isSame of ways)
    for (const document of documents) {
      if (pairs.has(document)) continue;
      const found = [...free].find((record) => isSame(document, record));
      if (found === undefined) continue;
      pairs.set(document, found);
      free.delete(found);
    }
  return documents.map((document) => ({ document, known: pairs.get(document) ?? null }));
}

/** What the catalogue keeps of a provision and of a citation; what else either side knows is worked out from it. */
const keptProvision = ({ ordinal, kind, label, path, depth, parent, clause, span, lines, page }: Provision) => ({
  ordinal,
  kind,
  label,
  path,
  depth,
  parent,
  clause,
  span,
  lines,
  page,
});
const keptCitation = ({ number, title, relation, quote, trigger, pin, in: path, provision, span }: Citation) => ({
  number,
  title,
  relation,
  quote,
  trigger,
  pin,
  path,
  provision,
  span,
});

/** Names of what is different now; what was set by hand is the same on both sides. */
function changedFields(database: Database, known: DocumentRecord, read: ParsedDocument): string[] {
  const document = applyCorrections(read, readCorrections(database, known.id));
  const fields: string[] = TOLD.filter((field) => !isSame(known[field], document[field]));
  if (readBody(database, known.id) !== document.body) fields.push('body');
  if (!isSame(readProvisions(database, known.id).map(keptProvision), document.provisions.map(keptProvision)))
    fields.push('provisions');
  if (!isSame(readCitationsFrom(database, known.id).map(keptCitation), document.citations.map(keptCitation)))
    fields.push('citations');
  if (!isSame(known.topics, document.topics)) fields.push('topics');
  const others = (['attachments', 'notes', 'copiesTo', 'evidence'] as const).some(
    (field) => !isSame(known[field], document[field]),
  );
  if (others || !isSame(readProblems(database, known.id), document.problems)) fields.push('other');
  return fields;
}

/** Whatever order the fields stand in; a field without a value is none. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Another source of the document leads now and is to be parsed again: its SHA-256; null when there is none. */
function inherit(database: Database, key: number): string | null {
  const sql = `SELECT ds.source_id, s.sha256 FROM document_sources ds JOIN sources s ON s.id = ds.source_id
    WHERE ds.document_key = ? ORDER BY ds.leads DESC, s.imported_at, s.id LIMIT 1`;
  const heir = one(database, sql, key);
  if (heir === null) return null;
  const lead = 'UPDATE document_sources SET leads = 1 WHERE document_key = ? AND source_id = ?';
  run(database, lead, key, String(heir.source_id));
  return String(heir.sha256);
}

function removeDocument(database: Database, { key, id, number }: DocumentRecord): void {
  removeClauses(database, key);
  run(database, 'DELETE FROM near_pairs WHERE first_id = ?1 OR second_id = ?1', id);
  run(database, 'DELETE FROM documents WHERE key = ?', key);
  announce(database, { key, id }, 'delete');
  // Alone with its number again: nobody has to look.
  const alone =
    'UPDATE documents SET conflict = 0 WHERE number = ?1 AND (SELECT count(*) FROM documents WHERE number = ?1) = 1';
  if (number !== null) run(database, alone, number);
}
