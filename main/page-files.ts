/** Which file of the built client answers an address, and as what; `gongbao://app/` serves nothing else from the disk. */
import { statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly path: string;
  readonly mediaType: string;
}

/**
 * The file for a path: `/assets/main-1a2b.js` gives that file. Null where none is meant: then the page itself answers, and
 * draws its own “not found”. A path that leaves the folder, in whatever spelling, is never a file.
 */
export function findPageFile(folder: string, pathname: string): PageFile | null {
  const name = decode(pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const path = resolve(folder, `.${name}`);
  const mediaType = MEDIA_TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || mediaType === undefined) return null;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? { path, mediaType } : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A lone % is no encoding, so no file has that name.
    return null;
  }
}
