/** The outline of a document and the clauses that are copied from it, out of its provisions. Pure. */
import type { ProvisionView } from '../../../indexer/contract.ts';

export interface OutlineEntry {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly label: string;
  /** What stands behind the label, cut short; empty for a label alone. */
  readonly text: string;
  /** From 0; only levels that the outline shows are counted. */
  readonly depth: number;
}

const SHOWN: ReadonlySet<string> = new Set([
  'title',
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'heading1',
  'heading2',
]);
/** Divide the text and say nothing themselves. */
const DIVISIONS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section']);
const LONGEST = 28;

/** The entries in reading order: titles, chapters, articles and the upper two levels of headings. */
export function outlineOf(provisions: readonly ProvisionView[]): OutlineEntry[] {
  const depths = new Map<number, number>();
  const byOrdinal = new Map(provisions.map((provision) => [provision.ordinal, provision]));
  const depthUnder = (parent: number | null): number => {
    if (parent === null) return 0;
    return depths.get(parent) ?? depthUnder(byOrdinal.get(parent)?.parent ?? null);
  };
  const entries: OutlineEntry[] = [];
  for (const { id, ordinal, kind, label, text, parent } of provisions) {
    if (!SHOWN.has(kind)) continue;
    const depth = depthUnder(parent);
    depths.set(ordinal, depth + 1);
    entries.push({ id, ordinal, kind, label, text: shorten(text.slice(labelLength(label, text))), depth });
  }
  return entries;
}

/** How much of the text its label takes; 0 when the text does not begin with it as it is written. */
export function labelLength(label: string, text: string): number {
  return label !== '' && text.startsWith(label) ? label.length : 0;
}

/** The entry that a place in the text belongs to: the last one at or before it; null before the first. */
export function entryAt(entries: readonly OutlineEntry[], ordinal: number): OutlineEntry | null {
  return entries.findLast((entry) => entry.ordinal <= ordinal) ?? null;
}

/** The clause that a place belongs to: the nearest at or above it with a label that is no heading's; null where there is none. */
export function clauseAt(provisions: readonly ProvisionView[], ordinal: number | null): ProvisionView | null {
  const byOrdinal = new Map(provisions.map((provision) => [provision.ordinal, provision]));
  for (let at = ordinal; at !== null; at = byOrdinal.get(at)?.parent ?? null) {
    const provision = byOrdinal.get(at);
    if (provision === undefined) return null;
    if (provision.label !== '' && !DIVISIONS.has(provision.kind)) return provision;
  }
  return null;
}

/** A provision with everything that stands under it, one paragraph a line: an article with its paragraphs and items. */
export function clauseText(provisions: readonly ProvisionView[], ordinal: number): string {
  const within = new Set([ordinal]);
  const lines: string[] = [];
  for (const provision of provisions) {
    if (provision.ordinal !== ordinal && !within.has(provision.parent ?? -1)) continue;
    within.add(provision.ordinal);
    lines.push(provision.text);
  }
  return lines.join('\n');
}

/** The first sentence, or as much of it as fits on a line; spaces round it go. */
function shorten(text: string): string {
  const trimmed = text.replace(/^[\s　]+/, '');
  const sentence = trimmed.split(/[。；：]/, 1)[0] ?? '';
  return sentence.length > LONGEST ? `${[...sentence].slice(0, LONGEST).join('')}…` : sentence;
}
