/** GET /near-duplicates, and POST to say that a pair is none. */
import { z } from 'zod';
import type { DocumentRecord } from '../../catalogue/catalogue.ts';
import { DismissPairRequest, NearPairsRequest, NearPairsResponse } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { Parts, Server } from '../parts.ts';

const tags = ['documents'];

export function nearDuplicateRoutes(server: Server, { catalogue }: Parts): void {
  server.get(
    '/near-duplicates',
    {
      schema: {
        summary: 'Pairs of documents whose texts are nearly the same, the most alike first',
        tags,
        querystring: NearPairsRequest,
        response: { 200: NearPairsResponse },
      },
    },
    async ({ query: { state, offset, limit } }) => {
      const { total, pairs } = catalogue.nearPairs({ dismissed: state === 'dismissed', offset, limit });
      const records = catalogue.documents(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
      const byId = new Map(records.map((record) => [record.id, record]));
      const views = pairs.flatMap(({ firstId, secondId, similarity }) => {
        const [first, second] = [byId.get(firstId), byId.get(secondId)];
        return first && second ? [{ first: reference(first), second: reference(second), similarity }] : [];
      });
      return { total, pairs: views };
    },
  );

  server.post(
    '/near-duplicates',
    {
      schema: {
        summary: 'Say that a pair is none, or take that back',
        tags,
        body: DismissPairRequest,
        response: { 200: z.object({ dismissed: z.boolean() }) },
      },
    },
    async ({ body: { first, second, dismissed } }) => {
      if (!catalogue.dismissPair([first, second], dismissed))
        throw new AppError('not_found', { what: `${first} ${second}` });
      return { dismissed };
    },
  );
}

const reference = ({ id, title, number, writtenOn, characters }: DocumentRecord) => ({
  id,
  title,
  number,
  writtenOn,
  characters,
});
