/** Tables as printing programs draw them: cells of several lines, set at the top or in the middle of their row, between rules. */
import type { PageSize, PlacedLine } from './pdf-writer.ts';

export interface RuledTable {
  /** Cells row by row, each in its lines. */
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** Edges of the columns, in points. */
  readonly edges: readonly number[];
  readonly top: number;
  readonly align: 'top' | 'middle';
}

export interface SetTable {
  readonly lines: PlacedLine[];
  /** From x, y to x, y; y downwards. */
  readonly rules: readonly (readonly [number, number, number, number])[];
  readonly bottom: number;
}

const SIZE = 10;
const LEADING = 14;
const PADDING = 4;

export function setRuledTable({ rows, edges, top, align }: RuledTable): SetTable {
  const lines: PlacedLine[] = [];
  const rules: [number, number, number, number][] = [];
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  let y = top;
  for (const row of rows) {
    const most = Math.max(...row.map((cell) => cell.length));
    row.forEach((cell, column) => {
      const down = align === 'middle' ? ((most - cell.length) * LEADING) / 2 : 0;
      cell.forEach((text, line) => {
        const at = { x: (edges[column] ?? 0) + PADDING, y: y + PADDING + down + line * LEADING };
        lines.push({ text, ...at, size: SIZE });
      });
    });
    rules.push([left, y, right, y]);
    y += most * LEADING + 2 * PADDING;
  }
  rules.push([left, y, right, y], ...edges.map((x): [number, number, number, number] => [x, top, x, y]));
  return { lines, rules, bottom: y };
}

/** The ways that programs draw rules in PDFs: lines, thin boxes, frames of cells; through a matrix or not. */
export const RULE_STYLES = ['stroked', 'strips', 'scaled'] as const;

export function drawRules(rules: SetTable['rules'], style: (typeof RULE_STYLES)[number], { height }: PageSize): string {
  const drawn = rules.map(([x0, y0, x1, y1]) => {
    if (style === 'strips') return `${x0} ${height - y1} ${Math.max(0.5, x1 - x0)} ${Math.max(0.5, y1 - y0)} re f`;
    const scale = style === 'scaled' ? 100 : 1;
    return `${x0 * scale} ${(height - y0) * scale} m ${x1 * scale} ${(height - y1) * scale} l S`;
  });
  return style === 'scaled' ? `q 0.01 0 0 0.01 0 0 cm 50 w ${drawn.join(' ')} Q` : drawn.join('\n');
}
