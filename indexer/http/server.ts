/**
 * The HTTP service: hosts and callers are checked before anything else, schemas validate what comes in and goes out and
 * make the OpenAPI description, errors leave as problem details. Routes parse, call and answer; they decide nothing.
 */
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { AppError } from '../errors.ts';
import type { Access } from './access.ts';
import { servePage } from './page.ts';
import type { Parts, Server } from './parts.ts';
import { answerWithProblem } from './problems.ts';
import { checkRoutes } from './routes/check.ts';
import { citationRoutes } from './routes/citations.ts';
import { comparisonRoutes } from './routes/comparison.ts';
import { conversionRoutes } from './routes/conversion.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { dictionaryRoutes } from './routes/dictionary.ts';
import { documentRoutes } from './routes/documents.ts';
import { entryRoutes } from './routes/entries.ts';
import { importRoutes } from './routes/imports.ts';
import { issueRoutes } from './routes/issues.ts';
import { lineageRoutes } from './routes/lineage.ts';
import { maintenanceRoutes } from './routes/maintenance.ts';
import { nearDuplicateRoutes } from './routes/near-duplicates.ts';
import { pageRoutes } from './routes/pages.ts';
import { recognitionRoutes } from './routes/recognition.ts';
import { searchRoutes } from './routes/search.ts';
import { sidecarRoutes } from './routes/sidecars.ts';
import { sourceRoutes } from './routes/sources.ts';
import { statusRoutes } from './routes/status.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { watchedRoutes } from './routes/watched.ts';

const MAX_BODY_BYTES = 4 * 1024 * 1024;

export interface ServerOptions {
  readonly parts: Parts;
  readonly access: Access;
  readonly logger: FastifyBaseLogger;
  /** Folder of the built client, or null to serve the API alone. */
  readonly renderer: string | null;
}

export async function buildServer({ parts, access, logger, renderer }: ServerOptions): Promise<Server> {
  const server: Server = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerWithProblem);
  server.addHook('onRequest', async (request) => access.checkHost(request));
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-resource-policy', 'same-origin');
  });
  await server.register(cookie);
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Gongbao 公报检索', version: parts.version, license: { name: 'MIT' } },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await server.register(async (api) => registerApi(api as unknown as Server, parts, access), { prefix: '/api' });
  if (renderer === null) {
    server.setNotFoundHandler((request) => {
      throw new AppError('not_found', { what: request.url });
    });
  } else {
    await servePage(server, renderer, access);
  }
  return server;
}

async function registerApi(api: Server, parts: Parts, access: Access): Promise<void> {
  api.addHook('onRequest', async (request, reply) => {
    access.checkCaller(request);
    reply.header('cache-control', 'no-store');
  });
  statusRoutes(api, parts);
  searchRoutes(api, parts);
  dictionaryRoutes(api, parts);
  documentRoutes(api, parts);
  citationRoutes(api, parts);
  lineageRoutes(api, parts);
  correctionRoutes(api, parts);
  entryRoutes(api, parts);
  nearDuplicateRoutes(api, parts);
  comparisonRoutes(api, parts);
  checkRoutes(api, parts);
  sourceRoutes(api, parts);
  pageRoutes(api, parts);
  issueRoutes(api, parts);
  importRoutes(api, parts);
  recognitionRoutes(api, parts);
  conversionRoutes(api, parts);
  watchedRoutes(api, parts);
  await uploadRoutes(api, parts);
  sidecarRoutes(api, parts);
  maintenanceRoutes(api, parts, access);
  api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger());
}
