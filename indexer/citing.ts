/** The citations of a document as they are asked for: by direction, relation and clause, with those inside it or without. */
import type { z } from 'zod';
import type { Catalogue, CitationRecord, DocumentRecord } from './catalogue/catalogue.ts';
import type { CitationsRequest, CitationsResponse, CitationView } from './contract.ts';
import { AppError } from './errors.ts';
import { citationView, referenceView } from './http/citation-views.ts';

/** `<document id>-<ordinal>`, or the id of a document. */
export function placeOf(id: string): { documentId: string; ordinal: number | null } {
  const match = /^(.+)-(\d+)$/.exec(id);
  return match === null ? { documentId: id, ordinal: null } : { documentId: match[1] ?? '', ordinal: Number(match[2]) };
}

/** Throws not_found for a clause that the document does not have. */
export function readCitations(
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
