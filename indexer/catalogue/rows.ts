/** Rows of the database as records of the catalogue, and back. */
import type { EvidenceField, Problem, ProvisionKind, TopicSuggestion } from '../model.ts';
import type { CitationRecord, DocumentRecord, IssueRecord, ProvisionRecord, SourceRecord } from './catalogue.ts';

export type Row = Record<string, string | number | null>;

const list = (json: unknown): string[] => JSON.parse(String(json)) as string[];
const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const whole = (value: string | number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

export function toDocument(row: Row, topics: readonly TopicSuggestion[]): DocumentRecord {
  return {
    id: String(row.id),
    key: Number(row.key),
    title: String(row.title),
    number: text(row.number),
    issuers: list(row.issuers),
    type: text(row.type),
    addressee: text(row.addressee),
    writtenOn: text(row.written_on),
    printedOn: text(row.printed_on),
    effectiveOn: text(row.effective_on),
    expiresOn: text(row.expires_on),
    registration: text(row.registration),
    attached: list(row.attached),
    attachments: list(row.attachments),
    notes: list(row.notes),
    copiesTo: text(row.copies_to),
    evidence: JSON.parse(String(row.evidence)) as Partial<Record<EvidenceField, string>>,
    repairs: Number(row.repairs),
    topics,
    issueId: text(row.issue_id),
    characters: Number(row.characters),
    provisionCount: Number(row.provision_count),
    conflict: row.conflict === 1,
  };
}

export const DOCUMENT_COLUMNS = `id, key, title, number, issuers, type, addressee, written_on, printed_on, effective_on, expires_on, registration,
  attached, attachments, notes, copies_to, evidence, repairs, issue_id, characters, conflict, provision_count`;

export function toProvision(row: Row, documentId: string, body: string): ProvisionRecord {
  const start = Number(row.start);
  const end = start + Number(row.length);
  const ordinal = Number(row.ordinal);
  return {
    id: `${documentId}-${ordinal}`,
    ordinal,
    kind: String(row.kind) as ProvisionKind,
    label: String(row.label),
    path: String(row.path),
    text: body.slice(start, end),
    depth: Number(row.depth),
    parent: whole(row.parent),
    clause: Number(row.clause),
    span: { start, end },
    lines: row.first_line === null ? null : [Number(row.first_line), Number(row.last_line)],
    page: whole(row.page),
  };
}

export function toSource(row: Row): SourceRecord {
  return {
    id: String(row.id),
    sha256: String(row.sha256),
    fileName: String(row.file_name),
    path: String(row.path),
    size: Number(row.size),
    mediaType: String(row.media_type),
    encoding: text(row.encoding),
    importedAt: String(row.imported_at),
    issueId: text(row.issue_id),
  };
}

export function toIssue(row: Row): IssueRecord {
  return {
    id: String(row.id),
    publication: text(row.publication),
    year: whole(row.year),
    number: whole(row.number),
    totalNumber: whole(row.total_number),
    publishedOn: text(row.published_on),
    documents: Number(row.documents),
  };
}

export function toCitation(
  row: Row,
  documentId: string,
  targetId: string | null,
): Omit<CitationRecord, 'resolution' | 'citing' | 'place'> {
  const start = whole(row.start);
  return {
    id: String(row.id),
    documentId,
    targetId,
    number: text(row.number),
    title: text(row.title),
    relation: String(row.relation) as CitationRecord['relation'],
    quote: String(row.quote),
    trigger: text(row.trigger_words),
    pin: text(row.pin),
    in: text(row.path),
    provision: whole(row.provision),
    span: start === null ? null : { start, end: start + Number(row.length) },
  };
}

export function toProblems(row: Row): Problem[] {
  return JSON.parse(String(row.problems)) as Problem[];
}
