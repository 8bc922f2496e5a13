/** Numbers that do not follow each other: a point was lost, printed out of order or read wrongly; a librarian should look. */
import type { Problem, Provision, ProvisionKind } from '../model.ts';
import { readLabel } from '../text/labels.ts';

/** More than so many in one document say no more. */
const MOST_PROBLEMS = 20;
const NUMBERED: ReadonlySet<ProvisionKind> = new Set([
  'chapter',
  'article',
  'heading1',
  'heading2',
  'item',
  'heading3',
  'subitem',
  'heading4',
]);

/** （四） followed by （六）. A number may begin again at one anywhere, and 1. may go on across （一） and （二）. */
export function findNumberingJumps(provisions: readonly Provision[]): Problem[] {
  const problems: Problem[] = [];
  const last = new Map<ProvisionKind, Provision>();
  for (const provision of provisions) {
    if (provision.kind === 'title') last.clear();
    if (!NUMBERED.has(provision.kind)) continue;
    const before = last.get(provision.kind);
    last.set(provision.kind, provision);
    if (follows(before, provision)) continue;
    problems.push({
      stage: 'outline',
      code: 'numbering_jump',
      message: before ? `“${before.label}”之后是“${provision.label}”` : `编号从“${provision.label}”开始`,
      line: provision.lines?.[0] ?? null,
    });
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems;
}

function follows(before: Provision | undefined, provision: Provision): boolean {
  const value = numberOf(provision);
  if (value === null || value === 1) return true;
  const previous = before === undefined ? null : numberOf(before);
  // 第十二条之一 stands behind 第十二条 and has its number.
  return previous !== null && (value === previous + 1 || (value === previous && provision.label.includes('之')));
}

const numberOf = ({ text }: Provision): number | null => readLabel(text)?.value ?? null;
