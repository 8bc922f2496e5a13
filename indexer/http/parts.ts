/** What the routes are given to answer from; service.ts puts it together. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Aligned, AlignJob } from '../aligning/align-texts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type {
  FacetName,
  FacetRequest,
  FacetResponse,
  MatchesResponse,
  SearchRequest,
  SearchResponse,
  SuggestResponse,
} from '../contract.ts';
import type { Conversion } from '../converting/conversion.ts';
import type { Dictionary } from '../dictionary.ts';
import type { EngineHealth } from '../engine/search-engine.ts';
import type { FiledEntry } from '../importing/entries.ts';
import type { Recognition } from '../importing/recognition.ts';
import type { Watcher } from '../importing/watcher.ts';
import type { Importer } from '../importing.ts';
import type { PageImage } from '../pages/encode-page.ts';
import type { Entry } from '../read/entry.ts';
import type { Sidecars } from '../sidecars.ts';

export interface SearchService {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse>;
  facet(name: FacetName, request: SearchRequest, wanted: FacetRequest): FacetResponse;
  suggest(request: { q: string; limit: number }): Promise<SuggestResponse>;
  matches(documentId: string, q: string): MatchesResponse;
}

export interface Parts {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly search: SearchService;
  readonly dictionary: Dictionary;
  readonly importer: Importer;
  readonly recognition: Recognition;
  readonly watcher: Watcher;
  readonly sidecars: Sidecars;
  readonly conversion: Conversion;
  readonly engineHealth: () => EngineHealth;
  readonly libraryFolder: string;
  /** Puts two texts side by side without keeping the service from answering. */
  readonly align: (job: AlignJob) => Promise<Aligned>;
  /** Path of a kept original, by its SHA-256. */
  readonly originalPath: (sha256: string) => string;
  /** The picture of a page of an original, at so many pixels an inch. Throws what PagePool.image throws. */
  readonly pageImage: (sha256: string, page: number, dpi: number) => Promise<PageImage>;
  /** Makes a new empty folder in the library for one upload. */
  readonly uploadFolder: () => Promise<string>;
  /** Folder of the sample gazettes, or null. */
  readonly samples: string | null;
  /** Empties the search index and fills it again from the catalogue; returns before it is full. */
  readonly reindex: () => Promise<void>;
  /** Files a document that was entered by hand. */
  readonly enter: (entry: Entry) => Promise<FiledEntry>;
  /** To be called after a change of documents: the index has something to take in. */
  readonly documentsChanged: () => void;
  /** ISO day of the user's clock. */
  readonly today: () => string;
}

/** The server with our schemas known to its types. */
export type Server = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  import('fastify').FastifyBaseLogger,
  ZodTypeProvider
>;
