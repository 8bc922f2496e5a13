/**
 * What the catalogue promises, without saying how it is kept (store.ts does, in SQLite).
 * All calls are synchronous and short; writes are one transaction each.
 */

import type { InternalReference } from '../citations/references.ts';
import type {
  Citation,
  Issue,
  ParsedDocument,
  ParsedFile,
  PrintedPage,
  Provision,
  Span,
  TopicSuggestion,
  Validity,
} from '../model.ts';
import type { ActiveCorrection, CorrectableField, CorrectionEntry, Corrections } from './correction.ts';
import type { BatchChange, CorrectionBatch } from './correction-batches.ts';
import type { CitedProvision } from './internal.ts';
import type { Lineage } from './lineage.ts';
import type { NearPair } from './near-duplicates.ts';
import type { Neighbourhood, NeighbourhoodRequest } from './neighbourhood.ts';
import type { Preview } from './preview.ts';
import type { Cited, Resolution } from './resolving.ts';
import type { Judgement } from './validity.ts';
import type { WantedDocument } from './wanted.ts';

/** A file as kept in originals/. */
export interface SourceRecord {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly path: string;
  readonly size: number;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly importedAt: string;
  readonly issueId: string | null;
}

export type SourceName = Pick<SourceRecord, 'id' | 'fileName' | 'path'>;

export interface IssueRecord extends Issue {
  readonly id: string;
  readonly documents: number;
}

/** One document of the catalogue; its text and outline are read apart, because lists do not need them. */
export interface DocumentRecord
  extends Omit<ParsedDocument, 'body' | 'provisions' | 'citations' | 'lines' | 'topics' | 'problems'> {
  /** Public, stable: the same document gets the same id in every library. */
  readonly id: string;
  /** Small integer of this library, used by the clause index and the facets. */
  readonly key: number;
  readonly topics: readonly TopicSuggestion[];
  readonly issueId: string | null;
  readonly characters: number;
  readonly provisionCount: number;
  readonly conflict: boolean;
}

export interface ProvisionRecord extends Provision {
  /** `<document id>-<ordinal>` */
  readonly id: string;
}

/** A source of a document: which lines of which file. */
export interface DocumentSource extends SourceRecord {
  /** 0 for a format without pages. */
  readonly pages: number;
  readonly lines: readonly [number, number];
  readonly leads: boolean;
}

/** What a citation means, and which provisions of it. */
export interface CitationResolution extends Resolution {
  /** Ordinals of the provisions that are meant. */
  readonly provisions: readonly number[];
  /** Clauses named that the text does not have. */
  readonly missing: readonly string[];
}

export interface CitationRecord extends Citation {
  readonly id: string;
  readonly documentId: string;
  /** Where the mention stands in the text of its provision; null in the title. */
  readonly place: Span | null;
  readonly resolution: CitationResolution;
  /** Days of the document that it stands in. */
  readonly citing: { readonly writtenOn: string | null; readonly effectiveOn: string | null };
  /** The cited document when the library has exactly one that fits. */
  readonly targetId: string | null;
}

/** Stands between a subject and its second level; no subject has it in its name. */
export const SECOND_TOPIC = '/';

/** The facet values of a document, held in memory by the search. */
export interface DocumentFacts {
  readonly key: number;
  readonly id: string;
  readonly issuers: readonly string[];
  readonly year: number | null;
  readonly type: string | null;
  readonly topics: readonly string[];
  /** 城乡建设、环境保护/城乡建设（含住房）: the second level with its subject before it. */
  readonly secondTopics: readonly string[];
  readonly issueIds: readonly string[];
  readonly writtenOn: string | null;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
}

/** What a librarian changes of a document, and why. */
export interface CorrectionChange {
  readonly set: Corrections;
  readonly takeBack: readonly CorrectableField[];
  readonly note: string | null;
}

/** What became of the documents of a file. */
export interface FilingResult {
  readonly outcome: 'new' | 'known' | 'merged';
  readonly newDocuments: number;
  readonly mergedDocuments: number;
  readonly warnings: number;
}

/** What parsing a source again changed. */
export interface RefilingResult {
  readonly changes: {
    /** Titles. */
    readonly added: string[];
    readonly gone: string[];
    readonly changed: { readonly id: string; readonly title: string; readonly fields: string[] }[];
  };
  /** SHA-256 of sources that lead a document from now on, and whose text of it is to be read again. */
  readonly again: readonly string[];
  readonly warnings: number;
}

/** A row of the outbox: the index must learn that this document was written or removed. */
export interface OutboxEntry {
  readonly sequence: number;
  readonly documentId: string;
  readonly documentKey: number;
  readonly change: 'put' | 'delete';
  /** How long the document is now; 0 when there is none. */
  readonly characters: number;
}

export interface CatalogueCounts {
  readonly documents: number;
  readonly provisions: number;
  readonly sources: number;
  readonly issues: number;
  readonly characters: number;
  readonly citations: number;
  readonly indexPending: number;
}

