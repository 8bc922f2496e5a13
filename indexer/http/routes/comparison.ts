/** GET and POST /compare: two texts clause by clause, as JSON or as a file; POST /texts: the words of a file, to compare or to check. */
import { z } from 'zod';
import { documentsNamed } from '../../catalogue/naming.ts';
import { compareChoices } from '../../comparing.ts';
import {
  ComparePost,
  CompareRequest,
  type ComparisonResponse,
  ComparisonResponse as ComparisonSchema,
  ExportFormat,
  MOST_CHARACTERS,
  NamedRequest,
  NamedResponse,
  TextOfFile,
} from '../../contract.ts';
import { AppError, type Language } from '../../errors.ts';
import { comparisonDocx } from '../../export/comparison-docx.ts';
import { comparisonHtml } from '../../export/comparison-html.ts';
import { EXPORT_WORDS } from '../../export/words.ts';
import { readFile } from '../../read/read-file.ts';
import { sendDownload } from '../download.ts';
import type { Parts, Server } from '../parts.ts';
import { callerLanguage } from '../problems.ts';

const tags = ['compare'];
/** Two texts of the longest kind, as JSON. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILE_BYTES = 32 * 1024 * 1024;
const OnlyChanges = z.enum(['all', 'changes']).default('all');

export function comparisonRoutes(server: Server, { catalogue, align, today }: Parts): void {
  const parts = { catalogue, align };
  const print = async (
    comparison: ComparisonResponse,
    format: ExportFormat,
    { only, language }: { readonly only: 'all' | 'changes'; readonly language: Language },
  ) => {
    const options = { words: EXPORT_WORDS[language], day: today(), onlyChanges: only === 'changes' };
    const name = `${options.words.comparison} ${comparison.left.title} ${comparison.right.title}`.trim();
    const content = format === 'docx' ? await comparisonDocx(comparison, options) : comparisonHtml(comparison, options);
    return { name, format, content };
  };

  server.get(
    '/compare',
    {
      schema: {
        summary: 'Two documents of the library, clause by clause',
        tags,
        querystring: CompareRequest,
        response: { 200: ComparisonSchema },
      },
    },
    async ({ query }) => compareChoices(parts, { document: query.left }, { document: query.right }),
  );

  server.post(
    '/compare',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        summary: 'Two texts, from the library or handed in, clause by clause; nothing is kept',
        tags,
        body: ComparePost,
        response: { 200: ComparisonSchema },
      },
    },
    async ({ body }) => compareChoices(parts, body.left, body.right),
  );

  server.get(
    '/compare/export',
    {
      schema: {
        summary: 'The same as a file to print: DOCX or HTML',
        tags,
        querystring: CompareRequest.extend({ format: ExportFormat, only: OnlyChanges }),
      },
    },
    async (request, reply) => {
      const { query } = request;
      const comparison = await compareChoices(parts, { document: query.left }, { document: query.right });
      const language = callerLanguage(request);
      return sendDownload(reply, await print(comparison, query.format, { only: query.only, language }));
    },
  );

  server.post(
    '/compare/export',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        summary: 'Texts handed in, compared as a file to print',
        tags,
        body: ComparePost.extend({ format: ExportFormat, only: OnlyChanges }),
      },
    },
    async (request, reply) => {
      const { body } = request;
      const comparison = await compareChoices(parts, body.left, body.right);
      const language = callerLanguage(request);
      return sendDownload(reply, await print(comparison, body.format, { only: body.only, language }));
    },
  );

  server.get(
    '/named',
    {
      schema: {
        summary: 'The documents that an id, a number or a title names',
        tags: ['documents'],
        querystring: NamedRequest,
        response: { 200: NamedResponse },
      },
    },
    async ({ query }) => ({
      documents: documentsNamed(catalogue, query.name).map(({ id, title, number, writtenOn, effectiveOn }) => ({
        id,
        title,
        number,
        writtenOn,
        effectiveOn,
      })),
    }),
  );

  textRoute(server);
}

function textRoute(server: Server): void {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  server.post(
    '/texts',
    {
      bodyLimit: MOST_FILE_BYTES,
      schema: {
        summary: 'The words of a file (body: its bytes as application/octet-stream); nothing is kept',
        tags,
        querystring: z.object({ name: z.string().min(1).max(300) }),
        response: { 200: TextOfFile },
      },
    },
    async ({ body, query }) => {
      if (!(body instanceof Uint8Array)) throw new AppError('bad_request', { reason: 'application/octet-stream' });
      const { lines } = await readFile(body, query.name);
      const text = lines.map((line) => line.text).join('\n');
      if (text.length > MOST_CHARACTERS)
        throw new AppError('text_too_long', { characters: text.length, limit: MOST_CHARACTERS });
      return { name: query.name, text, characters: text.length };
    },
  );
}
