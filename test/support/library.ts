/** Throw-away library folders, and the gazettes that tests import. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const GAZETTES = resolve(import.meta.dirname, '../fixtures/gazettes');
/** What a librarian counts in them by hand: 8 + 1 + 8 + 10 + 8, of which one is printed in two. */
export const GAZETTE_DOCUMENTS = 34;

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export function temporaryFolder(name = 'library'): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `gongbao-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
