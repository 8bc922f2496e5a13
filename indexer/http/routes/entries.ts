/** POST /documents: a document entered by hand. */
import { EntryRequest, EntryResponse } from '../../contract.ts';
import type { Entry } from '../../read/entry.ts';
import type { Parts, Server } from '../parts.ts';
import { requireDocument, viewDocument } from './documents.ts';
import { canonicalNumber, requireOneLine } from './fields.ts';

export function entryRoutes(server: Server, parts: Parts): void {
  server.post(
    '/documents',
    {
      schema: {
        summary: 'Enter a document by hand: its record, and its text where there is one',
        tags: ['documents'],
        body: EntryRequest,
        response: { 200: EntryResponse, 201: EntryResponse },
      },
    },
    async ({ body }, reply) => {
      const { outcome, documentId } = await parts.enter(entryOf(body));
      if (outcome !== 'known') parts.documentsChanged();
      const document = viewDocument(parts, requireDocument(parts.catalogue, documentId));
      return reply.code(outcome === 'new' ? 201 : 200).send({ outcome, document });
    },
  );
}

function entryOf({ text = '', ...given }: EntryRequest): Entry {
  requireOneLine(given.title);
  const number = given.number && canonicalNumber(given.number);
  const fields = Object.entries({ ...given, number }).filter(([, value]) => value !== undefined && value.length > 0);
  return { fields: Object.fromEntries(fields) as unknown as Entry['fields'], text };
}
