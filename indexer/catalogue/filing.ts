/** Files a parsed source: source, issue and documents, in the transaction that the store makes of it. */
import type { ParsedFile } from '../model.ts';
import type { FilingResult, SourceRecord } from './catalogue.ts';
import type { Database } from './database.ts';
import { writeIssue } from './issues.ts';
import { fileDocument } from './merging.ts';
import { writePages } from './pages.ts';
import { one, run } from './statements.ts';

export type NewSource = Omit<SourceRecord, 'id' | 'importedAt' | 'issueId'>;

export function fileSource(
  database: Database,
  source: NewSource,
  parsed: ParsedFile,
  importedAt: string,
): FilingResult {
  if (one(database, 'SELECT 1 FROM sources WHERE sha256 = ?', source.sha256) !== null)
    return { outcome: 'known', newDocuments: 0, mergedDocuments: 0, warnings: 0 };
  const issueId = parsed.issue === null ? null : writeIssue(database, parsed.issue);
  const sourceId = writeSource(database, source, { importedAt, issueId });
  writePages(database, sourceId, parsed.pages ?? []);
  const merged = parsed.documents.filter((document) => fileDocument(database, document, { sourceId, issueId })).length;
  const fresh = parsed.documents.length - merged;
  return {
    outcome: fresh > 0 || merged === 0 ? 'new' : 'merged',
    newDocuments: fresh,
    mergedDocuments: merged,
    warnings: parsed.problems.length + parsed.documents.reduce((sum, { problems }) => sum + problems.length, 0),
  };
}

function writeSource(
  database: Database,
  source: NewSource,
  { importedAt, issueId }: { readonly importedAt: string; readonly issueId: string | null },
): string {
  const id = source.sha256.slice(0, 16);
  const { sha256, fileName, path, size, mediaType, encoding } = source;
  run(
    database,
    `INSERT INTO sources (id, sha256, file_name, path, size, media_type, encoding, imported_at, issue_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    sha256,
    fileName,
    path,
    size,
    mediaType,
    encoding,
    importedAt,
    issueId,
  );
  return id;
}