export interface Catalogue {
  readonly path: string;
  readonly schema: number;
  /** Grows with every change of a document; what is cached from the catalogue is stale when it differs. */
  readonly revision: number;

  sourceBySha256(sha256: string): SourceRecord | null;
  source(id: string): SourceRecord | null;
  /** Files everything that one source gave: source, issue, documents (merged where known), provisions, citations, topics, outbox. One transaction; what `within` writes to the same database is part of it. */
  file(
    source: Omit<SourceRecord, 'id' | 'importedAt' | 'issueId'>,
    parsed: ParsedFile,
    within?: (result: FilingResult) => void,
  ): FilingResult;

  /** Files a source anew that was parsed again. One transaction, `within` part of it. Throws not_found. */
  refile(sourceId: string, parsed: ParsedFile, within?: (result: RefilingResult) => void): RefilingResult;

  document(id: string): DocumentRecord | null;
  documentByKey(key: number): DocumentRecord | null;
  documentsByNumber(number: string): readonly DocumentRecord[];
  /** Every document's title. */
  titles(): readonly { readonly id: string; readonly title: string }[];
  /** By title, with or without 中华人民共和国, or by the title of a text issued with them; the newest first. */
  documentsByTitle(title: string): readonly DocumentRecord[];
  /** What a text written on that day, by nobody known, means by these words. */
  resolve(cited: Cited, on: string): Resolution;
  /** In the order of the ids; unknown ids are left out. */
  documents(ids: readonly string[]): readonly DocumentRecord[];
  body(id: string): string | null;
  provisions(id: string): readonly ProvisionRecord[];
  sources(id: string): readonly DocumentSource[];
  /** Its pages in order; none for a format without pages. */
  pages(sourceId: string): readonly PrintedPage[];
  /** Documents that stand in a source, in their order there. */
  documentsOfSource(sourceId: string): readonly DocumentRecord[];
  citationsFrom(id: string): readonly CitationRecord[];
  citationsTo(id: string): readonly CitationRecord[];
  citation(id: string): CitationRecord | null;
  citationCounts(id: string): { readonly out: number; readonly in: number };
  /** 本办法第十二条, 前款: references inside the document. */
  references(id: string): readonly InternalReference[];
  /** How often each provision is cited; the others are left out. */
  citedProvisions(id: string): readonly CitedProvision[];
  preview(id: string, ordinals: readonly number[]): Preview | null;
  /** 被引而未收, most cited first. */
  wanted(): readonly WantedDocument[];
  /** Validity with everything that speaks for and against it. */
  judgement(id: string, day: string): Judgement;
  lineage(id: string, day: string): Lineage;
  neighbourhood(id: string, request: NeighbourhoodRequest): Neighbourhood;
  problems(id: string): ParsedDocument['problems'];
  /** Ids of sources that lead a document which has a problem of that code. */
  sourcesWithProblem(code: string): readonly string[];
  /** Validity on a day, with its proof. */
  validity(id: string, day: string): Validity;
  facts(): readonly DocumentFacts[];

  /** Sets fields by hand, or takes them back to what was read. One transaction. Throws not_found. */
  correct(id: string, change: CorrectionChange): void;
  /** Begins a batch of corrections that can be taken back together. */
  beginBatch(id: string, name: string): void;
  /** One transaction. Throws not_found. */
  addToBatch(id: string, changes: readonly BatchChange[]): void;
  /** Takes back so many steps of a batch; whether some are left. One transaction. Throws not_found. */
  undoPart(id: string, most: number): boolean;
  /** Newest first. */
  batches(): readonly CorrectionBatch[];
  /** Names of all files with the ids of their sources, in parts. */
  sourceNames(): Iterable<readonly SourceName[]>;
  /** What is set by hand now, beside what was read. */
  corrections(id: string): readonly ActiveCorrection[];
  /** Every step that was ever taken, newest first. */
  correctionJournal(id: string): readonly CorrectionEntry[];

  /** Documents whose texts are nearly the same. */
  nearPairs(page: { readonly dismissed: boolean; readonly offset: number; readonly limit: number }): {
    readonly total: number;
    readonly pairs: readonly NearPair[];
  };
  /** A librarian says that a pair is none, or takes that back; false when there is no such pair. */
  dismissPair(ids: readonly [string, string], dismissed: boolean): boolean;

  issues(): readonly IssueRecord[];
  issue(id: string): IssueRecord | null;
  documentsOfIssue(id: string): readonly DocumentRecord[];

  outbox(limit: number): readonly OutboxEntry[];
  clearOutbox(sequences: readonly number[]): void;
  /** Puts every document into the outbox again. */
  refillOutbox(): void;

  counts(): CatalogueCounts;
  setting(name: string): string | null;
  setSetting(name: string, value: string): void;
  close(): void;
}
