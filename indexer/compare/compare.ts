/** Two texts, clause by clause: what stayed, changed, came, went, was moved, renumbered, split or merged. Pure. */
import { align, type Match } from './align.ts';
import { keyOf } from './profiles.ts';
import { type DiffPart, diffTexts } from './text-diff.ts';
import type { CutWords } from './tokens.ts';
import { type ComparableProvision, type Unit, unitsOf } from './units.ts';

export type Change = 'unchanged' | 'changed' | 'new' | 'gone';

export interface ComparedUnit {
  readonly label: string;
  readonly path: string;
  readonly kind: string;
  /** Ordinal of its first provision in its text. */
  readonly ordinal: number;
}

export interface ComparisonRow {
  readonly change: Change;
  readonly left: readonly ComparedUnit[];
  readonly right: readonly ComparedUnit[];
  /** It stands at another place among the clauses that both texts have. */
  readonly moved: boolean;
  readonly renumbered: boolean;
  /** One clause became several, or several one. */
  readonly form: 'pair' | 'split' | 'merged';
  /** Labels apart. Without the `new` parts the left text, without the `gone` ones the right. */
  readonly parts: readonly DiffPart[];
}

export interface ComparisonSummary {
  readonly unchanged: number;
  readonly changed: number;
  readonly new: number;
  readonly gone: number;
  readonly moved: number;
  readonly renumbered: number;
  readonly split: number;
  readonly merged: number;
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly summary: ComparisonSummary;
}

/** Rows in the order of the right text; what is gone stands behind what it stood behind. */
export function compareTexts(
  left: readonly ComparableProvision[],
  right: readonly ComparableProvision[],
  cut: CutWords,
): Comparison {
  const [lefts, rights] = [unitsOf(left), unitsOf(right)];
  const rows = align(lefts, rights).map((match) => rowOf(match, { lefts, rights, cut }));
  return { rows, summary: summaryOf(rows) };
}

export interface Sides {
  readonly lefts: readonly Unit[];
  readonly rights: readonly Unit[];
  readonly cut: CutWords;
}

export function rowOf({ left, right, moved }: Match, { lefts, rights, cut }: Sides): ComparisonRow {
  const [a, b] = [pick(lefts, left), pick(rights, right)];
  const [before, after] = [textOf(a), textOf(b)];
  const form = a.length > 1 ? 'merged' : b.length > 1 ? 'split' : 'pair';
  const alike = keyOf(before) === keyOf(after);
  const change = a.length === 0 ? 'new' : b.length === 0 ? 'gone' : alike && form === 'pair' ? 'unchanged' : 'changed';
  return {
    change,
    left: a.map(unitView),
    right: b.map(unitView),
    moved,
    renumbered:
      form === 'pair' && a.length > 0 && b.length > 0 && keyOf(a[0]?.label ?? '') !== keyOf(b[0]?.label ?? ''),
    form,
    parts: change === 'unchanged' ? unchanged(before, after) : diffTexts(before, after, cut),
  };
}

/** Signs and widths may differ where the words do not; that is no change, but each side shows its own. */
function unchanged(before: string, after: string): DiffPart[] {
  if (after === '') return [];
  return [before === after ? { kind: 'same', text: after } : { kind: 'same', text: after, left: before }];
}

const pick = (units: readonly Unit[], indices: readonly number[]): Unit[] =>
  indices.flatMap((index) => units[index] ?? []);
const textOf = (units: readonly Unit[]): string => units.map(({ text }) => text).join('\n');
const unitView = ({ label, path, kind, ordinal }: Unit): ComparedUnit => ({ label, path, kind, ordinal });

export function summaryOf(rows: readonly ComparisonRow[]): ComparisonSummary {
  const count = (wanted: (row: ComparisonRow) => boolean): number => rows.filter(wanted).length;
  return {
    unchanged: count(({ change }) => change === 'unchanged'),
    changed: count(({ change }) => change === 'changed'),
    new: count(({ change }) => change === 'new'),
    gone: count(({ change }) => change === 'gone'),
    moved: count(({ moved }) => moved),
    renumbered: count(({ renumbered }) => renumbered),
    split: count(({ form }) => form === 'split'),
    merged: count(({ form }) => form === 'merged'),
  };
}
