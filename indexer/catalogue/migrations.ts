/** The catalogue's schema as an ordered list of steps; a step that has been released is never changed. */
import { changesMigration } from './changes.ts';
import { clauseIndexMigration } from './clause-index.ts';
import { correctionBatchesMigration } from './correction-batches-schema.ts';
import { correctionsMigration } from './corrections-schema.ts';
import { foundSidecarsMigration, settledSidecarsMigration } from './found-sidecars-schema.ts';
import { importOutcomesMigration } from './import-outcomes-schema.ts';
import { importingMigration } from './importing-schema.ts';
import { namesMigration } from './names-schema.ts';
import { nearMigration } from './near-schema.ts';
import { pagesMigration } from './pages.ts';
import { headingsMigration } from './question-view.ts';
import { recognitionMigration } from './recognition-schema.ts';
import { secondTopicsMigration } from './second-topics.ts';
import { watchedMigration } from './watched.ts';

const CATALOGUE = `
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  publication TEXT, year INTEGER, number INTEGER, total_number INTEGER, published_on TEXT
) STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
  media_type TEXT NOT NULL, encoding TEXT, imported_at TEXT NOT NULL,
  issue_id TEXT REFERENCES issues(id)
) STRICT;

CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, title_key TEXT NOT NULL, bare_title_key TEXT NOT NULL,
  number TEXT, type TEXT, addressee TEXT,
  written_on TEXT, printed_on TEXT, effective_on TEXT, expires_on TEXT, registration TEXT,
  issuers TEXT NOT NULL, attached TEXT NOT NULL, attachments TEXT NOT NULL, notes TEXT NOT NULL, copies_to TEXT,
  evidence TEXT NOT NULL, problems TEXT NOT NULL,
  characters INTEGER NOT NULL, provision_count INTEGER NOT NULL,
  repairs INTEGER NOT NULL, conflict INTEGER NOT NULL DEFAULT 0,
  issue_id TEXT REFERENCES issues(id),
  -- Last, because whatever stands behind a long text is read through it.
  body TEXT NOT NULL
) STRICT;
CREATE INDEX documents_number ON documents(number) WHERE number IS NOT NULL;
CREATE INDEX documents_title ON documents(title_key);
CREATE INDEX documents_bare_title ON documents(bare_title_key);
CREATE INDEX documents_issue ON documents(issue_id);

-- Titles of texts that a document issues with itself: a citation of the 办法 means the notice that issued it.
CREATE TABLE attached_titles (
  title_key TEXT NOT NULL, document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  PRIMARY KEY (title_key, document_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_sources (
  document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES sources(id),
  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL, leads INTEGER NOT NULL,
  PRIMARY KEY (document_key, source_id, first_line)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_sources_source ON document_sources(source_id);

-- The text of a provision is body[start, start + length): it is kept once.
CREATE TABLE provisions (
  document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL, label TEXT NOT NULL, path TEXT NOT NULL, depth INTEGER NOT NULL,
  parent INTEGER, clause INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
  first_line INTEGER, last_line INTEGER, page INTEGER,
  PRIMARY KEY (document_key, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  number TEXT, title TEXT, title_key TEXT, relation TEXT NOT NULL, quote TEXT NOT NULL, trigger_words TEXT, pin TEXT,
  path TEXT, provision INTEGER, start INTEGER, length INTEGER
) STRICT;
CREATE INDEX citations_document ON citations(document_key);
CREATE INDEX citations_number ON citations(number) WHERE number IS NOT NULL;
CREATE INDEX citations_title ON citations(title_key) WHERE title_key IS NOT NULL;

CREATE TABLE document_topics (
  document_key INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
  rank INTEGER NOT NULL, subject TEXT NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (document_key, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_runs (
  id TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE, state TEXT NOT NULL, paths TEXT NOT NULL,
  started_at TEXT NOT NULL, finished_at TEXT, problem TEXT
) STRICT;
CREATE TABLE import_files (
  run_id TEXT NOT NULL REFERENCES import_runs(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, outcome TEXT NOT NULL,
  new_documents INTEGER NOT NULL DEFAULT 0, merged_documents INTEGER NOT NULL DEFAULT 0, warnings INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_files_outcome ON import_files(run_id, outcome);

CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  document_key INTEGER NOT NULL, document_id TEXT NOT NULL, change TEXT NOT NULL
) STRICT;
`;

export const MIGRATIONS: readonly string[] = [
  CATALOGUE,
  clauseIndexMigration,
  correctionsMigration,
  pagesMigration,
  secondTopicsMigration,
  nearMigration,
  importingMigration,
  recognitionMigration,
  watchedMigration,
  namesMigration,
  correctionBatchesMigration,
  foundSidecarsMigration,
  importOutcomesMigration,
  changesMigration,
  settledSidecarsMigration,
  headingsMigration,
];
