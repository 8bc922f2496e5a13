import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeRelativePath } from '../../../indexer/http/routes/uploads.ts';

describe('safeRelativePath', () => {
  it.each([
    ['2020/第18期.txt', '2020/第18期.txt'],
    ['..\\..\\windows\\x.txt', 'windows/x.txt'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\gazettes\\a.txt', 'C_/gazettes/a.txt'],
    ['a/../../b.txt', 'a/b.txt'],
    ['..', null],
    ['', null],
  ])('%s becomes %s', (name, expected) => {
    expect(safeRelativePath(name)).toBe(expected);
  });

  it('never leads out of the folder', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const path = safeRelativePath(name);
        return path === null || (!path.startsWith('/') && !path.split('/').includes('..'));
      }),
    );
  });
});
