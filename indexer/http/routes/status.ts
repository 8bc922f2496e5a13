/** GET /health, /status and /vocabulary. */
import { Health, StatusResponse, VocabularyResponse } from '../../contract.ts';
import { DOCUMENT_TYPES } from '../../metadata/type.ts';
import { SUBJECTS } from '../../model.ts';
import type { Parts, Server } from '../parts.ts';

export function statusRoutes(
  server: Server,
  { catalogue, engineHealth, libraryFolder, samples, version }: Parts,
): void {
  server.get(
    '/health',
    { schema: { summary: 'Whether the service answers', tags: ['service'], response: { 200: Health } } },
    async () => ({ ok: true, version, engine: engineHealth().state }),
  );

  server.get(
    '/status',
    { schema: { summary: 'Library, index and engine', tags: ['service'], response: { 200: StatusResponse } } },
    async () => {
      const counts = catalogue.counts();
      return {
        version,
        library: { path: libraryFolder, schema: catalogue.schema, ...counts },
        engine: engineHealth(),
        firstRun: counts.sources === 0,
        samples,
      };
    },
  );

  server.get(
    '/vocabulary',
    {
      schema: {
        summary: 'The subjects and kinds of documents that a form offers',
        tags: ['service'],
        response: { 200: VocabularyResponse },
      },
    },
    async () => ({ subjects: [...SUBJECTS], types: [...DOCUMENT_TYPES] }),
  );
}
