/** Answers everything under gongbao://app/: the built client's files, and `/api` through the service. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from '../indexer/http/page-policy.ts';
import { forwardToService } from './api-proxy.ts';
import type { IndexerProcess } from './indexer-process.ts';
import { isOwnAddress, SCHEME } from './origin.ts';
import { findPageFile } from './page-files.ts';

/** Must be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export function answerAppScheme(renderer: string, service: IndexerProcess): void {
  protocol.handle(SCHEME, async (request) => {
    if (!isOwnAddress(request.url)) return new Response(null, { status: 404 });
    const { pathname } = new URL(request.url);
    if (pathname === '/api' || pathname.startsWith('/api/')) return forwardToService(request, service);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const file = findPageFile(renderer, pathname);
    return file === null ? servePage(renderer) : serveFile(file.path, file.mediaType);
  });
}

async function serveFile(path: string, mediaType: string): Promise<Response> {
  return new Response(new Uint8Array(await readFile(path)), {
    headers: { 'content-type': mediaType, 'x-content-type-options': 'nosniff' },
  });
}

/** The page with a nonce of its own each time. */
async function servePage(renderer: string): Promise<Response> {
  const nonce = randomBytes(18).toString('base64');
  const template = await readFile(join(renderer, 'index.html'), 'utf8');
  return new Response(template.replaceAll(NONCE_PLACEHOLDER, nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}
