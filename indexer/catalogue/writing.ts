/** Files a parsed source: source, issue, documents (merged where known), index rows and outbox. The store makes it one transaction. */
import { createHash } from 'node:crypto';
import type { Issue, ParsedDocument, ParsedFile } from '../model.ts';
import { bareTitleKey, titleKey } from '../text/title-key.ts';
import type { FilingResult, SourceRecord } from './catalogue.ts';
import { removeClauses, writeClauses } from './clause-index.ts';
import type { Database } from './database.ts';
import { documentId, isBetterText, isSameText } from './identity.ts';
import type { Row } from './rows.ts';

export type NewSource = Omit<SourceRecord, 'id' | 'importedAt' | 'issueId'>;

interface Known {
  readonly key: number;
  readonly id: string;
  readonly repairs: number;
  readonly body: string;
  readonly issueId: string | null;
}

export function fileParsed(
  database: Database,
  source: NewSource,
  parsed: ParsedFile,
  importedAt: string,
): FilingResult {
  const sourceId = source.sha256.slice(0, 16);
  if (database.prepare('SELECT 1 FROM sources WHERE sha256 = ?').get(source.sha256)) {
    return { outcome: 'known', newDocuments: 0, mergedDocuments: 0, warnings: 0 };
  }
  const issueId = parsed.issue === null ? null : writeIssue(database, parsed.issue);
  database
    .prepare(
      'INSERT INTO sources (id, sha256, file_name, path, size, media_type, encoding, imported_at, issue_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      sourceId,
      source.sha256,
      source.fileName,
      source.path,
      source.size,
      source.mediaType,
      source.encoding,
      importedAt,
      issueId,
    );
  let merged = 0;
  for (const document of parsed.documents) if (fileDocument(database, document, sourceId, issueId)) merged += 1;
  const fresh = parsed.documents.length - merged;
  const warnings = parsed.problems.length + parsed.documents.reduce((sum, { problems }) => sum + problems.length, 0);
  return {
    outcome: fresh > 0 || merged === 0 ? 'new' : 'merged',
    newDocuments: fresh,
    mergedDocuments: merged,
    warnings,
  };
}

function writeIssue(database: Database, issue: Issue): string {
  const identity = [issue.publication, issue.year, issue.number ?? `t${issue.totalNumber}`].join('|');
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  database
    .prepare(
      `INSERT INTO issues (id, publication, year, number, total_number, published_on) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET total_number = coalesce(total_number, excluded.total_number), published_on = coalesce(published_on, excluded.published_on)`,
    )
    .run(id, issue.publication, issue.year, issue.number, issue.totalNumber, issue.publishedOn);
  return id;
}

/** True when the document was merged into one that the catalogue had. */
function fileDocument(database: Database, document: ParsedDocument, sourceId: string, issueId: string | null): boolean {
  const candidates = findCandidates(database, document);
  const known = candidates.find(({ body }) => isSameText(body, document.body));
  if (known === undefined) {
    const conflict = document.number !== null && candidates.length > 0;
    const key = insertDocument(database, document, issueId, conflict);
    if (conflict)
      for (const other of candidates)
        database.prepare('UPDATE documents SET conflict = 1 WHERE key = ?').run(other.key);
    linkSource(database, key, sourceId, document, true);
    return false;
  }
  const leads = isBetterText(document, known);
  linkSource(database, known.key, sourceId, document, leads);
  if (known.issueId === null && issueId !== null)
    database.prepare('UPDATE documents SET issue_id = ? WHERE key = ?').run(issueId, known.key);
  if (leads) replaceText(database, known, document);
  else announce(database, known.key, known.id, 'put');
  return true;
}

function findCandidates(database: Database, document: ParsedDocument): Known[] {
  const rows =
    document.number !== null
      ? database
          .prepare('SELECT key, id, repairs, body, issue_id FROM documents WHERE number = ? ORDER BY key')
          .all(document.number)
      : database
          .prepare(
            'SELECT key, id, repairs, body, issue_id FROM documents WHERE title_key = ? AND number IS NULL AND written_on IS ? ORDER BY key',
          )
          .all(titleKey(document.title), document.writtenOn);
  return (rows as Row[]).map((row) => ({
    key: Number(row.key),
    id: String(row.id),
    repairs: Number(row.repairs),
    body: String(row.body),
    issueId: row.issue_id === null || row.issue_id === undefined ? null : String(row.issue_id),
  }));
}

