/** The user's folders on this platform. The command line and the desktop client share them, so both find one library. */
import { join } from 'node:path';
import envPaths from 'env-paths';

const NAME = 'gongbao';

/** Where the library is when nobody names another: `~/.local/share/gongbao/library` on Linux. */
export function defaultLibrary(): string {
  return join(envPaths(NAME, { suffix: '' }).data, 'library');
}

/** Where things are kept that can be fetched again: the search engine, an Electron runtime. */
export function cacheFolder(): string {
  return envPaths(NAME, { suffix: '' }).cache;
}
