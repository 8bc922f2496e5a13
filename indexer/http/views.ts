/** Catalogue records as the contract shows them; pure. */
import type { DocumentRecord, DocumentSource, IssueRecord, ProvisionRecord } from '../catalogue/catalogue.ts';
import type { ActiveCorrection } from '../catalogue/correction.ts';
import type { DocumentView, IssueView, ProvisionView, SourceView } from '../contract.ts';
import type { Problem, Validity } from '../model.ts';
import { issueLabel } from '../text/issue-label.ts';

export function issueView(issue: IssueRecord): IssueView {
  const { id, publication, year, number, totalNumber, publishedOn, documents } = issue;
  return { id, label: issueLabel(issue), publication, year, number, totalNumber, publishedOn, documents };
}

export function sourceView(source: DocumentSource, issue: IssueRecord | null): SourceView {
  const { id, fileName, path, sha256, mediaType, encoding, size, importedAt, lines, leads, pages } = source;
  return {
    id,
    fileName,
    path,
    sha256,
    mediaType,
    encoding,
    size,
    importedAt,
    issue: issue && { id: issue.id, label: issueLabel(issue) },
    lines: [lines[0], lines[1]],
    leads,
    pages,
  };
}

export function provisionView(provision: ProvisionRecord): ProvisionView {
  const { id, ordinal, kind, label, path, text, depth, parent } = provision;
  return { id, ordinal, kind, label, path, text, depth, parent };
}

export interface DocumentParts {
  readonly document: DocumentRecord;
  readonly validity: Validity;
  readonly issue: IssueRecord | null;
  readonly sources: readonly SourceView[];
  readonly problems: readonly Problem[];
  readonly citations: { readonly out: number; readonly in: number };
  readonly corrections: readonly ActiveCorrection[];
}

export function documentView(parts: DocumentParts): DocumentView {
  const { document, validity, issue, sources, problems, citations, corrections } = parts;
  return {
    id: document.id,
    title: document.title,
    number: document.number,
    issuers: [...document.issuers],
    type: document.type,
    addressee: document.addressee,
    writtenOn: document.writtenOn,
    printedOn: document.printedOn,
    effectiveOn: document.effectiveOn,
    expiresOn: document.expiresOn,
    registration: document.registration,
    attached: [...document.attached],
    attachments: [...document.attachments],
    notes: [...document.notes],
    copiesTo: document.copiesTo,
    topics: [...document.topics],
    validity,
    evidence: Object.fromEntries(Object.entries(document.evidence).filter(([, quote]) => quote !== undefined)),
    issue: issue && { id: issue.id, label: issueLabel(issue) },
    sources: [...sources],
    characters: document.characters,
    provisions: document.provisionCount,
    citations,
    problems: problems.map(({ code, message, line }) => ({ code, message, line })),
    conflict: document.conflict,
    corrections: [...corrections],
  };
}
