/** GET /documents/:id/source: the lines that a document was read from; GET /sources/:id/file: the original, bit for bit. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SourceRequest, SourceTextResponse, type SourceView } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import { ENTRY_MEDIA_TYPE, readEntry } from '../../read/entry.ts';
import { MHTML_MEDIA_TYPE } from '../../read/html/read-mhtml.ts';
import { readFile as readSource } from '../../read/read-file.ts';
import type { Parts, Server } from '../parts.ts';
import { DocumentParams, requireDocument, sourceViews } from './documents.ts';

export function sourceRoutes(server: Server, { catalogue, originalPath }: Parts): void {
  server.get(
    '/documents/:id/source',
    {
      schema: {
        summary: 'The lines of the original that it was read from',
        tags: ['documents'],
        params: DocumentParams,
        querystring: SourceRequest,
        response: { 200: SourceTextResponse },
      },
    },
    async ({ params, query }) => {
      requireDocument(catalogue, params.id);
      const sources = sourceViews(catalogue, params.id);
      const source = sources.find((one) => (query.source ? one.id === query.source : one.leads)) ?? sources[0];
      if (source === undefined) throw new AppError('not_found', { what: query.source ?? params.id });
      // A PDF or a Word file decoded as text would be noise: its pages, or the file itself, show what it says.
      if (source.encoding === null && source.mediaType !== ENTRY_MEDIA_TYPE)
        throw new AppError('not_found', { what: source.fileName });
      const bytes = await readOriginal(originalPath(source.sha256));
      const lines = await linesOf(bytes, source);
      return { source, firstLine: source.lines[0], lines: lines.slice(source.lines[0] - 1, source.lines[1]) };
    },
  );

  server.get(
    '/sources/:id/file',
    {
      schema: {
        summary: 'The original file, bit for bit',
        tags: ['documents'],
        params: z.object({ id: z.string().max(64) }),
      },
    },
    async ({ params }, reply) => {
      const source = catalogue.source(params.id);
      if (source === null) throw new AppError('not_found', { what: params.id });
      // Always a download of plain bytes: an original must never run as a page of this origin.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(source.fileName)}`)
        .send(createReadStream(originalPath(source.sha256)));
    },
  );
}

/** Numbered as its reader numbers them: of a web page its paragraphs, not the lines of its markup. */
async function linesOf(bytes: Buffer, { mediaType, encoding, fileName }: SourceView): Promise<string[]> {
  if (mediaType === ENTRY_MEDIA_TYPE) return readEntry(bytes).lines.map(({ text }) => text);
  if (mediaType === 'text/html' || mediaType === MHTML_MEDIA_TYPE) {
    const read = await readSource(bytes, fileName, encoding === null ? {} : { encoding });
    return read.lines.map(({ text }) => text);
  }
  return new TextDecoder(encoding ?? 'utf-8').decode(bytes).split(/\r\n|\r|\n/);
}

async function readOriginal(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AppError('file_unreadable', { reason: (cause as NodeJS.ErrnoException).code ?? 'EIO' }, { cause });
  }
}
