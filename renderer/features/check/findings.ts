/** The findings of a draft check as they are filtered and drawn. Pure. */
import type { CheckFinding, CheckSeverity } from '../../../indexer/contract.ts';

/** Gravest first: as they are listed and filtered. */
export const SEVERITIES: readonly CheckSeverity[] = ['error', 'check', 'unknown', 'ok'];

/** Indices of the findings shown: those of the chosen results, in reading order; with nothing chosen all that are not fine. */
export function shownFindings(findings: readonly CheckFinding[], chosen: ReadonlySet<CheckSeverity>): number[] {
  return findings.flatMap(({ severity }, index) => {
    const shown = chosen.size === 0 ? severity !== 'ok' : chosen.has(severity);
    return shown ? [index] : [];
  });
}

export interface Piece {
  readonly text: string;
  /** Index of the finding that this piece is, or null for the words between. */
  readonly finding: number | null;
}

/** The paragraph cut at its findings; joined, the pieces are the paragraph. Of findings that overlap the first counts. */
export function piecesOf(text: string, findings: readonly (readonly [number, CheckFinding])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [index, { start, end }] of findings) {
    if (start < at || end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), finding: null });
    pieces.push({ text: text.slice(start, end), finding: index });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), finding: null });
  return pieces;
}
