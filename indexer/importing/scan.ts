/** From the paths that a user names to the files to import: folders are walked, hidden and foreign files left out. */
import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** Relative to the folder that was named, or the file's own name. */
  readonly name: string;
  readonly size: number;
  /** Set when the path itself cannot be read: ENOENT, EACCES, … */
  readonly failure: string | null;
}

const TEXT_FILE = /\.(?:txt|text|md|markdown)$/i;
const NATURAL = new Intl.Collator('zh', { numeric: true });

/** Files in natural order (第2期 before 第10期). A path that is named is always listed; in folders only text files are. */
export function scanPaths(paths: readonly string[]): FoundFile[] {
  const files: FoundFile[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const stat = tryStat(path);
    if (typeof stat === 'string') files.push({ path, name: basename(path), size: 0, failure: stat });
    else if (stat.isDirectory()) walk(path, '', files, seen);
    else add({ path, name: basename(path), size: stat.size, failure: null }, files, seen);
  }
  return files;
}

function walk(folder: string, prefix: string, files: FoundFile[], seen: Set<string>): void {
  const real = tryReal(folder);
  if (real === null || seen.has(real)) return; // a loop of links ends here
  seen.add(real);
  let names: string[];
  try {
    names = readdirSync(folder).sort(NATURAL.compare);
  } catch (error) {
    files.push({
      path: folder,
      name: prefix === '' ? basename(folder) : prefix,
      size: 0,
      failure: (error as NodeJS.ErrnoException).code ?? 'EIO',
    });
    return;
  }
  for (const entry of names) {
    if (entry.startsWith('.')) continue;
    const path = join(folder, entry);
    const name = prefix === '' ? entry : `${prefix}/${entry}`;
    const stat = tryStat(path);
    if (typeof stat === 'string') {
      if (TEXT_FILE.test(entry)) files.push({ path, name, size: 0, failure: stat });
    } else if (stat.isDirectory()) walk(path, name, files, seen);
    else if (stat.isFile() && TEXT_FILE.test(entry)) add({ path, name, size: stat.size, failure: null }, files, seen);
  }
}

function add(file: FoundFile, files: FoundFile[], seen: Set<string>): void {
  const real = tryReal(file.path) ?? file.path;
  if (seen.has(real)) return;
  seen.add(real);
  files.push(file);
}

function tryStat(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
    return code === 'ENOENT' && isLink(path) ? 'ELOOP' : code;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false; // nothing there at all
  }
}

function tryReal(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null; // unreadable: reported where it is opened
  }
}
