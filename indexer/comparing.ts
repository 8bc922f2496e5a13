/** Two texts, from the library or from outside, compared as the contract shows them. Nothing of it is kept. */
import type { Aligned, AlignJob, Side } from './aligning/align-texts.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { type ComparedUnit, type ComparisonRow, rowOf, summaryOf } from './compare/compare.ts';
import type { ComparedClause, ComparisonResponse, TextChoice } from './contract.ts';
import { AppError } from './errors.ts';
import { segmentExact } from './segment/segment.ts';

export interface Comparing {
  readonly catalogue: Pick<Catalogue, 'document' | 'provisions'>;
  /** Does it here, or in another thread. */
  readonly align: (job: AlignJob) => Aligned | Promise<Aligned>;
}

/** Somebody else has a turn after so long. */
const SLICE_MS = 20;

/** Throws not_found for a document that the library does not have, file_empty for a text of blanks. */
export async function compareChoices(
  { catalogue, align }: Comparing,
  left: TextChoice,
  right: TextChoice,
): Promise<ComparisonResponse> {
  const started = performance.now();
  const aligned = await align({ left: sideOf(catalogue, left), right: sideOf(catalogue, right) });
  const rows = await rowsOf(aligned);
  const [a, b] = [aligned.left, aligned.right];
  return {
    left: { ...a.facts, units: a.units.length },
    right: { ...b.facts, units: b.units.length },
    summary: summaryOf(rows),
    rows: rows.map((row) => ({
      ...row,
      left: row.left.map((unit) => clauseOf(unit, a.facts.id)),
      right: row.right.map((unit) => clauseOf(unit, b.facts.id)),
      parts: [...row.parts],
    })),
    tookMs: performance.now() - started,
  };
}

async function rowsOf({ left, right, matches }: Aligned): Promise<ComparisonRow[]> {
  const rows: ComparisonRow[] = [];
  let since = performance.now();
  for (const match of matches) {
    rows.push(rowOf(match, { lefts: left.units, rights: right.units, cut: segmentExact }));
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((next) => setImmediate(next));
    since = performance.now();
  }
  return rows;
}

function sideOf(catalogue: Comparing['catalogue'], choice: TextChoice): Side {
  if ('text' in choice) {
    if (choice.text.trim() === '') throw new AppError('file_empty');
    return { text: choice.text, name: choice.name };
  }
  const document = catalogue.document(choice.document);
  if (document === null) throw new AppError('not_found', { what: choice.document });
  const { id, title, number, writtenOn, effectiveOn } = document;
  const provisions = catalogue
    .provisions(id)
    .map(({ ordinal, kind, label, path, text, clause }) => ({ ordinal, kind, label, path, text, clause }));
  return { facts: { id, title, number, writtenOn, effectiveOn }, provisions };
}

function clauseOf({ label, path, kind, ordinal }: ComparedUnit, documentId: string | null): ComparedClause {
  return { label, path, kind, provisionId: documentId === null ? null : `${documentId}-${ordinal}` };
}
