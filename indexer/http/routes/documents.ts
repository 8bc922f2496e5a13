/** GET /documents/:id and what belongs to it: provisions, matches, citations, related documents, source text. */
import { z } from 'zod';
import type { Catalogue, DocumentRecord } from '../../catalogue/catalogue.ts';
import { DocumentView, MatchesRequest, MatchesResponse, ProvisionsResponse, RelatedResponse } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { Parts, Server } from '../parts.ts';
import { documentView, provisionView, sourceView } from '../views.ts';

export const DocumentParams = z.object({ id: z.string().min(1).max(64) });
const tags = ['documents'];

/** The document, or not_found. */
export function requireDocument(catalogue: Catalogue, id: string): DocumentRecord {
  const document = catalogue.document(id);
  if (document === null) throw new AppError('not_found', { what: id });
  return document;
}

export function sourceViews(catalogue: Catalogue, id: string) {
  return catalogue
    .sources(id)
    .map((source) => sourceView(source, source.issueId ? catalogue.issue(source.issueId) : null));
}

/** As the reader shows it, with its validity on that day or today. */
export function viewDocument({ catalogue, today }: Parts, document: DocumentRecord, asOf?: string): DocumentView {
  return documentView({
    document,
    validity: catalogue.validity(document.id, asOf ?? today()),
    issue: document.issueId ? catalogue.issue(document.issueId) : null,
    sources: sourceViews(catalogue, document.id),
    problems: catalogue.problems(document.id),
    corrections: catalogue.corrections(document.id),
    citations: catalogue.citationCounts(document.id),
  });
}

export function documentRoutes(server: Server, parts: Parts): void {
  const { catalogue, search } = parts;
  server.get(
    '/documents/:id',
    {
      schema: {
        summary: 'Everything the catalogue says of a document, without its text',
        tags,
        params: DocumentParams,
        querystring: z.object({
          asOf: z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}$/)
            .optional(),
        }),
        response: { 200: DocumentView },
      },
    },
    async ({ params, query }) => {
      return viewDocument(parts, requireDocument(catalogue, params.id), query.asOf);
    },
  );

  server.get(
    '/documents/:id/provisions',
    {
      schema: {
        summary: 'Its text as provisions, in reading order',
        tags,
        params: DocumentParams,
        response: { 200: ProvisionsResponse },
      },
    },
    async ({ params }) => {
      requireDocument(catalogue, params.id);
      return { provisions: catalogue.provisions(params.id).map(provisionView) };
    },
  );

  server.get(
    '/documents/:id/matches',
    {
      schema: {
        summary: 'Where a query occurs in it',
        tags,
        params: DocumentParams,
        querystring: MatchesRequest,
        response: { 200: MatchesResponse },
      },
    },
    async ({ params, query }) => {
      requireDocument(catalogue, params.id);
      return search.matches(params.id, query.q);
    },
  );

  server.get(
    '/documents/:id/related',
    {
      schema: { summary: 'Documents one step away', tags, params: DocumentParams, response: { 200: RelatedResponse } },
    },
    async ({ params }) => ({ related: findRelated(catalogue, requireDocument(catalogue, params.id)) }),
  );
}

/** Each related document once, under its strongest reason: cites, cited-by, same-number, same-issue. */
function findRelated(catalogue: Catalogue, document: DocumentRecord): RelatedResponse['related'] {
  const related = new Map<string, RelatedResponse['related'][number]>();
  const add = (other: DocumentRecord | null, reason: RelatedResponse['related'][number]['reason']): void => {
    if (other === null || other.id === document.id || related.has(other.id)) return;
    related.set(other.id, { id: other.id, title: other.title, number: other.number, reason });
  };
  for (const { targetId } of catalogue.citationsFrom(document.id))
    if (targetId) add(catalogue.document(targetId), 'cites');
  for (const { documentId } of catalogue.citationsTo(document.id)) add(catalogue.document(documentId), 'cited-by');
  if (document.number) for (const other of catalogue.documentsByNumber(document.number)) add(other, 'same-number');
  if (document.issueId) for (const other of catalogue.documentsOfIssue(document.issueId)) add(other, 'same-issue');
  return [...related.values()];
}
