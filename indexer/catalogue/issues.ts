/** Issues of gazettes: which one a source is, and which documents it prints. */
import { createHash } from 'node:crypto';
import type { Issue } from '../model.ts';
import type { DocumentRecord, IssueRecord } from './catalogue.ts';
import type { Database } from './database.ts';
import { readDocuments } from './documents.ts';
import { toIssue } from './rows.ts';
import { all, one, run } from './statements.ts';

/** Gives the id of the issue, the same in every library; what an earlier printing did not say is filled in. */
export function writeIssue(database: Database, issue: Issue): string {
  const identity = [issue.publication, issue.year, issue.number ?? `t${issue.totalNumber}`].join('|');
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  run(
    database,
    `INSERT INTO issues (id, publication, year, number, total_number, published_on) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET total_number = coalesce(total_number, excluded.total_number),
       published_on = coalesce(published_on, excluded.published_on)`,
    id,
    issue.publication,
    issue.year,
    issue.number,
    issue.totalNumber,
    issue.publishedOn,
  );
  return id;
}

const ISSUES = `SELECT i.*, count(DISTINCT ds.document_key) AS documents FROM issues i
  LEFT JOIN sources s ON s.issue_id = i.id LEFT JOIN document_sources ds ON ds.source_id = s.id`;

/** Newest first. */
export function readIssues(database: Database): IssueRecord[] {
  const order = 'ORDER BY i.year DESC, i.number DESC, i.publication, i.id';
  return all(database, `${ISSUES} GROUP BY i.id ${order}`).map(toIssue);
}

export function readIssue(database: Database, id: string): IssueRecord | null {
  const row = one(database, `${ISSUES} WHERE i.id = ? GROUP BY i.id`, id);
  return row && toIssue(row);
}

/** In the order in which they are printed. */
export function readDocumentsOfIssue(database: Database, id: string): DocumentRecord[] {
  return readDocuments(
    database,
    `JOIN (SELECT ds.document_key, min(ds.first_line) AS place FROM document_sources ds JOIN sources s ON s.id = ds.source_id
           WHERE s.issue_id = ? GROUP BY ds.document_key) printed ON printed.document_key = documents.key ORDER BY printed.place`,
    id,
  );
}
