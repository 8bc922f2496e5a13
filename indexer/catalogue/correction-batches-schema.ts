/** Tables of corrections that were made together; a step of a batch is a step of the journal. */
export const correctionBatchesMigration = `
CREATE TABLE correction_batches (id TEXT PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, undone_at TEXT) STRICT;
CREATE TABLE correction_batch_steps (
  sequence INTEGER PRIMARY KEY REFERENCES corrections(sequence),
  batch_id TEXT NOT NULL REFERENCES correction_batches(id), undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX correction_batch_steps_batch ON correction_batch_steps(batch_id, undone);
`;
