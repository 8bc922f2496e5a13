/** Serves the built client to a browser of this machine, and signs that browser in through a one-time link. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { AppError } from '../errors.ts';
import { type Access, COOKIE } from './access.ts';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './page-policy.ts';
import type { Server } from './parts.ts';

export async function servePage(server: Server, folder: string, access: Access): Promise<void> {
  const template = await readFile(join(folder, 'index.html'), 'utf8');
  const page = (): { html: string; policy: string } => {
    const nonce = randomBytes(18).toString('base64');
    return { html: template.replaceAll(NONCE_PLACEHOLDER, nonce), policy: contentSecurityPolicy(nonce) };
  };

  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    immutable: true,
    maxAge: '30d',
    allowedPath: (path) => !path.endsWith('.html'),
  });

  server.get('/signin', { schema: { hide: true } }, async (request, reply) => {
    const session = access.redeem((request.query as { code?: string }).code ?? '');
    if (session !== null) reply.setCookie(COOKIE, session, { httpOnly: true, sameSite: 'strict', path: '/' });
    return reply.redirect('/');
  });

  // Every other address is a page of the client, which draws its own “not found”.
  server.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/'))
      throw new AppError('not_found', { what: request.url });
    const { html, policy } = page();
    return reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html);
  });
}
