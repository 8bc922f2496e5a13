/** Where LibreOffice is on this machine. It is never brought along: who needs .doc and .wps installs it. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly isProgram: (path: string) => boolean;
}

const HERE: Surroundings = { platform: process.platform, environment: process.env, isProgram };

/** What is named counts alone; else the first of PATH, then of the places where installers put it. Null when there is none. */
export function findLibreOffice(wanted: string | null, { platform, environment, isProgram: is } = HERE): string | null {
  if (wanted !== null) return is(wanted) ? wanted : null;
  // soffice.com waits for the work to end and speaks to its caller; soffice.exe is made for the desktop.
  const names = platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces(platform, environment, names)].find(is) ?? null;
}

function usualPlaces(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, names: readonly string[]): string[] {
  if (platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  if (platform !== 'win32')
    return [
      '/usr/bin/soffice',
      '/usr/local/bin/soffice',
      '/usr/lib/libreoffice/program/soffice',
      ...versionsIn('/opt').map((folder) => join('/opt', folder, 'program/soffice')),
      '/snap/bin/libreoffice',
    ];
  const { ProgramFiles, 'ProgramFiles(x86)': ProgramFilesX86, ProgramW6432, LOCALAPPDATA } = environment;
  const local = LOCALAPPDATA === undefined ? undefined : join(LOCALAPPDATA, 'Programs');
  const roots = [ProgramFiles, ProgramW6432, ProgramFilesX86, local].filter((root) => root !== undefined);
  return roots.flatMap((root) => names.map((name) => join(root, 'LibreOffice', 'program', name)));
}

/** /opt/libreoffice25.2: the newest first. */
function versionsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^libreoffice/i.test(name))
      .sort()
      .reverse();
  } catch {
    return []; // nothing is installed there
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
