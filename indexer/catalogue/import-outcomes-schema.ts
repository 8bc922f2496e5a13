/**
 * What a list of a hundred thousand files is asked for: the code of what was wrong with a file as a column, an index that
 * the counts of a run are read from alone, and 待转换 as an outcome of its own, which used to be `new` with a remark.
 */
export const importOutcomesMigration = `
ALTER TABLE import_files ADD COLUMN code TEXT;
UPDATE import_files SET code = json_extract(problem, '$.code') WHERE problem IS NOT NULL;
UPDATE import_files SET outcome = 'unconverted' WHERE code = 'file_needs_converter' AND outcome IN ('new', 'merged');
DROP INDEX import_files_outcome;
CREATE INDEX import_files_outcome
  ON import_files(run_id, outcome, format, code, size, new_documents, merged_documents, warnings);
`;
