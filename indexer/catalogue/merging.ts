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

/** Documents that this one may be: of its number, or without a number of its title and date. */
function findCandidates(database: Database, { number, title, writtenOn }: ParsedDocument): Known[] {
  const columns = 'SELECT key, id, repairs, body FROM documents';
  const rows =
    number !== null
      ? all(database, `${columns} WHERE number = ? ORDER BY key`, number)
      : all(
          database,
          `${columns} WHERE title_key = ? AND number IS NULL AND written_on IS ? ORDER BY key`,
          titleKey(title),
          writtenOn,
        );
  return rows.map((row) => ({
    key: Number(row.key),
    id: String(row.id),
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
  const conflict = document.number !== null && candidates.length > 0;
  if (conflict) for (const { key } of candidates) run(database, 'UPDATE documents SET conflict = 1 WHERE key = ?', key);
  const key = insertDocument(database, document, { id: freeId(database, document), issueId, conflict });
  linkSource(database, key, sourceId, { lines: document.lines, leads: true });
}

function mergeDocument(
  database: Database,
  document: ParsedDocument,
  { sourceId, issueId }: Origin,
  known: Known,
): void {
  const leads = isBetterText(document, known);
  linkSource(database, known.key, sourceId, { lines: document.lines, leads });
  run(database, 'UPDATE documents SET issue_id = coalesce(issue_id, ?) WHERE key = ?', issueId, known.key);
  if (leads) replaceDocument(database, document, known);
  announce(database, known, 'put');
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
