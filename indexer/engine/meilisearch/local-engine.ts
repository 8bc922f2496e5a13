/** The default engine: a supervised Meilisearch beside the service, its version recorded with its data. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import type { EngineHealth, IndexEntry, RankedEntry, RankRequest, SearchEngine } from '../search-engine.ts';
import { type LocateOptions, locateMeilisearch } from './locate.ts';
import { MeilisearchIndex } from './meilisearch-engine.ts';
import { EngineProcess, readVersion } from './process.ts';
import { downloadMeilisearch, executableName, RELEASE } from './release.ts';

export interface LocalEngineOptions extends LocateOptions {
  readonly folder: string;
  readonly logs: string;
  readonly mirror: string | null;
  readonly sha256: string | null;
  /** The index was emptied (other version, deleted, corrupt): everything must be indexed again. */
  readonly onEmptied: () => void;
  /** It answers (again). */
  readonly onReady: () => void;
  readonly log: (message: string) => void;
}

const VERSION_FILE = 'engine-version';
/** Deaths in a row before the data counts as broken and is made anew. */
const DEATHS_OF_BROKEN_DATA = 3;

export class LocalEngine implements SearchEngine {
  readonly #options: LocalEngineOptions;
  #process: EngineProcess | null = null;
  #index: MeilisearchIndex | null = null;
  #health: EngineHealth = { state: 'starting', name: 'Meilisearch', version: null, path: null, reason: null };
  #deaths = 0;
  #stopped = false;
  readonly #settled: Promise<void>;
  #settle: () => void = () => undefined;

  constructor(options: LocalEngineOptions) {
    this.#options = options;
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Resolves when it first answers or is known to be out of reach. */
  settled(): Promise<void> {
    return this.#settled;
  }

  async start(): Promise<void> {
    try {
      const path = await this.#executable();
      const version = await readVersion(path);
      this.#health = { ...this.#health, version, path };
      if (this.#stopped) return;
      this.#matchVersion(version);
      this.#process = new EngineProcess({
        executable: path,
        folder: this.#options.folder,
        logs: this.#options.logs,
        onReady: (address) => void this.#ready(new MeilisearchIndex(address)),
        onDown: (reason) => this.#down(reason),
      });
      await this.#process.start();
    } catch (error) {
      this.#down(error instanceof AppError ? String(error.details.reason ?? error.code) : String(error));
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#index = null;
    await this.#process?.stop();
    this.#settle();
  }

  health(): EngineHealth {
    return this.#health;
  }

  index(documentIds: readonly string[], entries: AsyncIterable<IndexEntry>): Promise<void> {
    return this.#ask((index) => index.index(documentIds, entries));
  }

  clear(): Promise<void> {
    return this.#ask((index) => index.clear());
  }

  rank(request: RankRequest, signal?: AbortSignal): Promise<readonly RankedEntry[]> {
    return this.#ask((index) => index.rank(request, signal));
  }

  size(): Promise<number> {
    return this.#ask((index) => index.size());
  }

  async #ask<T>(question: (index: MeilisearchIndex) => Promise<T>): Promise<T> {
    if (this.#index === null)
      throw new AppError('engine_not_running', { reason: this.#health.reason ?? this.#health.state });
    return question(this.#index);
  }

  async #executable(): Promise<string> {
    const found = locateMeilisearch(this.#options);
    if (found !== null) return found.path;
    if (this.#options.wanted !== null) throw new AppError('engine_missing', { reason: this.#options.wanted });
    const target = join(this.#options.cache, `meilisearch-${RELEASE.version}`, executableName());
    await downloadMeilisearch({ target, mirror: this.#options.mirror, sha256: this.#options.sha256 });
    return target;
  }

  /** Data of another version is not opened but made anew: the catalogue is the truth. */
  #matchVersion(version: string): void {
    const { folder } = this.#options;
    const file = join(folder, VERSION_FILE);
    const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
    if (known === version && existsSync(join(folder, 'data'))) return;
    this.#empty(known === null ? 'no index yet' : `index of version ${known}`);
    writeFileSync(file, version);
  }

  #empty(reason: string): void {
    const { folder, log, onEmptied } = this.#options;
    log(`index made anew: ${reason}`);
    mkdirSync(folder, { recursive: true });
    rmSync(join(folder, 'data'), { recursive: true, force: true });
    onEmptied();
  }

  async #ready(index: MeilisearchIndex): Promise<void> {
    try {
      await index.prepare();
      this.#index = index;
      this.#deaths = 0;
      this.#health = { ...this.#health, state: 'ready', reason: null };
      this.#settle();
      this.#options.onReady();
    } catch (error) {
      this.#down(error instanceof Error ? error.message : String(error));
    }
  }

  #down(reason: string): void {
    this.#index = null;
    this.#deaths += 1;
    this.#health = { ...this.#health, state: 'down', reason };
    this.#options.log(`engine down: ${reason}`);
    if (this.#deaths === DEATHS_OF_BROKEN_DATA) this.#empty(`it died ${DEATHS_OF_BROKEN_DATA} times in a row`);
    this.#settle();
  }
}
