/**
 * Who may speak to the service: programs with the bearer token, and browsers of this machine that came through a
 * one-time sign-in link. The Host header is checked on every request, so that a web page elsewhere cannot reach the
 * service by DNS rebinding; a cookie counts for changes only from the service's own origin.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';

export const COOKIE = 'gongbao_session';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const LINK_LIFETIME_MS = 10 * 60_000;

/** Compares in a time that does not depend on where the two differ. */
export function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether a Host header may be answered: `127.0.0.1:7700` and `localhost:7700` always; where the user chose to listen on
 * another address, that address; where he chose all, any address written in digits and this machine's own name.
 */
export function isAllowedHost(header: string | undefined, listening: string): boolean {
  if (header === undefined) return false;
  const host = header.replace(/:\d+$/, '').toLowerCase();
  if (host === '127.0.0.1' || host === 'localhost' || host === '[::1]') return true;
  if (listening !== '0.0.0.0' && listening !== '::') return host === listening.toLowerCase();
  return isIP(host.replace(/^\[|\]$/g, '')) !== 0 || host === hostname().toLowerCase();
}

export class Access {
  readonly #token: string;
  readonly #listening: string;
  readonly #sessions = new Set<string>();
  readonly #codes = new Map<string, number>();

  constructor(token: string, host: string) {
    this.#token = token;
    this.#listening = host;
  }

  /** A code that signs one browser in, once, within ten minutes. */
  issueCode(): string {
    const code = randomBytes(24).toString('base64url');
    this.#codes.set(code, Date.now() + LINK_LIFETIME_MS);
    return code;
  }

  /** The session of a code, or null when the code is unknown, used or too old. */
  redeem(code: string): string | null {
    const until = this.#codes.get(code);
    this.#codes.delete(code);
    if (until === undefined || until < Date.now()) return null;
    const session = randomBytes(32).toString('base64url');
    this.#sessions.add(session);
    return session;
  }

  /** Throws forbidden_host unless the request names a host of this service. */
  checkHost(request: FastifyRequest): void {
    if (isAllowedHost(request.headers.host, this.#listening)) return;
    throw new AppError('forbidden_host', { host: request.headers.host ?? '' });
  }

  /** Throws not_signed_in unless the request carries the token, or a session from the service's own pages. */
  checkCaller(request: FastifyRequest): void {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      if (sameSecret(bearer, this.#token)) return;
      throw new AppError('not_signed_in');
    }
    const session = request.cookies[COOKIE];
    const known = session !== undefined && this.#sessions.has(session);
    if (!known || !(SAFE_METHODS.has(request.method) || isOwnOrigin(request))) throw new AppError('not_signed_in');
  }
}

function isOwnOrigin(request: FastifyRequest): boolean {
  const origin = request.headers.origin;
  return origin !== undefined && origin === `http://${request.headers.host}`;
}
