/** The catalogue on SQLite: opens the file and hands every question to the file that answers it. */
import { AppError } from '../errors.ts';
import type { Catalogue, CatalogueCounts } from './catalogue.ts';
import { lastChange } from './changes.ts';
import { countCitations, readCitation, readCitationsFrom, readCitationsTo } from './citing.ts';
import { addToBatch, beginBatch, readBatches, undoPart } from './correction-batches.ts';
import { correctDocument, readActiveCorrections, readJournal } from './corrections.ts';
import { type Database, guard, inTransaction, openDatabase, SCHEMA } from './database.ts';
import * as documents from './documents.ts';
import { fileSource } from './filing.ts';
import { readCitedProvisions, readReferences } from './internal.ts';
import { readDocumentsOfIssue, readIssue, readIssues } from './issues.ts';
import { readJudgement, readValidity } from './judging.ts';
import { readLineage } from './lineage.ts';
import { ensureNames } from './names-index.ts';
import { dismissPair, readNearPairs } from './near-duplicates.ts';
import { readNeighbourhood } from './neighbourhood.ts';
import { clearOutbox, readOutbox, refillOutbox } from './outbox.ts';
import { readPages } from './pages.ts';
import { readPreview } from './preview.ts';
import { refileSource } from './refiling.ts';
import { Resolver } from './resolving.ts';
import { toSource } from './rows.ts';
import { one, run } from './statements.ts';
import { readWanted, type WantedDocument } from './wanted.ts';

/** The search reads the clause index through `database`, and the importer keeps its runs there; nobody else uses it. */
export interface CatalogueStore extends Catalogue {
  readonly database: Database;
}

/** Throws library_newer, library_read_only, library_damaged or disk_full. `now` gives the time of an import. */
export function openCatalogue(file: string, now: () => Date = () => new Date()): CatalogueStore {
  const database = openDatabase(file);
  guard(file, () => ensureNames(database));
  let wanted: { readonly revision: number; readonly documents: readonly WantedDocument[] } | null = null;
  const store: CatalogueStore = {
    database,
    path: file,
    schema: SCHEMA,
    get revision() {
      return lastChange(database);
    },
    sourceBySha256: (sha256) => {
      const row = one(database, 'SELECT * FROM sources WHERE sha256 = ?', sha256);
      return row && toSource(row);
    },
    source: (id) => {
      const row = one(database, 'SELECT * FROM sources WHERE id = ?', id);
      return row && toSource(row);
    },
    file: (source, parsed, within) => {
      const result = guard(file, () =>
        inTransaction(database, () => {
          const filed = fileSource(database, source, parsed, now().toISOString());
          within?.(filed);
          return filed;
        }),
      );
      return result;
    },
    refile: (sourceId, parsed, within) => {
      if (store.source(sourceId) === null) throw new AppError('not_found', { what: sourceId });
      const result = guard(file, () =>
        inTransaction(database, () => {
          const refiled = refileSource(database, sourceId, parsed);
          within?.(refiled);
          return refiled;
        }),
      );
      return result;
    },
    document: (id) => documents.readDocument(database, 'WHERE id = ?', id),
    documentByKey: (key) => documents.readDocument(database, 'WHERE key = ?', key),
    documentsByNumber: (number) => documents.readDocuments(database, 'WHERE number = ? ORDER BY key', number),
    titles: () => documents.readTitles(database),
    resolve: (cited, on) => new Resolver(database).resolve(cited, { id: '', on, issuers: [] }),
    documentsByTitle: (title) => documents.readDocumentsByTitle(database, title),
    documents: (ids) => ids.flatMap((id) => store.document(id) ?? []),
    body: (id) => documents.readBody(database, id),
    provisions: (id) => documents.readProvisions(database, id),
    sources: (id) => documents.readSources(database, id),
    documentsOfSource: (sourceId) => documents.readDocumentsOfSource(database, sourceId),
    pages: (sourceId) => readPages(database, sourceId),
    problems: (id) => documents.readProblems(database, id),
    sourcesWithProblem: (code) => documents.readSourcesWithProblem(database, code),
    facts: () => documents.readFacts(database),
    citationsFrom: (id) => readCitationsFrom(database, id),
    citationsTo: (id) => readCitationsTo(database, id),
    citation: (id) => readCitation(database, id),
    citationCounts: (id) => countCitations(database, id),
    references: (id) => readReferences(database, id),
    citedProvisions: (id) => readCitedProvisions(database, id),
    preview: (id, ordinals) => readPreview(database, id, ordinals),
    wanted: () => {
      const revision = lastChange(database);
      if (wanted?.revision !== revision) wanted = { revision, documents: readWanted(database) };
      return wanted.documents;
    },
    validity: (id, day) => readValidity(database, id, day),
    judgement: (id, day) => readJudgement(database, id, day),
    lineage: (id, day) => readLineage(database, id, day),
    neighbourhood: (id, request) => readNeighbourhood(database, id, request),
    correct: (id, change) => {
      guard(file, () =>
        inTransaction(database, () => correctDocument(database, id, { ...change, at: now().toISOString() })),
      );
    },
    beginBatch: (id, name) => guard(file, () => beginBatch(database, { id, name, at: now().toISOString() })),
    addToBatch: (id, changes) => {
      guard(file, () => inTransaction(database, () => addToBatch(database, id, changes, now().toISOString())));
    },
    undoPart: (id, most) => {
      const left = guard(file, () => inTransaction(database, () => undoPart(database, id, most, now().toISOString())));
      return left;
    },
    batches: () => readBatches(database),
    sourceNames: () => documents.readSourceNames(database),
    corrections: (id) => readActiveCorrections(database, id),
    correctionJournal: (id) => readJournal(database, id),
    nearPairs: (page) => readNearPairs(database, page),
    dismissPair: (ids, dismissed) => guard(file, () => dismissPair(database, ids, dismissed)),
    issues: () => readIssues(database),
    issue: (id) => readIssue(database, id),
    documentsOfIssue: (id) => readDocumentsOfIssue(database, id),
    outbox: (limit) => readOutbox(database, limit),
    clearOutbox: (sequences) => guard(file, () => clearOutbox(database, sequences)),
    refillOutbox: () => guard(file, () => refillOutbox(database)),
    counts: () => readCounts(database),
    setting: (name) => {
      const row = one(database, 'SELECT value FROM settings WHERE name = ?', name);
      return row && String(row.value);
    },
    setSetting: (name, value) => guard(file, () => void run(database, WRITE_SETTING, name, value)),
    close: () => void database.close(),
  };
  return store;
}

const WRITE_SETTING = 'INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';

function readCounts(database: Database): CatalogueCounts {
  const row = one(
    database,
    `SELECT count(*) AS documents, coalesce(sum(characters), 0) AS characters, coalesce(sum(provision_count), 0) AS provisions,
       (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM issues) AS issues,
       (SELECT count(*) FROM citations) AS citations, (SELECT count(DISTINCT document_key) FROM outbox) AS pending FROM documents`,
  );
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    documents: count('documents'),
    provisions: count('provisions'),
    sources: count('sources'),
    issues: count('issues'),
    characters: count('characters'),
    citations: count('citations'),
    indexPending: count('pending'),
  };
}
