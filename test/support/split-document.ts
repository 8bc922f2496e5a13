/** Builders for the stages behind the splitter: a document from a few lines, a body from its paragraphs. */
import type { Provision, ProvisionKind } from '../../indexer/model.ts';
import type { Paragraph, SplitDocument } from '../../indexer/split/split-document.ts';
import { readLabel } from '../../indexer/text/labels.ts';

export interface SplitDocumentText {
  readonly masthead?: string;
  readonly registration?: string;
  readonly title?: string | readonly string[];
  readonly number?: string;
  readonly addressee?: string;
  readonly adoptionNote?: readonly string[];
  readonly attachedTitles?: readonly string[];
  readonly signature?: readonly string[];
  readonly printNote?: string;
  readonly attachments?: readonly string[];
  readonly notes?: readonly string[];
  readonly copiesTo?: string;
  readonly contentsTitle?: string;
}

const paragraph = (text: string): Paragraph => ({ text, lines: [1, 1], page: null });
const paragraphs = (texts: string | readonly string[] = []): Paragraph[] => [texts].flat().map(paragraph);
const maybe = (text: string | undefined): Paragraph | null => (text === undefined ? null : paragraph(text));

export function aSplitDocument(text: SplitDocumentText): SplitDocument {
  return {
    masthead: text.masthead ?? null,
    registrationLine: text.registration ?? null,
    titleLines: paragraphs(text.title),
    numberLine: maybe(text.number),
    addressee: maybe(text.addressee),
    adoptionNote: paragraphs(text.adoptionNote),
    carrier: [],
    content: [],
    attachedTitles: paragraphs(text.attachedTitles),
    signature: paragraphs(text.signature),
    printNote: maybe(text.printNote),
    attachmentsList: paragraphs(text.attachments),
    notes: paragraphs(text.notes),
    copiesTo: maybe(text.copiesTo),
    contents: text.contentsTitle === undefined ? null : { title: text.contentsTitle, number: null, page: null },
    lines: [1, 1],
    repairs: 0,
    problems: [],
  };
}

/** One provision a paragraph, its label read as the outline reads it; flat, which is all that later stages look at here. */
export function aBody(...texts: readonly string[]): { body: string; provisions: Provision[] } {
  let start = 0;
  const provisions = texts.map((text, ordinal): Provision => {
    const label = readLabel(text);
    const span = { start, end: start + text.length };
    start = span.end + 1;
    const kind: ProvisionKind = label?.kind ?? 'paragraph';
    const path = label?.text ?? '';
    return {
      ordinal,
      kind,
      label: path,
      path,
      text,
      depth: 1,
      parent: null,
      clause: ordinal,
      span,
      lines: null,
      page: null,
    };
  });
  return { body: texts.join('\n'), provisions };
}
