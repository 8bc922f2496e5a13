/** The queue of OCR: look at it, pause it, turn it off, try failed pages again, take a file out. */
import { z } from 'zod';
import { RecognitionRequest, RecognitionView } from '../../contract.ts';
import type { Parts, Server } from '../parts.ts';

const tags = ['imports'];
const response = { 200: RecognitionView };

export function recognitionRoutes(server: Server, { recognition }: Parts): void {
  server.get('/recognition', { schema: { summary: 'Scanned pages that wait for OCR', tags, response } }, async () =>
    recognition.view(),
  );

  server.put(
    '/recognition',
    { schema: { summary: 'Turn OCR on or off, or pause it', tags, body: RecognitionRequest, response } },
    async ({ body }) => {
      recognition.setMode(body.mode);
      return recognition.view();
    },
  );

  server.post(
    '/recognition/retry',
    { schema: { summary: 'Try pages again that failed', tags, response } },
    async () => {
      recognition.retry();
      return recognition.view();
    },
  );

  server.delete(
    '/recognition/:sha256',
    {
      schema: {
        summary: 'Take a file out of the queue',
        tags,
        params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        response,
      },
    },
    async ({ params }) => {
      recognition.drop(params.sha256);
      return recognition.view();
    },
  );
}
