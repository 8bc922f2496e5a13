/**
 * Starts library, catalogue, engine and HTTP in that order and stops them in reverse; the only place where parts are put
 * together. A core without HTTP serves the command line where no service runs.
 */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import packageJson from '../package.json' with { type: 'json' };
import { openAlignPool } from './aligning/align-pool.ts';
import { openCatalogue } from './catalogue/store.ts';
import { openConversion } from './converting/conversion.ts';
import { openConverting } from './converting/converting.ts';
import { openDictionary } from './dictionary.ts';
import { startFeed } from './engine/feed.ts';
import { LocalEngine } from './engine/meilisearch/local-engine.ts';
import { AppError, type Language } from './errors.ts';
import { Access } from './http/access.ts';
import type { Parts } from './http/parts.ts';
import { buildServer } from './http/server.ts';
import { fileEntry } from './importing/entries.ts';
import { Foreground } from './importing/foreground.ts';
import { openImporter } from './importing/importer.ts';
import { openParsePool } from './importing/parse-pool.ts';
import { Passwords } from './importing/passwords.ts';
import { openRecognition } from './importing/recognition.ts';
import { Uploads } from './importing/uploads.ts';
import { openWatcher } from './importing/watcher.ts';
import { openWriter } from './importing/writer.ts';
import { openLibrary, originalPath, type ServiceAddress } from './library.ts';
import { openLog } from './log.ts';
import { openPagePool } from './pages/page-pool.ts';
import { createSearch } from './search/search.ts';
import { loadDictionary } from './segment/segment.ts';
import { openSidecarPool } from './sidecar/sidecar-pool.ts';
import { openSidecars } from './sidecars.ts';

export interface CoreOptions {
  readonly library: string;
  readonly language: Language;
  readonly logLevel: string;
  /** Paths of the bundled workers. */
  readonly parseWorker: string;
  readonly pageWorker: string;
  readonly writerWorker: string;
  /** Resources folder of the packaged application. */
  readonly resources: string | null;
  /** A Meilisearch executable that the user named. */
  readonly meilisearch: string | null;
  /** The LibreOffice program that the user named. */
  readonly libreOffice: string | null;
  /** Where a downloaded Meilisearch is kept. */
  readonly cache: string;
  readonly downloadMirror: string | null;
  readonly meilisearchSha256: string | null;
  /** Folder of the sample gazettes. */
  readonly samples: string | null;
}

export interface ServiceOptions extends CoreOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Null makes a random one. */
  readonly token: string | null;
  /** Folder of the built client, or null to serve the API alone. */
  readonly renderer: string | null;
  /** Import the samples when the library has no sources yet. */
  readonly importSamples: boolean;
}

