/**
 * Imports what appears in watched folders as soon as it is complete, and marks what vanishes from them. A folder that cannot
 * be reached is offline: nothing in it counts as gone, and it is taken up again when it is back.
 */
import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { guard, inTransaction } from '../catalogue/database.ts';
import type { CatalogueStore } from '../catalogue/store.ts';
import {
  addFolder,
  isSeen,
  presentFiles,
  readFolders,
  removeFolder,
  setSeen,
  setVanished,
  vanishedFiles,
  type WatchedFile,
} from '../catalogue/watched.ts';
import type { SidecarSettled, WatchedFolder, WatchedResponse } from '../contract.ts';
import { AppError } from '../errors.ts';
import type { Importer } from '../importing.ts';
import { isThere, watchFolder } from './folder-watch.ts';
import { openSidecarOffers, settleSidecar } from './found-sidecars.ts';

export interface Watcher {
  start(): void;
  view(): WatchedResponse;
  /** Throws path_missing, watch_not_folder, or watch_library for a folder in or around the library. */
  add(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Notes what was made of a table of metadata: it is offered no more. */
  settle(sha256: string, settled: SidecarSettled): void;
  close(): Promise<void>;
}

export interface WatcherOptions {
  readonly catalogue: CatalogueStore;
  readonly importer: Pick<Importer, 'start' | 'isBusy' | 'finished'>;
  /** Folder of the library itself. */
  readonly library: string;
  /** A file that has kept its size for so many milliseconds is complete. */
  readonly still?: number;
}

interface Pending extends WatchedFile {
  readonly folder: string;
  /** When it was last seen to change. */
  readonly since: number;
}

interface Open {
  state: WatchedFolder['state'];
  readonly seen: Set<string>;
  readonly gone: Set<string>;
  watch: { close(): Promise<void> } | null;
}

const TICK_MS = 1000;
const STILL_MS = 2500;
/** More files than these are imported by their folder. */
const MOST_BY_NAME = 200;
const SHOWN = 200;

export function openWatcher(options: WatcherOptions): Watcher {
  return new FolderWatcher(options);
}

class FolderWatcher implements Watcher {
  readonly #options: WatcherOptions;
  readonly #open = new Map<string, Open>();
  readonly #pending = new Map<string, Pending>();
  #timer: NodeJS.Timeout | null = null;
  #ticking: Promise<void> = Promise.resolve();
  #closed = false;
  #close: () => void = () => undefined;
  readonly #untilClosed = new Promise<null>((resolve) => {
    this.#close = () => resolve(null);
  });

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  start(): void {
    for (const { path } of readFolders(this.#database)) this.#watch(path);
    const pause = Math.min(TICK_MS, this.#options.still ?? TICK_MS);
    const tick = (): void => {
      this.#ticking = this.#tick().finally(() => {
        if (!this.#closed) this.#timer = setTimeout(tick, pause).unref();
      });
    };
    tick();
  }

  view(): WatchedResponse {
    const folders = readFolders(this.#database).map((folder) => ({
      ...folder,
      state: this.#open.get(folder.path)?.state ?? ('starting' as const),
    }));
    const sidecars = openSidecarOffers(this.#database).filter(({ path }) =>
      folders.some((folder) => isWithin(path, folder.path)),
    );
    return { folders, vanished: vanishedFiles(this.#database, SHOWN), sidecars: sidecars.slice(0, SHOWN) };
  }

  async add(given: string): Promise<void> {
    const path = resolve(given);
    const found = await stat(path).catch(() => null);
    if (!isAbsolute(given) || found === null) throw new AppError('path_missing', { path: given });
    if (!found.isDirectory()) throw new AppError('watch_not_folder', { path: given });
    const { library } = this.#options;
    if (isWithin(library, path) || isWithin(path, library)) throw new AppError('watch_library', { path });
    guard(this.#options.catalogue.path, () => addFolder(this.#database, path, new Date().toISOString()));
    if (!this.#open.has(path)) this.#watch(path);
  }

  async remove(path: string): Promise<void> {
    const open = this.#open.get(path);
    this.#open.delete(path);
    for (const [file, { folder }] of this.#pending) if (folder === path) this.#pending.delete(file);
    guard(this.#options.catalogue.path, () => removeFolder(this.#database, path));
    await open?.watch?.close();
  }

  settle(sha256: string, settled: SidecarSettled): void {
    guard(this.#options.catalogue.path, () => settleSidecar(this.#database, sha256, settled));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#close();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.all([...this.#open.values()].map(({ watch }) => watch?.close()));
    await this.#ticking;
  }

  get #database() {
    return this.#options.catalogue.database;
  }

  #watch(path: string): void {
    const open: Open = { state: 'starting', seen: new Set(), gone: new Set(), watch: null };
    this.#open.set(path, open);
    open.watch = watchFolder(path, {
      seen: (file, { size, mtimeMs }) => {
        const modified = Math.round(mtimeMs);
        if (open.state === 'starting') open.seen.add(file);
        open.gone.delete(file);
        if (isSeen(this.#database, { path: file, size, modified })) return;
        this.#pending.set(file, { path: file, size, modified, folder: path, since: Date.now() });
      },
      gone: (file) => {
        this.#pending.delete(file);
        open.gone.add(file);
      },
      ready: () => {
        open.state = 'watching';
        for (const file of presentFiles(this.#database, path)) if (!open.seen.has(file)) open.gone.add(file);
        open.seen.clear();
      },
      failed: () => {
        open.state = 'offline';
      },
    });
  }

  async #tick(): Promise<void> {
    for (const [path, open] of this.#open) await this.#judge(path, open);
    await this.#importPending();
  }

  /** Judges what is gone, now that the whole folder can be looked at. */
  async #judge(path: string, open: Open): Promise<void> {
    if (open.state === 'starting' && open.gone.size === 0) return;
    if (open.state === 'watching' && open.gone.size === 0) return;
    const there = await isThere(path);
    if (open.state === 'offline' && there) {
      await open.watch?.close();
      if (this.#open.get(path) === open && !this.#closed) this.#watch(path);
    } else if (!there) {
      // Emptied or not mounted: which of them, nobody can tell, and an import is not lost for it.
      open.gone.clear();
      open.state = 'offline';
    } else if (open.gone.size > 0) {
      const paths = [...open.gone];
      open.gone.clear();
      guard(this.#options.catalogue.path, () => setVanished(this.#database, paths, new Date().toISOString()));
    }
  }

  async #importPending(): Promise<void> {
    const { importer, catalogue } = this.#options;
    if (this.#pending.size === 0 || importer.isBusy()) return;
    const still: Pending[] = [];
    for (const file of [...this.#pending.values()]) {
      const now = await this.#lookAgain(file);
      if (now !== null && Date.now() - now.since >= (this.#options.still ?? STILL_MS)) still.push(now);
    }
    // A run may have begun meanwhile; then these wait for the next look.
    if (still.length === 0 || this.#closed || importer.isBusy()) return;
    const named = still.length <= MOST_BY_NAME;
    const { id } = importer.start([...new Set(still.map(({ path, folder }) => (named ? path : folder)))]);
    const run = await Promise.race([importer.finished(id), this.#untilClosed]);
    // Not finished: what it has not reached is seen again at the next start, and known by its bytes.
    if (run === null || run.finishedAt === null) return;
    guard(catalogue.path, () =>
      inTransaction(this.#database, () => {
        for (const file of still) setSeen(this.#database, file.folder, file);
      }),
    );
    for (const file of still)
      if (this.#pending.get(file.path)?.modified === file.modified) this.#pending.delete(file.path);
  }

  /** The file as it is now; null when it is gone. One that has just changed begins to wait anew. */
  async #lookAgain(file: Pending): Promise<Pending | null> {
    const found = await stat(file.path).catch(() => null);
    if (found === null) {
      this.#pending.delete(file.path);
      return null;
    }
    const modified = Math.round(found.mtimeMs);
    if (found.size === file.size && modified === file.modified) return file;
    const changed = { ...file, size: found.size, modified, since: Date.now() };
    this.#pending.set(file.path, changed);
    return changed;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
