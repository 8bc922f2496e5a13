/** From the paths that a user names to the files to import: folders are walked, hidden and foreign files left out. */
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** Relative to the folder that was named, or the file's own name. */
  readonly name: string;
  readonly size: number;
  /** Why it cannot be read, as the system says it: ENOENT, EACCES, … */
  readonly failure: string | null;
}

const TEXT_FILE = /\.(?:txt|text|md|markdown)$/i;
const NATURAL = new Intl.Collator('zh', { numeric: true });

/** Files in natural order (第2期 before 第10期), each once. A path that is named is always listed; in folders only text files are. */
export async function scanPaths(paths: readonly string[], signal?: AbortSignal): Promise<FoundFile[]> {
  const scan = new Scan(signal);
  for (const path of paths) await scan.named(path);
  return scan.files;
}

class Scan {
  readonly files: FoundFile[] = [];
  /** Real paths, so that a loop of links ends and nothing is listed twice. */
  readonly #seen = new Set<string>();
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  async named(path: string): Promise<void> {
    const found = await statOf(path);
    const name = basename(path);
    if (typeof found === 'string') this.files.push({ path, name, size: 0, failure: found });
    else if (found.isDirectory()) await this.#walk(path, '');
    else await this.#add(path, name, found.size);
  }

  async #walk(folder: string, prefix: string): Promise<void> {
    if (this.#signal?.aborted || !(await this.#isNew(folder))) return;
    let names: string[];
    try {
      names = (await readdir(folder)).sort(NATURAL.compare);
    } catch (error) {
      const name = prefix === '' ? basename(folder) : prefix;
      this.files.push({ path: folder, name, size: 0, failure: (error as NodeJS.ErrnoException).code ?? 'EIO' });
      return;
    }
    for (const entry of names) {
      if (!entry.startsWith('.')) await this.#entry(join(folder, entry), prefix === '' ? entry : `${prefix}/${entry}`);
    }
  }

  async #entry(path: string, name: string): Promise<void> {
    const found = await statOf(path);
    if (typeof found === 'string') {
      // A link to nowhere is there to be seen, and cannot be read; what is gone altogether is no file of the folder any more.
      if (TEXT_FILE.test(name)) this.files.push({ path, name, size: 0, failure: found });
    } else if (found.isDirectory()) await this.#walk(path, name);
    else if (found.isFile() && TEXT_FILE.test(name)) await this.#add(path, name, found.size);
  }

  async #add(path: string, name: string, size: number): Promise<void> {
    if (await this.#isNew(path)) this.files.push({ path, name, size, failure: null });
  }

  async #isNew(path: string): Promise<boolean> {
    const real = await realpath(path).catch(() => path);
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }
}

/** What stands there, or the system's code for why that cannot be said. */
async function statOf(path: string): Promise<Stats | string> {
  try {
    return await stat(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO';
  }
}
