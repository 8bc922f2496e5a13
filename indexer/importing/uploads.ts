/**
 * Files that a browser sent, put aside until they are imported. What was taken in is kept among the originals and goes from
 * here when its run ends; what failed stays, because it can be tried again, with its password for example.
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What nobody tried again for so long is not wanted. */
const KEPT_MS = 30 * 24 * 3600 * 1000;

export class Uploads {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A new folder for what one request sends. */
  readonly open = async (): Promise<string> => {
    await mkdir(this.#folder, { recursive: true });
    return mkdtemp(`${this.#folder}${sep}`);
  };

  /** `paths` are those that the run was given, `failed` the files of it that may be tried again. */
  async release(paths: readonly string[], failed: readonly string[]): Promise<void> {
    for (const path of paths) if (path.startsWith(this.#folder + sep)) await removeBut(path, failed);
  }

  /** Removes what was left long ago; `needed` are the paths of runs that have not ended. */
  async sweep(needed: readonly string[], now = Date.now()): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const path = join(this.#folder, name);
      if (needed.includes(path)) continue;
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
    }
  }
}

/** A file of an archive is named `…/x.zip!/member`: its archive stays. */
const holds = (path: string, file: string): boolean =>
  file === path || file.startsWith(path + sep) || file.startsWith(`${path}!/`);

async function removeBut(path: string, kept: readonly string[]): Promise<void> {
  const within = kept.filter((file) => holds(path, file));
  if (within.length === 0) return rm(path, { recursive: true, force: true });
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  if (!isFolder) return;
  for (const name of await readdir(path)) await removeBut(join(path, name), within);
}
