/** Tables of what OCR has still to read, and of what it has read; and of encodings that were given by hand. */
export const recognitionMigration = `
CREATE TABLE recognition_files (
  sha256 TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE,
  file_name TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
  -- The file of the import that waits for it, to be told what became of it.
  run_id TEXT, position INTEGER,
  filed INTEGER NOT NULL DEFAULT 0, problem TEXT
) STRICT;
CREATE TABLE recognition_pages (
  sha256 TEXT NOT NULL REFERENCES recognition_files(sha256) ON DELETE CASCADE,
  page INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'waiting',
  -- JSON of the lines; kept, so that parsing again need not recognise again.
  lines TEXT, milliseconds INTEGER, problem TEXT,
  PRIMARY KEY (sha256, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX recognition_pages_state ON recognition_pages(state);
CREATE TABLE given_encodings (sha256 TEXT PRIMARY KEY, encoding TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
