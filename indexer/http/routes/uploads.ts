/** POST /imports/upload: files sent by a browser are put aside under their relative names, then imported like a folder. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import { z } from 'zod';
import { ImportRun } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { Parts, Server } from '../parts.ts';

/** One byte over what the importer takes, so that it is the importer that says “too large”. */
const MAX_FILE_BYTES = 256 * 1024 * 1024 + 1;
const MAX_FILES = 10_000;

/** `2020/第18期.txt` stays; `../../etc/x`, `C:\x` and empty parts lose what would lead elsewhere. Null when nothing is left. */
export function safeRelativePath(name: string): string | null {
  const parts = name
    .split(/[\\/]+/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a file name must not have
    .map((part) => part.replace(/[\u0000-\u001f<>:"|?*]/g, '_').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? null : parts.join('/');
}

export async function uploadRoutes(server: Server, { importer, uploadFolder }: Parts): Promise<void> {
  await server.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: MAX_FILES, fields: 20 },
    throwFileSizeLimit: false,
    preservePath: true,
  });

  server.post(
    '/imports/upload',
    {
      schema: {
        summary: 'Import uploaded files (multipart field `files`)',
        tags: ['imports'],
        querystring: z.object({ confirm: z.stringbool().default(false) }),
        response: { 202: ImportRun },
      },
    },
    async (request, reply) => {
      const folder = await uploadFolder();
      let received = 0;
      for await (const part of request.files()) {
        const name = safeRelativePath(part.filename);
        if (name === null) {
          part.file.resume();
          continue;
        }
        const target = join(folder, name);
        await mkdir(dirname(target), { recursive: true });
        await pipeline(part.file, createWriteStream(target));
        received += 1;
      }
      if (received === 0) throw new AppError('bad_request', { reason: 'files' });
      return reply.code(202).send(importer.start([folder], { confirm: request.query.confirm }));
    },
  );
}
