/** Tables of near-duplicates: by what they are found, which pairs there are, and which documents are hidden. */
export const nearMigration = `
CREATE TABLE sketch_bands (
  band INTEGER NOT NULL, document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (band, document_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_bands_document ON sketch_bands(document_key);
-- By id, so that what a librarian decided holds for a document that is parsed again; first is the smaller of the two.
CREATE TABLE near_pairs (
  first_id TEXT NOT NULL, second_id TEXT NOT NULL, similarity REAL NOT NULL, dismissed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (first_id, second_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE hidden_documents (document_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;
