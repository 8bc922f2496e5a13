/**
 * The port to a search engine. Nothing here is a word of Meilisearch: another engine is another adapter.
 * The engine ranks and suggests; which texts match, and how many, the catalogue's clause index decides.
 */

/** What the engine knows of one clause (or of one document as a whole: `clause` null). All text is already segmented. */
export interface IndexEntry {
  /** `<document id>` or `<provision id>` of the clause's first provision. */
  readonly id: string;
  readonly documentKey: number;
  readonly documentId: string;
  readonly clause: number | null;
  readonly number: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly issuers: readonly string[];
  readonly year: number | null;
  readonly type: string | null;
  readonly topics: readonly string[];
  readonly issueIds: readonly string[];
  readonly writtenOn: string | null;
}

export interface RankRequest {
  /** Segmented words, most informative first. */
  readonly words: readonly string[];
  readonly unit: 'document' | 'provision';
  /** Whether every word must occur. */
  readonly all: boolean;
  readonly limit: number;
}

export interface RankedEntry {
  readonly id: string;
  readonly documentId: string;
  /** Between 0 and 1. */
  readonly score: number;
}

export interface EngineHealth {
  readonly state: 'starting' | 'ready' | 'rebuilding' | 'down';
  readonly name: string;
  readonly version: string | null;
  readonly path: string | null;
  readonly reason: string | null;
}

export interface SearchEngine {
  /**
   * Replaces all entries of these documents by those given, which may come one by one; resolves when they are searchable. A
   * document without entries is gone.
   */
  index(documentIds: readonly string[], entries: AsyncIterable<IndexEntry>): Promise<void>;
  clear(): Promise<void>;
  rank(request: RankRequest, signal?: AbortSignal): Promise<readonly RankedEntry[]>;
  /** How many entries the index holds. */
  size(): Promise<number>;
  health(): EngineHealth;
}
