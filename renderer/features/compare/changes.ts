/** The rows of a comparison as they are gone through: which of them are changes, and what hides between them. Pure. */
import type { ComparisonRow } from '../../../indexer/contract.ts';

/** Another number alone is no change that a reader steps to. */
export function isChange({ change, moved, form }: ComparisonRow): boolean {
  return change !== 'unchanged' || moved || form !== 'pair';
}

/** Indices of the rows that are changes. */
export function changesOf(rows: readonly ComparisonRow[]): number[] {
  return rows.flatMap((row, index) => (isChange(row) ? [index] : []));
}

/** One row, or a run of unchanged rows that is folded away: [start, end). */
export type Shown = { readonly row: number } | { readonly from: number; readonly until: number };

/** All rows; with `onlyChanges` the changes, and between them folded runs, but for those that the reader has opened. */
export function shownRows(rows: readonly ComparisonRow[], onlyChanges: boolean, opened: ReadonlySet<number>): Shown[] {
  const shown: Shown[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    if (!onlyChanges || isChange(row)) {
      shown.push({ row: index });
      continue;
    }
    let until = index;
    while (until < rows.length && rows[until] !== undefined && !isChange(rows[until] as ComparisonRow)) until += 1;
    if (opened.has(index)) for (let at = index; at < until; at += 1) shown.push({ row: at });
    else shown.push({ from: index, until });
    index = until - 1;
  }
  return shown;
}

/** 第三条 → 第五条; one name where both are the same; empty for paragraphs without a label. */
export function nameOf({ left, right }: ComparisonRow): string {
  const name = (side: ComparisonRow['left']): string =>
    side
      .map(({ label }) => label)
      .filter((label) => label !== '')
      .join('、');
  const [before, after] = [name(left), name(right)];
  if (before === after) return after;
  return [before, after].filter((label) => label !== '').join(' → ');
}

const LONGEST = 34;

/** What of a change a list can show: the first words that came or went, else the first words of all. */
export function snippetOf({ parts }: ComparisonRow): string {
  const telling = parts.find(({ kind, text }) => kind !== 'same' && /[\p{L}\p{N}]/u.test(text)) ?? parts[0];
  const text = Array.from((telling?.text ?? '').replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}《（“]+/u, ''));
  return text.length > LONGEST ? `${text.slice(0, LONGEST).join('')}…` : text.join('');
}

/** One step on or back among the changes, round the ends; from -1 forward comes the first. */
export function stepChange(at: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  return at === -1 ? (step === 1 ? 0 : count - 1) : (at + step + count) % count;
}
