/**
 * From the paths that a user names to the files to import, one after the other: a hundred thousand are never held at once.
 * Folders are walked and archives listed; hidden files, files of the system and foreign ones are passed over and counted.
 */
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportFormat } from '../contract.ts';
import { ARCHIVE_NAME, READABLE_NAME } from '../read/format.ts';
import { INSIDE } from './archives.ts';
import { formatOfName } from './estimate.ts';
import { isSidecarName } from './found-sidecars.ts';
import { listMembers } from './members.ts';

export interface FoundFile {
  readonly path: string;
  /** Relative to the folder that was named, or the file's own name. */
  readonly name: string;
  readonly size: number;
  readonly format: ImportFormat;
  /** Why it cannot be read, as the system says it: ENOENT, EACCES, … */
  readonly failure: string | null;
}

/** What systems and programs leave behind: `~$` is Word's mark of an open file, `.~` that of WPS and LibreOffice. */
export const LEFT_BEHIND =
  /^(?:\.|~\$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|\$recycle\.bin$|system volume information$|__macosx$)/i;
/** Pictures and scripts that a browser saves beside a page. */
const PARTS_OF_PAGE = /[._ ](?:files|文件)$/i;
const NATURAL = new Intl.Collator('zh', { numeric: true });

export interface ScanOptions {
  readonly signal?: AbortSignal;
  readonly onSkip?: () => void;
  /** Called with the path of a table of metadata, which is no file to import. */
  readonly onSidecar?: (path: string) => void;
}

/** Files in natural order (第2期 before 第10期), each once. A path that is named is always listed; in folders only what can be read is. */
export async function* scanPaths(
  paths: readonly string[],
  { signal, onSkip, onSidecar }: ScanOptions = {},
): AsyncGenerator<FoundFile, void> {
  const scan = new Scan(signal, onSkip, onSidecar);
  for (const path of paths) yield* scan.named(path);
}

/** Whether a walk through folders takes up a file of this name. */
export const isTakenUp = (name: string): boolean =>
  !LEFT_BEHIND.test(name) && (READABLE_NAME.test(name) || ARCHIVE_NAME.test(name));

class Scan {
  /** Real paths, so that a loop of links ends and nothing is listed twice. */
  readonly #seen = new Set<string>();
  readonly #signal: AbortSignal | undefined;
  readonly #onSkip: () => void;
  readonly #onSidecar: ((path: string) => void) | undefined;

  constructor(
    signal: AbortSignal | undefined,
    onSkip: () => void = () => undefined,
    onSidecar?: (path: string) => void,
  ) {
    this.#signal = signal;
    this.#onSkip = onSkip;
    this.#onSidecar = onSidecar;
  }

  async *named(path: string): AsyncGenerator<FoundFile, void> {
    const found = await statOf(path);
    const name = basename(path);
    if (typeof found === 'string') yield this.#failed(path, name, found);
    else if (found.isDirectory()) yield* this.#walk(path, '');
    else if (this.#isSidecar(path)) this.#onSidecar?.(path);
    else yield* this.#listed(path, name, found.size);
  }

  async *#walk(folder: string, prefix: string): AsyncGenerator<FoundFile, void> {
    if (this.#signal?.aborted || !(await this.#isNew(folder))) return;
    let names: string[];
    try {
      names = (await readdir(folder)).sort(NATURAL.compare);
    } catch (error) {
      const name = prefix === '' ? basename(folder) : prefix;
      yield this.#failed(folder, name, (error as NodeJS.ErrnoException).code ?? 'EIO');
      return;
    }
    const pages = new Set(names.filter((name) => /\.(?:html?|mht|xhtml)$/i.test(name)).map(stem));
    for (const entry of names) {
      const isPart = PARTS_OF_PAGE.test(entry) && pages.has(entry.replace(PARTS_OF_PAGE, ''));
      if (LEFT_BEHIND.test(entry) || isPart) this.#onSkip();
      else yield* this.#entry(join(folder, entry), prefix === '' ? entry : `${prefix}/${entry}`);
    }
  }

  async *#entry(path: string, name: string): AsyncGenerator<FoundFile, void> {
    if (this.#signal?.aborted) return;
    const found = await statOf(path);
    if (typeof found === 'string') {
      // A link to nowhere is there to be seen, and cannot be read; what is gone altogether is no file of the folder any more.
      if (isTakenUp(basename(name))) yield this.#failed(path, name, found);
    } else if (found.isDirectory()) yield* this.#walk(path, name);
    else if (found.isFile() && isTakenUp(basename(name))) yield* this.#listed(path, name, found.size);
    else if (found.isFile() && this.#isSidecar(path)) this.#onSidecar?.(path);
    else this.#onSkip();
  }

  #isSidecar(path: string): boolean {
    return this.#onSidecar !== undefined && isSidecarName(path);
  }

  async *#listed(path: string, name: string, size: number): AsyncGenerator<FoundFile, void> {
    if (!(await this.#isNew(path))) return;
    const members = ARCHIVE_NAME.test(name) ? await this.#takenUpIn(path) : [];
    for (const { path: member, size: unpacked } of members) {
      const [at, shown] = [`${path}${INSIDE}${member}`, `${name}${INSIDE}${member}`];
      yield { path: at, name: shown, size: unpacked, format: formatOfName(member), failure: null };
    }
    if (members.length === 0) yield { path, name, size, format: formatOfName(name), failure: null };
  }

  /** The files of an archive, as of a folder. */
  async #takenUpIn(path: string): Promise<Awaited<ReturnType<typeof listMembers>>> {
    const members = await listMembers(path);
    const taken = members.filter(({ path: member }) => {
      const parts = member.split('/');
      return isTakenUp(parts.at(-1) ?? '') && !parts.some((part) => LEFT_BEHIND.test(part));
    });
    for (let skipped = members.length - taken.length; skipped > 0; skipped -= 1) this.#onSkip();
    return taken.sort((a, b) => NATURAL.compare(a.path, b.path));
  }

  #failed(path: string, name: string, failure: string): FoundFile {
    return { path, name, size: 0, format: formatOfName(name), failure };
  }

  async #isNew(path: string): Promise<boolean> {
    const real = await realpath(path).catch(() => path);
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }
}

const stem = (name: string): string => name.replace(/\.[^.]*$/, '');

/** What stands there, or the system's code for why that cannot be said. */
async function statOf(path: string): Promise<Stats | string> {
  try {
    return await stat(path);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO';
  }
}
