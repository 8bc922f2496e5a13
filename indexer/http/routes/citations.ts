/** Citations of a document in both directions, of its provisions, previews of what is cited, and what the library lacks. */
import { z } from 'zod';
import { placeOf, readCitations } from '../../citing.ts';
import {
  AsOfRequest,
  CitationPreviewResponse,
  CitationsRequest,
  CitationsResponse,
  CitedProvisionsResponse,
  PreviewView,
  WantedRequest,
  WantedResponse,
} from '../../contract.ts';
import { AppError } from '../../errors.ts';
import { citationView, previewView } from '../citation-views.ts';
import type { Parts, Server } from '../parts.ts';
import { DocumentParams, requireDocument } from './documents.ts';

const tags = ['citations'];
const IdParams = z.object({ id: z.string().min(1).max(80) });
/** More clauses of one citation than this are not looked at in a preview. */
const MOST_PREVIEWS = 6;

export function citationRoutes(server: Server, { catalogue, today }: Parts): void {
  server.get(
    '/documents/:id/citations',
    {
      schema: {
        summary: 'What it cites (out), or what cites it (in), and which clauses are meant',
        tags,
        params: DocumentParams,
        querystring: CitationsRequest,
        response: { 200: CitationsResponse },
      },
    },
    async ({ params, query }) => readCitations(catalogue, requireDocument(catalogue, params.id), query),
  );

  server.get(
    '/documents/:id/cited-provisions',
    {
      schema: {
        summary: 'How often each of its provisions is cited',
        tags,
        params: DocumentParams,
        response: { 200: CitedProvisionsResponse },
      },
    },
    async ({ params }) => {
      const { id } = requireDocument(catalogue, params.id);
      const provisions = catalogue.citedProvisions(id);
      return { provisions: provisions.map((one) => ({ provisionId: `${id}-${one.ordinal}`, ...one })) };
    },
  );

  server.get(
    '/provisions/:id/preview',
    {
      schema: {
        summary: 'The clause that a provision belongs to; with the id of a document, its beginning',
        tags,
        params: IdParams,
        querystring: AsOfRequest,
        response: { 200: PreviewView },
      },
    },
    async ({ params, query }) => {
      const { documentId, ordinal } = placeOf(params.id);
      const ordinals = ordinal === null ? [] : [ordinal];
      const preview = previewView(catalogue, { id: documentId, ordinals, day: query.asOf ?? today() });
      if (preview === null) throw new AppError('not_found', { what: params.id });
      return preview;
    },
  );

  server.get(
    '/citations/:id/preview',
    {
      schema: {
        summary: 'What a citation means: which text, why, and the words of the clauses',
        tags,
        params: IdParams,
        querystring: AsOfRequest,
        response: { 200: CitationPreviewResponse },
      },
    },
    async ({ params, query }) => {
      const citation = catalogue.citation(params.id);
      if (citation === null) throw new AppError('not_found', { what: params.id });
      const { target, candidates, provisions } = citation.resolution;
      const day = query.asOf ?? today();
      const shown =
        target === null ? candidates.map(({ id }) => ({ id, ordinals: [] })) : clausesOf(target.id, provisions);
      return {
        citation: citationView(citation, target === null ? null : catalogue.document(target.id)),
        previews: shown.slice(0, MOST_PREVIEWS).flatMap((one) => previewView(catalogue, { ...one, day }) ?? []),
      };
    },
  );

  server.get(
    '/wanted',
    {
      schema: {
        summary: '被引而未收: documents that are cited and not in the library, most cited first',
        tags,
        querystring: WantedRequest,
        response: { 200: WantedResponse },
      },
    },
    async ({ query: { q, offset, limit } }) => {
      const all = catalogue.wanted().filter(({ number, title }) => `${number ?? ''} ${title ?? ''}`.includes(q.trim()));
      const wanted = all.slice(offset, offset + limit).map(({ by, relations, ...one }) => ({
        ...one,
        relations: [...relations],
        by: catalogue.documents(by).map(({ id, title, number }) => ({ id, title, number })),
      }));
      return { total: all.length, wanted };
    },
  );
}

const clausesOf = (id: string, provisions: readonly number[]) =>
  provisions.length === 0 ? [{ id, ordinals: [] }] : provisions.map((ordinal) => ({ id, ordinals: [ordinal] }));
