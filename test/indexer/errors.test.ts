import { describe, expect, it } from 'vitest';
import { AppError, ERRORS, type ErrorCode, wordError } from '../../indexer/errors.ts';

describe('wordError', () => {
  it('fills in the details in both languages', () => {
    expect(wordError('port_in_use', { port: 7700 }, 'zh').sentence).toBe('端口 7700 已被占用');
    expect(wordError('port_in_use', { port: 7700 }, 'en').sentence).toBe('Port 7700 is in use');
  });

  it.each(Object.keys(ERRORS) as ErrorCode[])(
    '%s says what happened and what to do, with the same details in both languages',
    (code) => {
      const names = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      const { zh, en } = ERRORS[code];
      expect(zh[0]).toMatch(/\p{Script=Han}/u);
      for (const text of [...zh, ...en]) expect(text.length).toBeGreaterThan(3);
      expect(names(en[0])).toEqual(names(zh[0]));
    },
  );
});

describe('AppError', () => {
  it('keeps its cause', () => {
    const cause = new Error('EADDRINUSE');
    expect(new AppError('port_in_use', { port: 1 }, { cause }).cause).toBe(cause);
  });
});
