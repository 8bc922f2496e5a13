/** 目录文件: previewing a table of metadata against the library, applying it, and taking that back. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  CorrectionBatch,
  CorrectionBatches,
  type FoundSidecar,
  FoundSidecars,
  SidecarApplyRequest,
  SidecarPage,
  SidecarPageRequest,
  SidecarPreview,
} from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { Parts, Server } from '../parts.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** More than are kept. */
const MOST_PREVIEWS = 20;
const tags = ['sidecars'];
const FoundParams = z.object({ id: z.string(), sha256: z.string() });

/** Registered behind the uploads, whose multipart reader it shares. */
export function sidecarRoutes(server: Server, { sidecars, importer, watcher, originalPath }: Parts): void {
  /** Previews of tables that were found among files, by their ids. */
  const found = new Map<string, FoundSidecar>();
  const requireFound = ({ id, sha256 }: z.infer<typeof FoundParams>): FoundSidecar => {
    const one = importer.sidecars(id).find((each) => each.sha256 === sha256);
    if (one === undefined) throw new AppError('not_found', { what: sha256 });
    return one;
  };

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
        params: FoundParams,
        response: { 200: SidecarPreview },
      },
    },
    async ({ params }) => {
      const one = requireFound(params);
      const preview = await sidecars.preview(await readFile(originalPath(one.sha256)), one.name);
      for (const id of [...found.keys()].slice(0, -MOST_PREVIEWS)) found.delete(id);
      found.set(preview.id, one);
      return preview;
    },
  );

  server.post(
    '/imports/:id/sidecars/:sha256/dismiss',
    {
      schema: {
        summary: 'Offer such a table no more',
        tags,
        params: FoundParams,
        response: { 200: FoundSidecars },
      },
    },
    async ({ params }) => {
      watcher.settle(requireFound(params).sha256, 'dismissed');
      return { sidecars: [...importer.sidecars(params.id)] };
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
    async ({ body }) => {
      const batch = await sidecars.apply(body.preview, { overwrite: body.overwrite });
      const one = found.get(body.preview);
      if (one !== undefined) watcher.settle(one.sha256, 'applied');
      return batch;
    },
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
