/** The sources of a library as files of a run that parses them again. */
import type { Database } from '../catalogue/database.ts';
import { all } from '../catalogue/statements.ts';
import { formatOfName } from './estimate.ts';
import type { ListedFile } from './run-log.ts';

/** Those of the given SHA-256, or all, in the order in which they came. */
export function listSources(database: Database, only: readonly string[] | null = null): ListedFile[] {
  const rows = all(
    database,
    `SELECT sha256, file_name, path, size FROM sources
     WHERE ?1 OR sha256 IN (SELECT value FROM json_each(?2)) ORDER BY imported_at, id`,
    only === null ? 1 : 0,
    JSON.stringify(only ?? []),
  );
  return rows.map((row) => {
    const name = String(row.file_name);
    const path = String(row.path);
    return {
      path,
      name,
      size: Number(row.size),
      format: formatOfName(name),
      sha256: String(row.sha256),
      failure: null,
    };
  });
}