/** Everything of the service but HTTP. */
export interface Core extends Parts {
  readonly logger: ReturnType<typeof openLog>;
  /** Resolves when the engine first answers or is known to be out of reach. */
  readonly engineSettled: () => Promise<void>;
  /** Resolves when the index has caught up with the catalogue, or cannot. */
  readonly indexSettled: () => Promise<void>;
  readonly announce: (address: ServiceAddress) => void;
  /** Gets ready what the first search would wait for. */
  readonly warmSearch: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RunningService {
  readonly url: string;
  readonly token: string;
  readonly libraryFolder: string;
  /** Path of a new one-time sign-in link. */
  readonly signInPath: () => string;
  readonly stop: () => Promise<void>;
}

/** ISO day of this machine's clock and time zone. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Throws library_locked, library_read_only, library_newer, library_damaged or disk_full; the engine starts beside. */
export function openCore(options: CoreOptions): Core {
  const library = openLibrary(options.library);
  try {
    return assemble(options, library);
  } catch (error) {
    library.release();
    throw error;
  }
}

function assemble(options: CoreOptions, library: ReturnType<typeof openLibrary>): Core {
  const logger = openLog(library.logs, options.logLevel);
  const catalogue = openCatalogue(library.catalogueFile);
  const log = (message: string): void => logger.info(message);
  const engine = new LocalEngine({
    wanted: options.meilisearch,
    resources: options.resources,
    cache: options.cache,
    folder: library.index,
    logs: library.logs,
    mirror: options.downloadMirror,
    sha256: options.meilisearchSha256,
    onEmptied: () => catalogue.refillOutbox(),
    onReady: () => feed.notify(),
    log,
  });
  const foreground = new Foreground();
  const feed = startFeed(catalogue, engine, {
    log,
    quiet: foreground.background(),
    isFilling: () => importer.isBusy(),
  });
  const pool = openParsePool(options.parseWorker);
  const converting = openConverting(pool.parse, options.libreOffice);
  const alignPool = openAlignPool(options.parseWorker);
  const pages = openPagePool(options.pageWorker);
  const uploads = new Uploads(join(library.folder, 'uploads'));
  const passwords = new Passwords();
  const writer = openWriter(options.writerWorker, { catalogue, language: options.language });
  const importer = openImporter({
    catalogue,
    writer,
    originals: library.originals,
    parse: converting.parse,
    concurrency: pool.threads + 1,
    afterFiling: feed.notify,
    indexSettled: feed.settled,
    quiet: foreground.background(),
    passwords,
    afterRun: (paths, failed) => {
      void uploads.release(paths, failed);
      recognition.notify();
    },
    language: options.language,
  });
  const recognition = openRecognition({
    catalogue,
    originals: library.originals,
    log: importer.log,
    parse: pool.parse,
    recognise: pages.recognise,
    passwords,
    isBusy: importer.isBusy,
    afterFiling: feed.notify,
    language: options.language,
  });
  void uploads.sweep(
    importer
      .runs()
      .filter(({ finishedAt }) => finishedAt === null)
      .flatMap(({ paths }) => paths),
  );
  const watcher = openWatcher({ catalogue, importer, library: library.folder });
  const search = createSearch({ catalogue, engine: () => (engine.health().state === 'ready' ? engine : null), today });
  const sidecarPool = openSidecarPool(options.parseWorker);
  const sidecars = openSidecars({ catalogue, read: sidecarPool.read, changed: feed.notify });
  const dictionary = openDictionary(library.folder, catalogue, feed.notify);
  void engine.start();
  return {
    version: packageJson.version,
    catalogue,
    align: alignPool.align,
    search: {
      ...search,
      search: (request, signal) => foreground.first(() => search.search(request, signal)),
      suggest: (request) => foreground.first(() => search.suggest(request)),
    },
    dictionary,
    importer,
    recognition,
    watcher,
    sidecars,
    conversion: openConversion({ catalogue, importer, program: converting.program }),
    logger,
    libraryFolder: library.folder,
    engineHealth: () => engine.health(),
    originalPath: (sha256) => originalPath(library.originals, sha256),
    pageImage: (sha256, page, dpi) => {
      const path = originalPath(library.originals, sha256);
      return passwords.open(sha256, (password) => pages.image({ path, page, password }, dpi));
    },
    uploadFolder: uploads.open,
    samples: options.samples,
    reindex: async () => {
      catalogue.refillOutbox();
      if (engine.health().state === 'ready') await engine.clear();
      feed.notify();
    },
    enter: (entry) => fileEntry({ catalogue, originals: library.originals, parse: pool.parse }, entry),
    documentsChanged: feed.notify,
    today,
    engineSettled: () => engine.settled(),
    indexSettled: feed.settled,
    announce: library.announce,
    warmSearch: search.warm,
    close: async () => {
      await watcher.close();
      await recognition.close();
      await importer.close();
      await converting.close();
      await alignPool.close();
      await sidecarPool.close();
      await pool.close();
      await pages.close();
      await feed.stop();
      await engine.stop();
      search.close();
      catalogue.close();
      library.release();
    },
  };
}

/** Throws what openCore throws, and port_in_use. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const core = openCore(options);
  try {
    const token = options.token ?? randomBytes(32).toString('base64url');
    const access = new Access(token, options.host);
    const server = await buildServer({ parts: core, access, logger: core.logger, renderer: options.renderer });
    const url = await listen(server, options);
    core.announce({ url, token });
    void warmUp(core);
    const resumed = core.importer.resume();
    core.recognition.notify();
    if (resumed === null) core.conversion.convertWaiting();
    core.watcher.start();
    if (resumed === null && options.importSamples) await importSamples(core, options.samples);
    return {
      url,
      token,
      libraryFolder: core.libraryFolder,
      signInPath: () => `/signin?code=${access.issueCode()}`,
      stop: async () => {
        await server.close();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}

/** Loads dictionaries and tables while the window is still being drawn; the first search finds them ready. */
async function warmUp({ warmSearch, logger }: Core): Promise<void> {
  try {
    await nextTurn();
    loadDictionary();
    await warmSearch();
  } catch (error) {
    // Whoever searches first is told; here it is only noted.
    logger.warn(`The search could not be made ready: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function listen(
  server: Awaited<ReturnType<typeof buildServer>>,
  { host, port }: ServiceOptions,
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new AppError('port_in_use', { port }, { cause });
    throw cause;
  }
}

async function importSamples(core: Core, samples: string | null): Promise<void> {
  if (samples === null || core.catalogue.counts().sources > 0 || core.importer.runs().length > 0) return;
  if ((await readdir(samples)).length > 0) core.importer.start([samples]);
}
