/** Table of the other names of documents (title-names.ts). */
export const namesMigration = `
CREATE TABLE title_names (
  key TEXT NOT NULL, kind TEXT NOT NULL,
  document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (key, document_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX title_names_document ON title_names(document_key);
-- Libraries of before this step: names-index.ts fills the table when it finds this mark.
INSERT INTO settings VALUES ('title-names', 'missing') ON CONFLICT (name) DO UPDATE SET value = excluded.value;
`;
