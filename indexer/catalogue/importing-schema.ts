/** Tables of imports that last: runs that wait or pause, files with their formats and options. */
export const importingMigration = `
ALTER TABLE import_runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'import';
ALTER TABLE import_runs ADD COLUMN confirm INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_runs ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
-- Time spent at work, without what a run was paused.
ALTER TABLE import_runs ADD COLUMN active_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_files ADD COLUMN format TEXT NOT NULL DEFAULT 'text';
ALTER TABLE import_files ADD COLUMN sha256 TEXT;
-- The encoding that a librarian gave; a password is never kept.
ALTER TABLE import_files ADD COLUMN encoding TEXT;
-- JSON: what parsing again changed.
ALTER TABLE import_files ADD COLUMN changes TEXT;
`;
