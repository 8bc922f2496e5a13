/** What became of a document: its validity with proof, its versions and their history, and the documents round it. */
import {
  AsOfRequest,
  LineageResponse,
  NeighbourhoodRequest,
  NeighbourhoodResponse,
  ValidityResponse,
} from '../../contract.ts';
import { lineageViews, validityResponse, versionReference } from '../citation-views.ts';
import type { Parts, Server } from '../parts.ts';
import { DocumentParams, requireDocument } from './documents.ts';

const tags = ['citations'];

export function lineageRoutes(server: Server, { catalogue, today }: Parts): void {
  server.get(
    '/documents/:id/validity',
    {
      schema: {
        summary: 'Whether it holds on a day, with everything that speaks for and against it',
        tags,
        params: DocumentParams,
        querystring: AsOfRequest,
        response: { 200: ValidityResponse },
      },
    },
    async ({ params, query }) =>
      validityResponse(catalogue, requireDocument(catalogue, params.id).id, query.asOf ?? today()),
  );

  server.get(
    '/documents/:id/lineage',
    {
      schema: {
        summary: 'The successive texts of the same rule, and what happened to them',
        tags,
        params: DocumentParams,
        querystring: AsOfRequest,
        response: { 200: LineageResponse },
      },
    },
    async ({ params, query }) =>
      lineageViews(catalogue, requireDocument(catalogue, params.id).id, query.asOf ?? today()),
  );

  server.get(
    '/documents/:id/neighbourhood',
    {
      schema: {
        summary: 'The documents round it that citations lead to, for a graph',
        tags,
        params: DocumentParams,
        querystring: NeighbourhoodRequest,
        response: { 200: NeighbourhoodResponse },
      },
    },
    async ({ params, query }) => {
      const { id } = requireDocument(catalogue, params.id);
      const { depth, limit, relation: relations } = query;
      const { nodes, edges, more } = catalogue.neighbourhood(id, { depth, limit, relations });
      const day = query.asOf ?? today();
      const shown = nodes.flatMap(({ id: one, distance }) => {
        const document = catalogue.document(one);
        if (document === null) return [];
        const { status } = catalogue.validity(one, day);
        return [{ ...versionReference(document), type: document.type, status, distance }];
      });
      return { nodes: shown, edges: edges.map((edge) => ({ ...edge })), more };
    },
  );
}
