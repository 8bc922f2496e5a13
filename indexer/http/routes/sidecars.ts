/** 目录文件: previewing a table of metadata against the library, applying it, and taking that back. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  CorrectionBatch,
  CorrectionBatches,
  FoundSidecars,
  SidecarApplyRequest,
  SidecarPage,
  SidecarPageRequest,
  SidecarPreview,
} from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { Parts, Server } from '../parts.ts';

const MOST_BYTES = 32 * 1024 * 1024;
const tags = ['sidecars'];

/** Registered behind the uploads, whose multipart reader it shares. */
export function sidecarRoutes(server: Server, { sidecars, importer, originalPath }: Parts): void {
  server.post(
    '/sidecars/preview',
    {
      schema: {
        summary: 'What a table of metadata (multipart field `file`: CSV, XLSX or JSON) would set; changes nothing',
        tags,
        response: { 200: SidecarPreview },
      },
    },
    async (request) => {
      const part = request.isMultipart()
        ? await request.file({ limits: { fileSize: MOST_BYTES, files: 1 } })
        : undefined;
      if (part === undefined) throw new AppError('bad_request', { reason: 'file' });
      const bytes = await part.toBuffer();
      if (part.file.truncated)
        throw new AppError('file_too_large', { size: `> ${MOST_BYTES >> 20} MB`, limit: `${MOST_BYTES >> 20} MB` });
      return sidecars.preview(bytes, part.filename);
    },
  );

  server.get(
    '/imports/:id/sidecars',
    {
      schema: {
        summary: 'Tables of metadata that lay among the files of an import',
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: FoundSidecars },
      },
    },
    async ({ params }) => ({ sidecars: [...importer.sidecars(params.id)] }),
  );

  server.post(
    '/imports/:id/sidecars/:sha256/preview',
    {
      schema: {
        summary: 'What such a table would set; changes nothing',
        tags,
        params: z.object({ id: z.string(), sha256: z.string() }),
        response: { 200: SidecarPreview },
      },
    },
    async ({ params }) => {
      const found = importer.sidecars(params.id).find(({ sha256 }) => sha256 === params.sha256);
      if (found === undefined) throw new AppError('not_found', { what: params.sha256 });
      return sidecars.preview(await readFile(originalPath(found.sha256)), found.name);
    },
  );

  server.get(
    '/sidecars/preview/:id',
    {
      schema: {
        summary: 'Rows of a preview',
        tags,
        params: z.object({ id: z.string() }),
        querystring: SidecarPageRequest,
        response: { 200: SidecarPage },
      },
    },
    async ({ params, query }) => sidecars.page(params.id, query),
  );

  server.post(
    '/sidecars/apply',
    {
      schema: {
        summary: 'Sets what a preview shows, as one batch of corrections',
        tags,
        body: SidecarApplyRequest,
        response: { 200: CorrectionBatch },
      },
    },
    async ({ body }) => sidecars.apply(body.preview, { overwrite: body.overwrite }),
  );

  server.get(
    '/sidecars/batches',
    { schema: { summary: 'Tables that were applied, newest first', tags, response: { 200: CorrectionBatches } } },
    async () => ({ batches: [...sidecars.batches()] }),
  );

  server.delete(
    '/sidecars/batches/:id',
    {
      schema: {
        summary: 'Takes back what a table has set; what was changed again since stays',
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: CorrectionBatch },
      },
    },
    async ({ params }) => sidecars.undo(params.id),
  );
}
