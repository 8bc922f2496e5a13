/** Files that the system hands over: dropped on the icon, chosen with “open with”, or named on the command line. */
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

/**
 * The files and folders among the arguments of a start, `gongbao --flag 公报.pdf` in the folder /home/a: /home/a/公报.pdf.
 * `own` are the program itself and its folder, which stand among them in a source tree.
 */
export function openedFiles(given: readonly string[], folder: string, own: readonly string[]): string[] {
  const paths = given
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(folder, argument)));
  return [...new Set(paths)].filter((path) => !own.includes(path) && existsSync(path));
}
