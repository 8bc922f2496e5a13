/** Tells whether something built is older than what it is built from. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The newest modification under the paths, in milliseconds; 0 when there is none. Folders are searched through. */
function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(changeOf));
}

function changeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder's own time tells of a file that was taken away.
  return Math.max(status.mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))));
}

/** Whether `output` is there and not older than any of `sources`. */
export function isUpToDate(output: string, sources: readonly string[]): boolean {
  const built = statSync(output, { throwIfNoEntry: false });
  return built !== undefined && built.mtimeMs >= newestChange(sources);
}
