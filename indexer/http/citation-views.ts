/** Citations, previews, proofs and families as the contract shows them; pure but for looking documents up. */
import type { Catalogue, CitationRecord, DocumentRecord } from '../catalogue/catalogue.ts';
import type { InternalReference } from '../citations/references.ts';
import type {
  CitationView,
  FamilyMember,
  LineageEvent,
  PreviewView,
  ProofStep,
  ValidityResponse,
  VersionReference,
} from '../contract.ts';

type Dated = Pick<DocumentRecord, 'id' | 'title' | 'number' | 'writtenOn' | 'effectiveOn'>;

export const versionReference = ({ id, title, number, writtenOn, effectiveOn }: Dated): VersionReference => ({
  id,
  title,
  number,
  writtenOn,
  effectiveOn,
});

const provisionId = (documentId: string, ordinal: number): string => `${documentId}-${ordinal}`;

/** `other` is the cited document for citations out, the citing one for citations in. */
export function citationView(citation: CitationRecord, other: DocumentRecord | null): CitationView {
  const { id, relation, number, title, quote, trigger, pin, provision, place, documentId, resolution } = citation;
  const { state, rule, version, candidates, target, provisions, missing } = resolution;
  return {
    id,
    relation,
    number,
    title,
    quote,
    trigger,
    pin,
    in: citation.in,
    provisionId: provision === null ? null : provisionId(documentId, provision),
    span: place && [place.start, place.end],
    document: other && { id: other.id, title: other.title, number: other.number },
    resolution: {
      state,
      rule,
      version,
      candidates: candidates.map(versionReference),
      provisionIds: target === null ? [] : provisions.map((ordinal) => provisionId(target.id, ordinal)),
      missing: [...missing],
    },
  };
}

/** 前款 and 本办法第十二条, as citations of the document by itself. Their id says where they stand. */
export function referenceView(reference: InternalReference, document: DocumentRecord, text: string): CitationView {
  const { provision, span, targets } = reference;
  return {
    id: `${provisionId(document.id, provision)}@${span.start}`,
    relation: 'internal',
    number: null,
    title: null,
    quote: text,
    trigger: null,
    pin: reference.text,
    in: null,
    provisionId: provisionId(document.id, provision),
    span: [span.start, span.end],
    document: { id: document.id, title: document.title, number: document.number },
    resolution: {
      state: targets.length > 0 ? 'resolved' : 'unresolved',
      rule: 'self',
      version: null,
      candidates: [],
      provisionIds: targets.map((ordinal) => provisionId(document.id, ordinal)),
      missing: targets.length > 0 ? [] : [reference.text],
    },
  };
}

/** The clauses meant, or the beginning of the document; null for an unknown document. */
export function previewView(
  catalogue: Catalogue,
  { id, ordinals, day }: { readonly id: string; readonly ordinals: readonly number[]; readonly day: string },
): PreviewView | null {
  const document = catalogue.document(id);
  const preview = catalogue.preview(id, ordinals);
  if (document === null || preview === null) return null;
  const validity = catalogue.validity(id, day);
  const newer = validity.rule === 'newer-version' && validity.by !== null ? catalogue.document(validity.by) : null;
  return {
    document: versionReference(document),
    validity,
    provisionId: preview.ordinal === null ? null : provisionId(id, preview.ordinal),
    path: preview.path,
    lines: preview.lines.map(({ ordinal, ...line }) => ({ provisionId: provisionId(id, ordinal), ...line })),
    more: preview.more,
    newer: newer && versionReference(newer),
  };
}

export function validityResponse(catalogue: Catalogue, id: string, day: string): ValidityResponse {
  const { validity, proof, periods } = catalogue.judgement(id, day);
  const shown = proof.map(({ rule, status, weight, from, quote, by, pin }): ProofStep => {
    const document = by === null ? (rule === 'set-by-hand' ? null : catalogue.document(id)) : catalogue.document(by);
    const at = document && placeOf(catalogue, document.id, quote);
    const reference = document && versionReference(document);
    return { rule, status, weight, since: from, quote, document: reference, provisionId: at, pin };
  });
  return { validity, proof: shown, periods: periods.map((period) => ({ ...period })) };
}

/** The paragraph in which a sentence stands; null when none has it whole. */
function placeOf(catalogue: Catalogue, id: string, quote: string | null): string | null {
  if (quote === null) return null;
  return catalogue.provisions(id).find(({ text }) => text.includes(quote))?.id ?? null;
}

export function lineageViews(catalogue: Catalogue, id: string, day: string) {
  const { family, events } = catalogue.lineage(id, day);
  const known = new Map<string, VersionReference>();
  const refer = (one: string): VersionReference | null => {
    const document = known.get(one) ?? catalogue.document(one);
    if (document === null) return null;
    const reference = versionReference(document);
    known.set(one, reference);
    return reference;
  };
  const members = family.flatMap(({ id: one, status, self, reason, quote }): (typeof FamilyMember)['_output'][] => {
    const document = refer(one);
    return document === null ? [] : [{ ...document, status, self, reason, quote }];
  });
  const told = events.flatMap(({ on, kind, of, by, quote }): LineageEvent[] => {
    const document = refer(of);
    return document === null ? [] : [{ on, kind, of: document, by: by === null ? null : refer(by), quote }];
  });
  return { family: members, events: told };
}
