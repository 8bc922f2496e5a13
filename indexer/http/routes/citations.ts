/** Citations of a document in both directions, of its provisions, previews of what is cited, and what the library lacks. */
import { z } from 'zod';
import type { Catalogue, CitationRecord, DocumentRecord } from '../../catalogue/catalogue.ts';
import {
  AsOfRequest,
  CitationPreviewResponse,
  CitationsRequest,
  CitationsResponse,
  type CitationView,
  CitedProvisionsResponse,
  PreviewView,
  WantedRequest,
  WantedResponse,
} from '../../contract.ts';
import { AppError } from '../../errors.ts';
import { citationView, previewView, referenceView } from '../citation-views.ts';
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

/** `<document id>-<ordinal>`, or the id of a document. */
function placeOf(id: string): { documentId: string; ordinal: number | null } {
  const match = /^(.+)-(\d+)$/.exec(id);
  return match === null ? { documentId: id, ordinal: null } : { documentId: match[1] ?? '', ordinal: Number(match[2]) };
}

function readCitations(
  catalogue: Catalogue,
  document: DocumentRecord,
  request: z.output<typeof CitationsRequest>,
): CitationsResponse {
  const outward = request.direction === 'out';
  const cited = outward ? catalogue.citationsFrom(document.id) : catalogue.citationsTo(document.id);
  const inside = request.provision === undefined ? null : withBelow(catalogue, document, request.provision);
  const isInside = ({ provision, resolution }: CitationRecord): boolean =>
    inside === null ||
    (outward ? provision !== null && inside.has(provision) : resolution.provisions.some((one) => inside.has(one)));
  const documents = new Map<string, DocumentRecord | null>();
  const look = (id: string): DocumentRecord | null => {
    const known = documents.get(id) ?? catalogue.document(id);
    documents.set(id, known);
    return known;
  };
  const views: (() => CitationView)[] = [];
  const counts = new Map<string, number>();
  const add = (relation: string, view: () => CitationView): void => {
    counts.set(relation, (counts.get(relation) ?? 0) + 1);
    if (request.relation.length === 0 || request.relation.includes(relation)) views.push(view);
  };
  for (const citation of cited.filter(isInside)) {
    const other = outward ? citation.targetId : citation.documentId;
    add(citation.relation, () => citationView(citation, other === null ? null : look(other)));
  }
  if (request.internal === 'true') addReferences(catalogue, document, { inside, outward, add });
  return {
    total: views.length,
    relations: [...counts].map(([relation, count]) => ({ relation, count })),
    citations: views.slice(request.offset, request.offset + request.limit).map((view) => view()),
  };
}

interface ReferenceSink {
  readonly inside: ReadonlySet<number> | null;
  readonly outward: boolean;
  readonly add: (relation: string, view: () => CitationView) => void;
}

function addReferences(catalogue: Catalogue, document: DocumentRecord, { inside, outward, add }: ReferenceSink): void {
  const provisions = catalogue.provisions(document.id);
  for (const reference of catalogue.references(document.id)) {
    const places = outward ? [reference.provision] : reference.targets;
    if (inside !== null && !places.some((place) => inside.has(place))) continue;
    add('internal', () => referenceView(reference, document, provisions[reference.provision]?.text ?? ''));
  }
}

/** A provision with all that stands under it, by their ordinals. */
function withBelow(catalogue: Catalogue, document: DocumentRecord, provisionId: string): ReadonlySet<number> {
  const { documentId, ordinal } = placeOf(provisionId);
  if (documentId !== document.id || ordinal === null) throw new AppError('not_found', { what: provisionId });
  const below = new Set([ordinal]);
  for (const { ordinal: one, parent } of catalogue.provisions(document.id))
    if (parent !== null && below.has(parent)) below.add(one);
  return below;
}
