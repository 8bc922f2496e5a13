/** The rows of a comparison as they are gone through: which of them are changes, and what hides between them. Pure. */
import type { ComparisonPart, ComparisonRow } from '../../../indexer/contract.ts';

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
const BEFORE = 8;

/**
 * What a list can show of a change: the first words that went and came, and what stands round them: …验收后 六→三 个月内.
 * A clause that is new, gone or only moved shows its beginning.
 */
export function snippetOf({ parts }: ComparisonRow): readonly ComparisonPart[] {
  const at = parts.findIndex(({ kind, text }) => kind !== 'same' && TELLING.test(text));
  const first = at === -1 ? parts[0] : parts[at];
  if (first === undefined) return [];
  const start = at > 0 ? at - 1 : Math.max(at, 0);
  let room = LONGEST;
  return parts.slice(start, start + 4).flatMap(({ kind, text }, index) => {
    const before = index === 0 && at > 0 && kind === 'same';
    const shown = before ? endOf(text) : beginningOf(index === 0 ? text.replace(BARE_START, '') : text, room);
    room -= Array.from(shown).length;
    return shown === '' ? [] : [{ kind, text: shown }];
  });
}

const TELLING = /[\p{L}\p{N}]/u;
const BARE_START = /^[^\p{L}\p{N}《（“]+/u;

function endOf(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, ' '));
  return letters.length > BEFORE ? `…${letters.slice(-BEFORE).join('')}` : letters.join('');
}

function beginningOf(text: string, room: number): string {
  const letters = Array.from(text.replace(/\s+/g, ' '));
  if (room <= 0) return '';
  return letters.length > room ? `${letters.slice(0, room).join('')}…` : letters.join('');
}

/** One step on or back among the changes, round the ends; from -1 forward comes the first. */
export function stepChange(at: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  return at === -1 ? (step === 1 ? 0 : count - 1) : (at + step + count) % count;
}
