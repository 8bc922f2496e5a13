/** POST /reindex, /reparse and /signin-links. */
import { z } from 'zod';
import { ImportRun, ReparseRequest } from '../../contract.ts';
import type { Access } from '../access.ts';
import type { Parts, Server } from '../parts.ts';

export function maintenanceRoutes(server: Server, { catalogue, reindex, importer }: Parts, access: Access): void {
  server.post(
    '/reindex',
    {
      schema: {
        summary: 'Empty the search index and fill it again from the catalogue',
        tags: ['service'],
        response: { 202: z.object({ indexPending: z.number().int() }) },
      },
    },
    async (_request, reply) => {
      await reindex();
      return reply.code(202).send({ indexPending: catalogue.counts().indexPending });
    },
  );

  server.post(
    '/reparse',
    {
      schema: {
        summary:
          'Parse everything again from the originals, or the sources named, as a run of imports; what was set by hand stays',
        tags: ['imports'],
        body: ReparseRequest,
        response: { 202: ImportRun },
      },
    },
    async ({ body }, reply) => reply.code(202).send(importer.reparse(body)),
  );

  server.post(
    '/signin-links',
    {
      schema: {
        summary: 'A new one-time link for a browser of this machine',
        tags: ['service'],
        response: { 200: z.object({ path: z.string() }) },
      },
    },
    async () => ({ path: `/signin?code=${access.issueCode()}` }),
  );
}
