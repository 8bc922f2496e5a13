import { describe, expect, it } from 'vitest';
import { AppError } from '../../../indexer/errors.ts';
import { Passwords } from '../../../indexer/importing/passwords.ts';

/** Opens with one password only, and tells what was tried. */
function lock(key: string | undefined) {
  const tried: (string | undefined)[] = [];
  const open = async (password: string | undefined): Promise<string> => {
    tried.push(password);
    if (password !== key) throw new AppError('file_encrypted');
    return 'open';
  };
  return { tried, open };
}

describe('passwords', () => {
  it('are not offered to a file that asks for none', async () => {
    const passwords = new Passwords();
    passwords.give('a');
    const { open, tried } = lock(undefined);
    expect(await passwords.open('1', open)).toBe('open');
    expect(tried).toEqual([undefined]);
  });

  it('are offered to each that asks, the newest first, and remembered where they fit', async () => {
    const passwords = new Passwords();
    for (const password of ['a', 'b', 'c', 'b']) passwords.give(password);
    const { open, tried } = lock('a');
    expect(await passwords.open('1', open)).toBe('open');
    expect(tried).toEqual([undefined, 'b', 'c', 'a']);
    await passwords.open('1', open);
    expect(tried.slice(4)).toEqual(['a']);
  });

  it('say that none fits', async () => {
    const passwords = new Passwords();
    await expect(passwords.open('1', lock('x').open)).rejects.toMatchObject({ code: 'file_encrypted' });
    passwords.give('y');
    await expect(passwords.open('1', lock('x').open)).rejects.toMatchObject({ code: 'file_encrypted' });
  });

  it('hide no other failure', async () => {
    const passwords = new Passwords();
    passwords.give('a');
    const open = async (password: string | undefined): Promise<string> => {
      throw new AppError(password === 'a' ? 'file_damaged' : 'file_encrypted');
    };
    await expect(passwords.open('1', open)).rejects.toMatchObject({ code: 'file_damaged' });
  });
});
