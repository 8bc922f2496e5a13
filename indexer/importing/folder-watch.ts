/** Watches one folder with all below it; the only file that names chokidar. Tells paths, decides nothing. */
import type { Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isSidecarName } from './found-sidecars.ts';
import { isTakenUp, LEFT_BEHIND } from './scan.ts';

export interface FolderEvents {
  readonly seen: (path: string, stats: Stats) => void;
  readonly gone: (path: string) => void;
  /** Everything that is there has been seen. */
  readonly ready: () => void;
  readonly failed: () => void;
}

/** Shares of other machines tell nothing by themselves and are looked through. */
const REMOTE = /^(?:\\\\|\/\/)/;
const POLL_MS = 5000;

export function watchFolder(path: string, events: FolderEvents): { close(): Promise<void> } {
  let watcher = open(REMOTE.test(path));

  function open(usePolling: boolean): FSWatcher {
    const opened = watch(path, {
      usePolling,
      interval: POLL_MS,
      followSymlinks: true,
      ignored: (one, stats) => one !== path && isIgnored(one, stats),
    });
    opened.on('add', (file, stats) => stats && events.seen(file, stats));
    opened.on('change', (file, stats) => stats && events.seen(file, stats));
    opened.on('unlink', events.gone);
    opened.on('ready', events.ready);
    opened.on('error', (error) => {
      const { code } = error as NodeJS.ErrnoException;
      // More folders than the system watches at once: they are looked through instead.
      if (!usePolling && (code === 'ENOSPC' || code === 'EMFILE')) {
        void opened.close();
        watcher = open(true);
      } else if (code !== 'EACCES' && code !== 'EPERM') events.failed();
    });
    return opened;
  }

  return { close: () => watcher.close() };
}

function isIgnored(path: string, stats: Stats | undefined): boolean {
  const name = basename(path);
  return LEFT_BEHIND.test(name) || (stats?.isFile() === true && !isTakenUp(name) && !isSidecarName(name));
}

/** False where nothing can be read: a drive that is not there leaves an empty folder, or none. */
export async function isThere(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length > 0;
  } catch {
    return false;
  }
}
