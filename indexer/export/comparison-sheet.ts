/** A comparison as it is laid out on paper, whatever the format: its rows, each with what each side prints. Pure. */
import type { ComparedText, ComparisonPart, ComparisonResponse, ComparisonRow } from '../contract.ts';
import type { ExportWords } from './words.ts';

export interface ExportOptions {
  readonly words: ExportWords;
  /** The day of the export, as it is printed. */
  readonly day: string;
  readonly onlyChanges: boolean;
}

export interface Run {
  readonly text: string;
  readonly mark: 'gone' | 'new' | null;
}

/** The runs of one paragraph. */
export type Paragraph = readonly Run[];

export interface SheetRow {
  readonly row: ComparisonRow;
  /** 修改 · 条号变化 */
  readonly state: string;
  readonly left: SheetCell;
  readonly right: SheetCell;
}

export interface SheetCell {
  readonly label: string;
  readonly paragraphs: readonly Paragraph[];
}

export function sheetRows({ rows }: ComparisonResponse, { words, onlyChanges }: ExportOptions): SheetRow[] {
  return rows
    .filter((row) => !onlyChanges || isChange(row))
    .map((row) => ({
      row,
      state: stateOf(row, words),
      left: cellOf(row, 'left', words),
      right: cellOf(row, 'right', words),
    }));
}

/** Whether a reader who looks for changes wants to see it; another number alone is none. */
export function isChange({ change, moved, form }: ComparisonRow): boolean {
  return change !== 'unchanged' || moved || form !== 'pair';
}

function stateOf(row: ComparisonRow, words: ExportWords): string {
  const { change, moved, renumbered, form } = row;
  const further = [
    form === 'split' ? words.split : form === 'merged' ? words.merged : null,
    moved ? words.moved : null,
    renumbered ? words.renumbered : null,
  ].filter((word) => word !== null);
  const plain = change === 'unchanged' && further.length > 0 ? [] : [words.changes[change]];
  return [...plain, ...further].join(' · ');
}

function cellOf(row: ComparisonRow, side: 'left' | 'right', words: ExportWords): SheetCell {
  const other = side === 'left' ? 'new' : 'gone';
  const label = row[side]
    .map((clause) => clause.label)
    .filter((text) => text !== '')
    .join(words.joined);
  const runs = row.parts.filter(({ kind }) => kind !== other).map((part) => runOf(part, side));
  return { label, paragraphs: row[side].length === 0 ? [] : paragraphsOf(runs) };
}

function runOf({ kind, text, left }: ComparisonPart, side: 'left' | 'right'): Run {
  return { text: side === 'left' ? (left ?? text) : text, mark: kind === 'same' ? null : kind };
}

function paragraphsOf(runs: readonly Run[]): Paragraph[] {
  const paragraphs: Run[][] = [[]];
  for (const { text, mark } of runs) {
    text.split('\n').forEach((piece, at) => {
      if (at > 0) paragraphs.push([]);
      if (piece !== '') paragraphs.at(-1)?.push({ text: piece, mark });
    });
  }
  return paragraphs;
}

/** 修改 12 · 新增 3 …: what there is none of is left out. */
export function summaryLine({ summary }: ComparisonResponse, words: ExportWords): string {
  const entries = [
    [words.changes.unchanged, summary.unchanged],
    [words.changes.changed, summary.changed],
    [words.changes.new, summary.new],
    [words.changes.gone, summary.gone],
    [words.moved, summary.moved],
    [words.renumbered, summary.renumbered],
    [words.split, summary.split],
    [words.merged, summary.merged],
  ] as const;
  return entries
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(' · ');
}

/** 国办发〔2018〕37号 · 2018-05-16 */
export function factsLine({ number, writtenOn }: ComparedText): string {
  return [number, writtenOn].filter((fact) => fact !== null).join(' · ');
}
