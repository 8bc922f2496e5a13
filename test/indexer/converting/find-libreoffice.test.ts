/** Where LibreOffice is looked for, on each system. */
import { expect, it } from 'vitest';
import { findLibreOffice } from '../../../indexer/converting/find-libreoffice.ts';

const MAC = '/Applications/LibreOffice.app/Contents/MacOS/soffice';

it.each<[string, string | null, NodeJS.Platform, NodeJS.ProcessEnv, readonly string[], string | null]>([
  [
    'what is named',
    '/own/soffice',
    'linux',
    { PATH: '/usr/bin' },
    ['/own/soffice', '/usr/bin/soffice'],
    '/own/soffice',
  ],
  [
    'nothing else when what is named is not there',
    '/own/soffice',
    'linux',
    { PATH: '/usr/bin' },
    ['/usr/bin/soffice'],
    null,
  ],
  ['the first of PATH', null, 'linux', { PATH: '/a:/b' }, ['/b/libreoffice', '/usr/bin/soffice'], '/b/libreoffice'],
  [
    'the usual place',
    null,
    'linux',
    {},
    ['/usr/lib/libreoffice/program/soffice'],
    '/usr/lib/libreoffice/program/soffice',
  ],
  ['the application of a Mac', null, 'darwin', { PATH: '/usr/bin' }, [MAC], MAC],
  ['nothing', null, 'linux', { PATH: '' }, [], null],
])('finds %s', (_, wanted, platform, environment, there, expected) => {
  const isProgram = (path: string): boolean => there.includes(path);
  expect(findLibreOffice(wanted, { platform, environment, isProgram })).toBe(expected);
});

it('finds the console program in the program folder of Windows', () => {
  const seen: string[] = [];
  const isProgram = (path: string): boolean => {
    seen.push(path);
    return path.includes('soffice.exe');
  };
  const environment = { ProgramFiles: 'C:\\Program Files' };
  expect(findLibreOffice(null, { platform: 'win32', environment, isProgram })).toContain('soffice.exe');
  expect(seen[0]).toContain('soffice.com');
});
