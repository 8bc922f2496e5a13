/** Tables of metadata that lay among the files of an import; kept in originals/ like them, applied only when someone asks. */
export const foundSidecarsMigration = `
CREATE TABLE found_sidecars (
  run_id TEXT NOT NULL REFERENCES import_runs(id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
  PRIMARY KEY (run_id, sha256)
) STRICT, WITHOUT ROWID;
`;

/** What was made of such a table, so that it is offered once: it was applied, or somebody did not want it. */
export const settledSidecarsMigration = 'ALTER TABLE found_sidecars ADD COLUMN settled TEXT;';
