/** 待转换: how many files wait for LibreOffice, and reading them now. */
import { ConversionView, ImportRun } from '../../contract.ts';
import type { Parts, Server } from '../parts.ts';

const tags = ['imports'];

export function conversionRoutes(server: Server, { conversion }: Parts): void {
  server.get(
    '/conversion',
    { schema: { summary: 'Files that only LibreOffice reads', tags, response: { 200: ConversionView } } },
    async () => conversion.view(),
  );

  server.post(
    '/conversion',
    { schema: { summary: 'Reads them through LibreOffice; answers with the run', tags, response: { 202: ImportRun } } },
    async (_request, reply) => reply.code(202).send(conversion.convert()),
  );
}
