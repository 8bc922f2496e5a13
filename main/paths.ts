/** Where the parts of the program lie, in a source tree and in the installed application; the only user of isPackaged. */
import { join } from 'node:path';
import { app } from 'electron';

export interface ProgramPaths {
  readonly development: boolean;
  readonly renderer: string;
  readonly service: string;
  readonly preload: string;
  /** For the window; the page has the same mark as a drawing. */
  readonly icon: string;
  readonly samples: string;
  /** Null in a source tree: there the search engine comes from its npm package. */
  readonly resources: string | null;
}

export function programPaths(): ProgramPaths {
  const root = app.getAppPath();
  const out = join(root, 'out');
  // The service's threads and native modules open their files themselves, so its part lies beside the archive.
  const opened = root.replace(/app\.asar$/, 'app.asar.unpacked');
  return {
    development: !app.isPackaged,
    renderer: join(out, 'renderer'),
    service: join(opened, 'out/indexer/service.mjs'),
    preload: join(out, 'main/preload.cjs'),
    icon: join(root, 'main/icon.png'),
    samples: app.isPackaged ? join(process.resourcesPath, 'samples') : join(root, 'test/fixtures/gazettes'),
    resources: app.isPackaged ? process.resourcesPath : null,
  };
}
