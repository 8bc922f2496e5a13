/** Tables of 更正: the journal, and what was read of the fields that are set by hand. */
export const correctionsMigration = `
-- value is JSON; NULL takes the field back to what was read.
CREATE TABLE corrections (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT, note TEXT, at TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_document ON corrections(document_id, field);
-- What the leading source says in the fields that are set by hand, as JSON; number and title also as keys, to know the document again.
CREATE TABLE read_values (
  document_key INTEGER PRIMARY KEY REFERENCES documents(key) ON DELETE CASCADE,
  fields TEXT NOT NULL, number TEXT, title_key TEXT
) STRICT;
CREATE INDEX read_values_number ON read_values(number) WHERE number IS NOT NULL;
`;
