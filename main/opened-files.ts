/** Files that the system hands over: dropped on the icon, chosen with “open with”, or named on the command line. */
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

/**
 * The files and folders named at a start, `gongbao --flag 公报.pdf` in the folder /home/a: /home/a/公报.pdf. The first word is
 * the program, under whatever name; `own` is its folder, which stands among the others in a source tree.
 */
export function openedFiles(given: readonly string[], folder: string, own: string): string[] {
  const paths = given
    .slice(1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(folder, argument)));
  return [...new Set(paths)].filter((path) => path !== own && existsSync(path));
}
