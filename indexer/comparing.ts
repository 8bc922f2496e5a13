/** Two texts, from the library or from outside, compared as the contract shows them. Nothing of it is kept. */
import type { Catalogue } from './catalogue/catalogue.ts';
import { type ComparedUnit, type Comparison, compareTexts } from './compare/compare.ts';
import type { ComparableProvision } from './compare/units.ts';
import type { ComparedClause, ComparedText, ComparisonResponse, TextChoice } from './contract.ts';
import { AppError } from './errors.ts';
import { parseText, readDraft } from './pipeline.ts';
import { readPlainText } from './read/plain-text.ts';
import { segmentExact } from './segment/segment.ts';

interface Side {
  readonly text: Omit<ComparedText, 'units'>;
  readonly provisions: readonly ComparableProvision[];
}

type Documents = Pick<Catalogue, 'document' | 'provisions'>;

/** Throws not_found for a document that the library does not have, file_empty for a text of blanks. */
export function compareChoices(catalogue: Documents, left: TextChoice, right: TextChoice): ComparisonResponse {
  const started = performance.now();
  const [a, b] = [sideOf(catalogue, left), sideOf(catalogue, right)];
  const comparison = compareTexts(a.provisions, b.provisions, segmentExact);
  return {
    left: { ...a.text, units: countUnits(comparison, 'left') },
    right: { ...b.text, units: countUnits(comparison, 'right') },
    summary: comparison.summary,
    rows: comparison.rows.map((row) => ({
      ...row,
      left: row.left.map((unit) => clauseOf(unit, a.text.id)),
      right: row.right.map((unit) => clauseOf(unit, b.text.id)),
      parts: [...row.parts],
    })),
    tookMs: performance.now() - started,
  };
}

function sideOf(catalogue: Documents, choice: TextChoice): Side {
  return 'document' in choice ? sideOfDocument(catalogue, choice.document) : sideOfText(choice.text, choice.name);
}

function sideOfDocument(catalogue: Documents, id: string): Side {
  const document = catalogue.document(id);
  if (document === null) throw new AppError('not_found', { what: id });
  const { title, number, writtenOn, effectiveOn } = document;
  return { text: { id, title, number, writtenOn, effectiveOn }, provisions: catalogue.provisions(id) };
}

/** A text from outside goes the way of an import, so that like is compared with like; one that is no document, as it is. */
function sideOfText(text: string, name: string): Side {
  const read = readPlainText(new TextEncoder().encode(text), 'text.txt');
  const { documents } = parseText(read);
  const [first] = documents;
  if (first === undefined) {
    const draft = readDraft(read.lines.map((line) => line.text));
    const plain = { id: null, title: name || draft.title, number: null, writtenOn: null, effectiveOn: null };
    return { text: plain, provisions: draft.provisions };
  }
  const { title, number, writtenOn, effectiveOn } = first;
  return { text: { id: null, title, number, writtenOn, effectiveOn }, provisions: oneAfterTheOther(documents) };
}

/** Ordinals go on from document to document. */
function oneAfterTheOther(documents: readonly { provisions: readonly ComparableProvision[] }[]): ComparableProvision[] {
  const joined: ComparableProvision[] = [];
  for (const { provisions } of documents) {
    const shift = joined.length;
    for (const provision of provisions)
      joined.push({ ...provision, ordinal: provision.ordinal + shift, clause: provision.clause + shift });
  }
  return joined;
}

function clauseOf({ label, path, kind, ordinal }: ComparedUnit, documentId: string | null): ComparedClause {
  return { label, path, kind, provisionId: documentId === null ? null : `${documentId}-${ordinal}` };
}

const countUnits = ({ rows }: Comparison, side: 'left' | 'right'): number =>
  rows.reduce((sum, row) => sum + row[side].length, 0);
