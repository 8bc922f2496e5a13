/** The sources of a library as files of a run that parses them again. */
import { type Database, guard, inTransaction } from '../catalogue/database.ts';
import { all, run } from '../catalogue/statements.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import type { ReparseRequest } from '../contract.ts';
import { AppError } from '../errors.ts';
import { formatOfName } from './estimate.ts';
import type { ListedFile, RunLog } from './run-log.ts';

/** A run over the sources named, or all; its id. One transaction, so that a crash leaves the whole list or no run. */
export function listReparse(catalogue: CatalogueStore, log: RunLog, { sources, encoding }: ReparseRequest): string {
  const { database, path } = catalogue;
  const wanted = sources?.map((id) => {
    const source = catalogue.source(id);
    if (source === null) throw new AppError('not_found', { what: id });
    return source.sha256;
  });
  return guard(path, () =>
    inTransaction(database, () => {
      if (encoding !== undefined) for (const sha256 of wanted ?? []) giveEncoding(database, sha256, encoding);
      const id = log.create([], { kind: 'reparse' });
      log.addFiles(id, listSources(database, wanted));
      log.setScanned(id, 0);
      return id;
    }),
  );
}

/** How a text is to be read from now on; null: as the reader guesses. */
function giveEncoding(database: Database, sha256: string, encoding: string | null): void {
  if (encoding === null) run(database, 'DELETE FROM given_encodings WHERE sha256 = ?', sha256);
  else run(database, 'INSERT OR REPLACE INTO given_encodings VALUES (?, ?)', sha256, encoding);
}

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
