/** The files of import runs as pages and sums: read only. A run may have a hundred thousand, so every list is a page of it. */
import type { Database } from '../catalogue/database.ts';
import { prepared, type Value } from '../catalogue/statements.ts';
import type { ImportDetailRequest, ImportFile } from '../contract.ts';
import { type FileRow, type TotalsRow, toFile } from './run-rows.ts';

/** Files with the first document that stands in each. They are chosen first: what is passed over is looked up nowhere. */
const withDocuments = (files: string): string =>
  `SELECT f.*, d.id AS document_id, d.title AS document_title FROM (SELECT * FROM import_files WHERE ${files}) f
  LEFT JOIN documents d ON d.key = (SELECT ds.document_key FROM sources s JOIN document_sources ds ON ds.source_id = s.id
    WHERE s.sha256 = f.sha256 ORDER BY ds.first_line LIMIT 1) ORDER BY f.position`;

/** A page of the files that a request asks for, in the order of the run, and how many there are on all pages. */
export function filesOfRun(
  database: Database,
  id: string,
  { offset, limit, ...choice }: ImportDetailRequest,
): { files: ImportFile[]; total: number } {
  const { where, values } = chosen(id, choice);
  const { total } = prepared(database, `SELECT count(*) AS total FROM import_files WHERE ${where}`).get(...values) as {
    total: number;
  };
  const sql = withDocuments(`${where} ORDER BY position LIMIT ? OFFSET ?`);
  const rows = prepared(database, sql).all(...values, limit, offset) as FileRow[];
  return { files: rows.map(toFile), total };
}

export function fileOfRun(database: Database, id: string, position: number): ImportFile {
  return toFile(prepared(database, withDocuments('run_id = ? AND position = ?')).get(id, position) as FileRow);
}

/** The sums that a run is told by; read from the index alone. */
export function totalsOfRun(database: Database, id: string): TotalsRow[] {
  return prepared(
    database,
    `SELECT outcome, format, code, count(*) AS files, sum(size) AS bytes, sum(new_documents) AS fresh,
       sum(merged_documents) AS merged, sum(warnings > 0) AS warned
     FROM import_files WHERE run_id = ? GROUP BY outcome, format, code`,
  ).all(id) as TotalsRow[];
}

type Choice = Omit<ImportDetailRequest, 'offset' | 'limit'>;

/** Only the conditions that are asked for: one that holds for everything would keep the index from being used. */
function chosen(id: string, { outcome, code, q }: Choice): { where: string; values: Value[] } {
  const conditions: string[] = ['run_id = ?'];
  const values: Value[] = [id];
  if (outcome === 'warned') conditions.push('warnings > 0');
  else if (outcome !== undefined) {
    conditions.push('outcome = ?');
    values.push(outcome);
  }
  if (code !== undefined) {
    conditions.push('code = ?');
    values.push(code);
  }
  if (q !== undefined && q !== '') {
    conditions.push("name LIKE ? ESCAPE '\\'");
    values.push(`%${q.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return { where: conditions.join(' AND '), values };
}
