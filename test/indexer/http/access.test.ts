import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Access, isAllowedHost, sameSecret } from '../../../indexer/http/access.ts';

describe('isAllowedHost', () => {
  it.each<[string | undefined, string, boolean, string]>([
    ['127.0.0.1:7700', '127.0.0.1', true, 'loopback'],
    ['localhost:7700', '127.0.0.1', true, 'its name'],
    ['[::1]:7700', '127.0.0.1', true, 'IPv6 loopback'],
    ['evil.example', '127.0.0.1', false, 'a name that DNS rebinding points here'],
    ['127.0.0.1.evil.example:7700', '127.0.0.1', false, 'a name that begins like loopback'],
    ['192.168.1.9:7700', '127.0.0.1', false, 'an address that is not listened on'],
    ['192.168.1.9:7700', '192.168.1.9', true, 'the address listened on'],
    ['192.168.1.9:7700', '0.0.0.0', true, 'any address when all are listened on'],
    ['evil.example:7700', '0.0.0.0', false, 'a foreign name even then'],
    [undefined, '127.0.0.1', false, 'no Host at all'],
  ])('%s while listening on %s is %s: %s', (header, listening, allowed) => {
    expect(isAllowedHost(header, listening)).toBe(allowed);
  });
});

describe('sameSecret', () => {
  it('holds for equal secrets only', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameSecret(a, b) === (a === b)));
    expect(sameSecret('令牌', '令牌')).toBe(true);
  });
});

describe('sign-in codes', () => {
  it('open one session, once', () => {
    const access = new Access('token', '127.0.0.1');
    const code = access.issueCode();
    expect(access.redeem(code)).toMatch(/^[\w-]{40,}$/);
    expect(access.redeem(code)).toBeNull();
    expect(access.redeem('')).toBeNull();
  });
});
