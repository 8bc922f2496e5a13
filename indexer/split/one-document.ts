/** A text that is known to be one document, although nothing shows where its parts begin: every line is a paragraph of it. */
import type { CleanLine } from '../clean/clean.ts';
import type { SplitDocument } from './split-document.ts';

export function asOneDocument(title: string, lines: readonly CleanLine[]): SplitDocument {
  const content = lines.map(({ text, line, page, source }) => ({
    text,
    lines: [line, line] as const,
    page,
    printed: [{ line, text: source }],
  }));
  return {
    masthead: null,
    registrationLine: null,
    titleLines: [{ text: title, lines: [1, 1], page: null }],
    numberLine: null,
    addressee: null,
    adoptionNote: [],
    carrier: [],
    content,
    attachedTitles: [],
    signature: [],
    printNote: null,
    attachmentsList: [],
    notes: [],
    copiesTo: null,
    contents: null,
    lines: [1, Math.max(1, lines.at(-1)?.line ?? 1)],
    repairs: 0,
    problems: [],
  };
}
