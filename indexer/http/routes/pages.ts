/** GET /documents/:id/pages: where a document stands on the pages of its original; GET /sources/:id/pages/:page/image. */
import { z } from 'zod';
import { PageImageRequest, PagesRequest, PagesResponse } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { PrintedPage } from '../../model.ts';
import { PageCache } from '../page-cache.ts';
import type { Parts, Server } from '../parts.ts';
import { DocumentParams, requireDocument } from './documents.ts';

export function pageRoutes(server: Server, { catalogue, pageImage }: Parts): void {
  const tags = ['documents'];
  const cache = new PageCache();

  server.get(
    '/documents/:id/pages',
    {
      schema: {
        summary: 'The pages of its original, and the places of its lines on them',
        tags,
        params: DocumentParams,
        querystring: PagesRequest,
        response: { 200: PagesResponse },
      },
    },
    async ({ params, query }) => {
      requireDocument(catalogue, params.id);
      const sources = catalogue.sources(params.id);
      const source = sources.find((one) => (query.source ? one.id === query.source : one.leads)) ?? sources[0];
      if (source === undefined) throw new AppError('not_found', { what: query.source ?? params.id });
      const pages = catalogue.pages(source.id);
      const provisions = source.leads ? catalogue.provisions(params.id) : [];
      return {
        sourceId: source.id,
        pages: pages.map(({ page, width, height, scanned }) => ({ page, width, height, scanned })),
        firstLine: source.lines[0],
        lines: linesBetween(pages, source.lines),
        provisions: provisions.map(({ lines }): [number, number] | null => lines && [lines[0], lines[1]]),
      };
    },
  );

  server.get(
    '/sources/:id/pages/:page/image',
    {
      schema: {
        summary: 'A page of the original as a picture (PNG or JPEG)',
        tags,
        params: z.object({ id: z.string().max(64), page: z.coerce.number().int().min(1) }),
        querystring: PageImageRequest,
      },
    },
    async ({ params: { id, page }, query: { dpi } }, reply) => {
      const source = catalogue.source(id);
      if (source === null) throw new AppError('not_found', { what: id });
      const image = await cache.take(`${id}/${page}/${dpi}`, () => pageImage(source.sha256, page, dpi));
      // A source is named by what it holds, so its pages never change.
      return reply
        .type(image.mediaType)
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(Buffer.from(image.bytes));
    },
  );
}

/** From the first line to the last, each with its page; a line whose place is not known stands nowhere. */
function linesBetween(pages: readonly PrintedPage[], [first, last]: readonly [number, number]): PagesResponse['lines'] {
  const lines = Array.from({ length: last - first + 1 }, (): PagesResponse['lines'][number] => [0, 0, 0, 0, 0, 0, 0]);
  for (const { page, firstLine, lines: places } of pages)
    places.forEach(([x, y, width, height, characters, confidence = 100], index) => {
      const at = firstLine + index - first;
      if (at >= 0 && at < lines.length) lines[at] = [page, x, y, width, height, characters, confidence];
    });
  return lines;
}
