/** Which files of a run are looked at: the address, the request, and when it is asked again. */
import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../../../../indexer/contract.ts';
import {
  FILES_A_PAGE,
  type FileChoice,
  mayChange,
  readFileChoice,
  requestOf,
  writeFileChoice,
} from '../../../../renderer/features/imports/file-choice.ts';
import { retryNeeds } from '../../../../renderer/features/imports/retry-needs.ts';

const ALL: FileChoice = { filter: 'all', code: null, q: '', page: 1 };
const aFile = (change: Partial<ImportFile>): ImportFile => ({
  position: 0,
  path: '/公报/1.txt',
  name: '1.txt',
  size: 1,
  format: 'text',
  outcome: 'new',
  newDocuments: 1,
  mergedDocuments: 0,
  warnings: 0,
  document: null,
  changes: null,
  problem: null,
  ...change,
});
const wrong = (code: string): ImportFile['problem'] => ({ code, message: '', hint: '' });

describe('the choice of files', () => {
  it.each<[string, FileChoice, object]>([
    ['', ALL, { offset: 0, limit: FILES_A_PAGE }],
    ['show=failed', { ...ALL, filter: 'failed' }, { offset: 0, limit: FILES_A_PAGE, outcome: 'failed' }],
    [
      'show=failed&code=file_empty&q=1998&page=3',
      { filter: 'failed', code: 'file_empty', q: '1998', page: 3 },
      { offset: 2 * FILES_A_PAGE, limit: FILES_A_PAGE, outcome: 'failed', code: 'file_empty', q: '1998' },
    ],
  ])('“%s” is what it was written from', (address, choice, request) => {
    expect(readFileChoice(new URLSearchParams(address))).toEqual(choice);
    expect(new URLSearchParams(writeFileChoice(choice)).toString()).toBe(address);
    expect(requestOf(choice)).toEqual(request);
  });

  it('takes nonsense for all files', () => {
    expect(readFileChoice(new URLSearchParams('show=no&page=-3'))).toEqual(ALL);
  });
});

describe('a page of files is asked for again while the run goes', () => {
  const full = Array.from({ length: FILES_A_PAGE }, () => aFile({}));
  it.each<[string, readonly ImportFile[], Partial<FileChoice>, boolean]>([
    ['with files still to come', full.slice(1), {}, true],
    ['with one that waits', [aFile({ outcome: 'waiting' }), ...full.slice(1)], {}, true],
    ['with one that is read', [aFile({ outcome: 'reading' }), ...full.slice(1)], {}, true],
    ['when none can change, not', full, {}, false],
    ['of what failed, which may be tried again', full, { filter: 'failed' }, true],
  ])('%s', (_what, files, choice, expected) => {
    expect(mayChange(files, { ...ALL, ...choice })).toBe(expected);
  });
});

describe('a file that failed needs', () => {
  it.each<[string, Partial<ImportFile>, ReturnType<typeof retryNeeds>]>([
    ['its password', { format: 'pdf', problem: wrong('file_encrypted') }, 'password'],
    ['another encoding', { problem: wrong('file_undecodable') }, 'encoding'],
    ['another encoding, as no document was seen in the signs', { problem: wrong('file_no_document') }, 'encoding'],
    ['nothing: an empty text has no encoding', { problem: wrong('file_empty') }, null],
    ['nothing: a damaged PDF has no encoding', { format: 'pdf', problem: wrong('parse_failed') }, null],
  ])('%s', (_what, change, expected) => {
    expect(retryNeeds(aFile({ outcome: 'failed', ...change }))).toBe(expected);
  });
});
