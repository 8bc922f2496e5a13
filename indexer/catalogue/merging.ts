/** Files a document: a new one, or one that the catalogue has from another source already, and whose better text then leads. */
import type { ParsedDocument } from '../model.ts';
import { titleKey } from '../text/title-key.ts';
import type { Database } from './database.ts';
import { documentId, isBetterText, isSameText } from './identity.ts';
import { announce } from './outbox.ts';
import { all, one, run } from './statements.ts';
import { insertDocument, replaceDocument } from './writing.ts';

/** The source that a document stands in. */
export interface Origin {
  readonly sourceId: string;
  readonly issueId: string | null;
}

interface Known {
  readonly key: number;
  readonly id: string;
  readonly number: string | null;
  readonly repairs: number;
  readonly body: string;
}

/** True when the document was merged into one that the catalogue had. */
export function fileDocument(database: Database, document: ParsedDocument, origin: Origin): boolean {
  const candidates = findCandidates(database, document);
  const known = candidates.find(({ body }) => isSameText(body, document.body));
  if (known === undefined) addDocument(database, document, origin, candidates);
  else mergeDocument(database, document, origin, known);
  return known !== undefined;
}

/** Documents that this one may be: of its number, or of its title and date where one of the two shows no number. */
function findCandidates(database: Database, { number, title, writtenOn }: ParsedDocument): Known[] {
  const rows = all(
    database,
    `SELECT key, id, number, repairs, body FROM documents WHERE number = ?1
     UNION SELECT d.key, d.id, d.number, d.repairs, d.body FROM read_values r JOIN documents d ON d.key = r.document_key
     WHERE r.number = ?1
     UNION SELECT key, id, number, repairs, body FROM documents
     WHERE title_key = ?2 AND written_on IS ?3 AND (number IS NULL OR ?1 IS NULL) ORDER BY key`,
    number,
    titleKey(title),
    writtenOn,
  );
  return rows.map((row) => ({
    key: Number(row.key),
    id: String(row.id),
    number: row.number as string | null,
    repairs: Number(row.repairs),
    body: String(row.body),
  }));
}

/** One number over two texts: a librarian has to look, at both. */
function addDocument(
  database: Database,
  document: ParsedDocument,
  { sourceId, issueId }: Origin,
  candidates: readonly Known[],
): void {
  const rivals = candidates.filter(({ number }) => number !== null && number === document.number);
  for (const { key } of rivals) run(database, 'UPDATE documents SET conflict = 1 WHERE key = ?', key);
  const conflict = rivals.length > 0;
  const key = insertDocument(database, document, { id: freeId(database, document), issueId, conflict });
  linkSource(database, key, sourceId, { lines: document.lines, leads: true });
}

function mergeDocument(
  database: Database,
  document: ParsedDocument,
  { sourceId, issueId }: Origin,
  known: Known,
): void {
  const leads = isBetterSource(document, known);
  linkSource(database, known.key, sourceId, { lines: document.lines, leads });
  run(database, 'UPDATE documents SET issue_id = coalesce(issue_id, ?) WHERE key = ?', issueId, known.key);
  if (leads) replaceDocument(database, document, known);
  announce(database, known, 'put');
}

/** A source that has lost the number of its document never leads one that shows it. */
function isBetterSource(document: ParsedDocument, known: Known): boolean {
  if ((document.number === null) !== (known.number === null)) return document.number !== null;
  return isBetterText(document, known);
}

/** Two documents may share number, title and date, as parts of one notice do; the later ones get an id of their own. */
function freeId(database: Database, document: ParsedDocument): string {
  let id = documentId(document);
  for (let salt = 2; one(database, 'SELECT 1 FROM documents WHERE id = ?', id) !== null; salt += 1)
    id = documentId(document, String(salt));
  return id;
}

function linkSource(
  database: Database,
  key: number,
  sourceId: string,
  { lines, leads }: { readonly lines: readonly [number, number]; readonly leads: boolean },
): void {
  if (leads) run(database, 'UPDATE document_sources SET leads = 0 WHERE document_key = ?', key);
  run(
    database,
    'INSERT OR REPLACE INTO document_sources VALUES (?, ?, ?, ?, ?)',
    key,
    sourceId,
    lines[0],
    lines[1],
    leads ? 1 : 0,
  );
}