function insertDocument(
  database: Database,
  document: ParsedDocument,
  issueId: string | null,
  conflict: boolean,
): number {
  let id = documentId(document);
  for (let salt = 2; database.prepare('SELECT 1 FROM documents WHERE id = ?').get(id); salt += 1)
    id = documentId(document, String(salt));
  const columns = documentColumns(document);
  const names = Object.keys(columns);
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO documents (id, issue_id, conflict, ${names.join(', ')}) VALUES (?, ?, ?, ${names.map(() => '?').join(', ')})`,
    )
    .run(id, issueId, conflict ? 1 : 0, ...Object.values(columns));
  const key = Number(lastInsertRowid);
  writeText(database, key, document);
  announce(database, key, id, 'put');
  return key;
}

function replaceText(database: Database, known: Known, document: ParsedDocument): void {
  const columns = documentColumns(document);
  const names = Object.keys(columns);
  database
    .prepare(`UPDATE documents SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE key = ?`)
    .run(...Object.values(columns), known.key);
  for (const table of ['provisions', 'citations', 'document_topics', 'attached_titles'])
    database.prepare(`DELETE FROM ${table} WHERE document_key = ?`).run(known.key);
  removeClauses(database, known.key);
  writeText(database, known.key, document);
  announce(database, known.key, known.id, 'put');
}

function documentColumns(document: ParsedDocument): Record<string, string | number | null> {
  return {
    title: document.title,
    title_key: titleKey(document.title),
    bare_title_key: bareTitleKey(document.title),
    number: document.number,
    type: document.type,
    addressee: document.addressee,
    written_on: document.writtenOn,
    printed_on: document.printedOn,
    effective_on: document.effectiveOn,
    expires_on: document.expiresOn,
    registration: document.registration,
    issuers: JSON.stringify(document.issuers),
    attached: JSON.stringify(document.attached),
    attachments: JSON.stringify(document.attachments),
    notes: JSON.stringify(document.notes),
    copies_to: document.copiesTo,
    evidence: JSON.stringify(document.evidence),
    problems: JSON.stringify(document.problems),
    body: document.body,
    repairs: document.repairs,
  };
}

function writeText(database: Database, key: number, document: ParsedDocument): void {
  const addProvision = database.prepare('INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { ordinal, kind, label, path, depth, parent, clause, span, lines, page } of document.provisions) {
    addProvision.run(
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
  const addCitation = database.prepare(
    'INSERT INTO citations (document_key, number, title, title_key, relation, quote, trigger_words, pin, path, provision, start, length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { number, title, relation, quote, trigger, pin, in: path, provision, span } of document.citations) {
    const start = span?.start ?? null;
    addCitation.run(
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
      start,
      span === null ? null : span.end - span.start,
    );
  }
  const addTopic = database.prepare('INSERT INTO document_topics VALUES (?, ?, ?, ?)');
  for (const [rank, { subject, score }] of document.topics.entries()) addTopic.run(key, rank, subject, score);
  const addTitle = database.prepare('INSERT OR IGNORE INTO attached_titles VALUES (?, ?)');
  for (const title of document.attached) addTitle.run(bareTitleKey(title), key);
  writeClauses(database, { key, ...document });
}

function linkSource(database: Database, key: number, sourceId: string, document: ParsedDocument, leads: boolean): void {
  if (leads) database.prepare('UPDATE document_sources SET leads = 0 WHERE document_key = ?').run(key);
  database
    .prepare('INSERT OR REPLACE INTO document_sources VALUES (?, ?, ?, ?, ?)')
    .run(key, sourceId, document.lines[0], document.lines[1], leads ? 1 : 0);
}

function announce(database: Database, key: number, id: string, change: 'put' | 'delete'): void {
  database.prepare('INSERT INTO outbox (document_key, document_id, change) VALUES (?, ?, ?)').run(key, id, change);
}
